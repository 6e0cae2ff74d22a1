//! A length of time as regulations write it.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::RangeInclusive};

/// What a period is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = PeriodUnit))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 分钟: runs through nights and holidays.
    Minutes,
    /// 小时: runs through nights and holidays.
    Hours,
    /// 工作日: days that the yearly arrangement leaves as working days.
    WorkingDays,
    /// 日: days of the calendar; the last one moves to a working day.
    CalendarDays,
}

/// An amount of a unit, such as 10 working days (10 个工作日).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "Unchecked")]
pub struct Period {
    /// How many; one of [`Period::AMOUNTS`] wherever it comes from outside.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

impl Period {
    /// The amounts that are believed. More than 270 years is a slip of the keyboard.
    pub const AMOUNTS: RangeInclusive<u32> = 1..=100_000;

    /// An amount of a unit.
    #[must_use]
    pub const fn new(amount: u32, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// In English: `10 working days`.
    #[must_use]
    pub fn text_en(self) -> String {
        let unit = match self.unit {
            Unit::Minutes => "minute",
            Unit::Hours => "hour",
            Unit::WorkingDays => "working day",
            Unit::CalendarDays => "calendar day",
        };
        format!(
            "{} {unit}{}",
            self.amount,
            if self.amount == 1 { "" } else { "s" }
        )
    }
}

/// In Chinese, as the documents write it: 10 个工作日, 24 小时, 60 日.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Minutes => "分钟",
            Unit::Hours => "小时",
            Unit::WorkingDays => "个工作日",
            Unit::CalendarDays => "日",
        };
        write!(f, "{} {unit}", self.amount)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    amount: u32,
    unit: Unit,
}

impl TryFrom<Unchecked> for Period {
    type Error = String;

    fn try_from(Unchecked { amount, unit }: Unchecked) -> Result<Self, String> {
        if Self::AMOUNTS.contains(&amount) {
            return Ok(Self { amount, unit });
        }
        Err(format!(
            "amount: expected 1 to {}, found {amount}",
            Self::AMOUNTS.end()
        ))
    }
}
