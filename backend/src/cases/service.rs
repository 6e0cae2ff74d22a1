//! What is done with cases. Loads, asks the pure core, writes what it decided; never branches on a stage.

use super::{
    identity,
    journal::{self, Entry, GENESIS, Link},
    query,
    store::{self, Beginning, Stored},
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    confidential::{DataKey, HashKind, KeyedHash, Owner},
    db::Txn,
    error::{Error, Result},
    files::service as files,
    http::{IfMatch, RequestInfo},
    outbox::{self, Fact},
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{Actor, CaseSight, Operation, Resource, may},
    api::{
        cases::{CaseDetail, CaseFilter, CasePage, Journal, OfficeDetail, OpenedIdentity, UnitDetail},
        reports::ParsedReport,
    },
    ids::{CaseId, ClientId, ReporterId},
    problem::{ProblemCode, Violation},
    rules::RuleProfile,
    text::ShortText,
    time::Instant,
    workflow::{
        Case, Command, Context, Lookups, Numbered, Recorded, Refusal, Register, begin, decide, evolve,
        register,
    },
};
use anyhow::Context as _;
use sea_orm::ConnectionTrait;

/// Where a report came from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin<'a> {
    /// The system that submitted it.
    pub(crate) source: Option<ClientId>,
    /// The channel, unless the report names one.
    pub(crate) channel: &'a str,
}

/// A case that has just been entered.
pub(crate) struct Entered {
    pub(crate) case: Case,
    /// One for each reporter, in order; known to nobody from now on but to them.
    pub(crate) receipt_codes: Vec<String>,
}

/// Something that was done to a case in its past.
pub(crate) struct Step {
    /// When.
    pub(crate) at: Instant,
    /// By whom.
    pub(crate) by: Actor,
    /// What.
    pub(crate) command: Command,
}

/// What was done to a case before it was entered: asked for the next step with the case as it stood then.
pub(crate) type Past<'a> = &'a (dyn Fn(&Case, usize) -> Option<Step> + Sync);

/// Enters a report in a transaction (登记, TJ-7.2): for the desk, for third-party systems and for the public.
pub(crate) async fn enter(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    report: &ParsedReport,
    origin: Origin<'_>,
) -> Result<(Entered, Place)> {
    let now = state.clock.now();
    let by = grant.actor().clone();
    enter_with_past(grant, state, txn, report, origin, (now, by, &|_, _| None)).await
}

