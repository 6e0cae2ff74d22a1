//! The inputs of an entry, drawn from what `anju_shared::rules::form` says of its fields.

use super::view::{
    codes,
    content::{Entry, KEY},
    fields::{Chosen, UNITS, amounts, chosen, get, named, number, set, text, told, typed, words as lines},
};
use crate::{
    text::Texts,
    ui::{Checkbox, Choice, Field as Group, FieldWiring, Select, TextArea, TextInput},
};
use anju_shared::rules::form::{Field, Key, Kind, Section, Shape};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// What the inputs of an entry share.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The list of the entry.
    pub(super) section: &'static Section,
    /// The entry as it stands in the form.
    pub(super) entry: Entry,
    /// What it would inherit.
    pub(super) below: Option<Entry>,
    /// What somebody else made of it meanwhile.
    pub(super) other: Option<Entry>,
    /// What is wrong, by path.
    pub(super) errors: Rc<BTreeMap<String, String>>,
    /// The layer, and what it inherits: for what is chosen from its other lists.
    pub(super) layer: (Value, Option<Value>),
    /// The entry as it stands now.
    pub(super) onchange: Callback<Entry>,
    /// It can be read only.
    pub(super) disabled: bool,
    /// The language.
    pub(super) texts: &'static Texts,
}

/// A place in the entry.
type Path = Vec<&'static str>;

