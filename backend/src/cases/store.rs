//! The rows of a case: written in one transaction with its journal, read back into its state.

mod numbers;
mod pages;
pub(in crate::cases) mod tally;
mod verify;

pub(crate) use numbers::{Stand, draw_numbers, follow};
pub(crate) use pages::{Counted, Walked, count_walked, load_all, save_counted, walked};
pub(crate) use verify::verify_at;
pub use verify::{Fault, Verified, verify};

use self::tally::Cell;
use super::{identity::SealedReporter, journal::Link};
use crate::{
    access::Grant,
    confidential::{DataKey, KeyedHash, Keyring, Owner, Sealed},
    db::{Engine, Inserts},
    entity::{case_file, clock, event, reporter},
    error::{Error, Result},
    search::{self, Terms},
};
use anju_shared::{
    api::{cases::MaskedReporter, reports::Original},
    ids::{CaseId, ReporterId},
    problem::ProblemCode,
    rules::ClockKind,
    time::{Instant, LegalDate},
    workflow::{Capacity, Case, Clock, ClockStatus, RecordLapse, Recorded, Turn, turn},
};
use anyhow::Context as _;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// A case as it stands in the database.
pub(crate) struct Stored {
    pub(crate) case: Case,
    pub(crate) original: Original,
    pub(crate) head: KeyedHash,
    wrapped_key: Vec<u8>,
}

impl Stored {
    /// The same case after a command.
    pub(crate) fn after(self, case: Case) -> Self {
        Self { case, ..self }
    }

    /// The key under which the identities of this case are sealed.
    pub(crate) fn data_key(&self, keyring: &Keyring) -> Result<DataKey> {
        let key = DataKey::unwrap(&self.wrapped_key, Owner::Case(self.case.id), keyring);
        Ok(key.context("the data key of a case does not open")?)
    }
}

/// What a new case brings besides its events.
pub(crate) struct Beginning {
    /// The words of the report, as JSON.
    pub(crate) original: String,
    pub(crate) wrapped_key: Vec<u8>,
    pub(crate) key_id: String,
    pub(crate) reporters: Vec<SealedReporter>,
}

/// A new case.
pub(crate) struct Begun<'a> {
    pub(crate) case: Case,
    pub(crate) links: Vec<Link>,
    pub(crate) beginning: &'a Beginning,
    pub(crate) terms: Terms,
}

/// Adds new cases to what is inserted, with everything that belongs to them. They are still to be counted.
pub(crate) fn insert(
    grants: &[&Grant],
    inserts: &mut Inserts,
    engine: Engine,
    begun: &[Begun<'_>],
) -> Result<()> {
    inserts.add(begun.iter().map(new_row).collect::<Result<Vec<_>>>()?);
    inserts.add(begun.iter().flat_map(|one| {
        let rows = (1..).zip(&one.beginning.reporters);
        rows.map(|(ordinal, reporter)| reporter_row(one.case.id, ordinal, reporter))
    }));
    let links = begun
        .iter()
        .flat_map(|one| one.links.iter().map(|link| event_row(one.case.id, link)));
    inserts.add(links.collect::<Result<Vec<_>>>()?);
    inserts.add(
        begun
            .iter()
            .flat_map(|one| one.case.clocks.iter().map(|clock| clock_row(&one.case, clock))),
    );
    let found_by: Vec<(&Case, &Terms)> = begun.iter().map(|one| (&one.case, &one.terms)).collect();
    search::store::add(grants, inserts, engine, &found_by);
    Ok(())
}

/// Counts new cases with what is inserted for them.
pub(crate) fn count(_: &[&Grant], inserts: &mut Inserts, engine: Engine, begun: &[Begun<'_>]) {
    let cells: Vec<Cell> = begun.iter().map(|one| Cell::of(&one.case)).collect();
    tally::count(inserts, engine, cells.iter());
}

fn new_row(begun: &Begun<'_>) -> Result<case_file::ActiveModel> {
    let Begun {
        case,
        links,
        beginning,
        terms: _,
    } = begun;
    let mut row = row(case, links)?;
    row.original = Set(beginning.original.clone());
    row.wrapped_key = Set(beginning.wrapped_key.clone());
    row.key_id = Set(beginning.key_id.clone());
    Ok(row)
}

/// Writes what a command changed.
///
/// # Errors
/// `version_moved` if somebody else was faster.
pub(crate) async fn save(
    grant: &Grant,
    db: &impl ConnectionTrait,
    before: &Case,
    after: &Case,
    links: &[Link],
) -> Result<()> {
    let row = row(after, links)?;
    let changed = case_file::Entity::update_many()
        .set(case_file::ActiveModel {
            id: sea_orm::ActiveValue::NotSet,
            ..row
        })
        .filter(case_file::Column::Id.eq(after.id.0))
        .filter(case_file::Column::Version.eq(version(before)))
        .exec(db)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::of(ProblemCode::VersionMoved));
    }
    append(db, after.id, links).await?;
    save_clocks(db, before, after).await?;
    search::store::follow(grant, db, before, after).await?;
    tally::shift(db, [(&Cell::of(before), -1), (&Cell::of(after), 1)].into_iter()).await
}

