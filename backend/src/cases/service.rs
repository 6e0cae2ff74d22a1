//! What is done with cases. Loads, asks the pure core, writes what it decided; never branches on a stage.

use super::{
    bulk::Wish,
    entering::{Entered, Origin, draft, enter, unknown_file},
    fact::fact,
    journal::{self, Entry, GENESIS, Link},
    query, store,
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    confidential::KeyedHash,
    db::Txn,
    error::{Error, Result},
    files::service as files,
    http::{IfMatch, RequestInfo},
    live::Change,
    messages::service as messages,
    outbox,
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{Actor, CaseSight, Operation, Resource, may},
    api::{
        cases::{CaseDetail, CaseFilter, CasePage, Journal, OfficeDetail, OpenedIdentity, UnitDetail},
        reports::ParsedReport,
    },
    ids::{CaseId, ReporterId},
    problem::{ProblemCode, Violation},
    rules::RuleProfile,
    text::ShortText,
    time::Instant,
    workflow::{Case, Command, Context, Lookups, Message, PauseRefusal, Refusal, decide, evolve},
};
use anyhow::Context as _;
use sea_orm::ConnectionTrait;

pub(crate) use super::store::Stored as Opened;

/// How often a command that names no version is tried while others are faster.
const ATTEMPTS: usize = 5;

/// Registers a report that the desk took down.
pub(crate) async fn register_by_desk(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    report: &ParsedReport,
) -> Result<Entered> {
    let origin = Origin {
        source: None,
        channel: "phone_12350",
    };
    let by = actor.reference();
    let access = Access::new(state, actor, Operation::RegisterReport, "cases").within(info);
    match draft(state, report, origin, (state.clock.now(), by)).await {
        Ok(draft) => {
            access
                .change(async |grant, txn| enter(grant, state, txn, &draft).await)
                .await
        }
        Err(error) => access.refuse(error).await,
    }
}

/// A page of the list.
pub(crate) async fn list(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    filter: &CaseFilter,
) -> Result<CasePage> {
    let access = Access::new(state, actor, Operation::ListCases, "cases").within(info);
    access
        .read(async |grant| query::page(grant, state, filter).await)
        .await
}

/// The rows of the list from a place on, for whoever takes more of them than a page; the place after them.
pub(crate) async fn listed(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    filter: &CaseFilter,
    rows: u32,
) -> Result<CasePage> {
    query::some(grant, state, db, filter, rows).await
}

/// One case.
pub(crate) async fn read(state: &State, actor: Actor, info: &RequestInfo, id: CaseId) -> Result<CaseDetail> {
    let access = Access::new(state, actor, Operation::ReadCase, format!("case/{id}")).within(info);
    access
        .read(async |grant| {
            let db = state.db.read();
            let stored = reach(grant, db, id).await?;
            detail(grant, state, db, stored).await
        })
        .await
}

/// What happened to a case.
pub(crate) async fn history(state: &State, actor: Actor, info: &RequestInfo, id: CaseId) -> Result<Journal> {
    let access = Access::new(state, actor, Operation::ReadCase, format!("case/{id}/events")).within(info);
    access
        .read(async |grant| {
            let db = state.db.read();
            reach(grant, db, id).await?;
            Ok(Journal {
                events: store::journal(grant, db, id).await?,
            })
        })
        .await
}

/// Carries out one command. Repeating a command that took effect answers the present state.
pub(crate) async fn issue(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    (id, read): (CaseId, IfMatch),
    wish: Wish<'_>,
) -> Result<CaseDetail> {
    let access =
        |actor| Access::new(state, actor, Operation::IssueCommand, format!("case/{id}")).within(info);
    let outcome = access(actor.clone())
        .change(async |grant, txn| {
            let stored = reach(grant, txn, id).await?;
            read.require(version(&stored.case))?;
            let command = wish.of(grant, state, txn, &stored.case).await?;
            let (after, place) = carry_out(grant, (state, txn), &stored, Asked::plain(&command)).await?;
            let stored = stored.after(after);
            Ok((detail(grant, state, txn, stored).await?, place))
        })
        .await;
    match outcome {
        Err(error) if error.code() == ProblemCode::VersionMoved => {
            let repeated = access(actor)
                .read(async |grant| repeated(grant, state, id, read, wish).await)
                .await?;
            repeated.ok_or(error)
        }
        outcome => outcome,
    }
}

