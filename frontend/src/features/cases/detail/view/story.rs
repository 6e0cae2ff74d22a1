//! What happened, worded for each kind of event. What the periods did stands small beside the step that
//! moved them; only a period that passed is an event of its own.

use super::words::{actor_word, code_word, code_words, reporter_word, say};
use crate::text::{Texts, format};
use anju_shared::{
    api::cases::MaskedReporter,
    rules::{ClockKind, Effect, RuleProfile},
    time::Instant,
    workflow::{Case, Clock, Event, Recorded, Side},
};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Place in the journal.
    pub seq: u64,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: String,
    /// What.
    pub title: String,
    /// Small words beside it.
    pub tags: Vec<String>,
    /// Why, with what.
    pub more: Vec<String>,
    /// What it did to the periods.
    pub periods: Vec<String>,
    /// Something went wrong.
    pub bad: bool,
}

/// In whose light the events are told.
#[derive(Clone, Copy, Debug)]
pub struct Light<'a> {
    /// The case, for the names of its periods.
    pub case: &'a Case,
    /// The reporters, masked.
    pub reporters: &'a [MaskedReporter],
    /// The dictionaries.
    pub profile: &'a RuleProfile,
    /// Now, for dates.
    pub now: Instant,
    /// The words.
    pub texts: &'static Texts,
}

/// The journal as people read it, the latest first.
#[must_use]
pub fn tell(journal: &[Recorded], light: Light<'_>) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for recorded in journal {
        match (&recorded.event, told.last_mut()) {
            (Event::ClockStarted(_) | Event::ClockRecounted(_) | Event::ClocksStopped { .. }, Some(step))
                if step.at == recorded.at =>
            {
                step.periods.push(light.phrase(&recorded.event).title);
            }
            _ => told.push(light.told(recorded)),
        }
    }
    told.reverse();
    told
}

/// What one event says.
#[derive(Default)]
struct Phrase {
    title: String,
    tags: Vec<String>,
    more: Vec<String>,
    bad: bool,
}

impl From<&str> for Phrase {
    fn from(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            ..Self::default()
        }
    }
}

impl From<String> for Phrase {
    fn from(title: String) -> Self {
        Self {
            title,
            ..Self::default()
        }
    }
}

impl Phrase {
    fn more(mut self, text: impl Into<String>) -> Self {
        self.more.push(text.into());
        self
    }

    fn more_if(self, text: String) -> Self {
        if text.is_empty() { self } else { self.more(text) }
    }

    fn tag(mut self, text: impl Into<String>) -> Self {
        self.tags.push(text.into());
        self
    }

    const fn bad(mut self) -> Self {
        self.bad = true;
        self
    }
}

