//! Lengthening a period (延期): whether its rule permits it, and when it then ends.

use super::Extension;
use crate::{
    calendar::Calendar,
    deadlines::{Count, Due, due},
    problem::Bilingual,
    time::Instant,
};

/// Why a period is not lengthened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionRefusal {
    /// The rules know no extension of this period.
    NotExtendable,
    /// It was asked for after the period had ended (AH-2.2b).
    TooLate,
    /// With it the period would be lengthened by more than the clause permits.
    TooLong {
        /// At most so many days in all.
        most: u32,
    },
    /// It would pass the statutory end, which only the next higher authority moves (MEM-7.5).
    PastStatutoryEnd {
        /// That end.
        end: Due,
    },
}

impl ExtensionRefusal {
    /// Stable code for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotExtendable => "not_extendable",
            Self::TooLate => "extension_too_late",
            Self::TooLong { .. } => "extension_too_long",
            Self::PastStatutoryEnd { .. } => "past_statutory_end",
        }
    }

    /// The refusal as a sentence.
    #[must_use]
    pub fn message(self) -> Bilingual {
        match self {
            Self::NotExtendable => Bilingual::new("该时限不得延期", "This period may not be extended"),
            Self::TooLate => Bilingual::new(
                "已逾期，不得申请延期",
                "The period is over: no extension can be asked for",
            ),
            Self::TooLong { most } => Bilingual::new(
                format!("延期累计不得超过 {most} 日"),
                format!("At most {most} days in all"),
            ),
            Self::PastStatutoryEnd { end } => {
                let day = end.last_day.map_or_else(String::new, |day| day.to_string());
                Bilingual::new(
                    format!("延期后超过法定期限（{day}），须先经上一级应急管理部门批准延长法定期限"),
                    format!(
                        "It would pass the statutory end ({day}), which the next higher authority must move first"
                    ),
                )
            }
        }
    }
}

/// An extension that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct ExtensionAsked<'a> {
    /// The period as it runs, earlier extensions included.
    pub running: &'a Count,
    /// The end of the statutory period, where an internal one runs beside it.
    pub statutory: Option<Due>,
    /// By so many calendar days more.
    pub days: u32,
    /// When it is asked for.
    pub at: Instant,
}

impl Extension {
    /// Whether it is too late to ask at this instant (AH-2.2b).
    #[must_use]
    pub fn is_over(&self, end: Due, at: Instant) -> bool {
        self.before_due && end.at <= at
    }

    /// The end of a running period if it is lengthened as it is asked.
    ///
    /// # Errors
    /// Why it may not be lengthened so.
    pub fn lengthened(
        &self,
        calendar: &Calendar,
        asked: &ExtensionAsked<'_>,
    ) -> Result<Due, ExtensionRefusal> {
        if self.is_over(due(calendar, asked.running), asked.at) {
            return Err(ExtensionRefusal::TooLate);
        }
        let total = asked.running.extension_days.saturating_add(asked.days);
        if total > self.most {
            return Err(ExtensionRefusal::TooLong { most: self.most });
        }
        let longer = Count {
            extension_days: total,
            ..asked.running.clone()
        };
        let end = due(calendar, &longer);
        match asked.statutory.filter(|outer| outer.at < end.at) {
            Some(end) => Err(ExtensionRefusal::PastStatutoryEnd { end }),
            None => Ok(end),
        }
    }
}
