//! Every period of the profile as a table for a reader of law: `tests/golden/clocks-TJ.txt`.

use crate::{
    golden::{column, reads_as_reviewed},
    world::profile,
};
use anju_shared::{
    rules::{Bearer, ClockKind, ClockRule, Effect, StartEvent, StopEvent},
    workflow::Urgency,
};

const fn start(event: StartEvent) -> &'static str {
    match event {
        StartEvent::Received => "接收",
        StartEvent::SupplementRequested => "要求补充",
        StartEvent::Accepted => "受理",
        StartEvent::Dispatched => "交办、转办",
    }
}

const fn stop(event: StopEvent) -> &'static str {
    match event {
        StopEvent::Decided => "受理、不予受理或要求补充",
        StopEvent::Supplemented => "补充",
        StopEvent::SignedIn => "签收",
        StopEvent::VerificationSubmitted => "提交核查报告",
        StopEvent::NamedReplied => "全部实名举报人已回复",
        StopEvent::AllReplied => "全部举报人已回复",
        StopEvent::FeedbackSubmitted => "书面反馈",
        StopEvent::Closed => "办结",
    }
}

const fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Duty => "义务（逾期即超期）",
        Effect::Window => "权利（届满即消灭）",
    }
}

const fn bearer(bearer: Bearer) -> &'static str {
    match bearer {
        Bearer::Office => "区安委办",
        Bearer::Unit => "承办单位",
        Bearer::Reporter => "举报人",
    }
}

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
        ("起算", start(rule.starts).to_owned()),
        ("停止", stop(rule.stops).to_owned()),
        ("效力", effect(rule.effect).to_owned()),
        ("承担", bearer(rule.bearer).to_owned()),
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
fn every_kind_of_period_has_a_rule_for_either_urgency() {
    for kind in ClockKind::ALL {
        for urgency in Urgency::ALL {
            let rule = profile().clock(*kind, Some(*urgency));
            assert!(rule.is_some(), "{} of a {urgency} case", kind.code());
        }
    }
}
