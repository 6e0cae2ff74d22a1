//! What is said between the handling side and a reporter (要求补充、补充、消息), and the withdrawal (撤回).
//!
//! The words themselves may tell who somebody is. They never enter a state or an event: those hold that something
//! was said, by which side, with which files, and a keyed digest. The shell keeps the words sealed.

use super::{
    Context,
    case::{Case, Reporter},
    clocks::{Facts, restarted, started, stopped},
    decide::Desk,
    event::Event,
    fields::Fields,
    permit::permit,
    refusal::Refusal,
    stage::{Action, Fact, Side, Stage},
};
use crate::{
    access::{Actor, ActorRef},
    ids::{FileId, MessageId, ReporterId},
    rules::{StartEvent, StopEvent},
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// Most files of one message.
pub const MOST_ATTACHED: usize = 10;

/// Ask the reporters for what is missing (要求补充, MEM-6.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestSupplement {
    /// Which facts of TJ-7.2 are missing.
    #[serde(default)]
    pub missing: Vec<Fact>,
    /// What is asked, which the reporters will read.
    pub note: String,
}

/// Something said by or to a reporter: words, and files uploaded before.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Say {
    /// Which reporter.
    pub reporter: ReporterId,
    /// The words.
    pub text: String,
    /// Files uploaded before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileId>,
}

// The words are logged by nobody, and if somebody tries, they are not there.
impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Say({}, …)", self.reporter)
    }
}

/// Take the report back (撤回, MEM-8.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Which reporter takes it back.
    pub reporter: ReporterId,
}

/// What was asked of the reporters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SupplementRequest {
    /// Which facts of TJ-7.2 are missing.
    pub missing: Vec<Fact>,
    /// What is asked.
    pub note: String,
    /// By whom.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// That something was said, without the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// Which.
    pub id: MessageId,
    /// With which reporter.
    pub reporter: ReporterId,
    /// Whose words they are.
    pub from: Side,
    /// Whether it supplements the report (补充), and so belongs to it.
    #[serde(default)]
    pub supplement: bool,
    /// Keyed hash (hex) of the words, which are kept apart.
    pub digest: String,
    /// Files that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileId>,
    /// Who wrote it down.
    pub by: ActorRef,
    /// When.
    pub at: Instant,
}

/// What the shell made for words that are to be kept: without it nothing can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The id made for the message.
    pub id: MessageId,
    /// Keyed hash (hex) of its words.
    pub digest: String,
}

/// What this reporter may do now by receipt code, in menu order.
#[must_use]
pub fn open_to(case: &Case, reporter: &Reporter, context: &Context<'_>) -> Vec<Action> {
    let actor = Actor::Reporter(case.id);
    let theirs = |action: &Action| match action {
        Action::Withdraw => may_withdraw(reporter).is_ok(),
        Action::Supplement => reporter.withdrawn_at.is_none(),
        _ => true,
    };
    Action::ALL
        .iter()
        .copied()
        .filter(|action| permit(case, &actor, *action, context).is_ok())
        .filter(theirs)
        .collect()
}

/// Before the reply, and once (MEM-8.3).
const fn may_withdraw(reporter: &Reporter) -> Result<(), Refusal> {
    match (reporter.withdrawn_at, &reporter.reply) {
        (Some(_), _) => Err(Refusal::AlreadyWithdrawn),
        (None, Some(_)) => Err(Refusal::AlreadyReplied),
        (None, None) => Ok(()),
    }
}

impl Case {
    /// Reporters who still wait for their reply (逐一回复, TJ-11.2); who withdrew waits for none (MEM-8.3).
    pub fn unanswered(&self) -> impl Iterator<Item = &Reporter> {
        self.reporters
            .iter()
            .filter(|reporter| reporter.reply.is_none() && reporter.withdrawn_at.is_none())
    }

    /// Whether the unit may read this message: since it was given the case, and nothing that belongs to the words
    /// of the report (TJ-17, TJ-20).
    #[must_use]
    pub fn is_told_to_unit(&self, message: &Message) -> bool {
        let given = self.handling().map(|handling| handling.assignment.at);
        !message.supplement && given.is_some_and(|given| given <= message.at)
    }
}

