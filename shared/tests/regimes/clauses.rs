//! A table per regime: what each clause asks for, found in the entry that carries it out.

use ClockKind as K;
use StartEvent as From;
use Unit::{CalendarDays as Days, Hours, WorkingDays};
use anju_shared::{
    deadlines::{Period, Unit},
    rules::{
        Approver, Bearer, ClockEntry, ClockKind, Cycle, Effect, Lapse, Origin, Regime, StartEvent, regime,
    },
    workflow::Urgency,
};

fn of(id: &str) -> &'static Regime {
    regime(id).expect("it comes with Anju")
}

/// The general case, for periods that differ by urgency.
fn clock(id: &str, kind: K) -> &'static ClockEntry {
    of(id).clock(kind, Some(Urgency::General)).expect("it is ruled")
}

type Row = (K, (u32, Unit), From, &'static str, bool);

/// One row a period: kind, length, start, clause, and whether the layer says it itself.
#[track_caller]
fn check(id: &str, rows: &[Row]) {
    for (kind, (amount, unit), starts, clause, own) in rows {
        let entry = clock(id, *kind);
        let found = (entry.period, entry.starts, entry.clause.as_str());
        assert_eq!(
            found,
            (Period::new(*amount, *unit), *starts, *clause),
            "{id} {kind}"
        );
        let key = [kind.to_string(), format!("{kind}/general")];
        let origin = key.iter().find_map(|key| of(id).origin("clocks", key));
        let inherited = matches!(origin, Some(Origin::Inherited { .. }));
        assert_eq!(inherited, !own, "{id} {kind} {origin:?}");
    }
}

#[track_caller]
fn urgent(id: &str, clause: &str) {
    let entry = of(id)
        .clock(K::Handling, Some(Urgency::Urgent))
        .expect("it is ruled");
    assert_eq!(
        (entry.period, entry.clause.as_str(), entry.extension.is_none()),
        (Period::new(24, Hours), clause, true)
    );
}

#[track_caller]
fn duty(id: &str, code: &str, every: Cycle, clause: &str) {
    let duty = of(id)
        .duties
        .iter()
        .find(|one| one.code == code)
        .expect("it is ruled");
    assert_eq!((duty.every, duty.clause.as_str()), (every, clause), "{id} {code}");
}

#[test]
fn the_periods_of_tj_8_2_tj_9_1_tj_9_2_tj_11_1_and_tj_15() {
    check(
        "TJ",
        &[
            (K::Return, (2, WorkingDays), From::Dispatched, "TJ-8.2", true),
            (K::Handling, (10, WorkingDays), From::Dispatched, "TJ-9.1", true),
            (K::Reply, (10, WorkingDays), From::Dispatched, "TJ-11.1", true),
            (K::CallNotice, (24, Hours), From::HandlingLate, "TJ-15.1", true),
            (
                K::CallResponse,
                (24, Hours),
                From::FeedbackCalled,
                "TJ-15.1",
                true,
            ),
            (
                K::WrittenNotice,
                (48, Hours),
                From::FalseClosureFound,
                "TJ-15.2",
                true,
            ),
            (K::Statutory, (60, Days), From::Accepted, "MEM-7.5", false),
        ],
    );
    urgent("TJ", "TJ-9.2");
}

#[test]
fn the_return_of_tj_8_2_and_the_joint_handling_of_tj_8_3_share_their_two_days() {
    let entry = clock("TJ", K::Return);
    assert_eq!(
        (entry.effect, &entry.also[..]),
        (Effect::Window, &["TJ-8.3".to_owned()][..])
    );
}

#[test]
fn what_no_step_starts_yet_is_ruled_and_waits_mem_3_2_tj_11_5_acc_13_law_73_rew_13() {
    for (id, kind, clause) in [
        ("MEM", K::Backfill, "MEM-3.2"),
        ("TJ", K::PenaltyDocument, "TJ-11.5"),
        ("MEM", K::CasualtyChange, "ACC-13"),
        ("MEM", K::FirstCheck, "LAW-73"),
        ("MEM", K::AwardClaim, "REW-13"),
    ] {
        let entry = clock(id, kind);
        assert!(
            entry.clause == clause || entry.also.iter().any(|one| one == clause),
            "{id} {kind}"
        );
        assert!(!entry.runs(), "{kind}");
        assert!(of(id).profile.clock(kind, None).is_none(), "{kind}");
    }
}

/// AJ-P1, AJ-P2, AJ-P3, AJ-P5, AJ-P6, AJ-P7, AJ-P8, AJ-P9, AJ-P10, AJ-P14, AJ-P15, AJ-P18, AJ-P21, AJ-P22, AJ-P23, AJ-P24
#[test]
fn a_number_that_no_instrument_gives_rests_on_a_parameter_that_says_so() {
    for (clause, citation) in of("MEM")
        .citations
        .iter()
        .filter(|(id, _)| id.starts_with("AJ-P"))
    {
        let says = ["未定", "未规定", "未写明", "只有", "只要求", "只规定"]
            .iter()
            .any(|word| citation.text.contains(word));
        assert!(says, "{clause}: {}", citation.text);
    }
    let national = of("MEM");
    let clauses = national.clocks.iter().map(|one| &one.clause);
    for clause in clauses.filter(|clause| clause.starts_with("MEM")) {
        // A number with its unit stands in every clause of the instrument that sets a period.
        let text = &national.citations[clause].text;
        assert!(
            text.contains("日") && text.chars().any(|c| c.is_ascii_digit()),
            "{clause}: {text}"
        );
    }
}

#[test]
fn an_extension_of_tj_9_3_is_at_most_30_days_and_given_by_the_office() {
    let rule = clock("TJ", K::Handling)
        .extension
        .as_ref()
        .expect("it may be extended");
    assert_eq!(
        (rule.most, rule.approver, rule.clause.as_str()),
        (30, Approver::Office, "TJ-9.3")
    );
}

#[test]
fn what_is_late_under_tj_15_1_is_called_by_telephone_and_then_supervised_by_the_ladder_of_tj_15() {
    assert_eq!(clock("TJ", K::Handling).lapse(), Lapse::Supervision);
    assert_eq!(clock("TJ", K::CallResponse).lapse(), Lapse::NextStep);
    let clauses = of("TJ").ladder.iter().map(|one| one.clause.as_str());
    let own: Vec<&str> = clauses.filter(|clause| clause.starts_with("TJ")).collect();
    assert_eq!(own, ["TJ-15.1", "TJ-15.2", "TJ-15.3"]);
}

#[test]
fn months_quarters_and_years_of_tj_13_1_tj_13_2_tj_6_2_and_tj_16() {
    duty("TJ", "monthly_report", Cycle::Month, "TJ-13.2");
    duty("TJ", "quarterly_bulletin", Cycle::Quarter, "TJ-13.1");
    duty("TJ", "unit_analysis", Cycle::Quarter, "TJ-6.2");
    duty("TJ", "yearly_assessment", Cycle::Year, "TJ-16");
}

#[test]
fn the_periods_of_d2_4_2a_and_d2_4_2b_and_the_quick_check_of_d2_4_2c() {
    check(
        "D2",
        &[
            (K::Handling, (7, WorkingDays), From::Dispatched, "D2-4.2b", true),
            (K::FirstCheck, (24, Hours), From::Accepted, "D2-4.2c", true),
            (K::Statutory, (60, Days), From::Accepted, "MEM-7.5", false),
            (K::SignIn, (1, WorkingDays), From::Dispatched, "AJ-P2", false),
            (K::Return, (2, WorkingDays), From::Dispatched, "AJ-P3", false),
        ],
    );
    urgent("D2", "D2-4.2a");
}

#[test]
fn d2_4_2_knows_no_extension() {
    assert!(clock("D2", K::Handling).extension.is_none());
}

#[test]
fn the_liaison_sheet_of_d2_4_5_is_due_by_24_january_and_falls_to_the_units_office() {
    let rule = &of("D2").profile.liaison;
    assert_eq!((rule.month, rule.day, rule.clause.as_str()), (1, 24, "D2-4.5"));
    assert_eq!(rule.default.zh, "办公室");
    // Elsewhere it is a parameter that says so.
    for id in ["MEM", "WL", "SX", "AH"] {
        assert_eq!(of(id).profile.liaison.clause, "AJ-P18", "{id}");
    }
}

#[test]
fn the_briefing_of_d2_3_4_and_the_misconduct_of_d2_4_4() {
    duty("D2", "leader_brief", Cycle::Month, "D2-3.4");
    let misconduct = of("D2").scoring.iter().find(|one| one.code == "misconduct");
    assert_eq!(misconduct.map(|one| one.clause.as_str()), Some("D2-4.4"));
}

#[test]
fn the_periods_of_wl_3_7a_wl_3_9a_wl_3_9b_and_wl_4_11() {
    check(
        "WL",
        &[
            (K::Statutory, (60, Days), From::Accepted, "WL-3.7a", true),
            (K::Reply, (3, WorkingDays), From::ReportApproved, "WL-3.9a", true),
            (
                K::NoticeDeclined,
                (3, WorkingDays),
                From::Declined,
                "WL-3.9b",
                true,
            ),
            (
                K::NoticeUnrewarded,
                (3, WorkingDays),
                From::RewardRefused,
                "WL-3.9b",
                true,
            ),
            (K::Backfill, (1, WorkingDays), From::Received, "WL-4.11", true),
            (K::Handling, (10, WorkingDays), From::Dispatched, "AJ-P6", false),
            (K::Objection, (10, Days), From::ConclusionServed, "MEM-8.4", false),
        ],
    );
    urgent("WL", "AJ-P5");
}

#[test]
fn the_30_days_of_wl_3_7a_come_from_the_higher_authority_mem_7_5b() {
    let rule = clock("WL", K::Statutory)
        .extension
        .as_ref()
        .expect("it may be extended");
    assert_eq!(
        (rule.most, rule.approver, rule.told, rule.clause.as_str()),
        (30, Approver::HigherAuthority, true, "WL-3.7a")
    );
}

#[test]
fn the_ranking_of_wl_5_14_deducts_for_what_it_names() {
    duty("WL", "ranking", Cycle::Quarter, "WL-5.14a");
    let of_wl = of("WL").scoring.iter().filter(|one| one.clause == "WL-5.14");
    let codes: Vec<&str> = of_wl.map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["loop_open", "reward_unpaid", "leak"]);
    for kind in [K::Statutory, K::Reply] {
        assert_eq!(clock("WL", kind).lapse(), Lapse::Deduction);
    }
}

