use super::*;

fn body(json: &serde_json::Value) -> ReportBody {
    serde_json::from_value(json.clone()).expect("a body of the documented form")
}

/// Field and code of every violation.
fn faults(body: ReportBody) -> Vec<(String, &'static str)> {
    let violations = body.parse().expect_err("something is wrong");
    violations.into_iter().map(|one| (one.field, one.code)).collect()
}

#[test]
fn an_empty_body_is_an_anonymous_report_whose_missing_facts_are_no_fault_mem_4_1() {
    // TJ-7.2: what is missing is listed later, not refused here.
    let report = ReportBody::default().parse().expect("nothing is required");
    assert_eq!(report.matter, Matter::default());
    assert_eq!(report.original, Original::default());
    assert_eq!(report.reporters.len(), 1);
    assert!(!report.reporters[0].is_real_name());
}

#[test]
fn a_blank_field_says_nothing() {
    let report = body(&serde_json::json!({
        "channel": " ", "external_number": "", "title": "\u{3000}", "enterprise": " ", "credit_code": "",
        "address": "  ", "region": "", "industry": " ", "occurred": "", "place": "\t", "facts": "\n", "clues": " ",
        "reporters": [{"name": " ", "phone": "", "address": "", "citizen_id": " "}]
    }));
    let report = report.parse().expect("blank is none");
    assert_eq!(report.matter, Matter::default());
    assert_eq!(report.original, Original::default());
    assert_eq!(
        (report.channel, report.external_number, report.title),
        (None, None, None)
    );
    let Identity {
        capacity,
        name,
        phone,
        address,
        citizen_id,
        wants_paper,
    } = &report.reporters[0];
    assert_eq!((capacity, wants_paper), (&None, &false));
    assert!(name.is_none() && phone.is_none() && address.is_none() && citizen_id.is_none());
}

#[test]
fn every_violation_is_told_at_once_with_its_place() {
    let report = body(&serde_json::json!({
        "title": "长".repeat(121),
        "credit_code": "91110000600037341X",
        "place": "二号\u{0}车间",
        "facts": "长".repeat(4001),
        "reporters": [
            {"name": "张三", "phone": "13800001234"},
            {"name": "4711", "phone": "12", "citizen_id": "360426199113010071"}
        ]
    }));
    let expected = [
        ("title", "too_long"),
        ("credit_code", "bad_check_digit"),
        ("place", "control_character"),
        ("facts", "too_long"),
        ("reporters[1].name", "malformed"),
        ("reporters[1].phone", "malformed"),
        ("reporters[1].citizen_id", "no_such_birth_date"),
    ];
    assert_eq!(
        faults(report),
        expected.map(|(field, code)| (field.to_owned(), code))
    );
}

#[test]
fn a_violation_never_repeats_what_tells_who_somebody_is() {
    // TJ-19
    let report = body(&serde_json::json!({"reporters": [{"name": "张三4711", "phone": "1380000123x"}]}));
    for violation in report.parse().expect_err("two mistakes") {
        let told = format!("{violation:?}");
        assert!(!told.contains("张三") && !told.contains("1380000123x"), "{told}");
    }
}

#[test]
fn a_real_name_is_a_name_with_a_contact() {
    // TJ-11.1
    let real = |reporter: serde_json::Value| {
        let report = body(&serde_json::json!({ "reporters": [reporter] })).parse();
        report.expect("well-formed").reporters[0].is_real_name()
    };
    assert!(real(serde_json::json!({"name": "张三", "phone": "13800001234"})));
    assert!(real(
        serde_json::json!({"name": "张三", "address": "新桥路 8 号"})
    ));
    assert!(!real(serde_json::json!({"name": "张三"})));
    assert!(!real(serde_json::json!({"phone": "13800001234"})));
    assert!(!real(
        serde_json::json!({"name": "张三", "citizen_id": "360426199101010071"})
    ));
}

#[test]
fn each_reporter_is_kept_in_the_order_of_the_body() {
    // TJ-11.2: each gets a reply of their own, and a receipt code in this order.
    let report = body(&serde_json::json!({
        "reporters": [{"name": "张三", "phone": "13800001234"}, {}, {"capacity": "employee"}]
    }));
    let reporters = report.parse().expect("well-formed").reporters;
    let real: Vec<_> = reporters.iter().map(Identity::is_real_name).collect();
    assert_eq!(real, [true, false, false]);
    assert_eq!(reporters[2].capacity, Some(Capacity::Employee));
}

#[test]
fn more_reporters_or_files_than_one_report_may_have_are_refused() {
    let file = FileId(uuid::Uuid::from_u128(1));
    let report = ReportBody {
        reporters: vec![ReporterBody::default(); MOST_REPORTERS + 1],
        files: vec![file; MOST_FILES + 1],
        ..ReportBody::default()
    };
    let expected = [("reporters", "too_many"), ("files", "too_many")];
    assert_eq!(
        faults(report),
        expected.map(|(field, code)| (field.to_owned(), code))
    );
    let most = ReportBody {
        reporters: vec![ReporterBody::default(); MOST_REPORTERS],
        ..ReportBody::default()
    };
    assert!(most.parse().is_ok());
}

#[test]
fn a_field_that_nobody_knows_is_not_read() {
    assert!(serde_json::from_str::<ReportBody>(r#"{"enterprize": "x"}"#).is_err());
    assert!(serde_json::from_str::<ReportBody>(r#"{"reporters": [{"nick": "x"}]}"#).is_err());
}

#[test]
fn what_tells_who_somebody_is_shows_nowhere() {
    // TJ-19: neither the body nor what was parsed from it says anything to a log.
    let report = body(&serde_json::json!({
        "reporters": [{"name": "张三", "phone": "13800001234", "address": "新桥路 8 号", "citizen_id": "360426199101010071"}]
    }));
    let before = format!("{report:?}");
    let after = format!("{:?}", report.parse().expect("well-formed"));
    for secret in ["张三", "13800001234", "新桥路", "360426199101010071"] {
        assert!(!before.contains(secret) && !after.contains(secret), "{secret}");
    }
}