/// A command, and the key by which what it says is known again.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) command: &'a Command,
    pub(crate) once: Option<&'a KeyedHash>,
}

impl<'a> Asked<'a> {
    /// A command that is known again by its version.
    pub(crate) const fn plain(command: &'a Command) -> Self {
        Self { command, once: None }
    }
}

/// Carries out a command to the case as it stands at that moment, whatever was done meanwhile.
pub(crate) async fn issue_now<'a>(
    state: &'a State,
    access: impl Fn() -> Access<'a>,
    id: CaseId,
    asked: Asked<'_>,
) -> Result<Case> {
    let attempt = async || {
        access()
            .change(async |grant, txn| {
                let stored = reach(grant, txn, id).await?;
                carry_out(grant, (state, txn), &stored, asked).await
            })
            .await
    };
    for _ in 1..ATTEMPTS {
        match attempt().await {
            Err(error) if error.code() == ProblemCode::VersionMoved => {}
            outcome => return outcome,
        }
    }
    attempt().await
}

/// The present state, if what followed the version that was read is this very command.
async fn repeated(
    grant: &Grant,
    state: &State,
    id: CaseId,
    read: IfMatch,
    wish: Wish<'_>,
) -> Result<Option<CaseDetail>> {
    let db = state.db.read();
    let stored = reach(grant, db, id).await?;
    let command = wish.of(grant, state, db, &stored.case).await?;
    let cause = journal::cause(grant.actor(), &command, &state.keys)?;
    if !store::was_caused(grant, db, id, read.0, &cause).await? {
        return Ok(None);
    }
    detail(grant, state, db, stored).await.map(Some)
}

/// Decides a command: the case afterwards, and the events that led there. Writes nothing.
pub(super) async fn foresee(
    grant: &Grant,
    (state, txn): (&State, &Txn),
    stored: &Opened,
    command: &Command,
) -> Result<(Case, Vec<Link>)> {
    let (case, now) = (&stored.case, state.clock.now());
    let lookups = look_up(grant, state, txn, command).await?;
    let events = decide(
        case,
        grant.actor(),
        command.clone(),
        &lookups,
        &context(state, case, now),
    )
    .map_err(|refusal| refused(&refusal, state.rules_of(case)))?;
    let entry = Entry {
        version: case.version,
        head: stored.head,
        at: now,
        by: grant.actor().reference(),
        cause: journal::cause(grant.actor(), command, &state.keys)?,
    };
    let links = journal::chain(events, &entry, &state.keys)?;
    let after = links
        .iter()
        .fold(case.clone(), |case, link| evolve(case, &link.recorded));
    Ok((after, links))
}

/// Decides a command and writes what follows from it.
async fn carry_out(
    grant: &Grant,
    (state, txn): (&State, &Txn),
    stored: &Opened,
    Asked { command, once }: Asked<'_>,
) -> Result<(Case, Place)> {
    let (case, now) = (&stored.case, state.clock.now());
    let (after, links) = foresee(grant, (state, txn), stored, command).await?;
    store::save(grant, txn, case, &after, &links).await?;
    if let Some(say) = command.words() {
        let key = stored.data_key(&state.keys)?;
        messages::keep(grant, (state, txn), (&after, &key), (say, once)).await?;
    }
    // They were free when it was decided; another case may have taken one since.
    if !files::claim(grant, txn, command.files(), case.id, now).await? {
        let field = if command.words().is_some() {
            "files"
        } else {
            "file"
        };
        return Err(Error::Invalid(vec![unknown_file(field)]));
    }
    outbox::post(txn, vec![fact(state, &after, &links)], now).await?;
    grant.tell(Change::of(&after, sight(&after)));
    let place = place(&after, &links);
    Ok((after, place))
}

