//! The text protocol of `anju deadline`: one period a line in, its end a line out.
//!
//! In: `{"id", "start", "unit", "amount", "extension_days"?, "pauses"?: [{"from", "to"}]}`; a `due` in it is
//! not read. Where the rules set the period ([`answer_under`]), `unit` and `amount` are left out. Out: `{"id", "due", "explanation": […]}`, or `{"id"?, "error"}` naming each wrong field and what
//! would be right. A misspelt field is an error: a pause that nobody sees would make a wrong date.
//!
//! It reads no files and writes none; the command line does. Start at [`answer`]; `wrong` finds the words
//! for a line that cannot be answered.

mod wrong;

use super::{Count, Pause, Period, Step, Unit, due, explain, explain_under};
use crate::{
    calendar::Calendar,
    time::{Instant, LegalDate, as_text, time_of_day},
};
use serde::{Deserialize, Serialize, de::IgnoredAny};
use std::{borrow::Cow, fmt::Display, io::Write};
use wrong::{Expected, Fault, Wrong};

/// The language of explanations and errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// 中文.
    Chinese,
    /// English.
    English,
}

/// What the answers hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Answers {
    /// Whether to explain.
    pub explanation: bool,
    /// In which language.
    pub language: Language,
}

/// A period that the rules set, so that lines need not say it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruled {
    /// How long it is.
    pub period: Period,
    /// The clause that sets it, as people cite it.
    pub clause: String,
}

/// Appends the answer to one line, with its line end, and says whether the line could be answered.
///
/// `out` is only added to, so that one buffer serves for many lines.
pub fn answer(calendar: &Calendar, line: &str, answers: Answers, out: &mut Vec<u8>) -> bool {
    answer_under(None, calendar, line, answers, out)
}

/// [`answer`] for lines that leave the period to the rules.
pub fn answer_under(
    ruled: Option<&Ruled>,
    calendar: &Calendar,
    line: &str,
    answers: Answers,
    out: &mut Vec<u8>,
) -> bool {
    let answered = work(calendar, line, ruled.map(|ruled| ruled.period));
    match &answered {
        Ok((id, count, at)) => {
            text(out, "{\"id\":");
            json(out, id);
            text(out, ",\"due\":\"");
            due_time(out, *at);
            text(out, "\"");
            if answers.explanation {
                let steps = match ruled {
                    Some(ruled) => explain_under(calendar, count, &ruled.clause),
                    None => explain(calendar, count),
                };
                explanation(&steps, answers.language, out);
            }
        }
        Err(wrong) => {
            text(out, "{");
            if let Some(id) = &wrong.id {
                text(out, "\"id\":");
                json(out, id);
                text(out, ",");
            }
            text(out, "\"error\":");
            json(out, &wrong.text(answers.language));
        }
    }
    text(out, "}\n");
    answered.is_ok()
}

/// A line as it should be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    start: Instant,
    unit: Option<Unit>,
    amount: Option<u32>,
    extension_days: Option<u32>,
    pauses: Option<Vec<PauseOfLine>>,
    #[serde(rename = "due")]
    _due: Option<IgnoredAny>,
}

/// [`Pause`], but strict.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PauseOfLine {
    from: Instant,
    to: Instant,
}