fn version(case: &Case) -> i64 {
    i64::try_from(case.version).unwrap_or(i64::MAX)
}

/// The columns that repeat the state for lists, and the state itself.
fn row(case: &Case, links: &[Link]) -> Result<case_file::ActiveModel> {
    let json = |value: &Clock| serde_json::to_string(value).map_err(anyhow::Error::from);
    let (duty, turn) = (case.next_duty(), turn(case));
    let matter = &case.intake.matter;
    let mut row = case_file::ActiveModel {
        id: Set(case.id.0),
        number: Set(case.number.clone()),
        version: Set(version(case)),
        stage: Set(case.stage().code().to_owned()),
        urgency: Set(case.urgency().map(|urgency| urgency.code().to_owned())),
        nature: Set(case
            .nature()
            .map(|nature| nature.code().to_owned())
            .unwrap_or_default()),
        channel: Set(case.intake.channel.clone()),
        region: Set(matter.region.clone().unwrap_or_default()),
        industry: Set(matter.industry.clone().unwrap_or_default()),
        unit_id: Set(case.handling().map(|handling| handling.assignment.unit.0)),
        enterprise: Set(matter.enterprise.clone().unwrap_or_default()),
        matter: Set(case.intake.title.clone()),
        received_at: Set(case.intake.received_at.unix()),
        registered_at: Set(case.intake.registered_at.unix()),
        due_at: Set(duty
            .and_then(Clock::runs_to)
            .map_or(case_file::NO_DUTY, Instant::unix)),
        due_clock: Set(duty.map(|clock| clock.kind.code().to_owned())),
        due_period: Set(duty.map(json).transpose()?),
        waits_for: Set(turn.map_or("", |turn| turn.action.code()).to_owned()),
        waits_role: Set(turn
            .and_then(Turn::role)
            .map(|role| role.code())
            .unwrap_or_default()),
        waits_not_by: Set(turn.and_then(|turn| turn.not_by).map(|user| user.0)),
        closed_at: Set(closed_at(case)),
        source_client: Set(case.intake.source.map(|client| client.0)),
        profile: Set(case.acceptance().map(|acceptance| acceptance.profile.id.clone())),
        state: Set(serde_json::to_string(case).map_err(anyhow::Error::from)?),
        ..Default::default()
    };
    if let Some(last) = links.last() {
        row.head = Set(last.hash.to_vec());
    }
    Ok(row)
}

fn closed_at(case: &Case) -> Option<i64> {
    use anju_shared::workflow::Progress;
    match &case.progress {
        Progress::Closed { handling: _, closing } => Some(closing.at.unix()),
        Progress::Declined {
            proposal: _,
            confirmed_by: _,
            at,
        }
        | Progress::Withdrawn { at } => Some(at.unix()),
        _ => None,
    }
}