/// The facts that a decision needs and cannot look up itself.
pub(super) async fn look_up(grant: &Grant, state: &State, txn: &Txn, command: &Command) -> Result<Lookups> {
    Ok(match command {
        Command::Dispatch(dispatch) => Lookups {
            unit_name: units::active_name(grant, txn, dispatch.unit).await?,
            ..Lookups::default()
        },
        Command::AddEvidence(_) => Lookups {
            file_is_free: files::are_free(grant, txn, command.files()).await?,
            new_evidence: Some(state.ids.evidence()),
            ..Lookups::default()
        },
        Command::Supplement(say) | Command::SendMessage(say) => Lookups {
            file_is_free: files::are_free(grant, txn, command.files()).await?,
            said: messages::said(state, say),
            ..Lookups::default()
        },
        _ => Lookups::default(),
    })
}

/// Opens the identity of a reporter, for a reason that is recorded (TJ-19, MEM-10.2).
pub(crate) async fn open_identity(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    (id, reporter): (CaseId, ReporterId),
    reason: &str,
) -> Result<OpenedIdentity> {
    let reason =
        ShortText::parse(reason).map_err(|fault| Error::Invalid(vec![Violation::of("reason", fault)]))?;
    let resource = identity_resource(id, reporter);
    let access = Access::new(state, actor, Operation::OpenIdentity, resource).within(info);
    access
        .because(reason.as_str())
        .read(async |grant| {
            let db = state.db.read();
            let stored = reach(grant, db, id).await?;
            let sealed = store::sealed_reporter(grant, db, id, reporter)
                .await?
                .ok_or_else(Error::not_found)?;
            let key = stored.data_key(&state.keys)?;
            Ok(sealed.open(&key).context("a sealed identity does not open")?)
        })
        .await
}

/// The name under which the journal of access knows the identity of a reporter.
pub(crate) fn identity_resource(case: CaseId, reporter: ReporterId) -> String {
    format!("case/{case}/reporter/{reporter}")
}

/// The case to which a receipt code belongs, and the reporter who holds it.
pub(crate) async fn by_receipt(
    grant: &Grant,
    db: &impl ConnectionTrait,
    hash: &KeyedHash,
) -> Result<Option<(Opened, ReporterId)>> {
    let Some((id, reporter)) = store::by_receipt(grant, db, hash).await? else {
        return Ok(None);
    };
    let stored = store::load(grant, db, id).await?;
    Ok(stored.map(|stored| (stored, reporter)))
}

/// A case by its number, if the grant reaches it, and when it last changed.
pub(crate) async fn by_number(
    grant: &Grant,
    db: &impl ConnectionTrait,
    number: &str,
) -> Result<(Case, Instant)> {
    let stored = store::load_by_number(grant, db, number)
        .await?
        .ok_or_else(Error::not_found)?;
    grant.covers(&sight(&stored.case))?;
    let changed = store::last_change(grant, db, stored.case.id).await?;
    Ok((stored.case, changed))
}

/// The files that a case names, if the grant reaches the case: those of the report, and of what the unit may not
/// read, are for the office alone.
pub(crate) async fn reach_file(
    grant: &Grant,
    db: &impl ConnectionTrait,
    id: CaseId,
    file: anju_shared::ids::FileId,
) -> Result<()> {
    let stored = reach(grant, db, id).await?;
    let case = &stored.case;
    let message = case.messages.iter().find(|one| one.files.contains(&file));
    let readable = match message {
        Some(message) => may_read(grant.actor(), case, message),
        None => !case.intake.files.contains(&file) || sees_original(grant.actor(), case),
    };
    if readable { Ok(()) } else { Err(Error::not_found()) }
}

/// Whether a message of this case is for this actor.
pub(crate) fn may_read(actor: &Actor, case: &Case, message: &Message) -> bool {
    case.is_told_to_unit(message) || sees_original(actor, case)
}

