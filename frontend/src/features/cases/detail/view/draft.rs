//! What stands in a form, and with what it begins: nobody types what the case already knows.

use super::{form::Desk, words::say};
use crate::text::format;
use anju_shared::{
    api::{
        cases::CaseDetail,
        directory::{Unit, UnitKind},
        files::StoredFile,
    },
    workflow::{
        Action, Case, Clock, Conclusion, DispatchKind, Handling, Reply, Urgency, extendable,
        foreseen_extension, pausable, resumable,
    },
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap};

/// What stands in a form, by the names of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    texts: BTreeMap<Cow<'static, str>, String>,
    ticks: BTreeMap<Cow<'static, str>, Vec<String>>,
    /// The files that were uploaded for it.
    pub files: Vec<StoredFile>,
}

/// What somebody changed in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What stands in this field.
    Text(&'static str, String),
    /// Whether this is ticked in this field.
    Tick(&'static str, String, bool),
    /// This file was uploaded for it, instead of the one before if only one may be.
    File(StoredFile, bool),
    /// The file at this place is taken out.
    Without(usize),
}

impl Draft {
    /// As it is kept until it is sent.
    #[must_use]
    pub fn written(&self) -> String {
        // Texts by name always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was kept, if it can still be read.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        anju_shared::json::read(written)
    }

    /// What stands in a field; a box that is ticked holds `yes`.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// What is ticked in a field.
    #[must_use]
    pub fn ticked(&self, name: &str) -> &[String] {
        self.ticks.get(name).map_or(&[], Vec::as_slice)
    }

    /// The same with another text in a field.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.texts.insert(name.into(), text.into());
        self
    }

    /// The same with one box ticked or not.
    #[must_use]
    pub fn with_tick(mut self, name: &'static str, code: &str, on: bool) -> Self {
        let ticked = self.ticks.entry(name.into()).or_default();
        ticked.retain(|one| one != code);
        if on {
            ticked.push(code.to_owned());
        }
        self
    }

    /// The same after somebody changed something.
    #[must_use]
    pub fn after(self, change: Change, units: &[Unit]) -> Self {
        match change {
            Change::Text(name, text) => self.changed(name, text, units),
            Change::Tick(name, code, on) => self.with_tick(name, &code, on),
            Change::File(file, many) => {
                let mut files = if many { self.files } else { Vec::new() };
                files.push(file);
                Self { files, ..self }
            }
            Change::Without(place) => {
                let mut files = self.files;
                if place < files.len() {
                    files.remove(place);
                }
                Self { files, ..self }
            }
        }
    }

    /// A unit brings the usual kind of dispatch with it.
    fn changed(self, name: &'static str, text: String, units: &[Unit]) -> Self {
        let kind = (name == "unit")
            .then(|| units.iter().find(|unit| unit.id.to_string() == text))
            .flatten()
            .map(|unit| usual(unit.kind));
        let draft = self.with(name, text);
        match kind {
            Some(kind) => draft.with("kind", kind.code()),
            None => draft,
        }
    }
}

/// Streets and parks stand below the office, departments beside it (MEM-4.3).
const fn usual(kind: UnitKind) -> DispatchKind {
    match kind {
        UnitKind::Office => DispatchKind::Own,
        UnitKind::Street | UnitKind::Park => DispatchKind::Downward,
        UnitKind::Department => DispatchKind::Sideways,
    }
}

/// With what a form begins.
#[must_use]
pub fn begin(action: Action, desk: Desk<'_>) -> Draft {
    let draft = Draft::default();
    let case = desk.detail.case();
    let now = format::moment_input(desk.now);
    match action {
        Action::Accept => match case.nature() {
            Some(nature) => draft.with("nature", nature.code()),
            None => draft,
        },
        Action::Dispatch => dispatch(draft, case, desk),
        Action::RequestExtension => chosen(draft, to_be_extended(case, desk)),
        Action::PausePeriod => chosen(draft, to_be_paused(case, desk)),
        Action::ResumePeriod => chosen(draft, to_be_resumed(case, desk)),
        Action::TellExtension => told(draft.with("at", now), case, desk),
        Action::Reclassify => {
            let other = Urgency::ALL.iter().find(|one| case.urgency() != Some(**one));
            other
                .into_iter()
                .fold(draft, |draft, other| draft.with("urgency", other.code()))
        }
        Action::RecordVisit => draft
            .with("at", now)
            .with("inspectors", desk.account.name.clone()),
        Action::RecordContact => {
            only_reporter(draft.with("at", now), case.reporters.iter().map(|one| one.id))
        }
        Action::SendMessage => only_reporter(draft, case.reporters.iter().map(|one| one.id)),
        Action::Supplement => only_reporter(draft, case.unanswered().map(|one| one.id)),
        Action::RequestSupplement => case
            .intake
            .missing
            .iter()
            .fold(draft, |draft, fact| draft.with_tick("missing", fact.code(), true)),
        Action::SubmitVerification => match case.handling() {
            Some(handling) => draft.with("facts", findings(handling)),
            None => draft,
        },
        Action::Reply => {
            let draft = only_reporter(
                draft.with("delivered_at", now),
                case.unanswered().map(|one| one.id),
            );
            reply(draft, case, desk)
        }
        Action::SubmitFeedback => feedback(draft, case, desk),
        Action::Decline
        | Action::ConfirmDecline
        | Action::RejectDecline
        | Action::SignIn
        | Action::AddEvidence
        | Action::ApproveReport
        | Action::SendBackReport
        | Action::Close
        | Action::SendBack
        | Action::EndorseExtension
        | Action::ApproveExtension
        | Action::RefuseExtension
        | Action::Withdraw
        | Action::RecordLapse
        | Action::Recount => draft,
    }
}