#[test]
fn the_informants_of_wl_1_1_are_a_channel() {
    let channels = &of("WL").profile.channels;
    assert!(
        channels
            .iter()
            .any(|one| one.code == "informant" && one.clause == "WL-1.1")
    );
}

#[test]
fn the_province_of_sx_2_has_the_nations_periods_and_no_others() {
    for entry in &of("SX").clocks {
        let key = entry.urgency.map_or_else(
            || entry.kind.to_string(),
            |urgency| format!("{}/{urgency}", entry.kind),
        );
        assert_eq!(
            of("SX").origin("clocks", &key),
            Some(&Origin::Inherited { from: "MEM".into() }),
            "{key}"
        );
    }
}

#[test]
fn the_bulletin_of_sx_3c_the_weight_of_sx_3_and_the_analysis_of_sx_4() {
    duty("SX", "province_bulletin", Cycle::Quarter, "SX-3c");
    duty("SX", "yearly_analysis", Cycle::Year, "SX-4");
    let weight = of("SX").scoring.iter().find(|one| one.code == "yearly");
    assert_eq!(weight.map(|one| one.clause.as_str()), Some("SX-3"));
}

#[test]
fn an_extension_of_ah_2_2b_is_asked_for_before_the_end() {
    for kind in [K::Handling, K::Statutory] {
        let rule = clock("AH", kind).extension.as_ref().expect("it may be extended");
        assert_eq!(
            (rule.before_due, rule.clause.as_str()),
            (true, "AH-2.2b"),
            "{kind}"
        );
    }
}