impl Desk<'_> {
    pub(super) fn request_supplement(&self, request: RequestSupplement) -> Result<Vec<Event>, Refusal> {
        let mut fields = Fields::default();
        fields.each_once("missing", &request.missing);
        let note = fields.narrative("note", &request.note);
        fields.done()?;
        let request = SupplementRequest {
            missing: request.missing,
            note,
            by: self.by(),
            at: self.context.now,
        };
        let facts = Facts::of(self.case, self.case.urgency());
        let clocks = started(
            StartEvent::SupplementRequested,
            self.context.now,
            facts,
            self.context,
        );
        let mut events = self.followed_by(Event::SupplementRequested(request), StopEvent::Decided);
        events.extend(clocks);
        Ok(events)
    }

    pub(super) fn supplement(&self, say: &Say) -> Result<Vec<Event>, Refusal> {
        let message = self.message(say, Side::Reporter, true)?;
        if self.reporter(message.reporter)?.withdrawn_at.is_some() {
            return Err(Refusal::AlreadyWithdrawn);
        }
        let mut events = self.followed_by(Event::Supplemented(message), StopEvent::Supplemented);
        if self.case.stage() == Stage::SupplementRequested {
            events.extend(self.decision_again());
        }
        Ok(events)
    }

    /// The office owes its decision anew: from now on.
    pub(super) fn decision_again(&self) -> Vec<Event> {
        restarted(&[StopEvent::Decided], self.context.now, self.case, self.context)
    }

    pub(super) fn message_sent(&self, say: &Say) -> Result<Vec<Event>, Refusal> {
        let from = match self.actor {
            Actor::Reporter(_) => Side::Reporter,
            _ => Side::Authority,
        };
        Ok(vec![Event::MessageSent(self.message(say, from, false)?)])
    }

    fn message(&self, say: &Say, from: Side, supplement: bool) -> Result<Message, Refusal> {
        let mut fields = Fields::default();
        fields.reporter("reporter", say.reporter, self.case);
        fields.narrative("text", &say.text);
        fields.files("files", &say.files, MOST_ATTACHED, self.lookups.file_is_free);
        let said = self.lookups.said.as_ref();
        if fields.is_sound() && said.is_none() {
            fields.fault("text", "missing", "请填写内容", "Say something");
        }
        fields.done()?;
        let said = said.ok_or_else(|| Refusal::Invalid(Vec::new()))?;
        Ok(Message {
            id: said.id,
            reporter: say.reporter,
            from,
            supplement,
            digest: said.digest.clone(),
            files: say.files.clone(),
            by: self.by(),
            at: self.context.now,
        })
    }

    fn reporter(&self, id: ReporterId) -> Result<&Reporter, Refusal> {
        let mut fields = Fields::default();
        fields.reporter("reporter", id, self.case);
        fields.done()?;
        let found = self.case.reporters.iter().find(|one| one.id == id);
        found.ok_or(Refusal::Invalid(Vec::new()))
    }

    /// The verification may go on; only the reply is no longer owed. A case that is not accepted and that every
    /// reporter took back is over.
    pub(super) fn withdraw(&self, withdraw: Withdraw) -> Result<Vec<Event>, Refusal> {
        let reporter = self.reporter(withdraw.reporter)?;
        may_withdraw(reporter)?;
        let mut events = vec![Event::Withdrawn {
            reporter: reporter.id,
        }];
        let others: Vec<_> = self
            .case
            .reporters
            .iter()
            .filter(|one| one.id != reporter.id && one.withdrawn_at.is_none())
            .collect();
        if self.case.acceptance().is_none() && others.is_empty() {
            events.extend(stopped(StopEvent::Decided, self.case, self.context));
            events.extend(stopped(StopEvent::Supplemented, self.case, self.context));
            return Ok(events);
        }
        let owed = |one: &&&Reporter| one.reply.is_none();
        if !others.iter().filter(owed).any(|one| one.real_name) {
            events.extend(stopped(StopEvent::NamedReplied, self.case, self.context));
        }
        if !others.iter().any(|one| owed(&one)) {
            events.extend(stopped(StopEvent::AllReplied, self.case, self.context));
        }
        Ok(events)
    }
}
