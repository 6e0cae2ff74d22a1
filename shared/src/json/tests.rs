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
    pair: (String, Colour),
    parts: Vec<Tagged>,
    by_name: BTreeMap<String, u32>,
    by_number: BTreeMap<i32, Colour>,
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
        pair: ("甲".to_owned(), Colour::Red),
        parts: vec![
            Tagged::Nothing,
            Tagged::Held(part()),
            Tagged::Given { amount: -1 },
        ],
        by_name: BTreeMap::from([("一".to_owned(), 1), ("二".to_owned(), 2)]),
        by_number: BTreeMap::from([(2026, Colour::Red), (-1, Colour::DarkGreen)]),
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

/// Fields of which one may be missing in the middle.
#[derive(Debug, PartialEq, Deserialize)]
struct Gapped {
    first: String,
    #[serde(default)]
    list: Vec<u8>,
    maybe: Option<u8>,
    last: u8,
}

#[test]
fn a_missing_field_has_its_default_and_does_not_shift_the_others() {
    let gapped = |text| read::<Gapped>(text);
    let whole = |list, maybe| Gapped {
        first: "甲".to_owned(),
        list,
        maybe,
        last: 3,
    };
    let all = r#"{"last": 3, "maybe": 2, "list": [1], "first": "甲"}"#;
    assert_eq!(gapped(all), Some(whole(vec![1], Some(2))));
    assert_eq!(gapped(r#"{"last": 3, "first": "甲"}"#), Some(whole(vec![], None)));
    assert_eq!(gapped(r#"{"first": "甲", "list": [1], "maybe": 2}"#), None);
    assert_eq!(gapped(r#"{"last": 3, "first": "甲", "list": null}"#), None);
    assert_eq!(gapped(r#"{"last": 3, "first": "甲", "maybe": "2"}"#), None);
}

/// What the reader that everybody else uses takes for JSON, and what it does not.
#[test]
fn a_text_is_json_where_others_say_so_too() {
    let texts = [
        "[]",
        " [ ] ",
        "[1,2]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{}",
        "{\"a\":1}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{1:1}",
        "0",
        "-0",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1.5",
        "1e5",
        "1e",
        "1E-3",
        "1.5e+7",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "nul",
        "nullx",
        "null x",
        "true",
        "false",
        "truefalse",
        "",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\q\"",
        "\"\\u12\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\"",
        "\"a\nb\"",
        "\"\u{7f}\"",
        "[\"安\",{\"举\":[[]]}]",
        "1 2",
        "[1]]",
        "\u{feff}1",
        "\u{a0}1",
    ];
    for text in texts {
        let others = serde_json::from_str::<serde_json::Value>(text).is_ok();
        assert_eq!(super::text::parse(text).is_some(), others, "{text}");
    }
    let deep = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(super::text::parse(&deep(100)).is_some());
    assert!(super::text::parse(&deep(100_000)).is_none());
}

#[test]
fn every_character_is_read_however_it_is_written() {
    let written = r#""\u5b89\u4e3E \ud83d\ude00 \"\\\/\b\f\n\r\t 安举 😀""#;
    let others: String = serde_json::from_str(written).expect("JSON");
    assert_eq!(read::<String>(written), Some(others));
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
