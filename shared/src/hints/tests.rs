//! The hints of registration, by the rules of the built-in profile.

#![cfg(feature = "toml")]

use super::*;
use crate::{
    api::hints::{Because, HintsBody, LikenessReason as R},
    calendar::Calendar,
    rules::{ClockKind, RuleProfile, built_in},
    time::Instant,
    workflow::{Capacity, Matter, Nature, Urgency},
};

fn tj() -> &'static RuleProfile {
    built_in("TJ").expect("TJ comes with Anju")
}

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

fn matter(enterprise: &str, code: &str, address: &str) -> Matter {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Matter {
        enterprise: filled(enterprise),
        credit_code: filled(code),
        address: filled(address),
        ..Matter::default()
    }
}

fn traits<'a>(matter: &'a Matter, day: &str, words: &str) -> Traits<'a> {
    Traits {
        matter,
        received_at: at(&format!("{day}T10:00:00+08:00")),
        words: words.split_whitespace().map(str::to_owned).collect(),
    }
}

/// Score and reasons of two reports.
fn compared(a: &Traits<'_>, b: &Traits<'_>) -> Match {
    let found = compare(a, b, &tj().likeness);
    assert_eq!(found, compare(b, a, &tj().likeness), "likeness has no direction");
    found
}

#[test]
fn mem_5_2_the_same_matter_told_again_is_probably_a_duplicate() {
    let first = matter("鑫源达化工有限公司", "", "新桥路12号");
    let again = matter("鑫源达化工", "", "新桥路 12 号");
    let found = compared(
        &traits(&first, "2026-11-02", "油漆 电焊 仓库 抽烟"),
        &traits(&again, "2026-11-12", "油漆 电焊 仓库 夜里"),
    );
    assert!(found.score >= tj().likeness.probable, "{found:?}");
    let words = vec!["仓库".to_owned(), "油漆".to_owned(), "电焊".to_owned()];
    assert_eq!(
        found.reasons,
        [
            R::SameEnterprise,
            R::SamePlace,
            R::SameTime { days: 10 },
            R::LikeWords { words }
        ]
    );
}

#[test]
fn the_same_enterprise_long_ago_is_history_and_no_duplicate_aj_h1() {
    let one = matter("鑫源达化工有限公司", "91120101MA06DLJH2X", "");
    let other = matter("鑫源达化工集团", "91120101MA06DLJH2X", "");
    let found = compared(&traits(&one, "2024-11-02", ""), &traits(&other, "2026-11-12", ""));
    assert_eq!(found.reasons, [R::SameCreditCode]);
    assert!(found.is_same_enterprise() && found.score < tj().likeness.probable);
}

#[test]
fn names_are_alike_without_the_words_that_all_have() {
    let rule = &tj().likeness;
    let like = |a: &str, b: &str| {
        let (a, b) = (matter(a, "", ""), matter(b, "", ""));
        compare(&traits(&a, "2020-01-01", ""), &traits(&b, "2026-01-01", ""), rule).reasons
    };
    assert_eq!(
        like("鑫源达化工有限公司", "鑫源达化工股份有限公司"),
        [R::SameEnterprise]
    );
    assert_eq!(like("天津鑫源达化工", "鑫源达化工"), [R::LikeEnterprise]);
    assert_eq!(like("鑫源达化工有限公司", "永安家具有限公司"), []);
    assert_eq!(like("有限公司", "有限公司"), [R::SameEnterprise]);
    assert_eq!(like("某厂", ""), []);
    assert_eq!(distinctive("鑫源达 化工（有限公司）", rule), "鑫源达化工");
}

#[test]
fn the_next_house_is_another_place() {
    let (one, other) = (matter("", "", "新华路12号"), matter("", "", "新华路13号"));
    let found = compared(&traits(&one, "2020-01-01", ""), &traits(&other, "2026-01-01", ""));
    assert_eq!(found, Match::default());
}

