//! What a layer says, list by list: its own entries laid over those that it inherits, and what becomes of the layer when
//! one of them is changed, dropped or taken back.
//!
//! In its own form every entry is an object of fields, whatever its list is in the file: of a list of texts the key and
//! the text, of a single value the value. [`KEY`] names the field of a key that stands beside the fields.

use anju_shared::rules::form::{Key, Section, Shape};
use serde_json::{Map, Value};

/// An entry as its form has it.
pub type Entry = Map<String, Value>;

/// The field of a key that stands beside the fields.
pub const KEY: &str = "#key";

/// Where an entry of a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The layer alone says it.
    Own,
    /// The layer says it in place of one below.
    Overrides,
    /// A layer below says it.
    Inherited,
    /// A layer below says it, and it does not hold here.
    Dropped,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is known by.
    pub key: String,
    /// Where it stands.
    pub standing: Standing,
    /// What the layer itself says of it.
    pub own: Option<Entry>,
    /// What it would inherit.
    pub below: Option<Entry>,
}

impl Item {
    /// What holds, or would hold if it were not dropped.
    #[must_use]
    pub fn entry(&self) -> Entry {
        let entry = self.own.as_ref().or(self.below.as_ref());
        entry.cloned().unwrap_or_default()
    }
}

/// All entries of a list: what is inherited in its order, then what is the layer's own.
#[must_use]
pub fn items(section: &Section, content: &Value, inherited: Option<&Value>) -> Vec<Item> {
    // Regions are those of one authority.
    let below = inherited.filter(|_| section.code != "regions" && !section.code.is_empty());
    let below = below.map_or_else(Vec::new, |below| entries(section, below));
    let own = entries(section, content);
    let dropped = dropped(section, content);
    let of = |entries: &[(String, Entry)], key: &str| {
        let found = entries.iter().find(|(one, _)| one == key);
        found.map(|(_, entry)| entry.clone())
    };
    let inherited = below.iter().map(|(key, entry)| {
        let own = of(&own, key);
        let standing = match &own {
            Some(_) => Standing::Overrides,
            None if dropped.contains(key) => Standing::Dropped,
            None => Standing::Inherited,
        };
        Item {
            key: key.clone(),
            standing,
            own,
            below: Some(entry.clone()),
        }
    });
    let added = own
        .iter()
        .filter(|(key, _)| of(&below, key).is_none())
        .map(|(key, entry)| Item {
            key: key.clone(),
            standing: Standing::Own,
            own: Some(entry.clone()),
            below: None,
        });
    inherited.chain(added).collect()
}

/// How many entries of a list the layer says itself, and how many of those below it drops.
#[must_use]
pub fn own_count(items: &[Item]) -> usize {
    items
        .iter()
        .filter(|item| item.standing != Standing::Inherited)
        .count()
}

/// The entries that a layer has in a list, with their keys.
fn entries(section: &Section, layer: &Value) -> Vec<(String, Entry)> {
    if section.code.is_empty() {
        let fields = section.fields.iter();
        let head = fields.filter_map(|field| Some((field.name.to_owned(), layer.get(field.name)?.clone())));
        return vec![(String::new(), head.collect())];
    }
    let Some(list) = at(layer, section.code) else {
        return vec![];
    };
    match (section.shape, list) {
        (Shape::List(_), Value::Array(list)) => {
            let entries = list.iter().filter_map(Value::as_object);
            entries
                .map(|entry| (key_of(section, entry), entry.clone()))
                .collect()
        }
        (Shape::Map, Value::Object(map)) => {
            let entries = map
                .iter()
                .filter_map(|(key, entry)| Some((key, entry.as_object()?)));
            entries
                .map(|(key, entry)| (key.clone(), with_key(entry.clone(), key)))
                .collect()
        }
        (Shape::Texts, Value::Object(map)) => map
            .iter()
            .map(|(key, text)| (key.clone(), with_key(one(section, text), key)))
            .collect(),
        (Shape::Single, Value::Object(entry)) => vec![(String::new(), entry.clone())],
        (Shape::Value, value) => vec![(String::new(), one(section, value))],
        _ => vec![],
    }
}

/// A value as an entry of one field.
fn one(section: &Section, value: &Value) -> Entry {
    let fields = section.fields.iter().take(1);
    fields
        .map(|field| (field.name.to_owned(), value.clone()))
        .collect()
}

fn with_key(mut entry: Entry, key: &str) -> Entry {
    entry.insert(KEY.to_owned(), Value::from(key));
    entry
}

/// Whether entries of this list have a key beside their fields.
#[must_use]
pub const fn has_key(section: &Section) -> bool {
    matches!(section.shape, Shape::Map | Shape::Texts)
}

/// Whether the list has any number of entries.
#[must_use]
pub const fn is_list(section: &Section) -> bool {
    matches!(section.shape, Shape::List(_) | Shape::Map | Shape::Texts)
}

