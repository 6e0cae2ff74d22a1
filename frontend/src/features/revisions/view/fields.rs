//! The fields of an entry: reading and writing one of them, what is wrong with it before anything is sent, and the
//! entry in words.

use super::content::{Entry, KEY, has_key};
use anju_shared::{
    deadlines::{Period, Unit},
    problem::Language,
    rules::form::{Field, Kind, Name, Section},
    workflow::based,
};
use serde_json::{Map, Value};

/// Units of a period with their codes.
pub const UNITS: [(&str, Unit); 4] = [
    ("minutes", Unit::Minutes),
    ("hours", Unit::Hours),
    ("working_days", Unit::WorkingDays),
    ("calendar_days", Unit::CalendarDays),
];

/// The name in this language.
#[must_use]
pub const fn named(name: Name, language: Language) -> &'static str {
    match language {
        Language::Zh => name.0,
        Language::En => name.1,
    }
}

/// What stands at this path.
#[must_use]
pub fn get<'a>(entry: &'a Entry, path: &[&str]) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let start = entry.get(*first)?;
    rest.iter().try_fold(start, |within, part| within.get(part))
}

/// The entry with this at this path; without a value nothing stands there.
#[must_use]
pub fn set(entry: &Entry, path: &[&str], value: Option<Value>) -> Entry {
    let mut entry = entry.clone();
    let Some((first, rest)) = path.split_first() else {
        return entry;
    };
    let value = match rest {
        [] => value,
        rest => {
            let within = entry.get(*first).and_then(Value::as_object);
            let within = set(&within.cloned().unwrap_or_default(), rest, value);
            (!within.is_empty()).then_some(Value::Object(within))
        }
    };
    match value {
        Some(value) => entry.insert((*first).to_owned(), value),
        None => entry.remove(*first),
    };
    entry
}

/// A value as it stands in an input: words one a line.
#[must_use]
pub fn typed(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null | Value::Object(_)) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(words)) => {
            let words: Vec<String> = words.iter().map(|word| typed(Some(word))).collect();
            words.join("\n")
        }
        Some(other) => other.to_string(),
    }
}

/// What was typed as a text; nothing typed is no value.
#[must_use]
pub fn text(typed: &str) -> Option<Value> {
    (!typed.is_empty()).then(|| Value::from(typed))
}

/// What was typed as a number. What is none stays as it was typed, to be told.
#[must_use]
pub fn number(typed: &str) -> Option<Value> {
    let typed = typed.trim();
    match typed.parse::<u64>() {
        Ok(number) => Some(Value::from(number)),
        Err(_) => text(typed),
    }
}

/// What was typed as words, one a line.
#[must_use]
pub fn words(typed: &str) -> Option<Value> {
    let words: Vec<Value> = typed.lines().map(Value::from).collect();
    (!words.is_empty()).then_some(Value::Array(words))
}

/// How the value of a parameter is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// One of these.
    Among(Vec<String>),
    /// A number, within its range where there is one.
    Number(Option<(u64, u64)>),
    /// Yes or no.
    Flag,
}

/// How the value of this parameter is chosen: by what stands beside it.
#[must_use]
pub fn chosen(entry: &Entry) -> Chosen {
    let array = |name: &str| entry.get(name).and_then(Value::as_array);
    if let Some(choices) = array("choices").filter(|choices| !choices.is_empty()) {
        return Chosen::Among(choices.iter().map(|one| typed(Some(one))).collect());
    }
    let range = array("range").map(|range| {
        let end = |at: usize| range.get(at).and_then(Value::as_u64).unwrap_or_default();
        (end(0), end(1))
    });
    match entry.get("value") {
        Some(Value::Bool(_)) if range.is_none() => Chosen::Flag,
        None if range.is_none() => Chosen::Flag,
        _ => Chosen::Number(range),
    }
}

/// What is wrong with a field before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has to be there.
    Missing,
    /// A whole number from here to there is wanted.
    OutOfRange(u64, u64),
}

/// Everything wrong with an entry, with the path of each field joined by points.
#[must_use]
pub fn wrong(section: &Section, entry: &Entry) -> Vec<(String, Wrong)> {
    let mut found = vec![];
    if has_key(section) && get(entry, &[KEY]).is_none() {
        found.push((KEY.to_owned(), Wrong::Missing));
    }
    within(section.fields, entry, "", &mut found);
    found
}

fn within(fields: &[Field], entry: &Map<String, Value>, above: &str, found: &mut Vec<(String, Wrong)>) {
    for field in fields {
        let path = match above {
            "" => field.name.to_owned(),
            above => format!("{above}.{}", field.name),
        };
        let value = entry.get(field.name);
        if value.is_none_or(Value::is_null) {
            let spoken = field.required && !matches!(field.kind, Kind::Flag | Kind::Value);
            found.extend(spoken.then_some((path, Wrong::Missing)));
            continue;
        }
        let number = |value: Option<&Value>, (from, to): (u64, u64)| {
            let fits = value
                .and_then(Value::as_u64)
                .is_some_and(|it| (from..=to).contains(&it));
            (!fits).then_some(Wrong::OutOfRange(from, to))
        };
        let part = |name: &str| value.and_then(|value| value.get(name));
        let fault = match field.kind {
            Kind::Number(from, to) => number(value, (from, to)),
            Kind::Period => number(part("amount"), amounts()),
            Kind::Bilingual => ["zh", "en"]
                .iter()
                .any(|name| part(name).is_none())
                .then_some(Wrong::Missing),
            Kind::Value => match chosen(entry) {
                Chosen::Number(range) => number(value, range.unwrap_or((0, u64::MAX))),
                Chosen::Among(_) | Chosen::Flag => None,
            },
            _ => None,
        };
        if let (Kind::Group(fields), Some(Value::Object(value))) = (field.kind, value) {
            within(fields, value, &path, found);
        }
        found.extend(fault.map(|fault| (path, fault)));
    }
}

