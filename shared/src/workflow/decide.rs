//! Command → events, or a refusal. First [`permit`], then what the command says.

use super::{
    Context,
    admission::{Acceptance, DeclineProposal},
    case::{Assignment, Case, Closing, Contact, Evidence, Feedback, Reply, Report, Visit},
    clocks::{Facts, restarted, started, stopped},
    command::{
        Accept, AddEvidence, Close, Command, Decline, Dispatch, Lookups, Reasons, RecordContact, RecordLapse,
        RecordVisit, ReplyTo, SubmitFeedback, SubmitVerification,
    },
    event::Event,
    fields::Fields,
    permit::permit,
    refusal::Refusal,
    stage::{Conclusion, Stage, Urgency},
};
use crate::{
    access::{Actor, ActorRef},
    rules::{ClockKind, StartEvent, StopEvent},
};

/// What follows from a command, or why nothing does.
///
/// # Errors
/// The [`Refusal`] of [`permit`]; or [`Refusal::Invalid`] with every field that is not as it should be; or
/// the refusal of the clause that the command's content runs into.
pub fn decide(
    case: &Case,
    actor: &Actor,
    command: Command,
    lookups: &Lookups,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    permit(case, actor, command.action(), context)?;
    let desk = Desk {
        case,
        actor,
        lookups,
        context,
    };
    match command {
        Command::Accept(accept) => desk.accept(accept),
        Command::Decline(decline) => desk.decline(decline),
        Command::ConfirmDecline => Ok(desk.followed_by(Event::Declined, StopEvent::Decided)),
        Command::RejectDecline(reasons) => Ok(vec![Event::DeclineRejected {
            reasons: desk.reasons(reasons)?,
        }]),
        Command::RequestSupplement(request) => desk.request_supplement(request),
        Command::Supplement(say) => desk.supplement(&say),
        Command::SendMessage(say) => desk.message_sent(&say),
        Command::Withdraw(withdraw) => desk.withdraw(withdraw),
        Command::Dispatch(dispatch) => desk.dispatch(dispatch),
        Command::Reclassify(reclassify) => desk.reclassify(reclassify),
        Command::SignIn => Ok(desk.followed_by(Event::SignedIn, StopEvent::SignedIn)),
        Command::RecordVisit(visit) => desk.visit(visit),
        Command::AddEvidence(evidence) => desk.evidence(evidence),
        Command::RecordContact(contact) => desk.contact(contact),
        Command::RequestExtension(asked) => desk.request_extension(asked),
        Command::EndorseExtension => Ok(vec![Event::ExtensionEndorsed]),
        Command::ApproveExtension(approve) => desk.approve_extension(approve),
        Command::RefuseExtension(reasons) => desk.refuse_extension(reasons),
        Command::TellExtension(tell) => desk.tell_extension(tell),
        Command::PausePeriod(pause) => desk.pause_period(pause),
        Command::ResumePeriod(resume) => desk.resume_period(resume),
        Command::SubmitVerification(report) => desk.verification(report),
        Command::ApproveReport => Ok(desk.approval()),
        // The unit's own periods never stopped, so nothing starts again.
        Command::SendBackReport(reasons) => Ok(vec![Event::ReportSentBack {
            reasons: desk.reasons(reasons)?,
        }]),
        Command::Reply(reply) => desk.reply(reply),
        Command::SubmitFeedback(feedback) => desk.feedback(feedback),
        Command::Close(close) => desk.close(close),
        Command::SendBack(reasons) => {
            let mut events = vec![Event::SentBack {
                reasons: desk.reasons(reasons)?,
            }];
            let again = [
                StopEvent::FeedbackSubmitted,
                StopEvent::NamedReplied,
                StopEvent::AllReplied,
            ];
            events.extend(restarted(&again, context.now, case, context));
            Ok(events)
        }
        Command::RecordLapse(lapse) => desk.lapse(lapse),
        Command::Recount(because) => desk.recount(because),
    }
}

/// What every decision looks at.
pub(super) struct Desk<'a> {
    pub(super) case: &'a Case,
    pub(super) actor: &'a Actor,
    pub(super) lookups: &'a Lookups,
    pub(super) context: &'a Context<'a>,
}