/// Enters a report together with what was done about it elsewhere, each step decided by the procedure as it
/// would have been then. For records that are taken over, and for demonstration data.
pub(crate) async fn enter_with_past(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    report: &ParsedReport,
    origin: Origin<'_>,
    (at, by, past): (Instant, Actor, Past<'_>),
) -> Result<(Entered, Place)> {
    let id = state.ids.case();
    let key = DataKey::generate(&*state.ids);
    let drawn = report
        .reporters
        .iter()
        .map(|one| identity::seal(one, &key, &state.keys, &*state.ids));
    let (reporters, receipt_codes): (Vec<_>, Vec<_>) =
        drawn.map(|drawn| (drawn.reporter, drawn.receipt_code)).unzip();
    let original = serde_json::to_string(&report.original).map_err(anyhow::Error::from)?;
    let digest = hex::encode(state.keys.keyed_hash(HashKind::Original, &original));
    let command = registration(report, origin, &reporters, digest);
    let number = store::draw_number(grant, txn, &state.profile.authority.division, at.local_date()).await?;
    let events = register(
        command,
        Numbered { id, number },
        by.reference(),
        &context(state, at),
    )
    .map_err(|refusal| refused(&refusal, state.profile))?;
    let entry = Entry {
        version: 0,
        head: GENESIS,
        at,
        by: by.reference(),
        cause: [0; 32],
    };
    let mut links = journal::chain(events, &entry, &state.keys)?;
    let mut case = fold(&links).context("a registration begins a case")?;
    while let Some(step) = past(&case, links.len()) {
        case = relive(grant, state, txn, case, step, &mut links).await?;
    }
    let wrapped_key = key.wrap(Owner::Case(id), &state.keys, &*state.ids);
    let key_id = state.keys.id().to_string();
    let beginning = Beginning {
        original: report.original.clone(),
        wrapped_key,
        key_id,
        reporters,
    };
    store::insert(grant, txn, &case, beginning, &links).await?;
    if !files::claim(grant, txn, &report.files, id, at).await? {
        return Err(Error::Invalid(vec![unknown_file()]));
    }
    outbox::post(txn, vec![fact(state, &case, &links)], state.clock.now()).await?;
    let place = place(&case, &links);
    Ok((Entered { case, receipt_codes }, place))
}

fn registration(
    report: &ParsedReport,
    origin: Origin<'_>,
    reporters: &[identity::SealedReporter],
    original_digest: String,
) -> Register {
    Register {
        channel: report
            .channel
            .clone()
            .unwrap_or_else(|| origin.channel.to_owned()),
        received_at: report.received_at,
        source: origin.source,
        external_number: report.external_number.clone(),
        matter: report.matter.clone(),
        title: report.title.clone(),
        has_facts: report.original.facts.is_some(),
        has_clues: report.original.clues.is_some(),
        original_digest,
        reporters: reporters.iter().map(identity::SealedReporter::outline).collect(),
        files: report.files.clone(),
    }
}

/// One step of the past, decided as of then.
async fn relive(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    case: Case,
    step: Step,
    links: &mut Vec<Link>,
) -> Result<Case> {
    let lookups = look_up(grant, state, txn, &step.command).await?;
    let entry = Entry {
        version: case.version,
        head: links.last().map_or(GENESIS, |link| link.hash),
        at: step.at,
        by: step.by.reference(),
        cause: journal::cause(&step.by, &step.command)?,
    };
    let events = decide(&case, &step.by, step.command, &lookups, &context(state, step.at))
        .map_err(|refusal| refused(&refusal, state.profile))?;
    let new = journal::chain(events, &entry, &state.keys)?;
    let case = new.iter().fold(case, |case, link| evolve(case, &link.recorded));
    links.extend(new);
    Ok(case)
}

/// Registers a report that the desk took down.
pub(crate) async fn register_by_desk(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    report: &ParsedReport,
) -> Result<Entered> {
    let access = Access::new(state, actor, Operation::RegisterReport, "cases").within(info);
    let origin = Origin {
        source: None,
        channel: "phone_12350",
    };
    access
        .change(async |grant, txn| enter(grant, state, txn, report, origin).await)
        .await
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
        .read(async |grant| query::page(grant, state.db.read(), filter, &state.keys).await)
        .await
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
    command: &Command,
) -> Result<CaseDetail> {
    let access =
        |actor| Access::new(state, actor, Operation::IssueCommand, format!("case/{id}")).within(info);
    let outcome = access(actor.clone())
        .change(async |grant, txn| {
            let stored = reach(grant, txn, id).await?;
            read.require(version(&stored.case))?;
            let (after, place) = carry_out(grant, state, txn, &stored, command).await?;
            let stored = stored.after(after);
            Ok((detail(grant, state, txn, stored).await?, place))
        })
        .await;
    match outcome {
        Err(error) if error.code() == ProblemCode::VersionMoved => {
            let repeated = access(actor)
                .read(async |grant| repeated(grant, state, id, read, command).await)
                .await?;
            repeated.ok_or(error)
        }
        outcome => outcome,
    }
}

/// The present state, if what followed the version that was read is this very command.
async fn repeated(
    grant: &Grant,
    state: &State,
    id: CaseId,
    read: IfMatch,
    command: &Command,
) -> Result<Option<CaseDetail>> {
    let db = state.db.read();
    let stored = reach(grant, db, id).await?;
    let cause = journal::cause(grant.actor(), command)?;
    if !store::was_caused(grant, db, id, read.0, &cause).await? {
        return Ok(None);
    }
    detail(grant, state, db, stored).await.map(Some)
}

/// Decides a command and writes what follows from it.
async fn carry_out(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    stored: &Stored,
    command: &Command,
) -> Result<(Case, Place)> {
    let (case, now) = (&stored.case, state.clock.now());
    let lookups = look_up(grant, state, txn, command).await?;
    let events = decide(
        case,
        grant.actor(),
        command.clone(),
        &lookups,
        &context(state, now),
    )
    .map_err(|refusal| refused(&refusal, state.profile))?;
    let entry = Entry {
        version: case.version,
        head: stored.head,
        at: now,
        by: grant.actor().reference(),
        cause: journal::cause(grant.actor(), command)?,
    };
    let links = journal::chain(events, &entry, &state.keys)?;
    let after = links
        .iter()
        .fold(case.clone(), |case, link| evolve(case, &link.recorded));
    store::save(grant, txn, case, &after, &links).await?;
    if let Command::AddEvidence(evidence) = command {
        files::claim(grant, txn, evidence.file.as_slice(), case.id, now).await?;
    }
    outbox::post(txn, vec![fact(state, &after, &links)], now).await?;
    let place = place(&after, &links);
    Ok((after, place))
}

/// The facts that a decision needs and cannot look up itself.
async fn look_up(grant: &Grant, state: &State, txn: &Txn, command: &Command) -> Result<Lookups> {
    Ok(match command {
        Command::Dispatch(dispatch) => Lookups {
            unit_name: units::active_name(grant, txn, dispatch.unit).await?,
            ..Lookups::default()
        },
        Command::AddEvidence(evidence) => Lookups {
            file_is_free: files::are_free(grant, txn, evidence.file.as_slice()).await?,
            new_evidence: Some(state.ids.evidence()),
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
) -> Result<Option<(Case, ReporterId)>> {
    let Some((id, reporter)) = store::by_receipt(grant, db, hash).await? else {
        return Ok(None);
    };
    let stored = store::load(grant, db, id).await?;
    Ok(stored.map(|stored| (stored.case, reporter)))
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

/// The files that a case names, if the grant reaches the case: those of the report are for the office alone.
pub(crate) async fn reach_file(
    grant: &Grant,
    db: &impl ConnectionTrait,
    id: CaseId,
    file: anju_shared::ids::FileId,
) -> Result<()> {
    let stored = reach(grant, db, id).await?;
    let of_report = stored.case.intake.files.contains(&file);
    let sees_original = may(
        grant.actor(),
        Operation::ReadOriginal,
        &Resource::Case(&sight(&stored.case)),
    )
    .is_ok();
    if of_report && !sees_original {
        Err(Error::not_found())
    } else {
        Ok(())
    }
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
                let (_, place) = carry_out(grant, state, txn, &stored, &Command::RecordLapse(lapse)).await?;
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
async fn reach(grant: &Grant, db: &impl ConnectionTrait, id: CaseId) -> Result<Stored> {
    let stored = store::load(grant, db, id).await?.ok_or_else(Error::not_found)?;
    grant.covers(&sight(&stored.case))?;
    Ok(stored)
}

async fn detail(
    grant: &Grant,
    state: &State,
    db: &impl ConnectionTrait,
    stored: Stored,
) -> Result<CaseDetail> {
    let Stored { case, original, .. } = stored;
    let reporters = store::masked_reporters(grant, db, case.id).await?;
    if may(
        grant.actor(),
        Operation::ReadOriginal,
        &Resource::Case(&sight(&case)),
    )
    .is_err()
    {
        return Ok(CaseDetail::Unit(UnitDetail { case, reporters }));
    }
    let matter = &case.intake.matter;
    let proposal = match case.handling() {
        Some(_) => None,
        None => {
            units::propose(
                grant,
                state,
                db,
                matter.region.as_deref(),
                matter.industry.as_deref(),
            )
            .await?
        }
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

fn context(state: &State, now: Instant) -> Context<'_> {
    Context {
        profile: state.profile,
        calendar: state.calendar,
        now,
    }
}

fn fold(links: &[Link]) -> Option<Case> {
    let (first, rest) = links.split_first()?;
    let anju_shared::workflow::Event::Registered(registered) = &first.recorded.event else {
        return None;
    };
    Some(
        rest.iter()
            .fold(begin(registered), |case, link| evolve(case, &link.recorded)),
    )
}

fn place(case: &Case, links: &[Link]) -> Place {
    Place {
        lane: case.id.0,
        seq: version(case),
        covers: i64::try_from(links.len()).unwrap_or(i64::MAX),
        link: links.last().map_or(GENESIS, |link| link.hash),
    }
}

/// What others are told of a command: its first event, without content.
fn fact(state: &State, case: &Case, links: &[Link]) -> Fact {
    let kind = links.first().map_or("", |link: &Link| {
        let Recorded {
            seq: _,
            at: _,
            by: _,
            event,
        } = &link.recorded;
        event.kind()
    });
    Fact {
        id: state.ids.uuid(),
        topic: format!("case.{kind}"),
        case: case.id,
        seq: version(case),
        payload: serde_json::json!({ "number": case.number, "stage": case.stage() }).to_string(),
    }
}

/// A refusal of the procedure, with the article on which it rests.
fn refused(refusal: &Refusal, profile: &RuleProfile) -> Error {
    if let Refusal::Invalid(violations) = refusal {
        return Error::Invalid(violations.clone());
    }
    Error::Refused {
        code: refusal.code().to_owned(),
        detail: refusal.message(),
        basis: refusal.clause().map(|clause| Box::new(profile.basis(clause))),
        // Who may know of the case but not act on it is told so; what the law forbids to all is another matter.
        by_role: matches!(refusal, Refusal::WrongRole { .. } | Refusal::OtherUnit),
    }
}

fn unknown_file() -> Violation {
    let message = anju_shared::problem::Bilingual::new(
        "没有这个文件，或已用于其他举报，请重新上传",
        "There is no such file, or it belongs elsewhere: upload it again",
    );
    Violation::new("files", "unknown_file", message)
}