/// From and to which amount a period is believed.
#[must_use]
pub fn amounts() -> (u64, u64) {
    (
        u64::from(*Period::AMOUNTS.start()),
        u64::from(*Period::AMOUNTS.end()),
    )
}

/// What an entry is called: by its own name, else by what it is known by.
#[must_use]
pub fn name(section: &Section, entry: &Entry, key: &str, language: Language) -> String {
    let (own, other) = match language {
        Language::Zh => ("zh", "en"),
        Language::En => ("en", "zh"),
    };
    let paths: [&[&str]; 6] = [
        &["name", own],
        &["matter", own],
        &[own],
        &[other],
        &["article"],
        &["title"],
    ];
    let found = paths.iter().find_map(|path| get(entry, path)?.as_str());
    let choice = section.fields.first().and_then(|field| match field.kind {
        Kind::Choice(_) if found.is_none() => Some(told(field, entry, language)),
        _ => None,
    });
    let found = found
        .map(str::to_owned)
        .or(choice)
        .filter(|name| !name.is_empty());
    let base = || {
        let base = (section.code == "bases").then(|| based(key))??;
        Some(base.text(language).to_owned())
    };
    found.or_else(base).unwrap_or_else(|| match key {
        "" => named(section.name, language).to_owned(),
        key => key.to_owned(),
    })
}

/// Fields by which an entry is known or called, and its clauses: a summary leaves them out.
const KNOWN: [&str; 10] = [
    "code", "kind", "urgency", "zh", "en", "name", "matter", "clause", "also", "article",
];

/// What an entry says, field by field, without its name and its clauses.
#[must_use]
pub fn summary(section: &Section, entry: &Entry, language: Language) -> Vec<(&'static str, String)> {
    let fields = section.fields.iter().filter(|field| !KNOWN.contains(&field.name));
    let told = fields.map(|field| (named(field.title, language), told(field, entry, language)));
    told.filter(|(_, value)| !value.is_empty()).collect()
}

/// What a field says, in words.
#[must_use]
pub fn told(field: &Field, entry: &Entry, language: Language) -> String {
    let Some(value) = entry.get(field.name) else {
        return String::new();
    };
    let part = |name: &str| value.get(name);
    match field.kind {
        Kind::Bilingual => typed(part(match language {
            Language::Zh => "zh",
            Language::En => "en",
        })),
        Kind::Flag | Kind::Value if value.is_boolean() => yes_or_no(value == &Value::Bool(true), language),
        Kind::Choice(words) => {
            let code = value.as_str().unwrap_or_default();
            let word = words().into_iter().find(|word| word.code == code);
            word.map_or_else(|| code.to_owned(), |word| named(word.name, language).to_owned())
        }
        Kind::Period => period(value, language),
        Kind::Range => typed(Some(value)).replace('\n', "–"),
        Kind::Words | Kind::Clauses | Kind::Codes(_) => typed(Some(value)).replace('\n', separator(language)),
        Kind::Group(fields) => {
            let within = value.as_object().cloned().unwrap_or_default();
            let parts = fields
                .iter()
                .filter_map(|field| part_told(field, &within, language));
            parts.collect::<Vec<_>>().join(separator(language))
        }
        _ => typed(Some(value)),
    }
}

/// A field of a group with its title: of yes and no only yes, by its title alone.
fn part_told(field: &Field, within: &Entry, language: Language) -> Option<String> {
    let title = named(field.title, language);
    if matches!(field.kind, Kind::Flag) {
        let yes = within.get(field.name) == Some(&Value::Bool(true));
        return yes.then(|| title.to_owned());
    }
    let said = told(field, within, language);
    (!said.is_empty()).then(|| format!("{title} {said}"))
}

const fn separator(language: Language) -> &'static str {
    match language {
        Language::Zh => "、",
        Language::En => ", ",
    }
}

fn yes_or_no(yes: bool, language: Language) -> String {
    let words = match language {
        Language::Zh => ("是", "否"),
        Language::En => ("yes", "no"),
    };
    if yes { words.0 } else { words.1 }.to_owned()
}

fn period(value: &Value, language: Language) -> String {
    let unit = value.get("unit").and_then(Value::as_str);
    let unit = UNITS.iter().find(|(code, _)| Some(*code) == unit);
    let amount = value.get("amount").and_then(Value::as_u64);
    let amount = amount.and_then(|amount| u32::try_from(amount).ok());
    let (Some((_, unit)), Some(amount)) = (unit, amount) else {
        return String::new();
    };
    let period = Period::new(amount, *unit);
    match language {
        Language::Zh => period.to_string(),
        Language::En => period.text_en(),
    }
}

#[cfg(test)]
mod tests;
