//! What would become of the periods if the form were sent now, counted by the code with which the server counts.

use super::{clocks::title, draft::Draft, form::Desk, panel::reason};
use crate::text::format;
use anju_shared::{
    deadlines::due,
    rules::{ClockKind, ExtensionRefusal},
    time::Instant,
    workflow::{Action, Case, Clock, Handling, Refusal, Urgency, foreseen_extension, foreseen_urgency},
};

/// A period, how it stands, and how it would stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// Name and length.
    pub period: String,
    /// Its present last day.
    pub now: String,
    /// Its last day then, or why there is none.
    pub then: Result<String, String>,
}

/// The periods that the action would move.
#[must_use]
pub fn foreseen(action: Action, draft: &Draft, desk: Desk<'_>) -> Vec<Foreseen> {
    let case = desk.detail.case();
    let kind = || ClockKind::parse(draft.text("kind"));
    match action {
        Action::RequestExtension => {
            let asked = kind().zip(draft.text("days").trim().parse().ok().filter(|days| *days > 0));
            let seen = asked.and_then(|(kind, days)| extension(case, kind, days, desk));
            seen.into_iter().collect()
        }
        Action::EndorseExtension | Action::ApproveExtension | Action::RefuseExtension => {
            let asked = case.handling().and_then(Handling::pending_extension);
            let seen = asked.and_then(|asked| extension(case, asked.kind, asked.days, desk));
            seen.into_iter().collect()
        }
        Action::TellExtension => {
            let asked = case.handling().and_then(Handling::untold_extension);
            let seen = asked.and_then(|asked| extension(case, asked.kind, asked.days, desk));
            seen.into_iter().collect()
        }
        Action::Reclassify => {
            let urgency = Urgency::parse(draft.text("urgency"));
            let clocks = urgency.map(|urgency| foreseen_urgency(case, urgency, &desk.context()));
            let clocks = clocks.unwrap_or_default();
            let each = clocks.iter().filter_map(|then| {
                let now = running(case, then.kind)?;
                Some(desk.foreseen(then, now, Ok(then.due.at)))
            });
            each.collect()
        }
        Action::ResumePeriod => {
            let still = kind().and_then(|kind| running(case, kind));
            let still = still.filter(|clock| clock.pause().is_some());
            let end = |clock: &Clock| due(desk.context().calendar, &clock.count_at(desk.now)).at;
            still
                .map(|clock| desk.foreseen(clock, clock, Ok(end(clock))))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn extension(case: &Case, kind: ClockKind, days: u32, desk: Desk<'_>) -> Option<Foreseen> {
    let clock = running(case, kind)?;
    let end = match foreseen_extension(case, kind, days, &desk.context()) {
        // It was asked for in time; that the decision takes longer does not stand against it.
        Err(ExtensionRefusal::TooLate) => return None,
        Err(why) => Err(reason(&Refusal::Extension(why), &desk.context(), desk.texts).line),
        Ok(due) => Ok(due.at),
    };
    Some(desk.foreseen(clock, clock, end))
}

fn running(case: &Case, kind: ClockKind) -> Option<&Clock> {
    let mut running = case.clocks.iter().filter(|clock| clock.stopped_at.is_none());
    running.find(|clock| clock.kind == kind)
}

impl Desk<'_> {
    fn foreseen(self, named: &Clock, now: &Clock, then: Result<Instant, String>) -> Foreseen {
        let last = |at| format::last_day(at, self.now, self.texts.language);
        Foreseen {
            period: title(named, self.texts),
            now: last(now.due.at),
            then: then.map(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};

    fn seen(action: Action, draft: &Draft) -> Vec<Foreseen> {
        let detail = sample::office(sample::verifying());
        let (profile, account) = (sample::profile(), sample::handler_account());
        let desk = Desk {
            detail: &detail,
            profile: &profile,
            calendar: anju_shared::calendar::Calendar::official(),
            account: &account,
            units: &[],
            now: sample::at("2026-11-13T09:00:00+08:00"),
            texts: &ZH,
        };
        foreseen(action, draft, desk)
    }

    #[test]
    fn the_last_day_that_an_extension_would_bring_is_shown_while_it_is_asked_for_tj_9_3() {
        let draft = Draft::default().with("kind", "handling").with("days", "10");
        let seen = seen(Action::RequestExtension, &draft);
        assert_eq!(seen.len(), 1);
        assert_eq!(seen[0].now, "11月26日 24:00");
        // Ten days after the 26th are a Sunday, which moves to Monday.
        assert_eq!(seen[0].then, Ok("12月7日 24:00".to_owned()));
    }

    #[test]
    fn more_days_than_the_clause_permits_are_told_with_it_tj_9_3() {
        let draft = Draft::default().with("kind", "handling").with("days", "31");
        let seen = seen(Action::RequestExtension, &draft);
        let why = seen[0].then.clone().expect_err("too many");
        assert!(why.contains("30 日") && why.ends_with("第九条第二款"), "{why}");
    }

    #[test]
    fn without_a_number_there_is_nothing_to_foresee() {
        for days in ["", "0", "几天"] {
            let draft = Draft::default().with("kind", "handling").with("days", days);
            assert_eq!(seen(Action::RequestExtension, &draft), [], "{days}");
        }
    }

    #[test]
    fn what_becomes_urgent_has_24_hours_from_now_tj_9_2() {
        let draft = Draft::default().with("urgency", "urgent");
        let seen = seen(Action::Reclassify, &draft);
        let handling = &seen[0];
        assert!(handling.period.contains("24 小时"), "{handling:?}");
        assert_eq!(handling.then, Ok("11月14日 09:00".to_owned()));
    }
}