/// What an entry is known by.
#[must_use]
pub fn key_of(section: &Section, entry: &Entry) -> String {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
    match section.shape {
        Shape::List(Key::Field(name)) => text(name).to_owned(),
        Shape::List(Key::Chinese(name)) => {
            let words = entry.get(name).and_then(|words| words.get("zh"));
            words.and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        Shape::List(Key::Clock) => match text("urgency") {
            "" => text("kind").to_owned(),
            urgency => format!("{}/{urgency}", text("kind")),
        },
        Shape::List(Key::Joined(name)) => {
            let words = entry.get(name).and_then(Value::as_array);
            let words: Vec<&str> = words.into_iter().flatten().filter_map(Value::as_str).collect();
            words.join("+")
        }
        Shape::Map | Shape::Texts => text(KEY).to_owned(),
        Shape::Single | Shape::Value => String::new(),
    }
}

/// The layer with this entry in place of the one that had this key; of a new one there was none.
#[must_use]
pub fn put(section: &Section, content: &Value, before: Option<&str>, entry: &Entry) -> Value {
    let mut content = content.clone();
    if section.code.is_empty() {
        let Value::Object(layer) = &mut content else {
            return content;
        };
        for field in section.fields {
            match entry.get(field.name) {
                Some(value) => layer.insert(field.name.to_owned(), value.clone()),
                None => layer.remove(field.name),
            };
        }
        return content;
    }
    let key = key_of(section, entry);
    keep(section, &mut content, before.unwrap_or(&key));
    let list = made(&mut content, section);
    match (section.shape, list) {
        (Shape::List(_), Value::Array(list)) => {
            let is_it = |one: &Value| {
                let one = one.as_object().map(|one| key_of(section, one));
                one.is_some() && one.as_deref() == before
            };
            match list.iter().position(is_it) {
                Some(place) => list[place] = Value::Object(entry.clone()),
                None => list.push(Value::Object(entry.clone())),
            }
        }
        (Shape::Map | Shape::Texts, Value::Object(map)) => {
            if let Some(before) = before.filter(|before| *before != key) {
                map.remove(before);
            }
            map.insert(key, plain(section, entry));
        }
        (_, single) => *single = plain(section, entry),
    }
    content
}

/// An entry as the file has it, without the key that stands beside it.
fn plain(section: &Section, entry: &Entry) -> Value {
    let first = || section.fields.first().and_then(|field| entry.get(field.name));
    match section.shape {
        Shape::Texts | Shape::Value => first().cloned().unwrap_or_default(),
        Shape::List(_) | Shape::Map | Shape::Single => {
            let fields = entry.iter().filter(|(name, _)| *name != KEY);
            Value::Object(
                fields
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect(),
            )
        }
    }
}

/// The layer without what it says itself of this entry: what is inherited holds again.
#[must_use]
pub fn restore(section: &Section, content: &Value, key: &str) -> Value {
    let mut content = content.clone();
    keep(section, &mut content, key);
    let empty = match (section.shape, at_mut(&mut content, section.code)) {
        (Shape::List(_), Some(Value::Array(list))) => {
            list.retain(|one| one.as_object().is_none_or(|one| key_of(section, one) != key));
            list.is_empty()
        }
        (Shape::Map | Shape::Texts, Some(Value::Object(map))) => {
            map.remove(key);
            map.is_empty()
        }
        (_, found) => found.is_some(),
    };
    if empty {
        clear(&mut content, section.code);
    }
    content
}

/// The layer in which this inherited entry does not hold.
#[must_use]
pub fn drop(section: &Section, content: &Value, key: &str) -> Value {
    let mut content = restore(section, content, key);
    let Value::Object(layer) = &mut content else {
        return content;
    };
    let without = layer
        .entry("without")
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(without) = without {
        let keys = without
            .entry(section.code)
            .or_insert_with(|| Value::Array(vec![]));
        if let Value::Array(keys) = keys {
            keys.push(Value::from(key));
        }
    }
    content
}

fn dropped(section: &Section, content: &Value) -> Vec<String> {
    let keys = content
        .get("without")
        .and_then(|without| without.get(section.code));
    let keys = keys.and_then(Value::as_array).into_iter().flatten();
    keys.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Takes a key out of those that do not hold.
fn keep(section: &Section, content: &mut Value, key: &str) {
    let Some(Value::Object(without)) = content.get_mut("without") else {
        return;
    };
    if let Some(Value::Array(keys)) = without.get_mut(section.code) {
        keys.retain(|one| one.as_str() != Some(key));
        if keys.is_empty() {
            without.remove(section.code);
        }
    }
    let none = without.is_empty();
    if let (true, Value::Object(layer)) = (none, content) {
        layer.remove("without");
    }
}

fn at<'a>(layer: &'a Value, code: &str) -> Option<&'a Value> {
    code.split('.').try_fold(layer, |within, part| within.get(part))
}

fn at_mut<'a>(layer: &'a mut Value, code: &str) -> Option<&'a mut Value> {
    code.split('.')
        .try_fold(layer, |within, part| within.get_mut(part))
}

/// The place of a list in the layer, made where there is none yet.
fn made<'a>(layer: &'a mut Value, section: &Section) -> &'a mut Value {
    let mut place = layer;
    let mut parts = section.code.split('.').peekable();
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        let empty = match (last, section.shape) {
            (true, Shape::List(_)) => Value::Array(vec![]),
            _ => Value::Object(Map::new()),
        };
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[part];
        if place.is_null() {
            *place = empty;
        }
    }
    place
}

/// Takes a list out of the layer, and what held nothing else.
fn clear(layer: &mut Value, code: &str) {
    let (within, name) = code.split_once('.').map_or(("", code), |parts| parts);
    let place = match within {
        "" => Some(&mut *layer),
        within => layer.get_mut(within),
    };
    if let Some(Value::Object(place)) = place {
        place.remove(name);
    }
    let hollow = |value: &Value| value.as_object().is_some_and(Map::is_empty);
    if !within.is_empty() && layer.get(within).is_some_and(hollow) {
        clear(layer, within);
    }
}

#[cfg(test)]
mod tests;
