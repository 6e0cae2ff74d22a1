//! The periods of regimes on the calendar: due days, extensions, and the traps that other systems fell into.

use ClockKind as K;
use anju_shared::{
    calendar::Calendar,
    deadlines::{Count, Due, Pause, Period, Unit, due, explain_under},
    rules::{ClockKind, Cycle, Duty, ExtensionAsked, ExtensionRefusal, Regime, regime},
    time::{Instant, LegalDate},
    workflow::Urgency,
};

fn of(id: &str) -> &'static Regime {
    regime(id).expect("it comes with Anju")
}

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

fn count(id: &str, kind: K, urgency: Urgency, start: &str) -> Count {
    Count {
        start: at(start),
        period: of(id).clock(kind, Some(urgency)).expect("it is ruled").period,
        extension_days: 0,
        pauses: Vec::new(),
    }
}

fn ends(id: &str, kind: K, start: &str) -> Due {
    due(Calendar::official(), &count(id, kind, Urgency::General, start))
}

#[track_caller]
fn check(id: &str, kind: K, rows: &[(&str, &str)]) {
    for (start, last) in rows {
        let due = ends(id, kind, &format!("{start}T10:00:00+08:00"));
        assert_eq!(
            due.last_day.expect("days").to_string(),
            *last,
            "{id} {kind} from {start}"
        );
    }
}

#[test]
fn ten_working_days_of_tj_9_1() {
    check(
        "TJ",
        K::Handling,
        &[
            ("2026-02-12", "2026-03-04"),
            ("2026-09-18", "2026-10-09"),
            ("2026-10-05", "2026-10-20"),
            ("2026-11-20", "2026-12-04"),
        ],
    );
}

#[test]
fn seven_working_days_of_d2_4_2b() {
    check(
        "D2",
        K::Handling,
        &[
            // 28 February 2026 is a Saturday that is worked.
            ("2026-02-12", "2026-02-28"),
            ("2026-04-30", "2026-05-13"),
            ("2026-09-30", "2026-10-15"),
            ("2026-11-22", "2026-12-01"),
        ],
    );
}

#[test]
fn three_working_days_of_wl_3_9a_and_wl_3_9b() {
    for kind in [K::Reply, K::NoticeDeclined, K::NoticeUnrewarded] {
        check(
            "WL",
            kind,
            &[
                ("2026-02-12", "2026-02-24"),
                // 10 October 2026 is a Saturday that is worked.
                ("2026-09-30", "2026-10-10"),
                ("2026-11-20", "2026-11-25"),
            ],
        );
    }
}

#[test]
fn two_working_days_of_tj_8_2_are_the_aj_p3_of_every_other_regime() {
    for id in ["TJ", "MEM", "D2", "WL", "SX", "AH"] {
        // 20 September 2026 is a Sunday that is worked.
        check(
            id,
            K::Return,
            &[("2026-09-18", "2026-09-21"), ("2026-09-24", "2026-09-29")],
        );
    }
}

#[test]
fn sixty_days_of_mem_7_5_and_wl_3_7a_move_to_a_working_day() {
    for id in ["MEM", "WL", "SX", "AH", "TJ", "D2"] {
        check(
            id,
            K::Statutory,
            &[
                ("2025-12-17", "2026-02-24"),
                ("2026-07-25", "2026-09-23"),
                ("2026-08-03", "2026-10-08"),
            ],
        );
    }
}

#[test]
fn ten_days_of_mem_8_4_to_object_and_thirty_to_review() {
    check(
        "MEM",
        K::Objection,
        &[("2026-02-05", "2026-02-24"), ("2026-09-22", "2026-10-08")],
    );
    check("MEM", K::Review, &[("2026-08-27", "2026-09-28")]);
}

#[test]
fn twenty_four_hours_of_tj_9_2_and_d2_4_2a_run_through_a_holiday() {
    for id in ["TJ", "D2", "WL", "SX", "AH", "MEM"] {
        let urgent = count(id, K::Handling, Urgency::Urgent, "2026-10-03T09:15:00+08:00");
        let due = due(Calendar::official(), &urgent);
        assert_eq!(due.at, at("2026-10-04T09:15:00+08:00"), "{id}");
        assert!(due.last_day.is_none() && !due.provisional, "{id}");
    }
}

#[test]
fn a_dispatch_at_23_59_59_still_counts_from_that_day_d2_4_2b() {
    let late = ends("D2", K::Handling, "2026-11-20T23:59:59+08:00");
    let midnight = ends("D2", K::Handling, "2026-11-21T00:00:00+08:00");
    assert_eq!(late.last_day, LegalDate::parse("2026-12-01"));
    // The 21st and 22nd are a weekend: the first day that counts is the same.
    assert_eq!(midnight.last_day, late.last_day);
    let thursday = ends("D2", K::Handling, "2026-11-19T23:59:59+08:00");
    assert_eq!(thursday.last_day, LegalDate::parse("2026-11-30"));
}

