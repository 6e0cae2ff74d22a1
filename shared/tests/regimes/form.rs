//! The form of a layer knows every list and every field that layers have, and how entries are known.

use anju_shared::rules::{
    built_in_regimes,
    form::{Field, HEAD_SECTION, Key, Kind, SECTIONS, Shape},
    regime,
};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// What a layer says beside its lists, and the page does not edit as one of them.
const BESIDE: [&str; 5] = ["id", "version", "shown", "without", "order"];

#[test]
fn the_form_has_every_list_and_every_field_of_the_layers() {
    for layer in built_in_regimes().layers() {
        let Value::Object(layer) = serde_json::to_value(layer).expect("it can be written") else {
            panic!("a layer is an object");
        };
        for (code, content) in flat(&layer) {
            if let Some(section) = SECTIONS.iter().find(|one| one.code == code) {
                match (section.shape, content) {
                    (Shape::List(_), Value::Array(entries)) => {
                        entries
                            .iter()
                            .for_each(|entry| fits(&code, entry, section.fields));
                    }
                    (Shape::Map, Value::Object(entries)) => {
                        entries
                            .values()
                            .for_each(|entry| fits(&code, entry, section.fields));
                    }
                    (Shape::Texts, Value::Object(texts)) => {
                        assert!(texts.values().all(Value::is_string), "{code}")
                    }
                    (Shape::Single, entry) => fits(&code, entry, section.fields),
                    (Shape::Value, one) => value(&code, one, section.fields[0].kind),
                    (shape, _) => panic!("{code} is not written as {shape:?}"),
                }
            } else if !BESIDE.contains(&code.as_str()) {
                let head = HEAD_SECTION.fields.iter().find(|one| one.name == code);
                let head = head.unwrap_or_else(|| panic!("the form does not know {code}"));
                value(&code, content, head.kind);
            }
        }
    }
}

/// Lists by their names, with those of citizens as `public.scope`.
fn flat(layer: &Map<String, Value>) -> Vec<(String, &Value)> {
    let mut lists = Vec::new();
    for (name, value) in layer {
        match value {
            Value::Object(within) if name == "public" => {
                lists.extend(
                    within
                        .iter()
                        .map(|(list, value)| (format!("public.{list}"), value)),
                );
            }
            value => lists.push((name.clone(), value)),
        }
    }
    lists
}

#[track_caller]
fn fits(place: &str, entry: &Value, fields: &[Field]) {
    let Value::Object(entry) = entry else {
        panic!("{place} has an entry that is no object");
    };
    for (name, content) in entry {
        let field = fields.iter().find(|one| one.name == name);
        let field = field.unwrap_or_else(|| panic!("the form does not know {place}.{name}"));
        value(&format!("{place}.{name}"), content, field.kind);
    }
    for field in fields.iter().filter(|one| one.required) {
        assert!(entry.contains_key(field.name), "{place} lacks {}", field.name);
    }
}

#[track_caller]
fn value(place: &str, content: &Value, kind: Kind) {
    let text = content.as_str();
    let right = match kind {
        Kind::Word | Kind::Text | Kind::Clause | Kind::Instrument | Kind::Day => text.is_some(),
        // One code, or several.
        Kind::Codes(_) => text.is_some() || content.is_array(),
        Kind::Bilingual => content.get("zh").is_some() && content.get("en").is_some(),
        Kind::Clauses | Kind::Words | Kind::Range => content.is_array(),
        Kind::Number(least, most) => content
            .as_u64()
            .is_some_and(|number| (least..=most).contains(&number)),
        Kind::Flag => content.is_boolean(),
        Kind::Period => content.get("amount").is_some() && content.get("unit").is_some(),
        Kind::Choice(words) => words().iter().any(|word| Some(word.code) == text),
        Kind::Value => !content.is_object(),
        Kind::Group(fields) => {
            fits(place, content, fields);
            true
        }
    };
    assert!(right, "{place} is not what the form says: {content}");
}

#[test]
fn entries_are_known_in_the_form_as_in_the_regime() {
    let tj = regime("TJ").expect("it comes with Anju");
    let detail = tj.detail();
    let layer = built_in_regimes().layer("TJ", 1).expect("it is there");
    let below = built_in_regimes().below(layer).expect("MEM");
    for layer in [serde_json::to_value(layer), serde_json::to_value(&below)] {
        let layer = layer.expect("it can be written");
        for section in SECTIONS {
            let Shape::List(key) = section.shape else {
                continue;
            };
            let shown = detail.sections.iter().find(|one| one.code == section.code);
            let shown: BTreeSet<&str> = shown
                .unwrap_or_else(|| panic!("{} is shown", section.code))
                .entries
                .iter()
                .map(|one| one.key.as_str())
                .collect();
            let list = section
                .code
                .split('.')
                .try_fold(&layer, |value, part| value.get(part));
            for entry in list.and_then(Value::as_array).into_iter().flatten() {
                let key = known_by(entry, key);
                // What TJ drops, and the regions of others, are not shown.
                let dropped = tj.origin(section.code, &key).is_none();
                assert!(dropped || shown.contains(key.as_str()), "{}.{key}", section.code);
            }
        }
    }
}

fn known_by(entry: &Value, key: Key) -> String {
    let text = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    match key {
        Key::Field(name) => text(name),
        Key::Chinese(name) => entry[name]["zh"].as_str().unwrap_or_default().to_owned(),
        Key::Clock => match entry.get("urgency") {
            Some(_) => format!("{}/{}", text("kind"), text("urgency")),
            None => text("kind"),
        },
        Key::Joined(name) => {
            let words = entry[name]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            words.collect::<Vec<_>>().join("+")
        }
    }
}

#[test]
fn the_form_names_every_section_once_and_in_both_languages() {
    let mut seen = BTreeSet::new();
    for section in SECTIONS {
        assert!(seen.insert(section.code), "{} stands twice", section.code);
        for (zh, en) in std::iter::once(section.name).chain(section.fields.iter().map(|one| one.title)) {
            assert!(
                !zh.is_ascii() && !en.is_empty() && en.is_ascii(),
                "{}: {zh} {en}",
                section.code
            );
        }
    }
}
