//! From what stands in a form to the command, judged here as the server will judge it: the same `decide`
//! runs in the browser first, so that a mistake is named beside its field without a journey.

use super::{
    draft::Draft,
    form::Desk,
    panel::{Reason, reason},
};
use crate::text::format;
use anju_shared::{
    ids::{EvidenceId, MessageId, ReporterId, UnitId},
    rules::ClockKind,
    time::Instant,
    workflow::{
        Accept, Action, AddEvidence, ApproveExtension, Close, Command, Conclusion, Decline, Dispatch,
        DispatchKind, Fact, Lookups, Means, Nature, PausePeriod, Reasons, Reclassify, RecordContact,
        RecordVisit, Refusal, ReplyTo, RequestExtension, RequestSupplement, ResumePeriod, Said, Satisfaction,
        Say, SubmitFeedback, SubmitVerification, TellExtension, Urgency, decide,
    },
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What is wrong, by the name of the field.
pub type Errors = BTreeMap<String, String>;

/// What stands against a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objection {
    /// About fields.
    pub errors: Errors,
    /// About the action itself.
    pub refused: Option<Reason>,
}

/// The command that the form asks for.
///
/// # Errors
/// Every field that is not as it should be, or the refusal under its article.
pub fn command(action: Action, draft: &Draft, desk: Desk<'_>) -> Result<Command, Objection> {
    let mut reader = Reader {
        draft,
        desk,
        errors: Errors::new(),
    };
    let Some(command) = reader.read(action) else {
        return Err(Objection::default());
    };
    let context = desk.context();
    let actor = desk.actor();
    // What only the server can look up is taken as given; it looks itself.
    let lookups = Lookups {
        unit_name: Some(String::new()),
        file_is_free: true,
        new_evidence: Some(EvidenceId(Uuid::nil())),
        said: Some(Said {
            id: MessageId(Uuid::nil()),
            digest: String::new(),
        }),
    };
    let mut errors = reader.errors;
    match decide(desk.detail.case(), &actor, command.clone(), &lookups, &context) {
        Err(Refusal::Invalid(violations)) => {
            for violation in violations {
                let message = violation.message.text(desk.texts.language).to_owned();
                errors
                    .entry(field(&violation.field).to_owned())
                    .or_insert(message);
            }
        }
        Err(refusal) if errors.is_empty() => {
            let refused = Some(reason(&refusal, &context, desk.texts));
            return Err(Objection { errors, refused });
        }
        Err(_) | Ok(_) => {}
    }
    if errors.is_empty() {
        Ok(command)
    } else {
        Err(Objection {
            errors,
            refused: None,
        })
    }
}

/// The field of the form that a path in the body belongs to: `methods[1]` is about `methods`.
#[must_use]
pub fn field(path: &str) -> &str {
    path.split(['[', '.']).next().unwrap_or(path)
}

/// Reads a draft; a choice that was not made gets a stand-in and an error, so that all errors come at once.
struct Reader<'a> {
    draft: &'a Draft,
    desk: Desk<'a>,
    errors: Errors,
}

