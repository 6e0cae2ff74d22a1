use super::*;
use anju_shared::{
    access::ActorRef,
    api::reports::{ReportBody, ReporterBody},
    text::PersonName,
    time::Instant,
    workflow::Matter,
};
use std::sync::LazyLock;

static WORDS: LazyLock<Words> = LazyLock::new(Words::load);

fn intake(enterprise: &str) -> Intake {
    Intake {
        channel: "phone_12350".to_owned(),
        received_at: Instant::from_unix(0),
        registered_at: Instant::from_unix(0),
        registered_by: ActorRef::System,
        source: None,
        external_number: None,
        matter: Matter {
            enterprise: Some(enterprise.to_owned()),
            ..Matter::default()
        },
        title: format!("{enterprise}：事故隐患"),
        missing: Vec::new(),
        original_digest: String::new(),
        files: Vec::new(),
    }
}

fn told(facts: &str) -> Original {
    Original {
        facts: Some(facts.to_owned()),
        clues: None,
    }
}

fn terms(enterprise: &str, facts: &str, reporters: &[Identity]) -> BTreeSet<String> {
    Terms::of(&WORDS, &intake(enterprise), &told(facts), reporters)
        .with_number("1201-20261116-0002")
        .0
}

/// Whether the terms satisfy what is asked for, as an engine would judge.
fn finds(terms: &BTreeSet<String>, query: &str, told: bool) -> bool {
    let asked = Asked::parse(&WORDS, query, told);
    let holds = |term: &String| terms.contains(term) || told && terms.contains(&format!("{TOLD}{term}"));
    asked.alternatives.iter().any(|terms| terms.iter().all(holds))
}

#[test]
fn a_case_is_found_by_words_by_pieces_of_names_and_by_its_number() {
    let terms = terms("鑫源达化工有限公司", "油漆桶旁边就在电焊", &[]);
    for query in [
        "化工",
        "鑫源达",
        "鑫源",
        "源达化工",
        "有限公司",
        "公司 鑫源达",
        "1201-20261116-0002",
        "0002",
        "事故隐患",
    ] {
        assert!(finds(&terms, query, false), "{query}");
    }
    for query in ["木材", "鑫源达木材", "0003", "，。！", ""] {
        assert!(!finds(&terms, query, false), "{query}");
    }
}

#[test]
fn the_words_of_the_report_are_found_by_who_may_read_them_tj_20() {
    let terms = terms("某厂", "油漆桶旁边就在电焊", &[]);
    for query in ["油漆", "电焊", "油漆桶", "某厂 电焊"] {
        assert!(finds(&terms, query, true), "{query}");
        assert!(!finds(&terms, query, false), "{query}");
    }
}

#[test]
fn nobody_is_found_by_who_they_are_tj_19() {
    let reporter = ReportBody {
        reporters: vec![ReporterBody {
            name: Some("高峰".to_owned()),
            phone: Some("13812341234".to_owned()),
            ..ReporterBody::default()
        }],
        ..ReportBody::default()
    };
    let reporters = reporter.parse().expect("a report").reporters;
    assert_eq!(reporters[0].name.as_ref().map(PersonName::reveal), Some("高峰"));
    let facts = "我叫高峰，同事王小明、欧阳娜娜和张伟也看见了，电话13812341234，身份证12010119900101123X，微信wxid88。焊机漏电。";
    let terms = terms("某厂", facts, &reporters);
    for query in [
        "高峰",
        "王小明",
        "小明",
        "欧阳娜娜",
        "欧阳",
        "娜娜",
        "张伟",
        "伟",
        "13812341234",
        "12010119900101123X",
        "wxid88",
    ] {
        assert!(!finds(&terms, query, true), "{query}: {terms:?}");
    }
    assert!(finds(&terms, "漏电", true));
}

#[test]
fn what_is_typed_is_never_taken_as_a_word_of_the_engine() {
    for query in [
        "\"化工\" OR 1",
        "化工* NEAR(厂, 2)",
        "terms : 化工",
        "'化工' | !厂:*",
        "化工\\' & \u{0}厂",
        "^化工 - NOT 厂",
    ] {
        let asked = Asked::parse(&WORDS, query, true);
        let expression = asked.expression(('"', " AND ", " OR "));
        let inside =
            expression.split('"').skip(1).step_by(2).all(|term| {
                !term.is_empty() && term.chars().all(|c| is_chinese(c) || c.is_ascii_alphanumeric())
            });
        assert!(inside, "{expression}");
    }
    let empty = Asked::parse(&WORDS, "\"'|&!()*:\\", true);
    assert!(empty.is_empty());
}

#[test]
fn wide_letters_and_capitals_are_the_same_as_small_ones() {
    assert_eq!(
        runs("Ｍ１２３a化工"),
        [Run::Latin("m123a".to_owned()), Run::Chinese("化工".to_owned())]
    );
}
