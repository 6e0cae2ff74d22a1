//! From a case to what its reporter is told: where it stands, what was done, what binds the authority.
//!
//! Never told: names of staff and units, what is done inside the unit, returns with their reasons, anything of
//! another reporter. All words for the public stand here.

use super::{
    Binding, Declined, ExplainedBinding, Progress, Question, ReportExplanation, ReportMessage, Standstill,
    Step,
};
use crate::{
    api::deadlines::Explanation,
    ids::ReporterId,
    problem::Bilingual,
    rules::{ClockKind, Effect, RuleProfile, entry},
    time::Instant,
    workflow::{self, Action, Case, Clock, Context, Reporter, Stage, open_to},
};

/// What the case itself does not hold.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// How often this reporter's identity was opened.
    pub opened: u64,
    /// The messages with this reporter.
    pub messages: Vec<ReportMessage>,
}

/// What this reporter is told; none if the case has no such reporter.
#[must_use]
pub fn progress(case: &Case, reporter: ReporterId, told: Told, context: &Context<'_>) -> Option<Progress> {
    let reporter = case.reporters.iter().find(|one| one.id == reporter)?;
    let profile = context.profile;
    Some(Progress {
        number: case.number.clone(),
        stage: case.stage(),
        meaning: meaning(case.stage()),
        received_at: case.intake.received_at,
        steps: steps(case, reporter),
        binding: binding(case, reporter).map(|clock| bound(clock, profile)),
        declined: declined(case, profile),
        reply: reporter.reply.clone(),
        question: question(case, profile),
        withdrawn_at: reporter.withdrawn_at,
        messages: told.messages,
        available: open_to(case, reporter, context),
        identity_opened: told.opened,
    })
}

/// Why the period that binds the authority ends when it does; none if the case has no such reporter.
#[must_use]
pub fn explained(case: &Case, reporter: ReporterId, context: &Context<'_>) -> Option<ReportExplanation> {
    let reporter = case.reporters.iter().find(|one| one.id == reporter)?;
    let period = binding(case, reporter).map(|clock| ExplainedBinding {
        binding: bound(clock, context.profile),
        explanation: Explanation::of_clock(clock, case, context),
    });
    Some(ReportExplanation {
        number: case.number.clone(),
        period,
    })
}

fn bound(clock: &Clock, profile: &RuleProfile) -> Binding {
    Binding {
        name: promise(clock.kind),
        started_at: clock.started_at,
        due: clock.due,
        paused: clock.pause().map(|pause| Standstill {
            reason: pause.reason.clone(),
            since: pause.from,
            basis: profile.basis(&pause.clause),
        }),
        basis: profile.basis(&clock.clause),
    }
}

/// What a stage means for who reported.
fn meaning(stage: Stage) -> Bilingual {
    let (zh, en) = match stage {
        Stage::Registered => (
            "您的举报已收到，正在审查是否受理。",
            "Your report has arrived. Whether it is accepted is being decided.",
        ),
        Stage::SupplementRequested => (
            "请补充您的举报：需要补充的内容见下。收到补充后继续审查是否受理。",
            "Please add to your report: what is missing is given below. It is decided after that.",
        ),
        Stage::Withdrawn => (
            "您的举报已撤回，不再答复。",
            "Your report was withdrawn. You will get no reply.",
        ),
        Stage::Declined => (
            "您的举报不予受理，理由和依据见下。",
            "Your report was not accepted. The reasons and their basis are given below.",
        ),
        Stage::Accepted => (
            "您的举报已受理，正在确定承办单位。",
            "Your report was accepted. The unit that handles it is being chosen.",
        ),
        Stage::Assigned => (
            "您的举报已交承办单位，等待签收。",
            "Your report was handed to the unit that handles it, which has yet to sign for it.",
        ),
        Stage::Verifying | Stage::InternalReview => (
            "承办单位正在核查您反映的情况。",
            "The unit is verifying what you reported.",
        ),
        Stage::Replying => (
            "核查已完成，承办单位正在逐一回复举报人。",
            "The verification is done. The unit is replying to each reporter.",
        ),
        Stage::ClosureReview => (
            "承办单位已反馈结果，正在审核是否办结。",
            "The unit has fed back its result. Whether the matter can be closed is being reviewed.",
        ),
        Stage::Closed => ("您的举报已办结。", "Your report is closed."),
    };
    Bilingual::new(zh, en)
}

