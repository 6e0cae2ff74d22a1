//! Who may do what at which stage: `tests/golden/matrix.txt`, for a reader of law.

use crate::{
    golden::{column, reads_as_reviewed},
    pausing,
    people::{dispatcher, everybody, handler, handler_and_leader, officer},
    words,
    world::{Story, at_stage, profile},
};
use anju_shared::{
    rules::{ClockKind, RuleProfile},
    workflow::{Action, Command, Conclusion, Refusal, Stage, Urgency, available, doers, permit, stages},
};
use std::fmt::Write;

/// Every stage; and where what happened before makes a difference, each of the cases.
fn situations() -> Vec<(&'static str, Story)> {
    let at = |stage| at_stage(stage, Urgency::General);
    let urgent = || at_stage(Stage::Verifying, Urgency::Urgent);
    let by_both = || {
        let report = words::verification(Conclusion::Substantiated, "rectify_at_once");
        at(Stage::Verifying)
            .with_evidence()
            .then(&handler_and_leader(), report)
    };
    let proposed = || at(Stage::Registered).then(&officer(), words::decline());
    vec![
        ("待审查", at(Stage::Registered)),
        ("待审查；受理员甲已提出不予受理", proposed()),
        ("待补充", at(Stage::SupplementRequested)),
        ("已撤回", at(Stage::Withdrawn)),
        ("不予受理", at(Stage::Declined)),
        ("待派单", at(Stage::Accepted)),
        ("待签收", at(Stage::Assigned)),
        ("核查中；一般，尚无证据", at(Stage::Verifying)),
        ("核查中；一般，已有证据", at(Stage::Verifying).with_evidence()),
        (
            "核查中；紧急，已有证据，未证明隐患消除",
            urgent().then(&handler(), words::evidence(false)),
        ),
        ("核查中；紧急，已证明隐患消除", urgent().with_evidence()),
        ("待审核；核查报告由承办人提交", at(Stage::InternalReview)),
        ("待审核；核查报告由承办人兼分管领导提交", by_both()),
        ("待回复举报人；两人均未回复", at(Stage::Replying)),
        ("待回复举报人；全部已回复", at(Stage::Replying).replied()),
        ("待办结审核", at(Stage::ClosureReview)),
        ("已办结", at(Stage::Closed)),
        ("核查中；当地规则允许中止（虚构）", pausing::verifying()),
        (
            "核查中；当地规则允许中止（虚构），核查期限已中止",
            pausing::verifying().then(&dispatcher(), words::pause(ClockKind::Handling)),
        ),
    ]
}

#[test]
fn who_may_do_what_at_which_stage_reads_as_it_was_reviewed() {
    let mut told = String::from(
        "环节 × 行为 × 人员\n\
         可：现在即可办理。不可：后列拒绝代码、所依据的条款和所示理由。\n\
         承办单位为一街；“外单位”指工业园区。条款编号见 docs/glossary.md。\n\n",
    );
    overview(&mut told);
    for (title, story) in situations() {
        situation(&mut told, title, &story);
    }
    reads_as_reviewed("matrix.txt", &told);
}

/// Every action with its clause, its stages and its role.
fn overview(told: &mut String) {
    for action in Action::ALL {
        let open = Stage::ALL.iter().filter(|stage| stage.is_open()).count();
        let stages: Vec<_> = stages(*action).iter().map(|stage| stage.zh()).collect();
        let stages = if stages.len() < open {
            stages.join("、")
        } else {
            "办结前各环节".to_owned()
        };
        let doers = doers(*action);
        let reporter = doers.reporter.then_some("举报人");
        let by: Vec<_> = reporter
            .into_iter()
            .chain(doers.roles.iter().map(|role| role.zh()))
            .collect();
        let by = if doers.is_anju() {
            "系统".to_owned()
        } else {
            by.join("、")
        };
        let (name, clause) = (
            column(action.zh(), 18),
            column(profile().base(action.code()).unwrap_or("—"), 9),
        );
        let line = format!("{name}{clause}{}{stages}", column(&by, 22));
        writeln!(told, "{line}").expect("a string takes it");
    }
}

/// Every action that has its place here, and the others in one line.
fn situation(told: &mut String, title: &str, story: &Story) {
    told.push_str(&format!("\n【{title}】\n"));
    let (here, elsewhere): (Vec<Action>, Vec<Action>) = Action::ALL
        .iter()
        .partition(|action| stages(**action).contains(&story.case.stage()));
    for action in here {
        row(told, action, story);
    }
    for action in &elsewhere {
        for (name, actor) in everybody() {
            let answer = permit(&story.case, &actor, *action, &story.context());
            let wrong = matches!(answer, Err(Refusal::WrongStage { .. }));
            assert!(wrong, "{action} by {name}: {answer:?}");
        }
    }
    let names: Vec<_> = elsewhere.iter().map(|action| action.zh()).collect();
    let line = format!(
        "任何人都不可  wrong_stage，依上表各行为之条款：{}",
        names.join("、")
    );
    told.push_str(&line);
    told.push('\n');
}

/// One action: everybody by the answer they get, in the order of first appearance.
fn row(told: &mut String, action: Action, story: &Story) {
    let mut answers: Vec<(Result<(), Refusal>, Vec<&str>)> = Vec::new();
    for (name, actor) in everybody() {
        let answer = permit(&story.case, &actor, action, &story.context());
        match answers.iter_mut().find(|(one, _)| *one == answer) {
            Some((_, names)) => names.push(name),
            None => answers.push((answer, vec![name])),
        }
    }
    answers.sort_by_key(|(answer, names)| (answer.is_err(), names.len()));
    let most = everybody().len() / 2;
    for (i, (answer, names)) in answers.iter().enumerate() {
        let head = column(if i == 0 { action.zh() } else { "" }, 18);
        let names = if names.len() > most {
            "其余人员".to_owned()
        } else {
            names.join("、")
        };
        told.push_str(&format!("{head}{}\n", answered(answer, &names, story.rules)));
    }
}

fn answered(answer: &Result<(), Refusal>, names: &str, rules: &RuleProfile) -> String {
    let Err(refusal) = answer else {
        return format!("可    {names}");
    };
    let clause = refusal.clause(rules).unwrap_or("—");
    let code = column(refusal.code(), 21);
    format!(
        "不可  {code}{}{names}：{}",
        column(clause, 9),
        refusal.message().zh
    )
}

#[test]
fn the_panel_lists_what_has_its_place_here_and_what_is_ones_own_in_menu_order() {
    for (title, story) in situations() {
        for (name, actor) in everybody() {
            let offered = available(&story.case, &actor, &story.context());
            let listed: Vec<_> = offered.iter().map(|offer| offer.action).collect();
            assert!(listed.is_sorted(), "{title}, {name}");
            assert!(!listed.contains(&Action::RecordLapse), "{title}, {name}");
        }
    }
    let closed = at_stage(Stage::Closed, Urgency::General);
    let offered = available(&closed.case, &officer(), &closed.context());
    assert!(!offered.is_empty() && offered.iter().all(|offer| offer.permitted.is_err()));
    let sign = at_stage(Stage::Assigned, Urgency::General);
    let offered = available(&sign.case, &handler(), &sign.context());
    let may: Vec<_> = offered.iter().filter(|offer| offer.permitted.is_ok()).collect();
    let may: Vec<_> = may.iter().map(|offer| offer.action).collect();
    assert_eq!(may, [Command::SignIn.action(), Action::SendMessage]);
}