#[test]
fn the_review_of_ah_2_2a_and_the_penalty_of_ah_2_2c() {
    assert_eq!(of("AH").profile.base("approve_report"), Some("AH-2.2a"));
    check(
        "AH",
        &[
            (K::PenaltyDocument, (30, Days), From::Closed, "AH-2.2c", true),
            (K::Handling, (10, WorkingDays), From::Dispatched, "AJ-P6", true),
            (K::Review, (30, Days), From::ObjectionReceived, "MEM-8.4", false),
        ],
    );
    urgent("AH", "AJ-P5");
}

#[test]
fn the_yearly_summary_of_ah_3_4_and_the_look_back_of_ah_2_3a() {
    duty("AH", "yearly_summary", Cycle::Year, "AH-3.4");
    duty("AH", "look_back", Cycle::Year, "AH-2.3a");
}

#[test]
fn the_periods_of_mem_7_5_mem_8_4_and_the_accident_rules() {
    check(
        "MEM",
        &[
            (K::AcceptDecision, (5, WorkingDays), From::Received, "AJ-P1", true),
            (
                K::Supplement,
                (15, Days),
                From::SupplementRequested,
                "AJ-P24",
                true,
            ),
            (K::Statutory, (60, Days), From::Accepted, "MEM-7.5", true),
            (K::Reply, (3, WorkingDays), From::ReportApproved, "AJ-P9", true),
            (K::Objection, (10, Days), From::ConclusionServed, "MEM-8.4", true),
            (K::Review, (30, Days), From::ObjectionReceived, "MEM-8.4", true),
            (K::AwardClaim, (60, Days), From::AwardNotified, "REW-13", true),
            (K::AccidentReport, (1, Hours), From::EnterpriseTold, "ACC-9", true),
            (K::AccidentRelay, (2, Hours), From::AuthorityTold, "ACC-11", true),
            (K::Inquiry, (60, Days), From::AccidentHappened, "ACC-29", true),
            (
                K::InquiryApproval,
                (15, Days),
                From::InquiryReported,
                "ACC-32",
                true,
            ),
        ],
    );
    urgent("MEM", "AJ-P5");
}

