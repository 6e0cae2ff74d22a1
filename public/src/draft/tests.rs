use super::*;

fn own() -> OwnRules {
    OwnRules {
        facts_missing: Bilingual::new("写事实", "facts"),
        name_missing: Bilingual::new("写姓名", "name"),
    }
}

fn draft(texts: &[(Field, &str)], who: Who) -> Draft {
    let mut draft = Draft {
        who,
        ..Draft::default()
    };
    for (field, text) in texts {
        draft.set(*field, (*text).to_owned());
    }
    draft
}

fn fields(draft: &Draft) -> Vec<Field> {
    draft
        .mistakes(own())
        .into_iter()
        .map(|(field, _)| field)
        .collect()
}

#[test]
fn every_field_has_a_place_of_its_own_and_a_name_in_the_body() {
    for field in Field::ALL {
        assert_eq!(Field::at(field.path()), Some(field));
        let one = draft(&[(field, "1")], Who::Named);
        assert_eq!(
            Field::ALL
                .into_iter()
                .filter(|&other| one.text(other) == "1")
                .count(),
            1
        );
    }
}

#[test]
fn the_server_s_own_rules_find_a_wrong_number_before_it_is_sent() {
    let wrong = [
        (Field::Facts, "通道堵塞"),
        (Field::Phone, "12"),
        (Field::Name, "张示范"),
    ];
    assert_eq!(fields(&draft(&wrong, Who::Named)), [Field::Phone]);
    // Who stays anonymous is not asked for it, and it is not sent.
    let anonymous = draft(&wrong, Who::Anonymous);
    assert_eq!(fields(&anonymous), []);
    assert_eq!(anonymous.body().reporters[0], ReporterBody::default());
}

#[test]
fn a_report_says_what_was_seen_and_a_named_one_by_whom() {
    assert_eq!(fields(&Draft::default()), [Field::Facts]);
    let facts = (Field::Facts, "通道堵塞");
    assert_eq!(fields(&draft(&[facts], Who::Named)), [Field::Name]);
    assert_eq!(fields(&draft(&[facts], Who::Employee)), []);
    let named = [facts, (Field::Name, "张示范"), (Field::Phone, "13812341234")];
    assert_eq!(fields(&draft(&named, Who::Named)), []);
}

#[test]
fn an_employee_speaks_as_one_and_says_whether_the_employer_knows() {
    let mut draft = draft(&[(Field::Facts, "通道堵塞")], Who::Employee);
    draft.told_employer = Some(true);
    let body = draft.body();
    assert_eq!(body.reporters[0].capacity, Some(Capacity::Employee));
    assert_eq!(body.told_employer, Some(true));
    draft.who = Who::Named;
    assert_eq!(draft.body().told_employer, None);
}

#[test]
fn what_is_missing_of_a_full_report_is_named() {
    let draft = draft(&[(Field::Facts, "通道堵塞"), (Field::Place, " ")], Who::Anonymous);
    assert_eq!(draft.missing(&[Fact::Facts, Fact::Place]), [Field::Place]);
}

#[test]
fn steps_end_where_they_end() {
    assert_eq!(Step::Matter.moved(-1), Step::Matter);
    assert_eq!(Step::Matter.moved(1), Step::Evidence);
    assert_eq!(Step::Check.moved(1), Step::Check);
}