impl Desk<'_> {
    pub(super) fn by(&self) -> ActorRef {
        self.actor.reference()
    }

    /// An event, and the end of the periods that run until it.
    pub(super) fn followed_by(&self, event: Event, stop: StopEvent) -> Vec<Event> {
        std::iter::once(event)
            .chain(stopped(stop, self.case, self.context))
            .collect()
    }

    pub(super) fn reasons(&self, reasons: Reasons) -> Result<String, Refusal> {
        let mut fields = Fields::default();
        let reasons = fields.narrative("reasons", &reasons.reasons);
        fields.done()?;
        Ok(reasons)
    }

    fn accept(&self, accept: Accept) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        self.urgency(&mut fields, accept.urgency, &accept.reasons);
        fields.done()?;
        let acceptance = Acceptance {
            urgency: accept.urgency,
            reasons: accept.reasons,
            nature: accept.nature,
            profile: self.context.profile.reference(),
            by: self.by(),
            at: self.context.now,
        };
        let facts = Facts::of(self.case, Some(accept.urgency));
        let mut events = self.followed_by(Event::Accepted(acceptance), StopEvent::Decided);
        events.extend(started(
            StartEvent::Accepted,
            self.context.now,
            facts,
            self.context,
        ));
        Ok(events)
    }

    /// Known reasons, and one at least where it is urgent (TJ-9.2, MEM-7.1).
    pub(super) fn urgency(&self, fields: &mut Fields, urgency: Urgency, reasons: &[String]) {
        fields.codes("reasons", reasons, &self.context.profile.urgency_reasons);
        if urgency == Urgency::Urgent && reasons.is_empty() {
            fields.fault(
                "reasons",
                "missing",
                "请至少勾选一项紧急理由",
                "Tick at least one reason of urgency",
            );
        }
    }

    fn decline(&self, decline: Decline) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        fields.code("ground", &decline.ground, &self.context.profile.grounds);
        let reasons = fields.narrative("reasons", &decline.reasons);
        fields.done()?;
        let proposal = DeclineProposal {
            ground: decline.ground,
            reasons,
            by: self.by(),
            at: self.context.now,
        };
        Ok(vec![Event::DeclineProposed(proposal)])
    }

    fn dispatch(&self, dispatch: Dispatch) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let task_sheet = fields.narrative("task_sheet", &dispatch.task_sheet);
        let instructions = fields.optional("instructions", dispatch.instructions.as_deref());
        if self.lookups.unit_name.is_none() {
            fields.fault(
                "unit",
                "unknown_unit",
                "没有这个承办单位",
                "There is no such unit",
            );
        }
        fields.done()?;
        let assignment = Assignment {
            unit: dispatch.unit,
            unit_name: self.lookups.unit_name.clone().unwrap_or_default(),
            kind: dispatch.kind,
            task_sheet,
            instructions,
            by: self.by(),
            at: self.context.now,
        };
        let facts = Facts::of(self.case, self.case.urgency());
        let clocks = started(StartEvent::Dispatched, self.context.now, facts, self.context);
        Ok(std::iter::once(Event::Dispatched(assignment))
            .chain(clocks)
            .collect())
    }

    fn visit(&self, visit: RecordVisit) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        fields.handled("at", visit.at, self.case, self.context.now);
        fields.codes("methods", &visit.methods, &self.context.profile.methods);
        if visit.methods.is_empty() {
            fields.fault(
                "methods",
                "missing",
                "请至少选择一种核查方式",
                "Choose at least one method",
            );
        }
        let inspectors = fields.short("inspectors", &visit.inspectors);
        let findings = fields.narrative("findings", &visit.findings);
        fields.done()?;
        Ok(vec![Event::VisitRecorded(Visit {
            at: visit.at,
            inspectors,
            methods: visit.methods,
            findings,
        })])
    }

    fn evidence(&self, evidence: AddEvidence) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        fields.code("kind", &evidence.kind, &self.context.profile.evidence_kinds);
        let title = fields.short("title", &evidence.title);
        let kept_at = fields.optional("kept_at", evidence.kept_at.as_deref());
        if evidence.file.is_some() && !self.lookups.file_is_free {
            let zh = "没有这个文件，或已用于其他举报件，请重新上传";
            fields.fault(
                "file",
                "unknown_file",
                zh,
                "There is no such file, or it belongs elsewhere: upload it again",
            );
        }
        if evidence.file.is_none() && kept_at.is_none() {
            let zh = "请上传文件，或注明实物存放处";
            fields.fault(
                "file",
                "missing",
                zh,
                "Upload a file, or say where the thing is kept",
            );
        }
        let Some(id) = self.lookups.new_evidence else {
            fields.fault("id", "missing", "缺少证据编号", "The item has no id");
            return fields.done().map(|()| Vec::new());
        };
        fields.done()?;
        Ok(vec![Event::EvidenceAdded(Evidence {
            id,
            kind: evidence.kind,
            title,
            file: evidence.file,
            kept_at,
            hazard_removed: evidence.hazard_removed,
            by: self.by(),
            at: self.context.now,
        })])
    }

    fn contact(&self, contact: RecordContact) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        fields.handled("at", contact.at, self.case, self.context.now);
        fields.reporter("reporter", contact.reporter, self.case);
        let summary = fields.narrative("summary", &contact.summary);
        fields.done()?;
        let RecordContact {
            reporter,
            means,
            at,
            summary: _,
        } = contact;
        Ok(vec![Event::ContactRecorded(Contact {
            reporter,
            means,
            summary,
            at,
        })])
    }

    fn verification(&self, report: SubmitVerification) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let facts = fields.narrative("facts", &report.facts);
        let beyond = fields.optional("beyond", report.beyond.as_deref());
        let legal_basis = fields.optional("legal_basis", report.legal_basis.as_deref());
        let recommendation = fields.narrative("recommendation", &report.recommendation);
        fields.codes(
            "dispositions",
            &report.dispositions,
            &self.context.profile.dispositions,
        );
        fields.done()?;
        let found = matches!(report.conclusion, Conclusion::Substantiated | Conclusion::Partly);
        let no_measure = &self.context.profile.no_measure;
        if found && !report.dispositions.iter().any(|code| code != no_measure) {
            return Err(Refusal::DispositionMissing);
        }
        let report = Report {
            conclusion: report.conclusion,
            facts,
            beyond,
            legal_basis,
            dispositions: report.dispositions,
            recommendation,
            by: self.by(),
            at: self.context.now,
        };
        Ok(self.followed_by(
            Event::VerificationSubmitted(report),
            StopEvent::VerificationSubmitted,
        ))
    }

    /// With the approval the unit's result stands; under some rules the reply is owed from then on (WL-3.9a).
    fn approval(&self) -> Vec<Event> {
        let mut events = vec![Event::ReportApproved];
        // A period towards reporters who all have their reply could not be stopped by any.
        if self.case.unanswered().next().is_some() {
            let facts = Facts::of(self.case, self.case.urgency());
            let clocks = started(StartEvent::ReportApproved, self.context.now, facts, self.context);
            events.extend(clocks);
        }
        events
    }

    fn reply(&self, reply: ReplyTo) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        fields.reporter("reporter", reply.reporter, self.case);
        fields.handled("delivered_at", reply.delivered_at, self.case, self.context.now);
        let ReplyTo {
            reporter,
            conclusion,
            violations,
            verification,
            decision,
            reward,
            means,
            delivered_at,
        } = reply;
        let reply = Reply {
            conclusion: fields.narrative("conclusion", &conclusion),
            violations: fields.narrative("violations", &violations),
            verification: fields.narrative("verification", &verification),
            decision: fields.narrative("decision", &decision),
            reward: fields.narrative("reward", &reward),
            means,
            delivered_at,
        };
        fields.done()?;
        let to = self.case.reporters.iter().find(|one| one.id == reporter);
        if to.is_some_and(|one| one.withdrawn_at.is_some()) {
            return Err(Refusal::AlreadyWithdrawn);
        }
        if !self.case.unanswered().any(|one| one.id == reporter) {
            return Err(Refusal::AlreadyReplied);
        }
        let mut events = vec![Event::Replied { reporter, reply }];
        let waiting: Vec<_> = self.case.unanswered().filter(|one| one.id != reporter).collect();
        if !waiting.iter().any(|one| one.real_name) {
            events.extend(stopped(StopEvent::NamedReplied, self.case, self.context));
        }
        if waiting.is_empty() {
            events.extend(stopped(StopEvent::AllReplied, self.case, self.context));
        }
        Ok(events)
    }

    fn feedback(&self, feedback: SubmitFeedback) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let feedback = Feedback {
            department: fields.short("department", &feedback.department),
            handler: fields.short("handler", &feedback.handler),
            telephone: fields.telephone("telephone", &feedback.telephone),
            course: fields.narrative("course", &feedback.course),
            violations: fields.narrative("violations", &feedback.violations),
            decision: fields.narrative("decision", &feedback.decision),
            satisfaction: feedback.satisfaction,
            response: fields.optional("response", feedback.response.as_deref()),
            by: self.by(),
            at: self.context.now,
        };
        fields.done()?;
        Ok(self.followed_by(Event::FeedbackSubmitted(feedback), StopEvent::FeedbackSubmitted))
    }

    fn close(&self, close: Close) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        let opinion = fields.narrative("opinion", &close.opinion);
        fields.done()?;
        let closing = Closing {
            opinion,
            by: self.by(),
            at: self.context.now,
        };
        Ok(self.followed_by(Event::Closed(closing), StopEvent::Closed))
    }

    /// A period is recorded as passed once, and only after it has.
    fn lapse(&self, lapse: RecordLapse) -> Result<Vec<Event>, Refusal> {
        let passed = self.case.clocks.iter().any(|clock| {
            (clock.kind, clock.round) == (lapse.kind, lapse.round)
                && clock.stopped_at.is_none()
                && clock.lapsed_at.is_none()
                && clock.pause().is_none()
                && clock.due.at <= self.context.now
        });
        if !passed {
            return Err(Refusal::NotLapsed);
        }
        let mut events = vec![Event::ClockLapsed {
            kind: lapse.kind,
            round: lapse.round,
        }];
        // Whoever was asked did not answer in time: the office decides on what it has.
        if lapse.kind == ClockKind::Supplement && self.case.stage() == Stage::SupplementRequested {
            events.extend(stopped(StopEvent::Supplemented, self.case, self.context));
            events.extend(self.decision_again());
        }
        Ok(events)
    }
}
