//! What stands in a regime beside the words of dictionaries: periods, yearly duties, parameters, grades.

use crate::{
    deadlines::Period,
    problem::Bilingual,
    rules::{
        clock::{Bearer, ClockKind, ClockRule, Effect, Extension, PauseRule, StartEvent, StopEvent},
        lapse::{Cycle, Lapse},
    },
    time::LegalDate,
    workflow::Urgency,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One period as a lawyer reads it: [`ClockRule`] and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClockEntry {
    /// Which period.
    pub kind: ClockKind,
    /// Only for cases of this urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Only if there is a reporter who gave name and contact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub real_name_only: bool,
    /// How long.
    pub period: Period,
    /// What starts it.
    pub starts: StartEvent,
    /// What stops it.
    pub stops: StopEvent,
    /// Duty or window.
    pub effect: Effect,
    /// Whom it binds.
    pub bearer: Bearer,
    /// The yellow lamp is lit when no more than this is left.
    pub yellow: Period,
    /// A last reminder is given when no more than this is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder: Option<Period>,
    /// Whether and how it may be lengthened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// For what it may stand still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<PauseRule>,
    /// What follows when it has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapse: Option<Lapse>,
    /// The clause that sets the period.
    pub clause: String,
    /// Further clauses that it carries out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What it is called.
    pub name: Bilingual,
}

impl ClockEntry {
    /// What the procedure works with.
    #[must_use]
    pub fn rule(&self) -> ClockRule {
        ClockRule {
            kind: self.kind,
            urgency: self.urgency,
            real_name_only: self.real_name_only,
            period: self.period,
            starts: self.starts,
            stops: self.stops,
            effect: self.effect,
            bearer: self.bearer,
            yellow: self.yellow,
            extension: self.extension.clone(),
            pause: self.pause.clone(),
            clause: self.clause.clone(),
            name: self.name.clone(),
        }
    }

    /// Whether the procedure has the events with which it begins and ends.
    #[must_use]
    pub const fn runs(&self) -> bool {
        self.starts.happens() && self.stops.happens()
    }

    /// What follows when it has passed.
    #[must_use]
    pub fn lapse(&self) -> Lapse {
        self.lapse.unwrap_or(match self.effect {
            Effect::Duty => Lapse::Overdue,
            Effect::Window => Lapse::RightEnds,
        })
    }
}

/// Something that is due again and again, for no single case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable code.
    pub code: String,
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
    /// How often.
    pub every: Cycle,
    /// In which month of the round, the first being 1.
    #[serde(default = "first")]
    pub month: u32,
    /// By which day of that month.
    pub day: u32,
    /// Whom it binds.
    pub bearer: Bearer,
    /// The clause.
    pub clause: String,
}

const fn first() -> u32 {
    1
}

impl Duty {
    /// The first last day that is not before `day`: as the clause names it, whether it is worked or not.
    #[must_use]
    pub fn next(&self, day: LegalDate) -> LegalDate {
        let (year, month, _) = day.ymd();
        let months = i64::from(year) * 12 + i64::from(month) - 1;
        let round = i64::from(self.every.months());
        let within = i64::from(self.month) - 1;
        let first = months.div_euclid(round) * round + within;
        (0..3)
            .filter_map(|later| date(first + later * round, self.day))
            .find(|end| *end >= day)
            .unwrap_or(day)
    }
}

/// This day of a month counted from the year 0; the last day of a shorter month.
fn date(months: i64, day: u32) -> Option<LegalDate> {
    let year = i32::try_from(months.div_euclid(12)).ok()?;
    let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
    (28..=day.max(28))
        .rev()
        .find_map(|last| LegalDate::new(year, month, day.min(last)))
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A number, in the unit that the parameter names.
    Number(u64),
    /// One of the choices.
    Choice(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(true) => f.write_str("是"),
            Self::Flag(false) => f.write_str("否"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Choice(choice) => f.write_str(choice),
        }
    }
}

impl Value {
    /// In English.
    #[must_use]
    pub fn en(&self) -> String {
        match self {
            Self::Flag(true) => "yes".to_owned(),
            Self::Flag(false) => "no".to_owned(),
            other => other.to_string(),
        }
    }
}

/// A number or a choice that no period carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Stable code.
    pub code: String,
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
    /// Its value.
    pub value: Value,
    /// In what a number is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Bilingual>,
    /// From and to which number is believed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<(u64, u64)>,
    /// What else may be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Whether the clause itself gives the value. If not, it asks for one and Anju proposes it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub given: bool,
    /// The clause.
    pub clause: String,
}

/// One grade of accidents. Each number is the least with which the grade is reached (以上含本数).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AccidentGrade {
    /// Stable code.
    pub code: String,
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
    /// Deaths.
    pub deaths_from: u32,
    /// Serious injuries, acute poisoning included.
    pub injuries_from: u32,
    /// Direct loss in yuan.
    pub loss_from: u64,
    /// Who inquires into it.
    pub inquirer: Bilingual,
    /// Up to where it is reported.
    pub reported_to: Bilingual,
    /// The clause.
    pub clause: String,
    /// The clauses that say who inquires and up to where it is reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}