fn sees_original(actor: &Actor, case: &Case) -> bool {
    may(actor, Operation::ReadOriginal, &Resource::Case(&sight(case))).is_ok()
}

/// A record of every period whose end has come. Safe to run on several servers at once: the version of the
/// case lets one of them through.
pub(crate) async fn sweep(state: &State) -> Result<()> {
    const AT_ONCE: u64 = 500;
    for (id, lapse) in store::fallen_due(state.db.read(), state.clock.now(), AT_ONCE).await? {
        let access = Access::new(
            state,
            Actor::System,
            Operation::IssueCommand,
            format!("case/{id}"),
        );
        let outcome = access
            .change(async |grant, txn| {
                let stored = reach(grant, txn, id).await?;
                let lapse = Command::RecordLapse(lapse);
                let (_, place) = carry_out(grant, (state, txn), &stored, Asked::plain(&lapse)).await?;
                Ok(((), place))
            })
            .await;
        match outcome {
            Ok(()) => metrics::counter!("anju_lapses_total", "clock" => lapse.kind.code()).increment(1),
            // Another server, or the command that stopped the period, was faster.
            Err(error) if matches!(error.code(), ProblemCode::VersionMoved | ProblemCode::Refused) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A case that the grant reaches; anything else is unknown.
pub(crate) async fn reach(grant: &Grant, db: &impl ConnectionTrait, id: CaseId) -> Result<Opened> {
    let stored = store::load(grant, db, id).await?.ok_or_else(Error::not_found)?;
    grant.covers(&sight(&stored.case))?;
    Ok(stored)
}

async fn detail(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    stored: Opened,
) -> Result<CaseDetail> {
    let Opened { case, original, .. } = stored;
    let reporters = store::masked_reporters(grant, db, case.id).await?;
    if !sees_original(grant.actor(), &case) {
        return Ok(CaseDetail::Unit(UnitDetail { case, reporters }));
    }
    let matter = &case.intake.matter;
    let asked = (matter.region.as_deref(), matter.industry.as_deref());
    let proposal = match case.handling() {
        Some(_) => None,
        None => units::propose(grant, state, db, asked).await?,
    };
    Ok(CaseDetail::Office(OfficeDetail {
        case,
        original,
        reporters,
        proposal,
    }))
}

/// What of a case decides who may see it.
pub(crate) fn sight(case: &Case) -> CaseSight {
    CaseSight {
        region: case.intake.matter.region.clone().unwrap_or_default(),
        unit: case.handling().map(|handling| handling.assignment.unit),
        source: case.intake.source,
    }
}

/// The version as it stands in `ETag`.
pub(crate) fn version(case: &Case) -> i64 {
    i64::try_from(case.version).unwrap_or(i64::MAX)
}

/// What decisions about this case look at.
pub(crate) fn context<'a>(state: &'a State, case: &Case, now: Instant) -> Context<'a> {
    Context {
        profile: state.rules_of(case),
        calendar: state.calendar(),
        now,
    }
}

pub(super) fn place(case: &Case, links: &[Link]) -> Place {
    Place {
        lane: case.id.0,
        seq: version(case),
        covers: i64::try_from(links.len()).unwrap_or(i64::MAX),
        link: links.last().map_or(GENESIS, |link| link.hash),
    }
}

/// A refusal of the procedure, with the article on which it rests.
pub(super) fn refused(refusal: &Refusal, profile: &RuleProfile) -> Error {
    if let Refusal::Invalid(violations) = refusal {
        return Error::Invalid(violations.clone());
    }
    Error::Refused {
        code: refusal.code().to_owned(),
        detail: refusal.message(),
        basis: refusal
            .clause(profile)
            .map(|clause| Box::new(profile.basis(clause))),
        // Who may know of the case but not act on it is told so; what the law forbids to all is another matter.
        by_role: matches!(
            refusal,
            Refusal::WrongRole { .. }
                | Refusal::OtherUnit
                | Refusal::NotApprover
                | Refusal::Pause(PauseRefusal::NotApprover)
        ),
    }
}
