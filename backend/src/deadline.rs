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
        Ok(Some(Ruled {
            period: rule.period,
            clause: rules.basis(&rule.clause).citation(),
        }))
    }

    /// Answers every line of standard input, in order. A line that cannot be counted is answered with what is wrong with
    /// it, and makes the command fail.
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let ruled = self.ruled()?;
        let work = Work {
            ruled: ruled.as_ref(),
            answers: Answers {
                explanation: !self.no_explanation,
                language: Language::Chinese,
            },
            threads: std::thread::available_parallelism().map_or(1, usize::from),
        };
        let mut input = io::BufReader::with_capacity(BLOCK, io::stdin().lock());
        let (mut output, mut waiting, mut sound) = (io::stdout().lock(), Vec::new(), true);
        loop {
            let block = input.fill_buf()?;
            let (read, over) = (block.len(), block.is_empty());
            waiting.extend_from_slice(block);
            input.consume(read);
            let whole = waiting.iter().rposition(|byte| *byte == b'\n');
            let whole = if over {
                waiting.len()
            } else {
                whole.map_or(0, |end| end + 1)
            };
            let lines = std::str::from_utf8(&waiting[..whole]).context("the input is not UTF-8")?;
            for (answered, all) in work.answers(lines) {
                output.write_all(&answered)?;
                sound &= all;
            }
            waiting.drain(..whole);
            if over {
                break;
            }
        }
        output.flush()?;
        Ok(if sound {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// Bytes that are read, and answered, together.
const BLOCK: usize = 1 << 20;
/// Fewer bytes than these are not worth a thread.
const WORTH_A_THREAD: usize = 16 << 10;

/// How lines are answered.
struct Work<'a> {
    ruled: Option<&'a Ruled>,
    answers: Answers,
    threads: usize,
}

impl Work<'_> {
    /// The answers to whole lines, in pieces and in order, each with whether all its lines could be answered.
    fn answers(&self, lines: &str) -> Vec<(Vec<u8>, bool)> {
        let pieces = pieces(lines, self.threads.min(lines.len() / WORTH_A_THREAD + 1));
        let [one] = pieces[..] else {
            return std::thread::scope(|scope| {
                let working: Vec<_> = pieces
                    .into_iter()
                    .map(|piece| scope.spawn(move || self.answer(piece)))
                    .collect();
                let done = working.into_iter().map(|thread| thread.join());
                done.map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                    .collect()
            });
        };
        vec![self.answer(one)]
    }

    fn answer(&self, lines: &str) -> (Vec<u8>, bool) {
        let (mut answered, mut sound) = (Vec::with_capacity(lines.len()), true);
        for text in lines.lines().map(str::trim).filter(|text| !text.is_empty()) {
            let calendar = Calendar::official();
            sound &= line::answer_under(self.ruled, calendar, text, self.answers, &mut answered);
        }
        (answered, sound)
    }
}

/// The lines in at most so many pieces of about one length, cut at the ends of lines.
fn pieces(lines: &str, most: usize) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::with_capacity(most), lines);
    for left in (2..=most).rev() {
        let about = rest.len() / left;
        let end = rest.as_bytes()[about..].iter().position(|byte| *byte == b'\n');
        let Some(end) = end else {
            break;
        };
        let (piece, after) = rest.split_at(about + end + 1);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_whole_lines_and_come_to_the_whole() {
        let lines: String = (0..50).map(|n| format!("{{\"年\": {n}}}\n")).collect();
        for most in 1..9 {
            let pieces = pieces(&lines, most);
            assert!(pieces.len() <= most);
            assert_eq!(pieces.concat(), lines);
            assert!(
                pieces
                    .iter()
                    .all(|piece| piece.is_empty() || piece.ends_with('\n'))
            );
        }
        assert_eq!(pieces("", 3), [""]);
        assert_eq!(pieces("one", 3), ["one"]);
    }

    #[test]
    fn answers_come_in_the_order_of_the_lines_however_many_threads_work() {
        let line = |n| {
            format!(
                "{{\"id\":\"{n}\",\"start\":\"2026-09-18T10:00:00+08:00\",\"unit\":\"hours\",\"amount\":1}}\n"
            )
        };
        let lines: String = (0..2_000).map(line).collect();
        let answers = |threads| {
            let work = Work {
                ruled: None,
                answers: Answers {
                    explanation: false,
                    language: Language::Chinese,
                },
                threads,
            };
            let done = work.answers(&lines);
            assert!(done.iter().all(|(_, sound)| *sound));
            done.into_iter()
                .flat_map(|(answered, _)| answered)
                .collect::<Vec<u8>>()
        };
        assert_eq!(answers(5), answers(1));
    }
}
