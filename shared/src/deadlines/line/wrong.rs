//! Why a line cannot be answered, field by field, in words that say what would be right.

use super::Language;
use crate::time::Instant;
use serde_json::{Map, Value};

/// A line that was refused.
pub(super) struct Wrong {
    /// Its id, if it could be read.
    pub(super) id: Option<String>,
    pub(super) faults: Vec<Fault>,
}

/// One field that is not as it should be.
pub(super) struct Fault {
    pub(super) field: String,
    pub(super) expected: Expected,
    /// What stands there instead, shortened; empty if nothing does.
    pub(super) found: String,
}

/// What would be right.
#[derive(Clone, Copy)]
pub(super) enum Expected {
    Object,
    Text,
    Instant,
    Unit,
    Amount,
    Extension,
    List,
    NotBeforeFrom,
    WrittenYear,
    LeftToTheRules,
    KnownField,
    KnownFieldOfPause,
}

impl Expected {
    const fn text(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::Object => ("一个 JSON 对象", "a JSON object"),
            Self::Text => ("字符串", "a string"),
            Self::Instant => (
                "带时区的 RFC 3339 时刻，如 2026-11-12T11:20:00+08:00",
                "an RFC 3339 instant with offset such as 2026-11-12T11:20:00+08:00",
            ),
            Self::Unit => (
                "minutes、hours、working_days 或 calendar_days",
                "minutes, hours, working_days or calendar_days",
            ),
            Self::Amount => ("1 至 100000 的整数", "a whole number from 1 to 100000"),
            Self::Extension => ("0 至 100000 的整数", "a whole number from 0 to 100000"),
            Self::List => (
                "形如 {\"from\", \"to\"} 的对象的数组",
                "a list of objects {\"from\", \"to\"}",
            ),
            Self::NotBeforeFrom => ("不早于 from 的时刻", "an instant not before its from"),
            Self::WrittenYear => (
                "不晚于 9999 年的届满时刻",
                "a period that ends before the year 10000",
            ),
            Self::LeftToTheRules => ("不写，期限由规则集规定", "nothing here: the rules set the period"),
            Self::KnownField => (
                "id、start、unit、amount、extension_days、pauses、due 之一",
                "one of id, start, unit, amount, extension_days, pauses, due",
            ),
            Self::KnownFieldOfPause => ("from 或 to", "from or to"),
        };
        match language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

impl Wrong {
    /// All faults in one sentence.
    pub(super) fn text(&self, language: Language) -> String {
        let faults = self.faults.iter().map(
            |Fault {
                 field,
                 expected,
                 found,
             }| {
                let expected = expected.text(language);
                match (language, found.is_empty()) {
                    (Language::Chinese, true) => format!("{field}：应为{expected}，缺失"),
                    (Language::Chinese, false) => format!("{field}：应为{expected}，实为 {found}"),
                    (Language::English, true) => format!("{field}: expected {expected}, but it is missing"),
                    (Language::English, false) => format!("{field}: expected {expected}, found {found}"),
                }
            },
        );
        faults.collect::<Vec<_>>().join(match language {
            Language::Chinese => "；",
            Language::English => "; ",
        })
    }
}

/// Reads a refused line again, leniently, to name what the strict reader stumbled over. `ruled` if the rules set the
/// period.
pub(super) fn diagnose(line: &str, error: Option<&serde_json::Error>, ruled: bool) -> Wrong {
    let mut faults = Vec::new();
    let value = serde_json::from_str::<Value>(line);
    let object = value.as_ref().ok().and_then(Value::as_object);
    if let Some(object) = object {
        fields(object, ruled, &mut faults);
    }
    if faults.is_empty() {
        // Broken JSON, no object, or a field twice: the parser knows where.
        faults.push(Fault {
            field: "line".into(),
            expected: Expected::Object,
            found: error.map(ToString::to_string).unwrap_or_default(),
        });
    }
    let id = object.and_then(|object| object.get("id")?.as_str().map(str::to_owned));
    Wrong { id, faults }
}

fn fields(object: &Map<String, Value>, ruled: bool, faults: &mut Vec<Fault>) {
    let mut check = |field: &str, expected, right: fn(&Value) -> bool, optional: bool| match object.get(field)
    {
        None | Some(Value::Null) if optional => {}
        Some(value) if right(value) => {}
        value => faults.push(Fault {
            field: field.into(),
            expected,
            found: value.map_or_else(String::new, shown),
        }),
    };
    check("id", Expected::Text, Value::is_string, false);
    check("start", Expected::Instant, is_instant, false);
    if ruled {
        check("unit", Expected::LeftToTheRules, |_| false, true);
        check("amount", Expected::LeftToTheRules, |_| false, true);
    } else {
        check("unit", Expected::Unit, is_unit, false);
        check("amount", Expected::Amount, |value| is_number(value, 1), false);
    }
    check(
        "extension_days",
        Expected::Extension,
        |value| is_number(value, 0),
        true,
    );
    check(
        "pauses",
        Expected::List,
        |value| {
            value
                .as_array()
                .is_some_and(|list| list.iter().all(Value::is_object))
        },
        true,
    );
    let pauses = object
        .get("pauses")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    for (index, pause) in pauses
        .enumerate()
        .filter_map(|(index, pause)| Some((index, pause.as_object()?)))
    {
        for end in ["from", "to"]
            .into_iter()
            .filter(|end| !pause.get(*end).is_some_and(is_instant))
        {
            let found = pause.get(end).map_or_else(String::new, shown);
            faults.push(Fault {
                field: format!("pauses[{index}].{end}"),
                expected: Expected::Instant,
                found,
            });
        }
        for (key, value) in pause
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "from" | "to"))
        {
            let field = format!("pauses[{index}].{key}");
            faults.push(Fault {
                field,
                expected: Expected::KnownFieldOfPause,
                found: shown(value),
            });
        }
    }
    const KNOWN: [&str; 7] = ["id", "start", "unit", "amount", "extension_days", "pauses", "due"];
    for (key, value) in object.iter().filter(|(key, _)| !KNOWN.contains(&key.as_str())) {
        faults.push(Fault {
            field: key.clone(),
            expected: Expected::KnownField,
            found: shown(value),
        });
    }
}

fn is_instant(value: &Value) -> bool {
    value.as_str().is_some_and(|text| Instant::parse(text).is_ok())
}

fn is_unit(value: &Value) -> bool {
    matches!(
        value.as_str(),
        Some("minutes" | "hours" | "working_days" | "calendar_days")
    )
}

fn is_number(value: &Value, least: u64) -> bool {
    value
        .as_u64()
        .is_some_and(|number| (least..=100_000).contains(&number))
}

/// The value as it stands in the line, cut short.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