impl Reader<'_> {
    fn read(&mut self, action: Action) -> Option<Command> {
        Some(match action {
            Action::Accept => Command::Accept(Accept {
                urgency: self.chosen("urgency", Urgency::parse, Urgency::General),
                reasons: self.draft.ticked("reasons").to_vec(),
                nature: self.chosen("nature", Nature::parse, Nature::Other),
            }),
            Action::Decline => Command::Decline(self.decline()),
            Action::ConfirmDecline => Command::ConfirmDecline,
            Action::RejectDecline => Command::RejectDecline(self.reasons()),
            Action::RequestSupplement => {
                let ticked = self.draft.ticked("missing").iter();
                Command::RequestSupplement(RequestSupplement {
                    missing: ticked.filter_map(|code| Fact::parse(code)).collect(),
                    note: self.text("note"),
                })
            }
            Action::Supplement => Command::Supplement(self.say()),
            Action::SendMessage => Command::SendMessage(self.say()),
            Action::Dispatch => Command::Dispatch(self.dispatch()),
            Action::Reclassify => Command::Reclassify(Reclassify {
                urgency: self.chosen("urgency", Urgency::parse, Urgency::General),
                reasons: self.draft.ticked("reasons").to_vec(),
                explanation: self.text("explanation"),
            }),
            Action::SignIn => Command::SignIn,
            Action::RecordVisit => Command::RecordVisit(RecordVisit {
                at: self.moment("at"),
                inspectors: self.text("inspectors"),
                methods: self.draft.ticked("methods").to_vec(),
                findings: self.text("findings"),
            }),
            Action::AddEvidence => Command::AddEvidence(self.evidence()),
            Action::RecordContact => Command::RecordContact(RecordContact {
                reporter: self.reporter(),
                means: self.chosen("means", Means::parse, Means::Telephone),
                at: self.moment("at"),
                summary: self.text("summary"),
            }),
            Action::RequestExtension => Command::RequestExtension(RequestExtension {
                kind: self.period(),
                days: self.chosen("days", |text| text.trim().parse().ok(), 0),
                reasons: self.text("reasons"),
            }),
            Action::EndorseExtension => Command::EndorseExtension,
            Action::ApproveExtension => Command::ApproveExtension(ApproveExtension {
                opinion: self.text("opinion"),
                document: self.optional("document"),
            }),
            Action::RefuseExtension => Command::RefuseExtension(self.reasons()),
            Action::TellExtension => Command::TellExtension(TellExtension {
                means: self.chosen("means", Means::parse, Means::Telephone),
                at: self.moment("at"),
                summary: self.text("summary"),
            }),
            Action::PausePeriod => Command::PausePeriod(PausePeriod {
                kind: self.period(),
                grounds: self.text("grounds"),
            }),
            Action::ResumePeriod => Command::ResumePeriod(ResumePeriod {
                kind: self.period(),
                grounds: self.text("grounds"),
            }),
            Action::SubmitVerification => Command::SubmitVerification(self.verification()),
            Action::ApproveReport => Command::ApproveReport,
            Action::SendBackReport => Command::SendBackReport(self.reasons()),
            Action::Reply => Command::Reply(self.reply()),
            Action::SubmitFeedback => Command::SubmitFeedback(self.feedback()),
            Action::Close => Command::Close(Close {
                opinion: self.text("opinion"),
            }),
            Action::SendBack => Command::SendBack(self.reasons()),
            Action::Withdraw | Action::RecordLapse | Action::Recount => return None,
        })
    }

    fn decline(&mut self) -> Decline {
        Decline {
            ground: self.chosen("ground", |code| Some(code.to_owned()), String::new()),
            reasons: self.text("reasons"),
        }
    }

    fn reasons(&self) -> Reasons {
        Reasons {
            reasons: self.text("reasons"),
        }
    }

    fn say(&mut self) -> Say {
        Say {
            reporter: self.reporter(),
            text: self.text("text"),
            files: self.draft.files.iter().map(|file| file.id).collect(),
        }
    }

    fn dispatch(&mut self) -> Dispatch {
        Dispatch {
            unit: self.chosen("unit", |id| id.parse().ok(), UnitId(Uuid::nil())),
            kind: self.chosen("kind", DispatchKind::parse, DispatchKind::Own),
            task_sheet: self.text("task_sheet"),
            instructions: self.optional("instructions"),
        }
    }

    fn evidence(&mut self) -> AddEvidence {
        AddEvidence {
            kind: self.chosen("kind", |code| Some(code.to_owned()), String::new()),
            title: self.text("title"),
            file: self.draft.files.first().map(|file| file.id),
            kept_at: self.optional("kept_at"),
            hazard_removed: !self.draft.text("hazard_removed").is_empty(),
        }
    }

    fn verification(&mut self) -> SubmitVerification {
        SubmitVerification {
            conclusion: self.chosen("conclusion", Conclusion::parse, Conclusion::Unverifiable),
            facts: self.text("facts"),
            beyond: self.optional("beyond"),
            legal_basis: self.optional("legal_basis"),
            dispositions: self.draft.ticked("dispositions").to_vec(),
            recommendation: self.text("recommendation"),
        }
    }

    fn reply(&mut self) -> ReplyTo {
        ReplyTo {
            reporter: self.reporter(),
            conclusion: self.text("conclusion"),
            violations: self.text("violations"),
            verification: self.text("verification"),
            decision: self.text("decision"),
            reward: self.text("reward"),
            means: self.chosen("means", Means::parse, Means::Telephone),
            delivered_at: self.moment("delivered_at"),
        }
    }

    fn feedback(&mut self) -> SubmitFeedback {
        SubmitFeedback {
            department: self.text("department"),
            handler: self.text("handler"),
            telephone: self.text("telephone"),
            course: self.text("course"),
            violations: self.text("violations"),
            decision: self.text("decision"),
            satisfaction: self.chosen("satisfaction", Satisfaction::parse, Satisfaction::Unreached),
            response: self.optional("response"),
        }
    }

    fn text(&self, name: &str) -> String {
        self.draft.text(name).to_owned()
    }

    fn optional(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.trim().is_empty())
    }

    fn period(&mut self) -> ClockKind {
        self.chosen("kind", ClockKind::parse, ClockKind::Handling)
    }

    fn reporter(&mut self) -> ReporterId {
        self.chosen("reporter", |id| id.parse().ok(), ReporterId(Uuid::nil()))
    }

    fn chosen<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Option<T>, stand_in: T) -> T {
        let text = self.draft.text(name);
        match Some(text).filter(|text| !text.is_empty()).and_then(parse) {
            Some(value) => value,
            None => {
                self.errors
                    .insert(name.to_owned(), self.desk.texts.case_forms().choose.to_owned());
                stand_in
            }
        }
    }

    fn moment(&mut self, name: &str) -> Instant {
        let now = self.desk.now;
        match format::parse_moment(self.draft.text(name), now.local_date()) {
            Some(at) => at,
            None => {
                self.errors
                    .insert(name.to_owned(), self.desk.texts.time().moment_invalid.to_owned());
                now
            }
        }
    }
}

#[cfg(test)]
mod tests;
