//! A world in which a case is brought to any stage by real commands. Time is moved by hand, ids are given.

use crate::{
    people::{self, CASE, STREET},
    words,
};
use anju_shared::{
    access::Actor,
    calendar::Calendar,
    ids::ReporterId,
    rules::{ClockKind, RuleProfile, built_in},
    time::Instant,
    workflow::{
        Case, Clock, ClockStatus, Command, Conclusion, Context, Event, Lookups, Numbered, Recorded, Refusal,
        Register, Stage, Urgency, decide, evolve, fold, register,
    },
};

pub(crate) fn profile() -> &'static RuleProfile {
    built_in("TJ").expect("TJ comes with Anju")
}

/// Local time, as `2026-11-20 09:00`.
pub(crate) fn local(text: &str) -> Instant {
    Instant::parse(&format!("{}:00+08:00", text.replace(' ', "T"))).expect("a local time")
}

/// A Friday morning on which, unless a test says otherwise, the report comes in.
pub(crate) const MORNING: &str = "2026-11-20 09:00";

/// The official calendar, but for one more closed day of 2026, as `11-27`.
pub(crate) fn amended(day: &str) -> Calendar {
    let known = include_str!("../../data/cn-calendar.json");
    let mut known: serde_json::Value = serde_json::from_str(known).expect("JSON");
    known["years"]["2026"]["closed_weekdays"][day] = "临时放假".into();
    Calendar::parse(&known.to_string()).expect("a calendar")
}

/// The rules at this instant.
pub(crate) fn rules_at(now: Instant) -> Context<'static> {
    Context {
        profile: profile(),
        calendar: Calendar::official(),
        now,
    }
}

/// Begins a case, or says why not.
pub(crate) fn registration(report: Register, now: Instant) -> Result<Vec<Event>, Refusal> {
    let numbered = Numbered {
        id: CASE,
        number: "1201-20261120-0001".into(),
    };
    register(report, numbered, people::officer().reference(), &rules_at(now))
}

/// A case with its journal, at an instant.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    /// The rules that hold for it.
    pub(crate) rules: &'static RuleProfile,
    /// The calendar by which its periods are counted.
    pub(crate) calendar: &'static Calendar,
    pub(crate) now: Instant,
    pub(crate) case: Case,
    pub(crate) journal: Vec<Recorded>,
}

impl Story {
    /// The report is registered at this local time.
    pub(crate) fn registered_at(now: &str, report: Register) -> Self {
        let now = local(now);
        let events = registration(report, now).expect("a registration is never refused for missing facts");
        let journal: Vec<_> = recorded(0, now, &people::officer(), events).collect();
        Self {
            rules: profile(),
            calendar: Calendar::official(),
            now,
            case: fold(journal.iter()).expect("a journal begins with a registration"),
            journal,
        }
    }

    pub(crate) fn registered(report: Register) -> Self {
        Self::registered_at(MORNING, report)
    }

    /// From here on the rules of this regime hold, as for a case that is accepted under them.
    pub(crate) fn under(mut self, id: &str) -> Self {
        self.rules = built_in(id).expect("it comes with Anju");
        self
    }

    /// From here on these rules hold.
    pub(crate) fn under_rules(mut self, rules: &'static RuleProfile) -> Self {
        self.rules = rules;
        self
    }

    /// Time passes until then.
    pub(crate) fn at(mut self, now: &str) -> Self {
        self.now = local(now);
        self
    }

    /// Time passes by so many minutes.
    pub(crate) fn after_minutes(mut self, minutes: i64) -> Self {
        self.now = self.now.plus(minutes * 60);
        self
    }