fn proposed(text: &str, nature: Option<Nature>, capacities: &[Capacity]) -> (Urgency, Vec<String>) {
    let texts = [text];
    let account = Account {
        texts: &texts,
        nature,
        capacities,
    };
    let proposal = propose(account, tj());
    let reasons = proposal.reasons.into_iter();
    let told = reasons.map(|one| format!("{} {} {}", one.reason, one.basis.clause, one.because.len()));
    (proposal.urgency, told.collect())
}

#[test]
fn tj_9_2_danger_is_proposed_as_urgent_with_the_words_that_say_so() {
    let (urgency, reasons) = proposed("车间冒烟了，有人受伤", None, &[]);
    assert_eq!(urgency, Urgency::Urgent);
    assert_eq!(reasons, ["direct_danger TJ-9.2 1", "imminent TJ-9.2 1"]);
    let account = Account {
        texts: &["有人受伤，液化气泄漏"],
        nature: None,
        capacities: &[],
    };
    let because = &propose(account, tj()).reasons[0].because;
    let words = vec!["受伤".to_owned(), "泄漏".to_owned()];
    assert_eq!(because[..], [Because::Words { words }]);
}

#[test]
fn what_is_denied_is_not_taken_for_danger_aj_h2() {
    assert_eq!(
        proposed("没有爆炸，无泄漏，未受伤", None, &[]),
        (Urgency::General, vec![])
    );
    assert_eq!(proposed("没有爆炸，后来爆炸了", None, &[]).0, Urgency::Urgent);
}

#[test]
fn mem_7_1_major_hazards_concealed_accidents_and_employees_come_first() {
    let (_, reasons) = proposed("", Some(Nature::MajorHazard), &[Capacity::Employee]);
    assert_eq!(reasons, ["major_hazard MEM-7.1 1", "employee MEM-7.1 1"]);
    let (urgency, reasons) = proposed("老板私了", Some(Nature::ConcealedAccident), &[Capacity::Public]);
    assert_eq!(
        (urgency, &reasons[..]),
        (Urgency::Urgent, &["concealed MEM-7.1 2".to_owned()][..])
    );
    assert_eq!(proposed("", Some(Nature::Hazard), &[]).0, Urgency::General);
}

#[test]
fn the_periods_of_the_proposed_class_are_told_with_their_clauses() {
    let (received, now) = (at("2026-11-16T09:00:00+08:00"), at("2026-11-16T09:05:00+08:00"));
    let told = |urgency, real_name| {
        let periods = foreseen(tj(), Calendar::official(), (received, now), urgency, real_name);
        let each = periods.into_iter();
        each.map(|one| (one.kind, one.basis.clause, one.due.at.unix() - one.start.unix()))
            .collect::<Vec<_>>()
    };
    let urgent = told(Urgency::Urgent, false);
    assert_eq!(urgent[0], (ClockKind::SignIn, "AJ-P2".to_owned(), 15 * 60));
    assert_eq!(urgent[1], (ClockKind::Handling, "TJ-9.2".to_owned(), 86_400));
    assert!(!urgent.iter().any(|one| one.0 == ClockKind::Reply));
    let general = told(Urgency::General, true);
    let kinds: Vec<ClockKind> = general.iter().map(|one| one.0).collect();
    use ClockKind as K;
    assert_eq!(
        kinds,
        [K::SignIn, K::AcceptDecision, K::Reply, K::Handling, K::Statutory]
    );
}

#[test]
fn what_is_half_typed_is_passed_over() {
    let body = HintsBody {
        enterprise: Some("  鑫源达  ".to_owned()),
        credit_code: Some("9112".to_owned()),
        facts: Some("   ".to_owned()),
        clues: Some("夜里".to_owned()),
        ..HintsBody::default()
    };
    let known = body.read();
    assert_eq!(known.matter.enterprise.as_deref(), Some("鑫源达"));
    assert_eq!(
        (known.matter.credit_code, known.words),
        (None, vec!["夜里".to_owned()])
    );
}