impl Light<'_> {
    fn told(&self, recorded: &Recorded) -> Told {
        let Phrase {
            title,
            tags,
            more,
            bad,
        } = self.phrase(&recorded.event);
        Told {
            seq: recorded.seq,
            at: recorded.at,
            by: actor_word(&recorded.by, self.texts).to_owned(),
            title,
            tags,
            more,
            periods: Vec::new(),
            bad,
        }
    }

    fn counted_again(&self, clock: &Clock) -> String {
        let last = format::last_day(clock.due.at, self.now, self.texts.language);
        (self.texts.case_story().clock_recounted)(clock.name.text(self.texts.language), &last)
    }

    fn phrase(&self, event: &Event) -> Phrase {
        let words = self.texts.case_story();
        match event {
            Event::Registered(_)
            | Event::DeclineProposed(_)
            | Event::Declined
            | Event::DeclineRejected { .. }
            | Event::Accepted(_)
            | Event::Reclassified(_)
            | Event::Dispatched(_)
            | Event::SignedIn => self.at_the_office(event),
            Event::SupplementRequested(_)
            | Event::Supplemented(_)
            | Event::MessageSent(_)
            | Event::Withdrawn { .. } => self.with_reporters(event),
            Event::VisitRecorded(_)
            | Event::EvidenceAdded(_)
            | Event::ContactRecorded(_)
            | Event::ExtensionRequested(_)
            | Event::ExtensionEndorsed
            | Event::ExtensionDecided(_)
            | Event::ExtensionTold { .. }
            | Event::VerificationSubmitted(_)
            | Event::ReportApproved
            | Event::ReportSentBack { .. } => self.at_the_unit(event),
            Event::PeriodPaused { kind, pause, .. } => {
                let phrase = Phrase::from((words.period_paused)(self.period(*kind)));
                phrase
                    .tag(pause.reason.text(self.texts.language))
                    .more(&pause.grounds)
            }
            Event::PeriodResumed { kind, grounds, .. } => {
                Phrase::from((words.period_resumed)(self.period(*kind))).more_if(grounds.clone())
            }
            Event::Replied { reporter, reply } => Phrase::from((words.replied)(&reporter_word(
                self.reporters,
                *reporter,
                self.texts,
            )))
            .tag(say!(reply.means, self.texts))
            .more(&reply.conclusion),
            Event::FeedbackSubmitted(feedback) => Phrase::from(words.feedback)
                .tag(say!(feedback.satisfaction, self.texts))
                .more(&feedback.decision),
            Event::Closed(closing) => Phrase::from(words.closed).more(&closing.opinion),
            Event::SentBack { reasons } => Phrase::from(words.sent_back).more(reasons).bad(),
            Event::ClockStarted(clock) => {
                let last = format::last_day(clock.due.at, self.now, self.texts.language);
                (words.clock_started)(clock.name.text(self.texts.language), &last).into()
            }
            Event::Recounted(again) => {
                let title = Phrase::from((words.recounted)(&again.title));
                again
                    .clocks
                    .iter()
                    .fold(title, |phrase, clock| phrase.more(self.counted_again(clock)))
            }
            Event::ClockRecounted(clock) => self.counted_again(clock).into(),
            Event::ClocksStopped { by: _ } => words.clock_stopped.into(),
            Event::ClockLapsed { kind, round } => {
                let clock = self
                    .case
                    .clocks
                    .iter()
                    .find(|clock| (clock.kind, clock.round) == (*kind, *round));
                let name = clock.map_or(kind.code(), |clock| clock.name.text(self.texts.language));
                let phrase = Phrase::from((words.clock_lapsed)(name));
                // A right that has ended is nobody's failure.
                if clock.is_some_and(|clock| clock.effect == Effect::Duty) {
                    phrase.bad()
                } else {
                    phrase
                }
            }
        }
    }

    /// What the latest period of this kind is called.
    fn period(&self, kind: ClockKind) -> &str {
        let latest = self.case.clocks.iter().rfind(|clock| clock.kind == kind);
        latest.map_or(kind.code(), |clock| clock.name.text(self.texts.language))
    }

    /// From registration to the unit's signature.
    fn at_the_office(&self, event: &Event) -> Phrase {
        let (words, texts, profile) = (self.texts.case_story(), self.texts, self.profile);
        match event {
            Event::Registered(registered) => {
                let channel = code_word(&profile.channels, &registered.intake.channel, texts.language);
                Phrase::from((words.registered)(&channel)).more(&registered.intake.title)
            }
            Event::DeclineProposed(proposal) => Phrase::from(words.decline_proposed)
                .tag(code_word(&profile.grounds, &proposal.ground, texts.language))
                .more(&proposal.reasons),
            Event::Declined => words.declined.into(),
            Event::DeclineRejected { reasons } => Phrase::from(words.decline_rejected).more(reasons),
            Event::Accepted(acceptance) => {
                let phrase = Phrase::from(words.accepted)
                    .tag(say!(acceptance.urgency, texts))
                    .tag(say!(acceptance.nature, texts));
                phrase.more_if(code_words(&profile.urgency_reasons, &acceptance.reasons, texts))
            }
            Event::Reclassified(now) => {
                let phrase = Phrase::from(words.reclassified).tag(say!(now.urgency, texts));
                let phrase = phrase.more_if(code_words(&profile.urgency_reasons, &now.reasons, texts));
                phrase.more(&now.explanation)
            }
            Event::Dispatched(assignment) => {
                let title = (words.dispatched)(say!(assignment.kind, texts), &assignment.unit_name);
                let phrase = Phrase::from(title);
                match &assignment.instructions {
                    Some(instructions) => phrase.more(instructions),
                    None => phrase,
                }
            }
            _ => words.signed_in.into(),
        }
    }

    /// What was said to reporters and by them: that it was said, for the words are kept apart.
    fn with_reporters(&self, event: &Event) -> Phrase {
        let (words, texts) = (self.texts.case_story(), self.texts);
        let word = |id| reporter_word(self.reporters, id, texts);
        let (title, files) = match event {
            Event::SupplementRequested(request) => {
                let phrase = Phrase::from(words.supplement_requested).more(&request.note);
                return request
                    .missing
                    .iter()
                    .fold(phrase, |phrase, fact| phrase.tag(say!(fact, texts)));
            }
            Event::Supplemented(said) => ((words.supplemented)(&word(said.reporter)), said.files.len()),
            Event::MessageSent(said) => match said.from {
                Side::Reporter => ((words.message_from)(&word(said.reporter)), said.files.len()),
                Side::Authority => ((words.message_to)(&word(said.reporter)), said.files.len()),
            },
            Event::Withdrawn { reporter } => ((words.withdrawn)(&word(*reporter)), 0),
            _ => (String::new(), 0),
        };
        match files {
            0 => title.into(),
            count => Phrase::from(title).tag((words.files)(count)),
        }
    }

    /// The unit's own work, up to its leader's decision.
    fn at_the_unit(&self, event: &Event) -> Phrase {
        let (words, texts, profile) = (self.texts.case_story(), self.texts, self.profile);
        match event {
            Event::VisitRecorded(visit) => {
                let mut phrase = Phrase::from(words.visit)
                    .more(&visit.inspectors)
                    .more(&visit.findings);
                let methods = visit.methods.iter();
                phrase.tags = methods
                    .map(|code| code_word(&profile.methods, code, texts.language))
                    .collect();
                phrase
            }
            Event::EvidenceAdded(item) => {
                let kind = code_word(&profile.evidence_kinds, &item.kind, texts.language);
                let phrase = Phrase::from((words.evidence)(&item.title)).tag(kind);
                if item.hazard_removed {
                    phrase.tag(texts.case_forms().hazard_removed)
                } else {
                    phrase
                }
            }
            Event::ContactRecorded(contact) => {
                let reporter = reporter_word(self.reporters, contact.reporter, texts);
                Phrase::from((words.contact)(&reporter))
                    .tag(say!(contact.means, texts))
                    .more(&contact.summary)
            }
            Event::VerificationSubmitted(report) => Phrase::from(words.verification)
                .tag(say!(report.conclusion, texts))
                .more(&report.recommendation),
            Event::ExtensionRequested(request) => {
                let name = self.period(request.kind);
                Phrase::from((words.extension_requested)(name, request.days)).more(&request.reasons)
            }
            Event::ExtensionEndorsed => words.extension[0].into(),
            Event::ExtensionDecided(decision) => {
                let said = Phrase::from(words.extension[if decision.granted { 1 } else { 2 }]);
                let said = said.more(&decision.opinion);
                said.more_if(decision.document.clone().unwrap_or_default())
            }
            Event::ExtensionTold { means, summary, .. } => Phrase::from(words.extension[3])
                .tag(say!(means, texts))
                .more(summary),
            Event::ReportSentBack { reasons } => Phrase::from(words.report_sent_back).more(reasons).bad(),
            _ => words.approved.into(),
        }
    }
}

#[cfg(test)]
mod tests;