async fn append(db: &impl ConnectionTrait, case: CaseId, links: &[Link]) -> Result<()> {
    let rows = links
        .iter()
        .map(|link| event_row(case, link))
        .collect::<Result<Vec<_>>>()?;
    event::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn event_row(case: CaseId, link: &Link) -> Result<event::ActiveModel> {
    Ok(event::ActiveModel {
        case_id: Set(case.0),
        seq: Set(i64::try_from(link.recorded.seq).unwrap_or(i64::MAX)),
        kind: Set(link.recorded.event.kind().to_owned()),
        at: Set(link.recorded.at.unix()),
        actor: Set(serde_json::to_string(&link.recorded.by).map_err(anyhow::Error::from)?),
        payload: Set(link.payload.clone()),
        cause: Set(link.cause.to_vec()),
        prev: Set(link.prev.to_vec()),
        hash: Set(link.hash.to_vec()),
    })
}

/// Clocks are only ever added at the end or stopped and lapsed in place.
async fn save_clocks(db: &impl ConnectionTrait, before: &Case, after: &Case) -> Result<()> {
    for (was, is) in before
        .clocks
        .iter()
        .zip(&after.clocks)
        .filter(|(was, is)| was != is)
    {
        debug_assert_eq!((was.kind, was.round), (is.kind, is.round));
        clock::Entity::update(clock_row(after, is)).exec(db).await?;
    }
    let new = after.clocks.get(before.clocks.len()..).unwrap_or_default();
    if new.is_empty() {
        return Ok(());
    }
    let rows = new.iter().map(|clock| clock_row(after, clock));
    clock::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn clock_row(case: &Case, clock: &Clock) -> clock::ActiveModel {
    clock::ActiveModel {
        case_id: Set(case.id.0),
        kind: Set(clock.kind.code().to_owned()),
        round: Set(i32::try_from(clock.round).unwrap_or(i32::MAX)),
        start_at: Set(clock.started_at.unix()),
        due_at: Set(clock.due.at.unix()),
        last_day: Set(clock.due.last_day.map(LegalDate::number)),
        provisional: Set(clock.due.provisional),
        status: Set(clock.recorded().code().to_owned()),
        lapsed_at: Set(clock.lapsed_at.map(Instant::unix)),
        stopped_at: Set(clock.stopped_at.map(Instant::unix)),
    }
}

/// A case by its id.
///
/// # Errors
/// An impossible row is a named error and not a wrong answer.
pub(crate) async fn load(_: &Grant, db: &impl ConnectionTrait, id: CaseId) -> Result<Option<Stored>> {
    let Some(row) = case_file::Entity::find_by_id(id.0).one(db).await? else {
        return Ok(None);
    };
    stored(row).map(Some)
}

/// A case by its number.
pub(crate) async fn load_by_number(
    _: &Grant,
    db: &impl ConnectionTrait,
    number: &str,
) -> Result<Option<Stored>> {
    let found = case_file::Entity::find()
        .filter(case_file::Column::Number.eq(number))
        .one(db)
        .await?;
    found.map(stored).transpose()
}

fn stored(row: case_file::Model) -> Result<Stored> {
    let case: Case = serde_json::from_str(&row.state)
        .with_context(|| format!("impossible row: the state of case {} does not parse", row.number))?;
    let original = serde_json::from_str(&row.original).with_context(|| {
        format!(
            "impossible row: the original of case {} does not parse",
            row.number
        )
    })?;
    let head = KeyedHash::try_from(row.head.as_slice())
        .with_context(|| format!("impossible row: the head of case {} is no hash", row.number))?;
    Ok(Stored {
        case,
        original,
        head,
        wrapped_key: row.wrapped_key,
    })
}

/// The journal of a case, oldest first.
pub(crate) async fn journal(_: &Grant, db: &impl ConnectionTrait, case: CaseId) -> Result<Vec<Recorded>> {
    let payloads: Vec<String> = event::Entity::find()
        .select_only()
        .column(event::Column::Payload)
        .filter(event::Column::CaseId.eq(case.0))
        .order_by_asc(event::Column::Seq)
        .into_tuple()
        .all(db)
        .await?;
    let parsed: Result<Vec<Recorded>, _> = payloads.iter().map(|text| serde_json::from_str(text)).collect();
    Ok(parsed.with_context(|| format!("impossible row: an event of case {case} does not parse"))?)
}

/// When something last happened to a case.
pub(crate) async fn last_change(_: &Grant, db: &impl ConnectionTrait, case: CaseId) -> Result<Instant> {
    let last: Option<i64> = event::Entity::find()
        .select_only()
        .column(event::Column::At)
        .filter(event::Column::CaseId.eq(case.0))
        .order_by_desc(event::Column::Seq)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(Instant::from_unix(
        last.context("impossible row: a case without events")?,
    ))
}

/// Whether the command that followed this version is the one with this cause.
pub(crate) async fn was_caused(
    _: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
    version: i64,
    cause: &[u8],
) -> Result<bool> {
    let next = event::Entity::find_by_id((case.0, version + 1)).one(db).await?;
    Ok(next.is_some_and(|event| event.cause == cause))
}

/// The reporters of a case, masked, in order.
pub(crate) async fn masked_reporters(
    _: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<MaskedReporter>> {
    let rows = reporter::Entity::find()
        .filter(reporter::Column::CaseId.eq(case.0))
        .order_by_asc(reporter::Column::Ordinal)
        .all(db)
        .await?;
    let masked = rows.into_iter().map(|row| MaskedReporter {
        id: ReporterId(row.id),
        more: row.address_sealed.is_some() || row.citizen_id_sealed.is_some(),
        name: row.name_masked,
        phone: row.phone_masked,
    });
    Ok(masked.collect())
}

/// One reporter of a case, still sealed.
pub(crate) async fn sealed_reporter(
    _: &Grant,
    db: &impl ConnectionTrait,
    case: CaseId,
    reporter: ReporterId,
) -> Result<Option<SealedReporter>> {
    let found = reporter::Entity::find_by_id(reporter.0)
        .filter(reporter::Column::CaseId.eq(case.0))
        .one(db)
        .await?;
    found.map(sealed).transpose()
}

fn reporter_row(case: CaseId, ordinal: i32, one: &SealedReporter) -> reporter::ActiveModel {
    let hash = |hash: &Option<KeyedHash>| Set(hash.map(Vec::from));
    reporter::ActiveModel {
        id: Set(one.id.0),
        case_id: Set(case.0),
        ordinal: Set(ordinal),
        capacity: Set(one.capacity.code().to_owned()),
        real_name: Set(one.real_name),
        wants_paper: Set(one.wants_paper),
        name_sealed: Set(one.name.as_ref().map(|sealed| sealed.as_bytes().to_vec())),
        phone_sealed: Set(one.phone.as_ref().map(|sealed| sealed.as_bytes().to_vec())),
        address_sealed: Set(one.address.as_ref().map(|sealed| sealed.as_bytes().to_vec())),
        citizen_id_sealed: Set(one.citizen_id.as_ref().map(|sealed| sealed.as_bytes().to_vec())),
        name_masked: Set(one.name_masked.clone()),
        phone_masked: Set(one.phone_masked.clone()),
        name_hash: hash(&one.name_hash),
        phone_hash: hash(&one.phone_hash),
        citizen_id_hash: hash(&one.citizen_id_hash),
        receipt_hash: Set(one.receipt_hash.to_vec()),
    }
}

pub(super) fn sealed(row: reporter::Model) -> Result<SealedReporter> {
    let hash = |bytes: Vec<u8>| KeyedHash::try_from(bytes.as_slice()).context("impossible row: no hash");
    Ok(SealedReporter {
        id: ReporterId(row.id),
        capacity: Capacity::parse(&row.capacity).context("impossible row: unknown capacity of a reporter")?,
        real_name: row.real_name,
        wants_paper: row.wants_paper,
        name: row.name_sealed.map(Sealed::from_stored),
        phone: row.phone_sealed.map(Sealed::from_stored),
        address: row.address_sealed.map(Sealed::from_stored),
        citizen_id: row.citizen_id_sealed.map(Sealed::from_stored),
        name_masked: row.name_masked,
        phone_masked: row.phone_masked,
        name_hash: row.name_hash.map(hash).transpose()?,
        phone_hash: row.phone_hash.map(hash).transpose()?,
        citizen_id_hash: row.citizen_id_hash.map(hash).transpose()?,
        receipt_hash: hash(row.receipt_hash)?,
    })
}

/// The case and reporter to which a receipt code belongs.
pub(crate) async fn by_receipt(
    _: &Grant,
    db: &impl ConnectionTrait,
    hash: &KeyedHash,
) -> Result<Option<(CaseId, ReporterId)>> {
    let found: Option<(uuid::Uuid, uuid::Uuid)> = reporter::Entity::find()
        .select_only()
        .columns([reporter::Column::CaseId, reporter::Column::Id])
        .filter(reporter::Column::ReceiptHash.eq(hash.to_vec()))
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.map(|(case, reporter)| (CaseId(case), ReporterId(reporter))))
}

/// Periods whose end has come and is not recorded, soonest first: case, kind, round.
pub(crate) async fn fallen_due(
    db: &impl ConnectionTrait,
    now: Instant,
    limit: u64,
) -> Result<Vec<(CaseId, RecordLapse)>> {
    let rows = clock::Entity::find()
        .filter(clock::Column::Status.eq(ClockStatus::Running.code()))
        .filter(clock::Column::DueAt.lte(now.unix()))
        .order_by_asc(clock::Column::DueAt)
        .limit(limit)
        .all(db)
        .await?;
    let lapse = |row: clock::Model| -> Result<(CaseId, RecordLapse)> {
        let kind = ClockKind::parse(&row.kind).context("impossible row: unknown kind of period")?;
        let round = u32::try_from(row.round).context("impossible row: round of a period")?;
        Ok((CaseId(row.case_id), RecordLapse { kind, round }))
    };
    rows.into_iter().map(lapse).collect()
}
