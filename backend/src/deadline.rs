//! Part of the binary: counting deadlines line by line, by a period in each line or by one that the rules set.

use anju_shared::{
    calendar::Calendar,
    deadlines::line::{self, Answers, Language, Ruled},
    rules::{ClockKind, regime, regimes},
    workflow::Urgency,
};
use anyhow::Context as _;
use clap::Args;
use std::{
    io::{self, BufRead as _, Write as _},
    process::ExitCode,
};

/// What is counted, and how it is told.
#[derive(Args)]
pub(crate) struct Deadline {
    /// Leave the explanation out.
    #[arg(long)]
    no_explanation: bool,
    /// Count by the rules of this regime, as WL: lines then say no `unit` and no `amount`.
    #[arg(long, value_name = "ID", requires = "clock")]
    profile: Option<String>,
    /// Which of its periods, as handling.
    #[arg(long, value_name = "KIND", requires = "profile")]
    clock: Option<String>,
    /// For cases of which urgency: general or urgent.
    #[arg(long, requires = "clock", default_value = "general")]
    urgency: String,
}

impl Deadline {
    /// The period that the rules set, if they are asked.
    fn ruled(&self) -> anyhow::Result<Option<Ruled>> {
        let (Some(id), Some(kind)) = (&self.profile, &self.clock) else {
            return Ok(None);
        };
        let rules = regime(id).with_context(|| {
            let known: Vec<&str> = regimes().iter().map(|one| one.id()).collect();
            format!("there are no rules {id}; there are {}", known.join(", "))
        })?;
        let urgency = Urgency::parse(&self.urgency)
            .with_context(|| format!("{} is no urgency: expected general or urgent", self.urgency))?;
        let rule = ClockKind::parse(kind).and_then(|kind| rules.clock(kind, Some(urgency)));
        let rule = rule.with_context(|| {
            let mut known: Vec<&str> = rules.clocks.iter().map(|one| one.kind.code()).collect();
            known.dedup();
            format!("{id} has no period {kind}; it has {}", known.join(", "))
        })?;
        let basis = rules.basis(&rule.clause);
        Ok(Some(Ruled {
            period: rule.period,
            clause: format!("{} {}（{}）", basis.instrument, basis.article, basis.clause),
        }))
    }

    /// Answers every line of standard input. A line that cannot be counted is answered with what is wrong with it, and
    /// makes the command fail.
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let ruled = self.ruled()?;
        let answers = Answers {
            explanation: !self.no_explanation,
            language: Language::Chinese,
        };
        let (calendar, mut input, mut output) =
            (Calendar::official(), io::stdin().lock(), io::stdout().lock());
        let (mut line, mut answered, mut code) = (String::new(), Vec::new(), ExitCode::SUCCESS);
        while input.read_line(&mut line)? > 0 {
            let text = line.trim();
            if !text.is_empty() && !line::answer_under(ruled.as_ref(), calendar, text, answers, &mut answered)
            {
                code = ExitCode::FAILURE;
            }
            line.clear();
            if answered.len() > 1 << 16 {
                output.write_all(&answered)?;
                answered.clear();
            }
        }
        output.write_all(&answered)?;
        output.flush()?;
        Ok(code)
    }
}