fn chosen(draft: Draft, period: Option<&Clock>) -> Draft {
    match period {
        Some(clock) => draft.with("kind", clock.kind.code()),
        None => draft,
    }
}

/// The first period for which it is not too late.
fn to_be_extended<'a>(case: &'a Case, desk: Desk<'a>) -> Option<&'a Clock> {
    let context = desk.context();
    let in_time = |clock: &Clock| foreseen_extension(case, clock.kind, 0, &context).is_ok();
    let mut periods = extendable(case, &context).into_iter().map(|(clock, ..)| clock);
    periods.find(|clock| in_time(clock))
}

/// The first period that this person may let stand still.
fn to_be_paused<'a>(case: &'a Case, desk: Desk<'a>) -> Option<&'a Clock> {
    let periods = pausable(case, &desk.actor(), &desk.context()).into_iter();
    let mut may = periods.filter(|(.., may)| may.is_ok());
    may.next().map(|(clock, ..)| clock)
}

/// The first that this person may let run again.
fn to_be_resumed<'a>(case: &'a Case, desk: Desk<'a>) -> Option<&'a Clock> {
    let periods = resumable(case, &desk.actor(), &desk.context()).into_iter();
    let mut may = periods.filter(|(.., may)| may.is_ok());
    may.next().map(|(clock, ..)| clock)
}

/// What was granted is what the reporters are told.
fn told(draft: Draft, case: &Case, desk: Desk<'_>) -> Draft {
    let Some(request) = case.handling().and_then(Handling::untold_extension) else {
        return draft;
    };
    match foreseen_extension(case, request.kind, request.days, &desk.context()) {
        Ok(due) => {
            let last = format::last_day(due.at, desk.now, desk.texts.language);
            draft.with(
                "summary",
                (desk.texts.case_forms().draft_told)(request.days, &last),
            )
        }
        Err(_) => draft,
    }
}

/// Where there is but one, nobody has to choose.
fn only_reporter(draft: Draft, mut reporters: impl Iterator<Item = anju_shared::ids::ReporterId>) -> Draft {
    match (reporters.next(), reporters.next()) {
        (Some(only), None) => draft.with("reporter", only.to_string()),
        _ => draft,
    }
}

fn dispatch(draft: Draft, case: &Case, desk: Desk<'_>) -> Draft {
    let draft = draft.with("task_sheet", task_sheet(case, desk));
    let CaseDetail::Office(office) = desk.detail else {
        return draft;
    };
    match &office.proposal {
        Some(proposal) => draft.changed("unit", proposal.unit.id.to_string(), desk.units),
        None => draft,
    }
}

/// From the matter alone: the words of the report stay with the office (TJ-20).
fn task_sheet(case: &Case, desk: Desk<'_>) -> String {
    let (words, texts) = (desk.texts.case_forms(), desk.texts);
    let matter = &case.intake.matter;
    let fact = |fact: anju_shared::workflow::Fact, value: &Option<String>| {
        value
            .as_ref()
            .map(|value| format!("{}\u{ff1a}{value}", say!(fact, texts)))
    };
    use anju_shared::workflow::Fact as F;
    let lines = [
        Some((words.draft_task)(&case.intake.title)),
        fact(F::Enterprise, &matter.enterprise),
        fact(F::Address, &matter.address),
        fact(F::Place, &matter.place),
        fact(F::Occurred, &matter.occurred),
        Some(words.draft_demand.to_owned()),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn findings(handling: &Handling) -> String {
    let findings: Vec<&str> = handling
        .visits
        .iter()
        .map(|visit| visit.findings.as_str())
        .collect();
    findings.join("\n")
}

/// Several reporters of one matter are told the same, each by name (TJ-11.2).
fn reply(draft: Draft, case: &Case, desk: Desk<'_>) -> Draft {
    let earlier: Option<&Reply> = case.reporters.iter().find_map(|one| one.reply.as_ref());
    if let Some(earlier) = earlier {
        return draft
            .with("conclusion", &earlier.conclusion)
            .with("violations", &earlier.violations)
            .with("verification", &earlier.verification)
            .with("decision", &earlier.decision)
            .with("reward", &earlier.reward);
    }
    let Some(handling) = case.handling() else {
        return draft;
    };
    let Some(report) = &handling.report else {
        return draft;
    };
    let draft = draft
        .with(
            "conclusion",
            (desk.texts.case_forms().draft_conclusion)(say!(report.conclusion, desk.texts)),
        )
        .with("verification", course(handling, desk))
        .with("decision", &report.recommendation);
    match report.conclusion {
        Conclusion::Substantiated | Conclusion::Partly => draft.with("violations", &report.facts),
        Conclusion::Unsubstantiated | Conclusion::Unverifiable => draft,
    }
}

fn feedback(draft: Draft, case: &Case, desk: Desk<'_>) -> Draft {
    let Some(handling) = case.handling() else {
        return draft;
    };
    let draft = draft
        .with("department", &handling.assignment.unit_name)
        .with("handler", &desk.account.name)
        .with("course", course(handling, desk));
    match &handling.report {
        Some(report) => draft
            .with("violations", &report.facts)
            .with("decision", &report.recommendation),
        None => draft,
    }
}

/// Which visits there were.
fn course(handling: &Handling, desk: Desk<'_>) -> String {
    let (this_year, ..) = desk.now.local_date().ymd();
    let visits = handling.visits.iter().map(|visit| {
        let day = format::day(visit.at.local_date(), this_year, desk.texts.language);
        (desk.texts.case_forms().draft_visit)(&day)
    });
    visits.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
