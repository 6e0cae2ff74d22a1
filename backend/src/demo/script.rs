//! How a case might have gone: the steps that its people took, one after the other.

use super::organisation::{Demonstration, UnitPeople};
use crate::cases::entering::Step;
use anju_shared::{
    access::{Actor, Staff},
    time::Instant,
    workflow::{
        Accept, AddEvidence, Case, Close, Command, Conclusion, Decline, Dispatch, DispatchKind, Means,
        Nature, Progress, RecordVisit, ReplyTo, Satisfaction, Stage, SubmitFeedback, SubmitVerification,
        Urgency,
    },
};

const HOUR: i64 = 3600;

/// What happens to one case.
pub(super) struct Script<'a> {
    pub(super) people: &'a Demonstration,
    pub(super) unit: &'a UnitPeople,
    /// Nothing happens after this.
    pub(super) until: Instant,
    /// It goes no further than this.
    pub(super) rests_at: Stage,
    /// Hours between steps.
    pub(super) pace: i64,
    pub(super) nature: Nature,
    pub(super) conclusion: Conclusion,
    pub(super) findings: &'a str,
    pub(super) disposition: &'a str,
    /// Why it is not accepted, if it is not.
    pub(super) declined: Option<&'static str>,
}

impl Script<'_> {
    /// The next step, if there is time for one.
    pub(super) fn next(&self, case: &Case, events: usize) -> Option<Step> {
        if case.stage() == self.rests_at {
            return None;
        }
        let (by, command) = self.step(case)?;
        let hours = if case.urgency() == Some(Urgency::Urgent) {
            1
        } else {
            self.pace
        };
        // Every few events an hour more, so that not all steps fall on the same minute.
        let minutes = i64::try_from(events % 7).unwrap_or_default() * 420;
        let at = self.last(case).plus(hours * HOUR + minutes);
        (at <= self.until).then(|| Step {
            at,
            by: Actor::Staff(by.clone()),
            command: dated(command, at),
        })
    }

    fn last(&self, case: &Case) -> Instant {
        let handling = case.handling();
        let evidence = handling.and_then(|h| h.evidence.last()).map(|e| e.at);
        let report = handling.and_then(|h| h.report.as_ref()).map(|r| r.at);
        let replied = case
            .reporters
            .iter()
            .filter_map(|r| r.reply.as_ref())
            .map(|r| r.delivered_at)
            .max();
        let times = [
            Some(case.intake.registered_at),
            case.acceptance().map(|a| a.at),
            handling.map(|h| h.assignment.at),
            handling.and_then(|h| h.signed.as_ref()).map(|s| s.at),
            handling.and_then(|h| h.visits.last()).map(|v| v.at),
            evidence,
            report,
            replied,
            handling.and_then(|h| h.feedback.as_ref()).map(|f| f.at),
        ];
        times
            .into_iter()
            .flatten()
            .max()
            .unwrap_or(case.intake.registered_at)
    }

    fn step(&self, case: &Case) -> Option<(&Staff, Command)> {
        match &case.progress {
            Progress::Registered { proposal: Some(_) } => {
                Some((&self.people.second_intake_officer, Command::ConfirmDecline))
            }
            Progress::Registered { proposal: None } => Some((&self.people.intake_officer, self.decision())),
            Progress::Accepted(_) => Some((&self.people.dispatcher, self.dispatch(case))),
            Progress::Assigned(_) => Some((&self.unit.handler, Command::SignIn)),
            Progress::Verifying(handling) if handling.visits.is_empty() => {
                Some((&self.unit.handler, self.visit()))
            }
            Progress::Verifying(handling) if handling.evidence.is_empty() => {
                Some((&self.unit.handler, self.evidence()))
            }
            Progress::Verifying(_) => Some((&self.unit.handler, self.report())),
            Progress::InternalReview(_) => Some((&self.unit.leader, Command::ApproveReport)),
            Progress::Replying(_) => Some((&self.unit.handler, self.reply_or_feedback(case))),
            Progress::ClosureReview(_) => Some((&self.people.dispatcher, close())),
            Progress::SupplementRequested(_)
            | Progress::Withdrawn { .. }
            | Progress::Declined { .. }
            | Progress::Closed { .. } => None,
        }
    }

    fn decision(&self) -> Command {
        if let Some(ground) = self.declined {
            let reasons = "来电所述事项经核对不属于安全生产举报范围，已告知其他反映渠道。".to_owned();
            return Command::Decline(Decline {
                ground: ground.to_owned(),
                reasons,
            });
        }
        let reasons: Vec<String> = match self.nature {
            Nature::MajorHazard => vec!["major_hazard".to_owned(), "imminent".to_owned()],
            Nature::ConcealedAccident => vec!["concealed".to_owned()],
            Nature::Hazard | Nature::Violation | Nature::Other => Vec::new(),
        };
        let urgency = if reasons.is_empty() {
            Urgency::General
        } else {
            Urgency::Urgent
        };
        Command::Accept(Accept {
            urgency,
            reasons,
            nature: self.nature,
        })
    }

    fn dispatch(&self, case: &Case) -> Command {
        Command::Dispatch(Dispatch {
            unit: self.unit.unit.id,
            kind: DispatchKind::Sideways,
            task_sheet: format!(
                "核查{}是否属实；依法处置发现的隐患和违法行为，按期反馈。",
                case.intake.title
            ),
            instructions: None,
        })
    }

    fn visit(&self) -> Command {
        Command::RecordVisit(RecordVisit {
            at: Instant::from_unix(0),
            inspectors: format!("{}、随行执法人员一名", self.unit.handler.name),
            methods: vec!["unannounced".to_owned(), "on_site".to_owned()],
            findings: self.findings.to_owned(),
        })
    }

    fn evidence(&self) -> Command {
        Command::AddEvidence(AddEvidence {
            kind: "inspection_record".to_owned(),
            title: "现场检查笔录及照片".to_owned(),
            file: None,
            kept_at: Some("举报材料专柜 3 号柜 12 盒".to_owned()),
            hazard_removed: true,
        })
    }

    fn report(&self) -> Command {
        let found = matches!(self.conclusion, Conclusion::Substantiated | Conclusion::Partly);
        Command::SubmitVerification(SubmitVerification {
            conclusion: self.conclusion,
            facts: self.findings.to_owned(),
            beyond: None,
            legal_basis: Some("《中华人民共和国安全生产法》".to_owned()),
            dispositions: vec![if found { "rectify_by" } else { "none" }.to_owned()],
            recommendation: self.disposition.to_owned(),
        })
    }

    fn reply_or_feedback(&self, case: &Case) -> Command {
        let Some(reporter) = case.unanswered().next() else {
            return self.feedback();
        };
        Command::Reply(ReplyTo {
            reporter: reporter.id,
            conclusion: format!("经核查，所反映事项{}。", self.conclusion.zh()),
            violations: self.findings.to_owned(),
            verification: "承办单位到现场检查，查阅资料并询问有关人员。".to_owned(),
            decision: self.disposition.to_owned(),
            reward: "是否符合奖励条件另行告知。".to_owned(),
            means: Means::Telephone,
            delivered_at: Instant::from_unix(0),
        })
    }

    fn feedback(&self) -> Command {
        Command::SubmitFeedback(SubmitFeedback {
            department: format!("{}安全监管科", self.unit.unit.name),
            handler: self.unit.handler.name.clone(),
            telephone: "022-66880000".to_owned(),
            course: "接件后到现场核查，固定证据，依法处置。".to_owned(),
            violations: self.findings.to_owned(),
            decision: self.disposition.to_owned(),
            satisfaction: Satisfaction::Satisfied,
            response: None,
        })
    }
}

fn close() -> Command {
    Command::Close(Close {
        opinion: "核查事实清楚，处理合法，已逐一回复，同意办结。".to_owned(),
    })
}

/// What happened on the way happened when the step was taken.
fn dated(command: Command, at: Instant) -> Command {
    match command {
        Command::RecordVisit(visit) => Command::RecordVisit(RecordVisit { at, ..visit }),
        Command::Reply(reply) => Command::Reply(ReplyTo {
            delivered_at: at,
            ..reply
        }),
        other => other,
    }
}
