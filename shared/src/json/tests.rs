use super::read;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Colour {
    Red,
    DarkGreen,
}

/// An enum as the browser reads it: its name is the tag.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename = "type", rename_all = "snake_case")]
enum Browsers {
    Nothing,
    Held(Part),
    Given { amount: i64 },
}

/// The same as everybody else reads it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Tagged {
    Nothing,
    Held(Part),
    Given { amount: i64 },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Part {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    colour: Option<Colour>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Whole {
    yes: bool,
    small: u8,
    large: u64,
    below: i32,
    share: f64,
    pair: (String, Colour),
    parts: Vec<Tagged>,
    by_name: BTreeMap<String, u32>,
    nothing: Option<String>,
}

fn whole() -> Whole {
    let part = || Part {
        name: "二号车间\n\"北门\" 😀".to_owned(),
        colour: Some(Colour::DarkGreen),
    };
    Whole {
        yes: true,
        small: 255,
        large: u64::MAX,
        below: -7,
        share: 0.25,
        pair: ("甲".to_owned(), Colour::Red),
        parts: vec![
            Tagged::Nothing,
            Tagged::Held(part()),
            Tagged::Given { amount: -1 },
        ],
        by_name: BTreeMap::from([("一".to_owned(), 1), ("二".to_owned(), 2)]),
        nothing: None,
    }
}

#[test]
fn whatever_is_written_is_read_back() {
    let text = serde_json::to_string(&whole()).expect("JSON");
    assert_eq!(read::<Whole>(&text), Some(whole()));
}

#[test]
fn an_enum_named_after_its_tag_is_read_as_one_with_that_tag() {
    let written = |tagged: &Tagged| serde_json::to_string(tagged).expect("JSON");
    let part = || Part {
        name: "甲".to_owned(),
        colour: None,
    };
    let pairs = [
        (Tagged::Nothing, Browsers::Nothing),
        (Tagged::Held(part()), Browsers::Held(part())),
        (Tagged::Given { amount: 5 }, Browsers::Given { amount: 5 }),
    ];
    for (tagged, browsers) in pairs {
        assert_eq!(read::<Browsers>(&written(&tagged)), Some(browsers));
    }
}

#[test]
fn fields_that_are_not_known_are_passed_over_and_missing_ones_are_not() {
    let part = |text| read::<Part>(text).map(|part| part.name);
    assert_eq!(
        part(r#"{"name": "甲", "later": [{"a": 1.5}]}"#).as_deref(),
        Some("甲")
    );
    assert_eq!(part(r#"{"colour": "red"}"#), None);
}

#[test]
fn what_does_not_fit_is_not_read() {
    for text in ["", "{", "\"blue\"", "1", "null", "{\"red\": null}", "[\"red\"]"] {
        assert_eq!(read::<Colour>(text), None, "{text}");
    }
    for text in ["256", "-1", "1.5", "\"1\""] {
        assert_eq!(read::<u8>(text), None, "{text}");
    }
    for text in [
        "{}",
        "{\"type\": 1}",
        "{\"type\": \"other\"}",
        "{\"type\": \"given\"}",
    ] {
        assert_eq!(read::<Browsers>(text), None, "{text}");
    }
}