impl Sheet {
    fn value(&self, path: &[&'static str]) -> AttrValue {
        typed(get(&self.entry, path)).into()
    }

    fn error(&self, path: &[&'static str]) -> Option<AttrValue> {
        self.errors.get(&path.join(".")).cloned().map(AttrValue::from)
    }

    fn test(&self, path: &[&'static str]) -> AttrValue {
        format!("field-{}", path.join("-").trim_start_matches('#')).into()
    }

    /// What is typed, read by `read`, stands at this path.
    fn writes(&self, path: &[&'static str], read: fn(&str) -> Option<Value>) -> Callback<String> {
        let (entry, path) = (self.entry.clone(), path.to_vec());
        self.onchange
            .reform(move |typed: String| set(&entry, &path, read(&typed)))
    }

    fn ticks(&self, path: &[&'static str]) -> Callback<bool> {
        let (entry, path) = (self.entry.clone(), path.to_vec());
        self.onchange
            .reform(move |on: bool| set(&entry, &path, Some(Value::Bool(on))))
    }

    /// What else is known of a field: what somebody else made of it, what it would inherit.
    fn hint(&self, field: &Field, path: &[&'static str]) -> Option<String> {
        let words = self.texts.revisions();
        let language = self.texts.language;
        let at_top = path.len() == 1;
        let said = |entry: &Option<Entry>| {
            let entry = entry.as_ref().filter(|_| at_top)?;
            let differs = entry.get(field.name) != self.entry.get(field.name);
            differs.then(|| match told(field, entry, language) {
                said if said.is_empty() => words.none.to_owned(),
                said => said,
            })
        };
        said(&self.other)
            .map(|said| (words.became)(&said))
            .or_else(|| said(&self.below).map(|said| (words.below)(&said)))
    }

    fn required(&self, field: &Field) -> Option<AttrValue> {
        field
            .required
            .then(|| AttrValue::from(self.texts.widgets().required))
    }

    fn choices(&self, list: &str) -> Vec<(String, String)> {
        codes(list, &self.layer.0, self.layer.1.as_ref(), self.texts.language)
    }
}

/// All inputs of the entry.
pub(super) fn inputs(sheet: &Sheet) -> Html {
    let words = sheet.texts.revisions();
    let key = super::view::content::has_key(sheet.section).then(|| {
        let path = [KEY];
        html! {
            <TextInput label={words.key} value={sheet.value(&path)} error={sheet.error(&path)} required={sheet.texts.widgets().required}
                disabled={sheet.disabled} onchange={sheet.writes(&path, text)} test={sheet.test(&path)} />
        }
    });
    let fields = sheet.section.fields.iter().map(|field| input(sheet, field, &[]));
    html! { <>{ key }{ for fields }</> }
}

/// One field, below these.
fn input(sheet: &Sheet, field: &Field, above: &[&'static str]) -> Html {
    let path: Path = above.iter().copied().chain([field.name]).collect();
    let label = named(field.title, sheet.texts.language);
    let language = sheet.texts.language;
    match field.kind {
        Kind::Word => line(sheet, field, &path, (label, "text"), text),
        Kind::Day => line(sheet, field, &path, (label, "date"), text),
        Kind::Number(from, to) => {
            let hint = (sheet.texts.revisions().range)(from, to);
            numbered(sheet, field, &path, label, Some(hint))
        }
        Kind::Text => long(sheet, field, &path, label, text),
        Kind::Words | Kind::Clauses => long(sheet, field, &path, label, lines),
        Kind::Bilingual => both(sheet, field, &path, label),
        Kind::Clause => among(sheet, field, &path, label, clauses(sheet)),
        Kind::Instrument => among(sheet, field, &path, label, sheet.choices("instruments")),
        Kind::Codes(list) if is_several(sheet, &path) => several(sheet, field, &path, (label, list)),
        Kind::Codes(list) => among(sheet, field, &path, label, sheet.choices(list)),
        Kind::Choice(words) => {
            let choices = words().into_iter();
            let choices = choices.map(|word| (word.code.to_owned(), named(word.name, language).to_owned()));
            among(sheet, field, &path, label, choices.collect())
        }
        Kind::Flag => flag(sheet, field, &path, label),
        Kind::Period => period(sheet, field, &path, label),
        Kind::Range => ends(sheet, field, &path, label),
        Kind::Value => match chosen(&sheet.entry) {
            Chosen::Among(words) => {
                let choices = words.into_iter().map(|word| (word.clone(), word));
                among(sheet, field, &path, label, choices.collect())
            }
            Chosen::Number(range) => {
                let hint = range.map(|(from, to)| (sheet.texts.revisions().range)(from, to));
                numbered(sheet, field, &path, label, hint)
            }
            Chosen::Flag => flag(sheet, field, &path, label),
        },
        Kind::Group(fields) => group(sheet, field, &path, (label, fields)),
    }
}

fn line(
    sheet: &Sheet,
    field: &Field,
    path: &[&'static str],
    (label, kind): (&'static str, &'static str),
    read: fn(&str) -> Option<Value>,
) -> Html {
    html! {
        <TextInput {label} {kind} value={sheet.value(path)} error={sheet.error(path)} hint={sheet.hint(field, path)}
            required={sheet.required(field)} disabled={sheet.disabled} onchange={sheet.writes(path, read)} test={sheet.test(path)} />
    }
}

fn numbered(
    sheet: &Sheet,
    field: &Field,
    path: &[&'static str],
    label: &'static str,
    range: Option<String>,
) -> Html {
    let hint = sheet.hint(field, path).or(range);
    html! {
        <TextInput {label} value={sheet.value(path)} error={sheet.error(path)} {hint} required={sheet.required(field)}
            disabled={sheet.disabled} onchange={sheet.writes(path, number)} test={sheet.test(path)} />
    }
}

fn long(
    sheet: &Sheet,
    field: &Field,
    path: &[&'static str],
    label: &'static str,
    read: fn(&str) -> Option<Value>,
) -> Html {
    let listed = matches!(field.kind, Kind::Words | Kind::Clauses);
    let usual = listed.then(|| sheet.texts.revisions().one_a_line.to_owned());
    let rows = if listed { 4 } else { 2 };
    html! {
        <TextArea {label} value={sheet.value(path)} error={sheet.error(path)} hint={sheet.hint(field, path).or(usual)} {rows}
            required={sheet.required(field)} disabled={sheet.disabled} onchange={sheet.writes(path, read)} test={sheet.test(path)} />
    }
}

/// A text in both languages: one error and one hint for both.
fn both(sheet: &Sheet, field: &Field, path: &[&'static str], label: &'static str) -> Html {
    let words = sheet.texts.revisions();
    let side = |name: &'static str, word: &'static str| {
        let at: Path = path.iter().copied().chain([name]).collect();
        let label = format!("{label}（{word}）");
        let error = sheet
            .error(&at)
            .or_else(|| sheet.error(path).filter(|_| name == "zh"));
        let hint = sheet.hint(field, path).filter(|_| name == "zh");
        html! {
            <TextInput {label} value={sheet.value(&at)} {error} {hint} required={sheet.required(field)} disabled={sheet.disabled}
                onchange={sheet.writes(&at, text)} test={sheet.test(&at)} />
        }
    };
    html! { <div class="columns columns--even">{ side("zh", words.zh) }{ side("en", words.en) }</div> }
}

/// One of these. What stands there now can be chosen even if it is none of them any more.
fn among(
    sheet: &Sheet,
    field: &Field,
    path: &[&'static str],
    label: &'static str,
    mut known: Vec<(String, String)>,
) -> Html {
    let value = sheet.value(path);
    if !value.is_empty() && known.iter().all(|(code, _)| *code != value.as_str()) {
        known.push((value.to_string(), value.to_string()));
    }
    let choices: Rc<[Choice]> = known
        .into_iter()
        .map(|(code, name)| Choice::new(code, name))
        .collect();
    let none = match field.required {
        true => sheet.texts.widgets().choose,
        false => sheet.texts.revisions().none,
    };
    html! {
        <Select {label} {value} {choices} {none} error={sheet.error(path)} hint={sheet.hint(field, path)} required={sheet.required(field)}
            disabled={sheet.disabled} onchange={sheet.writes(path, text)} test={sheet.test(path)} />
    }
}

/// Clauses with the article beside the id.
fn clauses(sheet: &Sheet) -> Vec<(String, String)> {
    let known = sheet.choices("citations").into_iter();
    known
        .map(|(id, article)| {
            let label = format!("{id} {article}");
            (id, label)
        })
        .collect()
}

/// Whether the field holds several codes: those by which an entry is known joined, do.
fn is_several(sheet: &Sheet, path: &[&'static str]) -> bool {
    let joined = matches!(sheet.section.shape, Shape::List(Key::Joined(name)) if [name] == path);
    joined || get(&sheet.entry, path).is_some_and(Value::is_array)
}

fn several(
    sheet: &Sheet,
    field: &Field,
    path: &[&'static str],
    (label, list): (&'static str, &'static str),
) -> Html {
    let held: Vec<String> = typed(get(&sheet.entry, path))
        .lines()
        .map(str::to_owned)
        .collect();
    let known = sheet.choices(list);
    let (entry, at, disabled, change) = (
        sheet.entry.clone(),
        path.to_vec(),
        sheet.disabled,
        sheet.onchange.clone(),
    );
    let input = Callback::from(move |_: FieldWiring| {
        let boxes = known.iter().map(|(code, name)| {
            let checked = held.contains(code);
            let onchange = {
                let (held, code, entry, at) = (held.clone(), code.clone(), entry.clone(), at.clone());
                change.reform(move |on: bool| {
                    let mut codes = held.clone();
                    codes.retain(|one| *one != code);
                    codes.extend(on.then(|| code.clone()));
                    set(&entry, &at, lines(&codes.join("\n")))
                })
            };
            html! { <Checkbox label={name.clone()} {checked} {onchange} {disabled} /> }
        });
        html! { <div class="ticks">{ for boxes }</div> }
    });
    html! { <Group group=true {label} error={sheet.error(path)} hint={sheet.hint(field, path)} {input} /> }
}

fn flag(sheet: &Sheet, field: &Field, path: &[&'static str], label: &'static str) -> Html {
    let checked = get(&sheet.entry, path) == Some(&Value::Bool(true));
    html! {
        <Checkbox {label} {checked} more={sheet.hint(field, path)} disabled={sheet.disabled} onchange={sheet.ticks(path)} test={sheet.test(path)} />
    }
}

/// A number with its unit beside it.
fn period(sheet: &Sheet, field: &Field, path: &[&'static str], label: &'static str) -> Html {
    let words = sheet.texts.revisions();
    let at = |name: &'static str| -> Path { path.iter().copied().chain([name]).collect() };
    let (amount, unit) = (at("amount"), at("unit"));
    let error = sheet.error(&amount).or_else(|| sheet.error(path));
    let (from, to) = amounts();
    let hint = sheet
        .hint(field, path)
        .or_else(|| error.is_some().then(|| (words.range)(from, to)));
    let units: Rc<[Choice]> = UNITS
        .iter()
        .zip(words.units)
        .map(|((code, _), name)| Choice::new(*code, name))
        .collect();
    html! {
        <div class="line line--top">
            <TextInput {label} value={sheet.value(&amount)} {error} {hint} required={sheet.required(field)} disabled={sheet.disabled}
                onchange={sheet.writes(&amount, number)} test={sheet.test(&amount)} />
            <Select label={words.unit} value={sheet.value(&unit)} choices={units} none={words.none} error={sheet.error(&unit)}
                disabled={sheet.disabled} onchange={sheet.writes(&unit, text)} test={sheet.test(&unit)} />
        </div>
    }
}

/// From and to.
fn ends(sheet: &Sheet, field: &Field, path: &[&'static str], label: &'static str) -> Html {
    let words = sheet.texts.revisions();
    let held: Vec<String> = typed(get(&sheet.entry, path))
        .lines()
        .map(str::to_owned)
        .collect();
    let end = |place: usize, word: &'static str| {
        let (entry, at, held) = (sheet.entry.clone(), path.to_vec(), held.clone());
        let value = held.get(place).cloned().unwrap_or_default();
        let onchange = sheet.onchange.reform(move |typed: String| {
            let other = held.get(1 - place).cloned().unwrap_or_default();
            let both = if place == 0 {
                [typed, other]
            } else {
                [other, typed]
            };
            let none = both.iter().all(String::is_empty);
            let both = both
                .iter()
                .map(|one| number(one).unwrap_or_else(|| Value::from("")));
            set(&entry, &at, (!none).then(|| both.collect()))
        });
        let error = sheet.error(path).filter(|_| place == 0);
        let hint = sheet.hint(field, path).filter(|_| place == 0);
        html! { <TextInput label={format!("{label}（{word}）")} {value} {error} {hint} disabled={sheet.disabled} {onchange} /> }
    };
    html! { <div class="line line--top">{ end(0, words.from) }{ end(1, words.until) }</div> }
}

/// Fields of its own, if the entry says something of it at all.
fn group(
    sheet: &Sheet,
    field: &Field,
    path: &[&'static str],
    (label, fields): (&'static str, &'static [Field]),
) -> Html {
    let said = field.required || get(&sheet.entry, path).is_some();
    let inner = fields.iter().map(|field| input(sheet, field, path));
    let onchange = {
        let (entry, at) = (sheet.entry.clone(), path.to_vec());
        let offered = sheet.below.as_ref().and_then(|below| get(below, path)).cloned();
        sheet.onchange.reform(move |on: bool| {
            let empty = || Value::Object(Map::new());
            set(&entry, &at, on.then(|| offered.clone().unwrap_or_else(empty)))
        })
    };
    let tick = (!field.required).then(|| {
        html! {
            <Checkbox label={sheet.texts.revisions().said} checked={said} more={sheet.hint(field, path)} disabled={sheet.disabled}
                {onchange} test={sheet.test(path)} />
        }
    });
    html! {
        <fieldset class="form form--group">
            <legend class="strong">{ label }</legend>
            if let Some(error) = sheet.error(path) { <p class="field__error">{ error }</p> }
            { tick }
            if said { { for inner } }
        </fieldset>
    }
}
