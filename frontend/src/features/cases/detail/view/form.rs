//! Forms as data: which fields an action asks for. One component draws them all.

use super::{
    clocks::length,
    words::{article, say},
};
use crate::{
    text::{Texts, case_forms::CaseFormsTexts, format},
    ui::Choice,
};
use anju_shared::{
    access::Actor,
    api::{cases::CaseDetail, directory::Unit, session::Account},
    calendar::Calendar,
    problem::Bilingual,
    rules::{Approver, ClockKind, Extension, ExtensionRefusal, RuleProfile},
    time::Instant,
    workflow::{
        Action, Clock, Conclusion, Context, DispatchKind, Fact, Handling, Means, Nature, PauseRefusal,
        Satisfaction, Urgency, extendable, foreseen_extension, pausable, resumable,
    },
};
use std::rc::Rc;

/// What a form looks at.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The case.
    pub detail: &'a CaseDetail,
    /// The rules.
    pub profile: &'a RuleProfile,
    /// Which days are worked.
    pub calendar: &'a Calendar,
    /// Who fills it in.
    pub account: &'a Account,
    /// The units that get work, where the form needs them.
    pub units: &'a [Unit],
    /// Now.
    pub now: Instant,
    /// The words.
    pub texts: &'static Texts,
}

impl<'a> Desk<'a> {
    /// Who fills it in, as the procedure knows them.
    #[must_use]
    pub fn actor(self) -> Actor {
        Actor::Staff(self.account.staff())
    }

    /// What the procedure looks at besides the case.
    #[must_use]
    pub fn context(self) -> Context<'a> {
        Context {
            profile: self.profile,
            calendar: self.calendar,
            now: self.now,
        }
    }
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One line.
    Line,
    /// So many lines.
    Lines(u32),
    /// One of a list that opens.
    Select(Rc<[Choice]>),
    /// One of a few in sight.
    Radio(Rc<[Choice]>),
    /// Any of a few in sight.
    Ticks(Rc<[Choice]>),
    /// A box to tick.
    Tick,
    /// Day and time.
    Moment,
    /// A file to upload.
    File,
    /// Files to upload.
    Files,
}

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// Its name in the command.
    pub name: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// How it is filled in.
    pub kind: Kind,
    /// Must be filled in.
    pub required: bool,
    /// What helps.
    pub hint: Option<String>,
}