    /// From here on periods are counted by this calendar.
    pub(crate) fn by_calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Box::leak(Box::new(calendar));
        self
    }

    /// What decisions look at.
    pub(crate) const fn context(&self) -> Context<'static> {
        Context {
            profile: self.rules,
            calendar: self.calendar,
            now: self.now,
        }
    }

    /// What would follow, or why nothing does.
    pub(crate) fn asks(&self, actor: &Actor, command: Command) -> Result<Vec<Event>, Refusal> {
        let lookups = Lookups {
            unit_name: matches!(&command, Command::Dispatch(d) if d.unit == STREET).then(|| "一街".into()),
            file_is_free: true,
            new_evidence: Some(words::item(self.case.version.into())),
            said: command.words().map(|_| words::said(self.case.version.into())),
        };
        decide(&self.case, actor, command, &lookups, &self.context())
    }

    /// Does it, or leaves everything as it is and says why.
    pub(crate) fn tries(&mut self, actor: &Actor, command: Command) -> Result<(), Refusal> {
        let events = self.asks(actor, command)?;
        let more: Vec<_> = recorded(self.case.version, self.now, actor, events).collect();
        self.case = more.iter().fold(self.case.clone(), evolve);
        self.journal.extend(more);
        Ok(())
    }

    /// Does it; the law does not stand against it.
    pub(crate) fn then(mut self, actor: &Actor, command: Command) -> Self {
        let action = command.action();
        if let Err(refusal) = self.tries(actor, command) {
            panic!("{action} is refused: {refusal:?}");
        }
        self
    }

    pub(crate) fn accepted(self, urgency: Urgency) -> Self {
        self.then(&people::officer(), words::accept(urgency))
    }

    pub(crate) fn dispatched(self) -> Self {
        self.then(&people::dispatcher(), words::dispatch())
    }

    pub(crate) fn signed_in(self) -> Self {
        self.then(&people::handler(), Command::SignIn)
    }

    pub(crate) fn with_evidence(self) -> Self {
        self.then(&people::handler(), words::evidence(true))
    }

    pub(crate) fn verified(self) -> Self {
        let report = words::verification(Conclusion::Substantiated, "rectify_at_once");
        self.with_evidence().then(&people::handler(), report)
    }

    pub(crate) fn approved(self) -> Self {
        self.then(&people::leader(), Command::ApproveReport)
    }

    pub(crate) fn replied_to(self, reporter: ReporterId) -> Self {
        let now = self.now;
        self.then(&people::handler(), words::reply(reporter, now))
    }

    /// Every reporter who still waits is told.
    pub(crate) fn replied(self) -> Self {
        let waiting: Vec<_> = self.case.unanswered().map(|one| one.id).collect();
        waiting.into_iter().fold(self, Self::replied_to)
    }

    pub(crate) fn fed_back(self) -> Self {
        self.then(&people::handler(), words::feedback())
    }

    pub(crate) fn closed(self) -> Self {
        self.then(&people::dispatcher(), words::close())
    }

    pub(crate) fn declined(self) -> Self {
        self.then(&people::officer(), words::decline())
            .then(&people::second_officer(), Command::ConfirmDecline)
    }

    /// The desk asks for what is missing.
    pub(crate) fn asked(self) -> Self {
        self.then(&people::officer(), words::request_supplement())
    }

    /// The reporter takes the report back.
    pub(crate) fn withdrawn(self, reporter: ReporterId) -> Self {
        self.then(&people::reporter(), words::withdraw(reporter))
    }

    /// The clock of this kind and round.
    pub(crate) fn clock(&self, kind: ClockKind, round: u32) -> &Clock {
        let wanted = |clock: &&Clock| (clock.kind, clock.round) == (kind, round);
        self.case
            .clocks
            .iter()
            .find(wanted)
            .expect("that clock was started")
    }

    /// How the latest clock of this kind stands now.
    pub(crate) fn status(&self, kind: ClockKind) -> Option<ClockStatus> {
        let clock = self.case.clocks.iter().rev().find(|clock| clock.kind == kind)?;
        Some(clock.status(self.now))
    }

    /// The kinds of events so far, clocks left out.
    pub(crate) fn milestones(&self) -> Vec<&'static str> {
        let kinds = self.journal.iter().map(|recorded| recorded.event.kind());
        kinds.filter(|kind| !kind.starts_with("clock")).collect()
    }
}

/// A case of this urgency at this stage.
pub(crate) fn at_stage(stage: Stage, urgency: Urgency) -> Story {
    let mut story = Story::registered(words::call_of_two());
    match stage {
        Stage::Declined => return story.declined(),
        Stage::SupplementRequested => return story.asked(),
        Stage::Withdrawn => return story.withdrawn(words::NAMED).withdrawn(words::ANONYMOUS),
        _ => {}
    }
    for (reached, step) in STEPS {
        if story.case.stage() == stage {
            break;
        }
        story = match step {
            Some(step) => step(story),
            None => story.accepted(urgency),
        };
        assert_eq!(story.case.stage(), *reached);
    }
    story
}

type Step = fn(Story) -> Story;

/// The straight way; the first step is the acceptance.
const STEPS: &[(Stage, Option<Step>)] = &[
    (Stage::Accepted, None),
    (Stage::Assigned, Some(Story::dispatched)),
    (Stage::Verifying, Some(Story::signed_in)),
    (Stage::InternalReview, Some(Story::verified)),
    (Stage::Replying, Some(Story::approved)),
    (Stage::ClosureReview, Some(|story| story.replied().fed_back())),
    (Stage::Closed, Some(Story::closed)),
];

fn recorded(after: u64, at: Instant, by: &Actor, events: Vec<Event>) -> impl Iterator<Item = Recorded> {
    let by = by.reference();
    (after + 1..).zip(events).map(move |(seq, event)| Recorded {
        seq,
        at,
        by: by.clone(),
        event,
    })
}