/// What was done so far, oldest first.
fn steps(case: &Case, reporter: &Reporter) -> Vec<Step> {
    let handling = case.handling();
    let signed = handling.and_then(|handling| handling.signed.as_ref());
    let (declined, closed) = match &case.progress {
        workflow::Progress::Declined {
            proposal: _,
            confirmed_by: _,
            at,
        } => (Some(*at), None),
        workflow::Progress::Closed { handling: _, closing } => (None, Some(closing.at)),
        _ => (None, None),
    };
    let asked = match &case.progress {
        workflow::Progress::SupplementRequested(request) => Some(request.at),
        _ => None,
    };
    let taken: [(&str, &str, Option<Instant>); 10] = [
        ("收到举报", "Received", Some(case.intake.received_at)),
        ("请您补充", "Asked you for more", asked),
        (
            "收到您的补充",
            "Your supplement arrived",
            supplemented(case, reporter),
        ),
        ("您撤回举报", "You withdrew", reporter.withdrawn_at),
        ("决定不予受理", "Declined", declined),
        (
            "受理",
            "Accepted",
            case.acceptance().map(|acceptance| acceptance.at),
        ),
        (
            "交承办单位",
            "Handed to the unit",
            handling.map(|handling| handling.assignment.at),
        ),
        (
            "开始核查",
            "Verification begun",
            signed.map(|signature| signature.at),
        ),
        (
            "回复您",
            "Reply to you",
            reporter.reply.as_ref().map(|reply| reply.delivered_at),
        ),
        ("办结", "Closed", closed),
    ];
    let mut steps: Vec<Step> = taken
        .into_iter()
        .filter_map(|(zh, en, at)| {
            Some(Step {
                name: Bilingual::new(zh, en),
                at: at?,
            })
        })
        .collect();
    steps.sort_by_key(|step| step.at);
    steps
}

/// When this reporter last supplemented the report.
fn supplemented(case: &Case, reporter: &Reporter) -> Option<Instant> {
    let theirs = case
        .messages
        .iter()
        .filter(|one| one.supplement && one.reporter == reporter.id);
    theirs.map(|one| one.at).max()
}

/// What is asked of the reporters while the case waits for them (MEM-6.1).
fn question(case: &Case, profile: &RuleProfile) -> Option<Question> {
    let workflow::Progress::SupplementRequested(request) = &case.progress else {
        return None;
    };
    let clock = case
        .clocks
        .iter()
        .find(|clock| clock.kind == ClockKind::Supplement && clock.is_open());
    Some(Question {
        missing: request.missing.clone(),
        note: request.note.clone(),
        asked_at: request.at,
        due: clock.map(|clock| clock.due),
        basis: profile.basis(profile.base(Action::RequestSupplement.code()).unwrap_or_default()),
    })
}

/// The period that binds the authority towards this reporter: that of the reply if they gave name and contact
/// (TJ-11.1), else the one that ends first.
fn binding<'a>(case: &'a Case, reporter: &Reporter) -> Option<&'a Clock> {
    let awaits_reply = reporter.real_name && reporter.reply.is_none() && reporter.withdrawn_at.is_none();
    let binds = |clock: &&Clock| {
        let towards_reporter = match clock.kind {
            ClockKind::AcceptDecision | ClockKind::Handling | ClockKind::Statutory => true,
            ClockKind::Reply => awaits_reply,
            _ => false,
        };
        towards_reporter && clock.effect == Effect::Duty && clock.stopped_at.is_none()
    };
    let running = case.clocks.iter().filter(binds);
    // What runs is told before what stands still.
    running.min_by_key(|clock| {
        (
            clock.pause().is_some(),
            clock.kind != ClockKind::Reply,
            clock.due.at,
        )
    })
}

/// What a period promises to who reported.
pub(super) fn promise(kind: ClockKind) -> Bilingual {
    let (zh, en) = match kind {
        ClockKind::AcceptDecision => ("审查决定是否受理", "Decide whether to accept the report"),
        ClockKind::Supplement => ("等待您补充", "Wait for what you add"),
        ClockKind::SignIn => ("承办单位签收", "The unit signs for it"),
        ClockKind::Return => ("承办单位可申请退回", "The unit may ask to return it"),
        ClockKind::Handling => ("完成核查并反馈", "Verify and feed back"),
        ClockKind::Reply => ("将核查结果回复您", "Reply to you with the result"),
        ClockKind::Statutory => ("办结", "Close the matter"),
        other => (other.zh(), other.en()),
    };
    Bilingual::new(zh, en)
}

/// Why it was not accepted (MEM-6.1); a proposal that nobody confirmed is told to nobody.
fn declined(case: &Case, profile: &RuleProfile) -> Option<Declined> {
    let workflow::Progress::Declined {
        proposal,
        confirmed_by: _,
        at: _,
    } = &case.progress
    else {
        return None;
    };
    let ground = entry(&profile.grounds, &proposal.ground);
    Some(Declined {
        ground: ground.map_or_else(
            || Bilingual::new(&proposal.ground, &proposal.ground),
            |ground| Bilingual::new(&ground.zh, &ground.en),
        ),
        basis: profile.basis(ground.map_or("", |ground| &ground.clause)),
        reasons: proposal.reasons.clone(),
    })
}