impl Spec {
    fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self {
            name,
            label,
            kind,
            required: true,
            hint: None,
        }
    }

    fn optional(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

/// The fields of an action. Without any it asks for nothing but a look at what is confirmed.
#[must_use]
pub fn fields(action: Action, desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    match action {
        Action::Accept => accept(desk),
        Action::Decline => vec![
            Spec::new(
                "ground",
                words.ground,
                Kind::Radio(desk.cited(&desk.profile.grounds)),
            ),
            Spec::new("reasons", words.decline_reasons, Kind::Lines(5)).hint(words.decline_hint),
        ],
        Action::RejectDecline | Action::SendBackReport | Action::SendBack | Action::RefuseExtension => {
            vec![Spec::new("reasons", words.reasons, Kind::Lines(5))]
        }
        Action::RequestSupplement => vec![
            Spec::new("missing", words.asked, Kind::Ticks(desk.words(Fact::ALL))).optional(),
            Spec::new("note", words.ask_note, Kind::Lines(5)).hint(words.ask_hint),
        ],
        Action::Supplement => talk(
            desk.reporters(|id| desk.detail.case().unanswered().any(|one| one.id == id)),
            (words.supplement, words.supplement_hint),
            words,
        ),
        Action::SendMessage => talk(
            desk.reporters(|_| true),
            (words.message, words.message_hint),
            words,
        ),
        Action::Dispatch => dispatch(desk),
        Action::Reclassify => {
            let mut specs = urgency(desk, |other| desk.detail.case().urgency() != Some(other)).to_vec();
            specs.push(Spec::new("explanation", words.explanation, Kind::Lines(5)));
            specs
        }
        Action::ConfirmDecline
        | Action::SignIn
        | Action::EndorseExtension
        | Action::ApproveReport
        | Action::Withdraw
        | Action::RecordLapse
        | Action::Recount => vec![],
        Action::RecordVisit => vec![
            Spec::new("at", words.at, Kind::Moment),
            Spec::new("inspectors", words.inspectors, Kind::Line),
            Spec::new(
                "methods",
                words.methods,
                Kind::Ticks(desk.dictionary(&desk.profile.methods)),
            ),
            Spec::new("findings", words.findings, Kind::Lines(6)),
        ],
        Action::AddEvidence => evidence(desk),
        Action::RecordContact => vec![
            Spec::new("reporter", words.reporter, Kind::Radio(desk.reporters(|_| true))),
            Spec::new("means", words.means, Kind::Radio(desk.words(Means::ALL))),
            Spec::new("at", words.at, Kind::Moment),
            Spec::new("summary", words.summary, Kind::Lines(5)).hint(words.summary_hint),
        ],
        Action::RequestExtension => extension(desk),
        Action::ApproveExtension => grant(desk),
        Action::PausePeriod => pause(desk),
        Action::ResumePeriod => resume(desk),
        Action::TellExtension => vec![
            Spec::new("means", words.means, Kind::Radio(desk.words(Means::ALL))),
            Spec::new("at", words.at, Kind::Moment),
            Spec::new("summary", words.told, Kind::Lines(4)).hint(words.told_hint),
        ],
        Action::SubmitVerification => verification(desk),
        Action::Reply => reply(desk),
        Action::SubmitFeedback => feedback(desk),
        Action::Close => vec![Spec::new("opinion", words.opinion, Kind::Lines(5))],
    }
}

/// Something said to a reporter or by one, with files.
fn talk(
    reporters: Rc<[Choice]>,
    (label, hint): (&'static str, &'static str),
    words: &CaseFormsTexts,
) -> Vec<Spec> {
    vec![
        Spec::new("reporter", words.reporter, Kind::Radio(reporters)),
        Spec::new("text", label, Kind::Lines(6)).hint(hint),
        Spec::new("files", words.files, Kind::Files)
            .optional()
            .hint(words.file_hint),
    ]
}

fn accept(desk: Desk<'_>) -> Vec<Spec> {
    let nature = Spec::new(
        "nature",
        desk.texts.case_forms().nature,
        Kind::Radio(desk.words(Nature::ALL)),
    );
    urgency(desk, |_| true).into_iter().chain([nature]).collect()
}

/// Which urgency, of those that may be chosen, and why.
fn urgency(desk: Desk<'_>, may: impl Fn(Urgency) -> bool) -> [Spec; 2] {
    let words = desk.texts.case_forms();
    let urgencies = Urgency::ALL
        .iter()
        .filter(|urgency| may(**urgency))
        .map(|urgency| {
            let choice = Choice::new(urgency.code(), say!(urgency, desk.texts));
            match desk.profile.clock(ClockKind::Handling, Some(*urgency)) {
                Some(rule) => choice.with_more((words.urgency_more)(
                    &length(rule.period, desk.texts.language),
                    &article(desk.profile, &rule.clause),
                )),
                None => choice,
            }
        });
    [
        Spec::new("urgency", words.urgency, Kind::Radio(urgencies.collect())),
        Spec::new(
            "reasons",
            words.urgency_reasons,
            Kind::Ticks(desk.cited(&desk.profile.urgency_reasons)),
        )
        .optional()
        .hint(words.urgency_hint),
    ]
}

fn dispatch(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    let units = desk
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    let unit = Spec::new("unit", words.unit, Kind::Select(units.collect()));
    let proposal = match desk.detail {
        CaseDetail::Office(office) => office.proposal.as_ref(),
        CaseDetail::Unit(_) => None,
    };
    let unit = match proposal {
        Some(proposal) => unit.hint(proposal.reason.text(desk.texts.language)),
        None => unit,
    };
    vec![
        unit,
        Spec::new("kind", words.kind, Kind::Radio(desk.words(DispatchKind::ALL))),
        Spec::new("task_sheet", words.task_sheet, Kind::Lines(9)).hint(words.task_hint),
        Spec::new("instructions", words.instructions, Kind::Lines(3)).optional(),
    ]
}

fn evidence(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    vec![
        Spec::new(
            "kind",
            words.evidence_kind,
            Kind::Radio(desk.dictionary(&desk.profile.evidence_kinds)),
        ),
        Spec::new("title", words.evidence_title, Kind::Line),
        Spec::new("file", words.file, Kind::File)
            .optional()
            .hint(words.file_hint),
        Spec::new("kept_at", words.kept_at, Kind::Line)
            .optional()
            .hint(words.kept_hint),
        Spec::new("hazard_removed", words.hazard_removed, Kind::Tick).optional(),
    ]
}

fn extension(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    let periods = extendable(desk.detail.case(), &desk.context()).into_iter();
    let choices = periods.map(|(clock, rule, most)| extension_choice(clock, (rule, most), desk));
    vec![
        Spec::new("kind", words.extension_kind, Kind::Radio(choices.collect())),
        Spec::new("days", words.extension_days, Kind::Line),
        Spec::new("reasons", words.extension_reasons, Kind::Lines(5)),
    ]
}

/// A period with its present end, how far it may be lengthened, by whom; what is over can be asked for no longer.
fn extension_choice(clock: &Clock, (rule, most): (&Extension, u32), desk: Desk<'_>) -> Choice {
    let (words, language) = (desk.texts.case_forms(), desk.texts.language);
    let late = ExtensionRefusal::TooLate;
    let over = foreseen_extension(desk.detail.case(), clock.kind, 0, &desk.context()) == Err(late);
    let article = article(desk.profile, &rule.clause);
    let more = match over {
        true => format!("{} — {article}", late.message().text(language)),
        false => {
            let last = format::last_day(clock.due.at, desk.now, language);
            (words.extension_more)(&last, most, say!(rule.approver, desk.texts), &article)
        }
    };
    Choice {
        disabled: over,
        ..Choice::new(clock.kind.code(), clock.name.text(language).to_owned()).with_more(more)
    }
}

/// What another authority decided is put on record with the number of its document.
fn grant(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    let asked = desk
        .detail
        .case()
        .handling()
        .and_then(Handling::pending_extension);
    let context = desk.context();
    let periods = extendable(desk.detail.case(), &context);
    let rule = asked.and_then(|asked| periods.iter().find(|(clock, ..)| clock.kind == asked.kind));
    let outside = rule
        .map(|(_, rule, _)| rule.approver)
        .filter(|approver| matches!(approver, Approver::HigherAuthority | Approver::Government));
    let document = Spec::new("document", words.document, Kind::Line);
    vec![
        Spec::new("opinion", words.extension_opinion, Kind::Lines(4)),
        match outside {
            Some(approver) => document.hint((words.document_hint)(say!(approver, desk.texts))),
            None => document.optional(),
        },
    ]
}

/// A period that may stand still, or one that does, with the reason that the rules know; or why this person may not.
fn standstill(
    desk: Desk<'_>,
    (clock, reason, clause): (&Clock, &Bilingual, &str),
    may: Result<(), PauseRefusal>,
) -> Choice {
    let language = desk.texts.language;
    let article = article(desk.profile, clause);
    let more = match may {
        Ok(()) => (desk.texts.case_forms().pause_more)(reason.text(language), &article),
        Err(why) => format!("{} — {article}", why.message().text(language)),
    };
    Choice {
        disabled: may.is_err(),
        ..Choice::new(clock.kind.code(), clock.name.text(language).to_owned()).with_more(more)
    }
}

fn pause(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    let run = pausable(desk.detail.case(), &desk.actor(), &desk.context()).into_iter();
    let run = run.map(|(clock, rule, may)| standstill(desk, (clock, &rule.reason, &rule.clause), may));
    vec![
        Spec::new("kind", words.pause_kind, Kind::Radio(run.collect())),
        Spec::new("grounds", words.pause_grounds, Kind::Lines(4)),
    ]
}

fn resume(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    let still = resumable(desk.detail.case(), &desk.actor(), &desk.context()).into_iter();
    let still = still.map(|(clock, pause, may)| standstill(desk, (clock, &pause.reason, &pause.clause), may));
    vec![
        Spec::new("kind", words.pause_kind, Kind::Radio(still.collect())),
        Spec::new("grounds", words.resume_grounds, Kind::Lines(4)),
    ]
}

fn verification(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    vec![
        Spec::new(
            "conclusion",
            words.conclusion,
            Kind::Radio(desk.words(Conclusion::ALL)),
        ),
        Spec::new("facts", words.facts, Kind::Lines(6)),
        Spec::new("beyond", words.beyond, Kind::Lines(3)).optional(),
        Spec::new("legal_basis", words.legal_basis, Kind::Lines(2)).optional(),
        Spec::new(
            "dispositions",
            words.dispositions,
            Kind::Ticks(desk.dictionary(&desk.profile.dispositions)),
        ),
        Spec::new("recommendation", words.recommendation, Kind::Lines(4)),
    ]
}

fn reply(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    let waiting = desk.reporters(|id| desk.detail.case().unanswered().any(|one| one.id == id));
    vec![
        Spec::new("reporter", words.reporter, Kind::Radio(waiting)),
        Spec::new("conclusion", words.reply_conclusion, Kind::Lines(2)),
        Spec::new("violations", words.violations, Kind::Lines(3)),
        Spec::new("verification", words.verification, Kind::Lines(3)),
        Spec::new("decision", words.decision, Kind::Lines(3)),
        Spec::new("reward", words.reward, Kind::Lines(2)),
        Spec::new("means", words.means, Kind::Radio(desk.words(Means::ALL))),
        Spec::new("delivered_at", words.delivered_at, Kind::Moment),
    ]
}

fn feedback(desk: Desk<'_>) -> Vec<Spec> {
    let words = desk.texts.case_forms();
    vec![
        Spec::new("department", words.department, Kind::Line),
        Spec::new("handler", words.handler, Kind::Line),
        Spec::new("telephone", words.telephone, Kind::Line),
        Spec::new("course", words.course, Kind::Lines(4)),
        Spec::new("violations", words.violations, Kind::Lines(3)),
        Spec::new("decision", words.decision, Kind::Lines(3)),
        Spec::new(
            "satisfaction",
            words.satisfaction,
            Kind::Radio(desk.words(Satisfaction::ALL)),
        ),
        Spec::new("response", words.response, Kind::Lines(3)).optional(),
    ]
}
