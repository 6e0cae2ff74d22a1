use super::*;

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a valid instant")
}

/// A Sunday.
fn now() -> Instant {
    at("2026-11-22T09:57:00+08:00")
}

fn heading(due: &str) -> Band {
    band(Calendar::official(), Some(at(due)), now())
}

fn row(number: &str, due: Option<&str>) -> CaseSummary {
    let clock = due.map(|due| {
        serde_json::json!({
            "kind": "handling", "round": 1, "name": {"zh": "核查并反馈", "en": "Verify"}, "clause": "TJ-9.1",
            "period": {"amount": 10, "unit": "working_days"}, "yellow": {"amount": 3, "unit": "working_days"},
            "effect": "duty", "bearer": "unit", "stops": "feedback_submitted",
            "started_at": "2026-11-12T03:20:00Z", "due": {"at": at(due).to_string(), "provisional": false}
        })
    });
    let mut row = serde_json::json!({
        "id": "0199aa00-0000-7000-8000-000000000001", "number": number, "title": "某厂：事故隐患",
        "stage": "verifying", "channel": "phone_12350",
        "received_at": "2026-11-12T03:20:00Z", "registered_at": "2026-11-12T03:20:00Z"
    });
    if let Some(clock) = clock {
        row["clock"] = clock;
    }
    serde_json::from_value(row).expect("a row as the API gives it")
}

#[test]
fn what_ends_tonight_at_24_00_is_due_today() {
    assert_eq!(heading("2026-11-23T00:00:00+08:00"), Band::Today);
    assert_eq!(heading("2026-11-22T12:06:00+08:00"), Band::Today);
    assert_eq!(heading("2026-11-22T09:57:00+08:00"), Band::Overdue);
    assert_eq!(heading("2026-11-21T00:00:00+08:00"), Band::Overdue);
}

#[test]
fn three_working_days_are_counted_by_the_calendar_not_by_the_clock() {
    // Sunday: Monday, Tuesday and Wednesday are the next three working days; the 25th is a Wednesday.
    assert_eq!(heading("2026-11-26T00:00:00+08:00"), Band::Soon);
    assert_eq!(heading("2026-11-27T00:00:00+08:00"), Band::Other);
}

#[test]
fn what_nobody_owes_stands_under_other() {
    assert_eq!(band(Calendar::official(), None, now()), Band::Other);
}

#[test]
fn a_heading_counts_its_rows_only_where_all_of_them_are_in_sight() {
    let rows = [
        row("1", Some("2026-11-20T00:00:00+08:00")),
        row("2", Some("2026-11-21T00:00:00+08:00")),
        row("3", Some("2026-11-23T00:00:00+08:00")),
        row("4", None),
    ];
    let told = |edges| {
        let groups = groups(Calendar::official(), &rows, now(), edges);
        let told: Vec<_> = groups
            .iter()
            .map(|group| (group.band, group.rows.len(), group.whole))
            .collect();
        told
    };
    let whole = |first, last| {
        vec![
            (Band::Overdue, 2, first),
            (Band::Today, 1, true),
            (Band::Other, 1, last),
        ]
    };
    assert_eq!(told((true, true)), whole(true, true));
    assert_eq!(told((true, false)), whole(true, false));
    assert_eq!(told((false, false)), whole(false, false));
    assert!(groups(Calendar::official(), &[], now(), (true, true)).is_empty());
}

#[test]
fn an_address_with_words_that_nobody_knows_still_leads_to_a_list() {
    let pairs = [
        ("stage", "verifying"),
        ("open", "maybe"),
        ("urgency", "urgent"),
        ("region", "120101001"),
        ("order", "newest"),
        ("colour", "red"),
        ("channel", ""),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let filter = filter(&pairs);
    let expected = CaseFilter {
        stage: Some(Stage::Verifying),
        urgency: Some(Urgency::Urgent),
        region: Some("120101001".into()),
        order: Some(CaseOrder::Newest),
        ..CaseFilter::default()
    };
    assert_eq!(filter, expected);
    assert_eq!(narrowed(&filter), 3);
    assert_eq!(narrowed(&cleared(&filter)), 0);
    assert_eq!(cleared(&filter).order, Some(CaseOrder::Newest));
}

#[test]
fn urgency_and_a_grave_nature_are_marked() {
    let mut row = row("1", None);
    assert_eq!(marks(&row), []);
    row.urgency = Some(Urgency::Urgent);
    row.nature = Some(Nature::MajorHazard);
    assert_eq!(marks(&row), [Mark::Urgent, Mark::Major]);
    row.urgency = Some(Urgency::General);
    row.nature = Some(Nature::ConcealedAccident);
    assert_eq!(marks(&row), [Mark::Concealed]);
}

#[test]
fn the_cursor_stops_at_both_ends() {
    assert_eq!(step(None, 3, true), Some(0));
    assert_eq!(step(Some(2), 3, true), Some(2));
    assert_eq!(step(Some(0), 3, false), Some(0));
    assert_eq!(step(Some(1), 3, false), Some(0));
    assert_eq!(step(None, 0, true), None);
}