fn work<'a>(
    calendar: &Calendar,
    text: &'a str,
    ruled: Option<Period>,
) -> Result<(Cow<'a, str>, Count, Instant), Wrong> {
    let line: Line<'a> =
        serde_json::from_str(text).map_err(|error| wrong::diagnose(text, Some(&error), ruled.is_some()))?;
    let period = match (ruled, line.unit, line.amount) {
        (Some(period), None, None) => period,
        (None, Some(unit), Some(amount)) => Period::new(amount, unit),
        _ => return Err(wrong::diagnose(text, None, ruled.is_some())),
    };
    let refuse = |field: String, expected, found: String| Wrong {
        id: Some(line.id.as_ref().into()),
        faults: vec![Fault {
            field,
            expected,
            found,
        }],
    };
    if !Period::AMOUNTS.contains(&period.amount) {
        return Err(refuse(
            "amount".into(),
            Expected::Amount,
            period.amount.to_string(),
        ));
    }
    let extension_days = line.extension_days.unwrap_or(0);
    if extension_days > *Period::AMOUNTS.end() {
        return Err(refuse(
            "extension_days".into(),
            Expected::Extension,
            extension_days.to_string(),
        ));
    }
    let pauses = line.pauses.unwrap_or_default();
    if let Some(index) = pauses.iter().position(|pause| pause.to < pause.from) {
        return Err(refuse(
            format!("pauses[{index}].to"),
            Expected::NotBeforeFrom,
            pauses[index].to.to_string(),
        ));
    }
    let count = Count {
        start: line.start,
        period,
        extension_days,
        pauses: pauses
            .into_iter()
            .map(|PauseOfLine { from, to }| Pause { from, to })
            .collect(),
    };
    let at = due(calendar, &count).at;
    if at > LAST {
        return Err(refuse("due".into(), Expected::WrittenYear, at.to_string()));
    }
    Ok((line.id, count, at))
}

/// 9999-12-31T23:59:59+08:00: RFC 3339 writes years with four digits.
const LAST: Instant = Instant::from_unix(253_402_271_999);

/// Each step as an object with its fields and, last, its sentence as `text`.
fn explanation(steps: &[Step], language: Language, out: &mut Vec<u8>) {
    text(out, ",\"explanation\":");
    let mut before = "[";
    for step in steps {
        text(out, before);
        json(out, step);
        out.pop(); // its closing brace, put back after the sentence
        text(out, ",\"text\":");
        match language {
            Language::Chinese => sentence(out, &step.zh()),
            Language::English => sentence(out, &step.en()),
        }
        before = "},";
    }
    text(out, "}]");
}

/// A sentence as JSON: written where it belongs, and once more only if it holds what JSON writes otherwise.
fn sentence(out: &mut Vec<u8>, words: &impl Display) {
    let begin = out.len();
    let written = write!(out, "\"{words}\"");
    debug_assert!(written.is_ok(), "a vector takes everything");
    let plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    let within = &out[begin + 1..out.len() - 1];
    // Without an early end the compiler looks at many bytes at once.
    if !within.iter().fold(true, |all, byte| all & plain(*byte)) {
        out.truncate(begin);
        json(out, &words.to_string());
    }
}

/// RFC 3339 with the offset of Shanghai, to the second.
fn due_time(out: &mut Vec<u8>, at: Instant) {
    let local = at.unix() + 8 * 3600;
    let day = i32::try_from(local.div_euclid(86_400)).unwrap_or(i32::MAX);
    let second = local.rem_euclid(86_400) as u32;
    let time = time_of_day((second / 3600, second / 60 % 60, second % 60));
    let day = LegalDate::from_number(day.saturating_add(719_163));
    let written = write!(out, "{day}T{}+08:00", as_text(&time));
    debug_assert!(written.is_ok(), "a vector takes everything");
}

fn text(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

fn json(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer(out, value);
    debug_assert!(
        written.is_ok(),
        "a vector takes everything, and steps and strings always serialize"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_with_quotation_marks_is_still_json() {
        let ruled = Ruled {
            period: Period::new(24, Unit::Hours),
            clause: "“第九条” \"9.1\"\\2\n".to_owned(),
        };
        let line = r#"{"id":"a","start":"2026-11-12T11:20:00+08:00"}"#;
        let mut out = Vec::new();
        for language in [Language::Chinese, Language::English] {
            out.clear();
            let explanation = true;
            let answers = Answers {
                explanation,
                language,
            };
            assert!(answer_under(
                Some(&ruled),
                Calendar::official(),
                line,
                answers,
                &mut out
            ));
            let answer: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
            let said = answer["explanation"][0]["text"].as_str().expect("a sentence");
            assert!(said.ends_with(&ruled.clause), "{said}");
        }
    }
}
