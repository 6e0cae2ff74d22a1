use super::{super::place::section, *};
use serde_json::json;

fn list(code: &str) -> &'static Section {
    section(code).expect("a list of the rules")
}

fn layer() -> Value {
    json!({
        "id": "TJ", "title": "天津", "level": "district",
        "grounds": [{"code": "NA11", "zh": "其他", "en": "Other", "clause": "TJ-7"}],
        "clocks": [{"kind": "handling", "urgency": "general", "period": {"amount": 10, "unit": "working_days"}}],
        "without": {"grounds": ["NA10"]},
        "citations": {"TJ-7": {"instrument": "TJ", "article": "第七条", "text": "应予登记"}}
    })
}

fn below() -> Value {
    json!({
        "grounds": [
            {"code": "NA01", "zh": "不属于受理范围", "en": "Out of scope", "clause": "MEM-6.2"},
            {"code": "NA10", "zh": "重复", "en": "Repeated", "clause": "MEM-6.2"}
        ],
        "clocks": [{"kind": "handling", "urgency": "general", "period": {"amount": 60, "unit": "calendar_days"}}],
        "liaison": {"month": 1, "day": 24},
        "public": {"scope": [{"code": "hazard", "zh": "隐患", "en": "Hazards", "clause": "MEM-5.1"}]},
        "instruments": {"MEM": "应急〔2023〕106号"}
    })
}

fn standings(code: &str, layer: &Value) -> Vec<(String, Standing)> {
    let items = items(list(code), layer, Some(&below()));
    items.into_iter().map(|item| (item.key, item.standing)).collect()
}

#[test]
fn a_list_says_what_is_inherited_replaced_dropped_and_its_own() {
    let known = |key: &str, standing| (key.to_owned(), standing);
    assert_eq!(
        standings("grounds", &layer()),
        [
            known("NA01", Standing::Inherited),
            known("NA10", Standing::Dropped),
            known("NA11", Standing::Own)
        ]
    );
    assert_eq!(
        standings("clocks", &layer()),
        [known("handling/general", Standing::Overrides)]
    );
    assert_eq!(own_count(&items(list("grounds"), &layer(), Some(&below()))), 2);
}

#[test]
fn regions_and_head_are_never_inherited() {
    let below = json!({"title": "国家", "regions": [{"code": "12"}]});
    assert!(items(list("regions"), &layer(), Some(&below)).is_empty());
    let head = items(list(""), &layer(), Some(&below));
    assert_eq!(head[0].entry()["title"], json!("天津"));
}

#[test]
fn changing_an_inherited_entry_makes_it_the_layers_own() {
    let entry = items(list("liaison"), &layer(), Some(&below()))[0].entry();
    let mut entry = entry;
    entry.insert("day".to_owned(), json!(20));
    let changed = put(list("liaison"), &layer(), Some(""), &entry);
    assert_eq!(changed["liaison"], json!({"month": 1, "day": 20}));
    assert_eq!(standings("liaison", &changed)[0].1, Standing::Overrides);
}

#[test]
fn an_own_entry_is_replaced_in_its_place_and_not_doubled() {
    let mut entry = items(list("clocks"), &layer(), None)[0].entry();
    entry.insert("period".to_owned(), json!({"amount": 8, "unit": "working_days"}));
    let changed = put(list("clocks"), &layer(), Some("handling/general"), &entry);
    assert_eq!(changed["clocks"].as_array().map(Vec::len), Some(1));
    assert_eq!(changed["clocks"][0]["period"]["amount"], json!(8));
}

#[test]
fn a_list_below_a_point_is_made_where_there_was_none_and_goes_with_its_last_entry() {
    let scope = list("public.scope");
    let entry = items(scope, &layer(), Some(&below()))[0].entry();
    let changed = put(scope, &layer(), Some("hazard"), &entry);
    assert_eq!(changed["public"]["scope"][0]["code"], json!("hazard"));
    assert_eq!(restore(scope, &changed, "hazard"), layer());
}

#[test]
fn what_does_not_hold_here_can_be_taken_back() {
    let grounds = list("grounds");
    let dropped = drop(grounds, &layer(), "NA01");
    assert_eq!(dropped["without"]["grounds"], json!(["NA10", "NA01"]));
    let back = restore(grounds, &restore(grounds, &dropped, "NA01"), "NA10");
    assert_eq!(back.get("without"), None);
}

#[test]
fn a_key_beside_the_fields_can_be_written_anew() {
    let citations = list("citations");
    let mut entry = items(citations, &layer(), None)[0].entry();
    entry.insert(KEY.to_owned(), json!("TJ-7.1"));
    let changed = put(citations, &layer(), Some("TJ-7"), &entry);
    assert_eq!(
        changed["citations"],
        json!({"TJ-7.1": {"instrument": "TJ", "article": "第七条", "text": "应予登记"}})
    );
    let instruments = list("instruments");
    let entry = json!({KEY: "TJ", "title": "工作制度"});
    let entry = entry.as_object().expect("an entry");
    let changed = put(instruments, &layer(), None, entry);
    assert_eq!(changed["instruments"], json!({"TJ": "工作制度"}));
}

#[test]
fn the_head_is_changed_field_by_field() {
    let mut entry = items(list(""), &layer(), None)[0].entry();
    entry.insert("in_force_from".to_owned(), json!("2027-01-01"));
    let changed = put(list(""), &layer(), Some(""), &entry);
    assert_eq!(changed["in_force_from"], json!("2027-01-01"));
    assert_eq!(changed["grounds"], layer()["grounds"]);
}

#[test]
fn every_entry_of_the_rules_that_come_with_anju_is_the_same_after_it_was_saved_unchanged() {
    use anju_shared::rules::{built_in_regimes, form::SECTIONS};
    let known = built_in_regimes();
    for layer in known.layers() {
        let content = serde_json::to_value(layer).expect("a layer can be written");
        let below = known
            .below(layer)
            .map(|below| serde_json::to_value(below).expect("it too"));
        for section in SECTIONS {
            for item in items(section, &content, below.as_ref()) {
                if let Some(own) = &item.own {
                    let saved = put(section, &content, Some(&item.key), own);
                    assert_eq!(saved, content, "{} {} {}", layer.id, section.code, item.key);
                }
            }
        }
    }
}