#[test]
fn an_acceptance_on_31_december_before_the_next_year_is_published_is_provisional_mem_7_5() {
    for id in ["TJ", "D2", "WL", "SX", "AH", "MEM"] {
        assert!(
            ends(id, K::Statutory, "2026-12-31T16:00:00+08:00").provisional,
            "{id}"
        );
        assert!(
            ends(id, K::Handling, "2026-12-31T16:00:00+08:00").provisional,
            "{id}"
        );
    }
    assert!(!ends("D2", K::Handling, "2026-12-01T16:00:00+08:00").provisional);
}

#[test]
fn an_explanation_cites_the_clause_and_ends_where_the_count_ends() {
    for id in ["TJ", "D2", "WL", "SX", "AH", "MEM"] {
        for entry in &of(id).clocks {
            let count = Count {
                start: at("2026-09-18T10:00:00+08:00"),
                period: entry.period,
                extension_days: 0,
                pauses: Vec::new(),
            };
            let steps = explain_under(Calendar::official(), &count, &entry.clause);
            assert!(steps[0].text_zh().contains(&entry.clause), "{id} {}", entry.kind);
            let end = due(Calendar::official(), &count).at;
            let last = steps
                .iter()
                .any(|step| matches!(step, anju_shared::deadlines::Step::Ends { at, .. } if *at == end));
            assert!(last, "{id} {}", entry.kind);
        }
    }
}

/// The arrangements as they would be with another day closed, or with another year.
fn arranged(from: &str, to: &str) -> Calendar {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/cn-calendar.json");
    let text = std::fs::read_to_string(path).expect("the arrangements are there");
    assert!(text.contains(from), "{from}");
    Calendar::parse(&text.replacen(from, to, 1)).expect("a calendar")
}

#[test]
fn a_holiday_that_is_amended_after_the_case_began_moves_its_end_d2_4_2b() {
    let running = count("D2", K::Handling, Urgency::General, "2026-11-20T10:00:00+08:00");
    let before = due(Calendar::official(), &running);
    assert_eq!(before.last_day, LegalDate::parse("2026-12-01"));
    let year = "\"2026\": {\n   \"closed_weekdays\": {";
    let amended = arranged(year, &format!("{year}\"11-25\": \"补假\","));
    assert_eq!(due(&amended, &running).last_day, LegalDate::parse("2026-12-02"));
    assert_ne!(amended.version(), Calendar::official().version());
}

#[test]
fn a_provisional_end_is_final_once_the_year_is_published_mem_7_5() {
    let running = count("MEM", K::Statutory, Urgency::General, "2026-12-07T10:00:00+08:00");
    let before = due(Calendar::official(), &running);
    // 5 February 2027 is New Year's Eve by the statutory holidays; the next days are a weekend and the festival.
    assert_eq!(
        (before.last_day, before.provisional),
        (LegalDate::parse("2027-02-09"), true)
    );
    let published = arranged(
        "\"years\": {",
        "\"years\": {\"2027\": {\"closed_weekdays\": {\"02-05\": \"春节\", \"02-08\": \"春节\", \"02-09\": \"春节\"}, \"worked_weekends\": {}},",
    );
    let after = due(&published, &running);
    assert_eq!(
        (after.last_day, after.provisional),
        (LegalDate::parse("2027-02-10"), false)
    );
}

#[test]
fn an_appraisal_over_golden_week_and_then_an_extension_of_the_inquiry_acc_27_acc_29() {
    let entry = of("TJ").clock(K::Inquiry, None).expect("it is ruled");
    let rule = entry.extension.as_ref().expect("it may be extended");
    assert!(entry.pause.is_some());
    let mut inquiry = count("TJ", K::Inquiry, Urgency::General, "2026-09-01T10:00:00+08:00");
    inquiry.pauses = vec![Pause {
        from: at("2026-09-28T10:00:00+08:00"),
        to: at("2026-10-10T10:00:00+08:00"),
    }];
    let last = |count: &Count| {
        due(Calendar::official(), count)
            .last_day
            .expect("days")
            .to_string()
    };
    // 60 days would end on 31 October; twelve dates are taken out once, holidays among them.
    assert_eq!(last(&inquiry), "2026-11-12");
    inquiry.extension_days = 30;
    assert!(inquiry.extension_days <= rule.most);
    // 12 December is a Saturday.
    assert_eq!(last(&inquiry), "2026-12-14");
}

#[test]
fn what_was_paused_and_extended_stays_so_when_the_rule_changes_and_nothing_begins_anew_acc_27_acc_29() {
    let mut inquiry = count("MEM", K::Inquiry, Urgency::General, "2026-09-01T10:00:00+08:00");
    inquiry.pauses = vec![Pause {
        from: at("2026-09-28T10:00:00+08:00"),
        to: at("2026-10-10T10:00:00+08:00"),
    }];
    inquiry.extension_days = 30;
    let before = due(Calendar::official(), &inquiry).last_day.expect("days");
    let changed = Count {
        period: Period::new(45, Unit::CalendarDays),
        ..inquiry
    };
    let after = due(Calendar::official(), &changed).last_day.expect("days");
    // 60 + 30 days and twelve paused dates end on Saturday 12 December, 45 + 30 and the same twelve on 27 November.
    assert_eq!(
        (before.to_string(), after.to_string()),
        ("2026-12-14".into(), "2026-11-27".into())
    );
}

