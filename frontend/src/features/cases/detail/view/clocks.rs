//! The periods of a case as cards: what runs first, what has ended last.

use super::words::{citation, short_citation};
use crate::text::{Language, Texts};
use anju_shared::{
    calendar::Calendar,
    deadlines::{Period, explain_under, yellow_from},
    rules::RuleProfile,
    time::Instant,
    workflow::{Case, Clock, ClockStatus},
};

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Place of the clock in the case.
    pub place: usize,
    /// Name and length: `核查并反馈 · 10 个工作日`.
    pub title: String,
    /// When it began.
    pub started: Instant,
    /// Its exclusive end.
    pub due: Instant,
    /// From when on the lamp is yellow.
    pub yellow_from: Instant,
    /// The clause, as people cite it.
    pub clause: String,
    /// How it ended, if it did.
    pub ended: Option<&'static str>,
    /// It ended too late.
    pub late: bool,
    /// It touches a year without an official calendar.
    pub provisional: bool,
}

/// The cards at this instant: what runs by its end, then what has ended, the latest first.
#[must_use]
pub fn cards(case: &Case, law: (&RuleProfile, &Calendar), now: Instant, texts: &Texts) -> Vec<Card> {
    let mut cards: Vec<Card> = case
        .clocks
        .iter()
        .enumerate()
        .map(|(place, clock)| card(place, clock, law, now, texts))
        .collect();
    cards.sort_by_key(|card| match card.ended {
        None => (false, card.due.unix()),
        Some(_) => (true, -card.started.unix()),
    });
    cards
}

fn card(place: usize, clock: &Clock, law: (&RuleProfile, &Calendar), now: Instant, texts: &Texts) -> Card {
    let (profile, calendar) = law;
    let words = texts.case_detail();
    let status = clock.status(now);
    Card {
        place,
        title: title(clock, texts),
        started: clock.started_at,
        due: clock.due.at,
        yellow_from: yellow_from(calendar, clock.due.at, clock.yellow),
        clause: short_citation(profile, &clock.clause),
        ended: match status {
            ClockStatus::Running | ClockStatus::Overdue => None,
            ClockStatus::Met => Some(words.met),
            ClockStatus::Missed => Some(words.missed),
            ClockStatus::Ended => Some(words.ended),
        },
        late: status == ClockStatus::Missed,
        provisional: clock.due.provisional,
    }
}

/// Name and length of a period.
#[must_use]
pub fn title(clock: &Clock, texts: &Texts) -> String {
    let name = clock.name.text(texts.language);
    format!("{name} · {}", length(clock.period, texts.language))
}

/// A length as people write it.
#[must_use]
pub fn length(period: Period, language: Language) -> String {
    match language {
        Language::Zh => period.to_string(),
        Language::En => period.text_en(),
    }
}

/// How its end comes about, a sentence a step, with the steps themselves for the calendar.
#[must_use]
pub fn explanation(
    clock: &Clock,
    (profile, calendar): (&RuleProfile, &Calendar),
    texts: &Texts,
) -> Vec<(anju_shared::deadlines::Step, String)> {
    let steps = explain_under(calendar, &clock.count(), &citation(profile, &clock.clause));
    steps
        .into_iter()
        .map(|step| {
            let said = match texts.language {
                Language::Zh => step.text_zh(),
                Language::En => step.text_en(),
            };
            (step, said)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};

    #[test]
    fn what_runs_comes_first_and_a_window_that_has_passed_says_so() {
        // TJ-8.2: the right to hand a case back ends after two working days; nobody failed.
        let case = sample::dispatched();
        let now = sample::at("2026-11-20T09:00:00+08:00");
        let cards = cards(&case, (&sample::profile(), Calendar::official()), now, &ZH);
        let ended: Vec<&Card> = cards.iter().filter(|card| card.ended.is_some()).collect();
        assert!(cards[0].ended.is_none());
        assert!(ended.iter().any(|card| card.ended == Some("已过")));
        assert!(ended.iter().any(|card| card.ended == Some("按期")));
    }

    #[test]
    fn a_period_is_explained_under_its_clause_to_its_last_day() {
        // TJ-9.1: ten working days.
        let case = sample::dispatched();
        let clock = case.clocks.iter().find(|clock| clock.clause == "TJ-9.1");
        let said = explanation(
            clock.expect("it runs"),
            (&sample::profile(), Calendar::official()),
            &ZH,
        );
        assert!(said[0].1.contains("第九条第一款"), "{}", said[0].1);
        assert!(said.iter().any(|(_, text)| text.starts_with("期限届满")));
    }
}
