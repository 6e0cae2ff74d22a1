//! What was filled in, and what the server is asked with it. Pure.

use crate::text::Language;
use anju_shared::{
    api::deadlines::{DeadlineBody, PauseBody, PeriodBody, RegimePeriod},
    time::Instant,
};

/// What a period is counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mode {
    /// A rule sets it.
    #[default]
    Rules,
    /// Any length.
    Any,
    /// That of the own report, by receipt code.
    Report,
}

impl Mode {
    /// All of them, with the names under which tests find them.
    pub(super) const ALL: [(Self, &'static str); 3] = [
        (Self::Rules, "rules"),
        (Self::Any, "any"),
        (Self::Report, "report"),
    ];
}

/// Codes of the units, in the order of their words.
pub(super) const UNITS: [&str; 4] = ["working_days", "calendar_days", "hours", "minutes"];
/// Ids of the fields of pauses: as many as anybody fills in by hand. They equal the fields that the server names.
pub(super) const PAUSES: [[&str; 2]; 5] = [
    ["pauses[0].from", "pauses[0].to"],
    ["pauses[1].from", "pauses[1].to"],
    ["pauses[2].from", "pauses[2].to"],
    ["pauses[3].from", "pauses[3].to"],
    ["pauses[4].from", "pauses[4].to"],
];

/// What was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) mode: Mode,
    /// Id of the regime.
    pub(super) regime: String,
    /// Which of its periods: see [`key`].
    pub(super) period: String,
    pub(super) amount: String,
    pub(super) unit: String,
    /// As the browser writes a local day and time: `2026-11-12T11:20`.
    pub(super) start: String,
    pub(super) extension: String,
    /// From and to, as `start`.
    pub(super) pauses: Vec<[String; 2]>,
    pub(super) code: String,
}

/// What a period of a regime is known by: `handling/urgent`, or its kind alone.
pub(super) fn key(period: &RegimePeriod) -> String {
    match period.urgency {
        Some(urgency) => format!("{}/{urgency}", period.kind),
        None => period.kind.to_string(),
    }
}

/// What a period of a regime is called in a list: `核查并反馈（一般）· 10 个工作日`.
pub(super) fn called(period: &RegimePeriod, language: Language) -> String {
    let name = period.name.text(language);
    let length = match language {
        Language::Zh => period.period.to_string(),
        Language::En => period.period.text_en(),
    };
    match (period.urgency, language) {
        (Some(urgency), Language::Zh) => format!("{name}（{}）· {length}", urgency.zh()),
        (Some(urgency), Language::En) => format!("{name} ({}) · {length}", urgency.en()),
        (None, _) => format!("{name} · {length}"),
    }
}

impl Form {
    /// A form that begins at this moment.
    pub(super) fn at(now: Instant) -> Self {
        Self {
            amount: "10".to_owned(),
            unit: UNITS[0].to_owned(),
            start: local(now),
            ..Self::default()
        }
    }

    /// What the calculator is asked. What cannot be read is left out, and the server says what is missing.
    pub(super) fn body(&self) -> DeadlineBody {
        let extension = self.extension.trim();
        let mut body = DeadlineBody {
            start: instant(&self.start),
            // What is no number must not count as none.
            extension_days: (!extension.is_empty()).then(|| extension.parse().unwrap_or(-1)),
            pauses: self.pauses.iter().map(pause).collect(),
            ..DeadlineBody::default()
        };
        match self.mode {
            Mode::Any => {
                body.period = Some(PeriodBody {
                    amount: self.amount.trim().parse().ok(),
                    unit: Some(self.unit.clone()),
                });
            }
            Mode::Rules | Mode::Report => {
                let (kind, urgency) = match self.period.split_once('/') {
                    Some((kind, urgency)) => (kind, Some(urgency)),
                    None => (self.period.as_str(), None),
                };
                body.regime = Some(self.regime.clone());
                body.clock = (!kind.is_empty()).then(|| kind.to_owned());
                body.urgency = urgency.map(str::to_owned);
            }
        }
        body
    }
}

fn pause([from, to]: &[String; 2]) -> PauseBody {
    PauseBody {
        from: instant(from),
        to: instant(to),
    }
}

/// A local day and time as RFC 3339, in the time zone that binds the authorities.
fn instant(local: &str) -> Option<String> {
    let seconds = if local.len() > "2026-11-12T11:20".len() {
        ""
    } else {
        ":00"
    };
    (!local.is_empty()).then(|| format!("{local}{seconds}+08:00"))
}

/// A moment as the browser writes a local day and time.
pub(super) fn local(at: Instant) -> String {
    let (hour, minute, _) = at.local_time();
    format!("{}T{hour:02}:{minute:02}", at.local_date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::rules::{built_in_regimes, regime};

    fn form() -> Form {
        Form::at(Instant::parse("2026-11-12T03:20:30Z").expect("an instant"))
    }

    #[test]
    fn a_form_begins_now_in_the_time_of_beijing() {
        assert_eq!(form().start, "2026-11-12T11:20");
        let body = form().body();
        assert_eq!(body.start.as_deref(), Some("2026-11-12T11:20:00+08:00"));
        assert_eq!((body.extension_days, body.clock), (None, None));
    }

    #[test]
    fn a_period_of_the_rules_is_asked_for_by_kind_and_urgency() {
        let tj = regime("TJ").expect("TJ").periods();
        let urgent = tj.periods.iter().find(|one| key(one) == "handling/urgent");
        assert_eq!(
            called(urgent.expect("a period"), Language::Zh),
            "核查、消除隐患并反馈（紧急）· 24 小时"
        );
        let form = Form {
            regime: "TJ".into(),
            period: "handling/urgent".into(),
            ..form()
        };
        let asked = form.body().parse(built_in_regimes()).expect("it is right");
        assert_eq!(asked.count.period.to_string(), "24 小时");
    }

    #[test]
    fn what_is_no_number_is_said_to_be_wrong_and_not_left_out() {
        let form = Form {
            mode: Mode::Any,
            amount: "ten".into(),
            extension: "many".into(),
            pauses: vec![["2026-11-13T09:00".into(), String::new()]],
            ..form()
        };
        let wrong = form.body().parse(built_in_regimes()).expect_err("much is wrong");
        let fields: Vec<&str> = wrong.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["period.amount", "extension_days", PAUSES[0][1]]);
    }
}