/// An extension asked for at `now`, with the statutory period that began at the acceptance.
fn extended(id: &str, days: u32, now: &str) -> Result<Due, ExtensionRefusal> {
    let running = count(id, K::Handling, Urgency::General, "2026-09-18T10:00:00+08:00");
    let statutory = ends(id, K::Statutory, "2026-09-18T09:00:00+08:00");
    let asked = ExtensionAsked {
        running: &running,
        statutory: Some(statutory),
        days,
        at: at(now),
    };
    let rule = of(id)
        .clock(K::Handling, Some(Urgency::General))
        .and_then(|one| one.extension.as_ref());
    rule.ok_or(ExtensionRefusal::NotExtendable)?
        .lengthened(Calendar::official(), &asked)
}

#[test]
fn an_extension_asked_for_in_time_is_counted_from_the_last_day_before_it_moved_tj_9_3() {
    let end = extended("TJ", 30, "2026-10-09T23:59:59+08:00").expect("30 days are permitted");
    // Ten working days end on 9 October; 30 days later is a Sunday.
    assert_eq!(end.last_day, LegalDate::parse("2026-11-09"));
}

#[test]
fn an_extension_asked_for_after_the_end_is_refused_ah_2_2b() {
    for id in ["AH", "TJ", "MEM"] {
        let refusal = extended(id, 1, "2026-10-10T00:00:00+08:00");
        assert_eq!(refusal, Err(ExtensionRefusal::TooLate), "{id}");
    }
}

#[test]
fn an_extension_is_at_most_30_days_tj_9_3_and_none_in_d2_4_2b() {
    let in_time = "2026-09-28T10:00:00+08:00";
    assert_eq!(
        extended("TJ", 31, in_time),
        Err(ExtensionRefusal::TooLong { most: 30 })
    );
    assert_eq!(extended("D2", 1, in_time), Err(ExtensionRefusal::NotExtendable));
}

#[test]
fn an_internal_extension_never_passes_the_statutory_end_mem_7_5() {
    // Dispatched 50 days after the acceptance: 60 days end soon after.
    let running = count("TJ", K::Handling, Urgency::General, "2026-11-06T10:00:00+08:00");
    let statutory = ends("TJ", K::Statutory, "2026-09-18T09:00:00+08:00");
    let asked = |statutory| {
        let asked = ExtensionAsked {
            running: &running,
            statutory: Some(statutory),
            days: 20,
            at: at("2026-11-09T10:00:00+08:00"),
        };
        let rule = of("TJ")
            .clock(K::Handling, Some(Urgency::General))
            .and_then(|one| one.extension.as_ref());
        rule.expect("TJ knows extensions")
            .lengthened(Calendar::official(), &asked)
    };
    assert_eq!(
        asked(statutory),
        Err(ExtensionRefusal::PastStatutoryEnd { end: statutory })
    );
    // Once the higher authority has moved that end, it may.
    let longer = Count {
        extension_days: 30,
        ..count("TJ", K::Statutory, Urgency::General, "2026-09-18T09:00:00+08:00")
    };
    let moved = due(Calendar::official(), &longer);
    let end = asked(moved).expect("the statutory end is later now");
    assert_eq!(end.last_day, LegalDate::parse("2026-12-10"));
}

#[test]
fn periodic_duties_fall_on_their_day_of_month_quarter_and_year() {
    let next = |id: &str, code: &str, day: &str| {
        let duty: &Duty = of(id)
            .duties
            .iter()
            .find(|one| one.code == code)
            .expect("it is ruled");
        duty.next(LegalDate::parse(day).expect("a day")).to_string()
    };
    // TJ-13.2: by the 5th of every month.
    assert_eq!(next("TJ", "monthly_report", "2026-11-05"), "2026-11-05");
    assert_eq!(next("TJ", "monthly_report", "2026-12-06"), "2027-01-05");
    // WL-5.14: by the 15th of the first month of every quarter.
    assert_eq!(next("WL", "ranking", "2026-11-22"), "2027-01-15");
    assert_eq!(next("WL", "ranking", "2026-04-15"), "2026-04-15");
    // AH-3.4: by 15 January.
    assert_eq!(next("AH", "yearly_summary", "2026-01-16"), "2027-01-15");
    assert_eq!(next("AH", "yearly_summary", "2027-01-15"), "2027-01-15");
    // A day that a month does not have is its last.
    let last = Duty {
        code: "x".into(),
        zh: "甲".into(),
        en: "x".into(),
        every: Cycle::Month,
        month: 1,
        day: 31,
        bearer: anju_shared::rules::Bearer::Office,
        clause: "AJ-M".into(),
    };
    let february = LegalDate::parse("2027-02-01").expect("a day");
    assert_eq!(last.next(february).to_string(), "2027-02-28");
}