#[test]
fn the_statutory_period_of_mem_7_5_and_rew_10_is_lengthened_by_the_higher_authority_alone() {
    for id in ["MEM", "TJ", "D2", "WL", "SX", "AH"] {
        let rule = clock(id, K::Statutory)
            .extension
            .as_ref()
            .expect("it may be extended");
        assert_eq!(
            (rule.most, rule.approver),
            (30, Approver::HigherAuthority),
            "{id}"
        );
        assert!(rule.before_due && rule.told, "{id}");
    }
}

#[test]
fn an_objection_of_mem_8_4_is_the_reporters_right_and_the_review_the_higher_authoritys_duty() {
    let (objection, review) = (clock("MEM", K::Objection), clock("MEM", K::Review));
    assert_eq!(
        (objection.effect, objection.bearer),
        (Effect::Window, Bearer::Reporter)
    );
    assert_eq!(
        (review.effect, review.bearer),
        (Effect::Duty, Bearer::HigherAuthority)
    );
}

#[test]
fn no_period_of_a_case_may_stand_still_but_an_inquiry_by_acc_27() {
    for id in ["MEM", "TJ", "D2", "WL", "SX", "AH"] {
        for entry in &of(id).clocks {
            let clause = entry.pause.as_ref().map(|rule| rule.clause.as_str());
            let expected = (entry.kind == K::Inquiry).then_some("ACC-27");
            assert_eq!(clause, expected, "{id} {}", entry.kind);
        }
    }
}

#[test]
fn the_15_industries_of_mem_5_1_have_the_emergency_department_in_every_regime() {
    for id in ["MEM", "TJ", "D2", "WL", "SX", "AH"] {
        let profile = &of(id).profile;
        let named = profile.industries.iter().filter(|one| one.clause == "MEM-5.1");
        let departments = &profile.public.departments;
        let mut count = 0;
        for industry in named {
            let department = departments
                .iter()
                .find(|one| one.industries.contains(&industry.code));
            assert_eq!(
                department.map(|one| one.name.zh.as_str()),
                Some("应急管理部门"),
                "{id}"
            );
            count += 1;
        }
        assert_eq!(count, 15, "{id}");
    }
}

#[test]
fn grounds_na06_to_na10_are_the_nations_and_na01_to_na05_those_of_tj_7_3() {
    let codes = |id: &str| -> Vec<String> {
        let grounds = of(id).profile.grounds.iter();
        grounds
            .map(|one| format!("{} {}", one.code, one.clause))
            .collect()
    };
    let national = [
        "NA06 MEM-5.2",
        "NA07 MEM-5.2",
        "NA08 MEM-5.2",
        "NA09 MEM-5.3",
        "NA10 EMP-4",
    ];
    assert_eq!(codes("MEM"), national);
    assert_eq!(codes("WL"), national);
    let tj = codes("TJ");
    assert_eq!(
        tj[..5],
        [
            "NA01 TJ-7.3.1",
            "NA02 TJ-7.3.2",
            "NA03 TJ-7.3.3",
            "NA04 TJ-7.3.4",
            "NA05 TJ-7.3.4"
        ]
    );
    assert_eq!(tj[5..], national);
}

#[test]
fn other_ways_of_mem_6_2_and_transfers_of_mem_4_3_are_no_grounds_for_declining() {
    let redirects = of("MEM")
        .redirects
        .iter()
        .map(|one| (one.code.as_str(), one.clause.as_str()));
    let redirects: Vec<_> = redirects.collect();
    assert_eq!(redirects[0], ("OC01", "MEM-6.2"));
    assert_eq!(redirects[5..], [("TR01", "MEM-4.3"), ("TR02", "MEM-4.3")]);
}

#[test]
fn the_grade_of_an_accident_is_the_gravest_of_three_columns_acc_3() {
    let grade = |deaths, injuries, loss| {
        of("TJ")
            .grade(deaths, injuries, loss)
            .expect("a grade")
            .code
            .as_str()
    };
    for (deaths, injuries, loss, expected) in [
        (0, 0, 0, "ordinary"),
        (2, 9, 9_999_999, "ordinary"),
        (3, 0, 0, "larger"),
        (0, 10, 0, "larger"),
        (0, 0, 10_000_000, "larger"),
        (9, 49, 49_999_999, "larger"),
        (10, 0, 0, "major"),
        (1, 50, 0, "major"),
        (0, 0, 50_000_000, "major"),
        (29, 99, 99_999_999, "major"),
        (30, 0, 0, "extraordinary"),
        (0, 100, 0, "extraordinary"),
        (0, 0, 100_000_000, "extraordinary"),
    ] {
        assert_eq!(
            grade(deaths, injuries, loss),
            expected,
            "{deaths} {injuries} {loss}"
        );
    }
}
