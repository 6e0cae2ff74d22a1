//! The periods of a case as cards: what runs first, what has ended last.

use super::words::short_citation;
use crate::text::{Language, Texts, format};
use anju_shared::{
    calendar::Calendar,
    deadlines::{Period, due, yellow_from},
    rules::{ClockKind, RuleProfile},
    time::Instant,
    workflow::{Case, Clock, ClockStatus},
};

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Place of the clock in the case.
    pub place: usize,
    /// Which period.
    pub kind: ClockKind,
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
    /// It stands still: why, since when, and what its end would be if it ran again now.
    pub paused: Option<String>,
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
        kind: clock.kind,
        title: title(clock, texts),
        started: clock.started_at,
        due: clock.due.at,
        yellow_from: yellow_from(calendar, clock.due.at, clock.yellow),
        clause: short_citation(profile, &clock.clause),
        ended: match status {
            ClockStatus::Running | ClockStatus::Overdue | ClockStatus::Paused => None,
            ClockStatus::Met => Some(words.met),
            ClockStatus::Missed => Some(words.missed),
            ClockStatus::Ended => Some(words.ended),
        },
        late: status == ClockStatus::Missed,
        paused: clock
            .pause()
            .filter(|_| status == ClockStatus::Paused)
            .map(|pause| {
                let since = format::moment(pause.from, now, texts.language);
                let end = due(calendar, &clock.count_at(now)).at;
                let last = format::last_day(end, now, texts.language);
                (words.paused)(pause.reason.text(texts.language), &since, &last)
            }),
        provisional: clock.due.provisional,
    }
}

/// Name and length of a period.
#[must_use]
pub fn title(clock: &Clock, texts: &Texts) -> String {
    let name = clock.name.text(texts.language);
    let length = length(clock.period, texts.language);
    match clock.extension_days {
        0 => format!("{name} · {length}"),
        days => format!("{name} · {length} {}", (texts.case_detail().extended)(days)),
    }
}

/// A length as people write it.
#[must_use]
pub fn length(period: Period, language: Language) -> String {
    match language {
        Language::Zh => period.to_string(),
        Language::En => period.text_en(),
    }
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
}
