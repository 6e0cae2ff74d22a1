use super::*;
use anju_shared::{access::Role, workflow::Stage};

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a valid instant")
}

/// A Sunday.
fn now() -> Instant {
    at("2026-11-22T09:57:00+08:00")
}

fn heading(due: &str) -> Band {
    Band::of(Calendar::official(), Some(at(due)), now())
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
        "id": "0199aa00-0000-7000-8000-000000000001", "number": number, "version": 1, "title": "某厂：事故隐患",
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
    assert_eq!(Band::of(Calendar::official(), None, now()), Band::Other);
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
    let address = Address::of(&pairs);
    let expected = CaseFilter {
        stage: Some(Stage::Verifying),
        urgency: Some(Urgency::Urgent),
        region: Some("120101001".into()),
        order: Some(CaseOrder::Newest),
        ..CaseFilter::default()
    };
    assert_eq!(address.filter, expected);
    assert_eq!(address.narrowed(), 3);
    assert_eq!(address.cleared().narrowed(), 0);
    assert_eq!(address.cleared().filter.order, Some(CaseOrder::Newest));
}

#[test]
fn an_address_is_read_as_it_was_written() {
    let mut address = Address::default().with_columns(&[CaseColumn::Nature, CaseColumn::Number]);
    for (name, value) in [
        ("due", "soon"),
        ("from", "2026-11-01"),
        ("nature", "hazard"),
        ("unit", "0199aa00-0000-7000-8000-000000000002"),
    ] {
        address = address.with(name, value);
    }
    address.filter.after = Some("x".into());
    let written: Vec<(String, String)> = address
        .pairs()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    assert_eq!(Address::of(&written), address);
    assert_eq!(
        address.shown(),
        [CaseColumn::Number, CaseColumn::Matter, CaseColumn::Nature]
    );
    assert_eq!(
        address.with("due", "").filter.after,
        None,
        "another filter begins at the first page"
    );
    assert_eq!(
        address.with_columns(&CaseColumn::USUAL).columns,
        [],
        "the usual columns need no word"
    );
}

#[test]
fn words_stand_in_the_address_and_typing_on_is_the_same_step() {
    let list = Address::default().with("region", "120102");
    let begun = list.with("q", "化");
    let typed = begun.with("q", "化工 仓库");
    assert!(typed.pairs().contains(&("q", "化工 仓库".to_owned())));
    assert_eq!(typed.narrowed(), 2);
    assert!(typed.retypes(&begun));
    assert!(!begun.retypes(&list), "the first words are a step of their own");
    assert!(!list.retypes(&begun), "and so is their end");
    assert!(!typed.with("region", "").retypes(&begun));
}

#[test]
fn a_view_is_known_again_on_every_page_of_it() {
    let view = View {
        id: "0199aa00-0000-7000-8000-000000000003".parse().expect("an id"),
        name: "三天内".into(),
        query: CaseFilter {
            due: Some(Band::Soon),
            ..CaseFilter::default()
        },
        columns: CaseColumn::USUAL.to_vec(),
    };
    let mut address = Address::of_view(&view);
    assert!(address.is_of(&view));
    address.filter.after = Some("x".into());
    assert!(address.is_of(&view));
    assert!(!address.with("region", "120102").is_of(&view));
    assert!(!address.with_columns(&[CaseColumn::Number]).is_of(&view));
}

#[test]
fn a_selection_keeps_its_cases_over_pages_and_takes_over_what_came_anew() {
    let mut one = row("1", None);
    let mut other = row("2", None);
    other.id = "0199aa00-0000-7000-8000-000000000002".parse().expect("an id");
    let both = Selection::default()
        .with(&[one.clone()], true)
        .with(&[other.clone(), one.clone()], true);
    assert_eq!(both.cases().len(), 2);
    one.version = 7;
    let fresh = both.refreshed(&[one.clone()]);
    let named: Vec<u64> = fresh.named().iter().map(|case| case.version).collect();
    assert_eq!(named, [1, 7]);
    assert!(!fresh.with(&[one.clone()], false).has(one.id));
}

#[test]
fn a_bulk_command_is_ready_when_nothing_is_missing_that_all_need() {
    let draft = |action| BulkDraft {
        action: Some(action),
        ..BulkDraft::default()
    };
    for action in [Action::ConfirmDecline, Action::SignIn, Action::ApproveReport] {
        assert!(draft(action).command().is_some());
    }
    for action in [Action::Accept, Action::Dispatch, Action::Close, Action::Reply] {
        assert_eq!(draft(action).command(), None);
    }
    let mut accept = draft(Action::Accept);
    accept.urgency = Some(Urgency::General);
    accept.reasons = vec!["imminent".into()];
    let Some(BulkCommand::Accept(accept)) = accept.command() else {
        panic!("ready")
    };
    assert_eq!(
        accept.reasons,
        Vec::<String>::new(),
        "a reason of urgency belongs to an urgent case"
    );
    let mut close = draft(Action::Close);
    close.words = " 同意办结 ".into();
    assert_eq!(
        close.command(),
        Some(BulkCommand::Close(Close {
            opinion: "同意办结".into()
        }))
    );
}

#[test]
fn everybody_is_offered_what_belongs_to_their_roles() {
    let staff = |roles: &[Role]| Staff {
        user: "0199aa00-0000-7000-8000-000000000004".parse().expect("an id"),
        session: "0199aa00-0000-7000-8000-000000000005".parse().expect("an id"),
        name: "张伟".into(),
        unit: "0199aa00-0000-7000-8000-000000000006".parse().expect("an id"),
        region: "1201".into(),
        roles: roles.to_vec(),
    };
    assert_eq!(offered(&staff(&[Role::UnitLeader])), [Action::ApproveReport]);
    assert_eq!(
        offered(&staff(&[Role::Dispatcher])),
        [Action::Dispatch, Action::Close]
    );
    assert_eq!(offered(&staff(&[Role::Analyst])), []);
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
