//! Every period of the profile as a table for a reader of law: `tests/golden/clocks-TJ.txt`.

use crate::{
    golden::{column, reads_as_reviewed},
    world::profile,
};
use anju_shared::{
    rules::{ClockKind, ClockRule},
    workflow::Urgency,
};

fn told(rule: &ClockRule) -> String {
    let profile = profile();
    let basis = profile.basis(&rule.clause);
    let applies = match (rule.urgency, rule.real_name_only) {
        (Some(urgency), _) => format!("{}举报", urgency.zh()),
        (None, true) => "有实名举报人的".to_owned(),
        (None, false) => "全部举报".to_owned(),
    };
    let lines = [
        ("适用", applies),
        ("期限", rule.period.to_string()),
        ("起算", rule.starts.zh().to_owned()),
        ("停止", rule.stops.zh().to_owned()),
        ("效力", rule.effect.zh().to_owned()),
        ("承担", rule.bearer.zh().to_owned()),
        ("黄灯", format!("剩余不多于 {}", rule.yellow)),
        (
            "依据",
            format!("{}  {} {}", rule.clause, basis.instrument, basis.article),
        ),
        ("条文", profile.citations[&rule.clause].text.clone()),
    ];
    let head = format!("{}（{}）  {}\n", rule.name.zh, rule.kind.code(), rule.name.en);
    let body = lines
        .iter()
        .map(|(name, value)| format!("    {}{value}\n", column(name, 6)));
    std::iter::once(head).chain(body).collect()
}

#[test]
fn every_period_reads_as_it_was_reviewed() {
    let profile = profile();
    let head = format!(
        "{}（{} 第 {} 版）：时限表\n",
        profile.title, profile.id, profile.version
    );
    let rules = profile.clocks.iter().map(|rule| format!("\n{}", told(rule)));
    let text: String = std::iter::once(head).chain(rules).collect();
    reads_as_reviewed("clocks-TJ.txt", &text);
}

#[test]
fn every_kind_of_period_that_the_procedure_starts_has_a_rule_for_either_urgency() {
    let started = |kind: &&ClockKind| **kind <= ClockKind::Statutory;
    for kind in ClockKind::ALL.iter().filter(started) {
        for urgency in Urgency::ALL {
            let rule = profile().clock(*kind, Some(*urgency));
            assert!(rule.is_some(), "{} of a {urgency} case", kind.code());
        }
    }
}
