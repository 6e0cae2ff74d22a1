//! 联络单: each year every unit names who answers for reports in it. By which day, and who answers for a unit that named
//! nobody, stands in the rule profile (D2-4.5).
//!
//! Not here: the sheets themselves (`api::liaison`). Start with [`standing`].

use crate::{
    rules::LiaisonRule,
    time::{Instant, LegalDate},
};
use serde::{Deserialize, Serialize};

/// How a unit stands with its sheet of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LiaisonStanding {
    /// Filed by the day.
    Filed,
    /// Filed, but after the day.
    FiledLate,
    /// Not filed, and the day has not passed.
    Awaited,
    /// Not filed by the day: whom the rule names answers.
    Defaulted,
}

impl LiaisonStanding {
    /// Whether there is a sheet.
    #[must_use]
    pub const fn is_filed(self) -> bool {
        matches!(self, Self::Filed | Self::FiledLate)
    }
}

/// The last day of this year on which a sheet is in time; `None` where the year has no such day.
#[must_use]
pub fn last_day(rule: &LiaisonRule, year: i32) -> Option<LegalDate> {
    LegalDate::new(year, rule.month, rule.day)
}

/// How a unit stands whose sheet of this year was filed then, or not at all.
#[must_use]
pub fn standing(rule: &LiaisonRule, year: i32, filed: Option<Instant>, now: Instant) -> LiaisonStanding {
    // The last day runs to its midnight (24:00).
    let in_time = |at: Instant| last_day(rule, year).is_none_or(|day| at < day.plus(1).start());
    match filed {
        Some(at) if in_time(at) => LiaisonStanding::Filed,
        Some(_) => LiaisonStanding::FiledLate,
        None if in_time(now) => LiaisonStanding::Awaited,
        None => LiaisonStanding::Defaulted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Bilingual;

    fn rule() -> LiaisonRule {
        LiaisonRule {
            month: 1,
            day: 24,
            default: Bilingual::new("办公室", "its office"),
            clause: "D2-4.5".to_owned(),
        }
    }

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("an instant")
    }

    #[test]
    fn a_sheet_is_in_time_until_midnight_of_the_24th_of_january_d2_4_5() {
        let (before, after) = (at("2026-01-24T15:59:59Z"), at("2026-01-24T16:00:00Z"));
        let now = at("2026-06-01T00:00:00Z");
        assert_eq!(standing(&rule(), 2026, Some(before), now), LiaisonStanding::Filed);
        assert_eq!(
            standing(&rule(), 2026, Some(after), now),
            LiaisonStanding::FiledLate
        );
    }

    #[test]
    fn whoever_names_nobody_by_the_day_is_answered_for_by_the_default_d2_4_5() {
        let (before, after) = (at("2026-01-24T15:59:59Z"), at("2026-01-24T16:00:00Z"));
        assert_eq!(standing(&rule(), 2026, None, before), LiaisonStanding::Awaited);
        assert_eq!(standing(&rule(), 2026, None, after), LiaisonStanding::Defaulted);
        assert_eq!(standing(&rule(), 2027, None, after), LiaisonStanding::Awaited);
    }
}
