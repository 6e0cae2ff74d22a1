use super::{super::place::section, *};
use serde_json::json;

fn entry(value: Value) -> Entry {
    value.as_object().cloned().expect("an entry")
}

fn clock() -> Entry {
    entry(json!({
        "kind": "handling", "urgency": "general", "name": {"zh": "核查并反馈", "en": "Verify"},
        "period": {"amount": 10, "unit": "working_days"}, "starts": "dispatched", "stops": "feedback_submitted",
        "effect": "duty", "bearer": "unit", "yellow": {"amount": 3, "unit": "working_days"},
        "extension": {"most": 30, "approver": "office", "before_due": true, "clause": "TJ-9.3"}, "clause": "TJ-9.1"
    }))
}

fn clocks() -> &'static Section {
    section("clocks").expect("the periods")
}

#[test]
fn a_field_within_a_field_is_read_and_written() {
    let changed = set(&clock(), &["period", "amount"], number("8"));
    assert_eq!(get(&changed, &["period", "amount"]), Some(&json!(8)));
    assert_eq!(get(&changed, &["period", "unit"]), Some(&json!("working_days")));
    let reminded = set(&clock(), &["reminder", "amount"], number("1"));
    assert_eq!(set(&reminded, &["reminder", "amount"], None), clock());
}

#[test]
fn everything_wrong_with_an_entry_is_told_at_once() {
    assert!(wrong(clocks(), &clock()).is_empty());
    let faulty = set(&clock(), &["period", "amount"], number("eight"));
    let faulty = set(&faulty, &["extension", "most"], number("0"));
    let faulty = set(&faulty, &["name", "en"], None);
    let faulty = set(&faulty, &["starts"], None);
    let told = wrong(clocks(), &faulty);
    let places: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["name", "period", "starts", "extension.most"]);
    assert_eq!(told[1].1, Wrong::OutOfRange(1, 100_000));
}

#[test]
fn a_key_beside_the_fields_has_to_be_there() {
    let citations = section("citations").expect("the clauses");
    let told = wrong(
        citations,
        &entry(json!({"instrument": "TJ", "article": "第九条", "text": "…"})),
    );
    assert_eq!(told, [(KEY.to_owned(), Wrong::Missing)]);
}

#[test]
fn the_value_of_a_parameter_is_chosen_by_what_stands_beside_it() {
    let number = entry(json!({"value": 30, "range": [1, 60]}));
    assert_eq!(chosen(&number), Chosen::Number(Some((1, 60))));
    let among = entry(json!({"value": "a", "choices": ["a", "b"]}));
    assert_eq!(
        chosen(&among),
        Chosen::Among(vec!["a".to_owned(), "b".to_owned()])
    );
    assert_eq!(chosen(&entry(json!({"value": true}))), Chosen::Flag);
    let parameters = section("parameters").expect("the parameters");
    let far =
        entry(json!({"code": "x", "zh": "x", "en": "x", "value": 90, "range": [1, 60], "clause": "AJ-P1"}));
    assert_eq!(
        wrong(parameters, &far),
        [("value".to_owned(), Wrong::OutOfRange(1, 60))]
    );
}

#[test]
fn an_entry_is_told_in_the_words_of_the_staff() {
    let told = summary(clocks(), &clock(), Language::Zh);
    assert!(told.contains(&("期限", "10 个工作日".to_owned())));
    assert!(told.contains(&("起算", "交办、转办".to_owned())));
    let extension = told.iter().find(|(title, _)| *title == "延期");
    let extension = extension
        .map(|(_, value)| value.as_str())
        .expect("it may be lengthened");
    assert!(extension.starts_with("累计最多（日） 30、"), "{extension}");
    assert!(extension.contains("届满前申请、"), "{extension}");
    assert_eq!(
        name(clocks(), &clock(), "handling/general", Language::Zh),
        "核查并反馈"
    );
    let english = summary(clocks(), &clock(), Language::En);
    assert!(english.contains(&("Period", "10 working days".to_owned())));
}

#[test]
fn what_has_no_name_of_its_own_is_called_by_what_it_is_known_by() {
    let bases = section("bases").expect("the bases");
    let base = entry(json!({KEY: "accept", "clause": "TJ-7.1"}));
    assert_eq!(name(bases, &base, "accept", Language::Zh), "受理");
    assert_eq!(
        name(bases, &base, "other_unit", Language::En),
        "Refused: not the unit that handles the case"
    );
    assert_eq!(name(bases, &base, "whatever", Language::Zh), "whatever");
    let liaison = section("liaison").expect("the sheet");
    assert_eq!(
        name(liaison, &entry(json!({"day": 24})), "", Language::Zh),
        "联络单"
    );
}

#[test]
fn words_are_typed_one_a_line() {
    assert_eq!(words("着火\n爆炸"), Some(json!(["着火", "爆炸"])));
    assert_eq!(typed(Some(&json!(["着火", "爆炸"]))), "着火\n爆炸");
    assert_eq!(words(""), None);
}
