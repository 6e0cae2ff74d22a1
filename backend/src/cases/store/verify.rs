//! Follows the journal of every case and compares what it adds up to with every row that repeats it.
//!
//! Names each event that was changed, is missing, was added or re-ordered, and each row that does not say
//! what the journal says. Reads only; part of this feature's store because it looks at rows as they are.

use super::{super::journal, clock_row, row, sealed, tally, tally::Cell};
use crate::{
    audit::Progress,
    confidential::{DataKey, HashKind, KeyedHash, Keyring, Owner, SealedWords},
    db::Db,
    entity::{case_file, case_index, case_number, clock, event, message, reporter},
    error::Result,
    search,
};
use anju_shared::{
    ids::CaseId,
    text::{CitizenId, PersonName, PhoneNumber},
    workflow::{Case, Recorded, fold},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IdenStatic,
    Iterable, ModelTrait, QueryFilter, QueryOrder, QuerySelect, TryIntoModel as _,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};
use uuid::Uuid;

const PAGE: u64 = 200;

/// Something that is not as the journal says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An event is not as it was written, or stands where it was not written.
    EventChanged {
        /// Number of the case.
        case: String,
        /// Place of the event.
        seq: i64,
    },
    /// Events are missing.
    EventMissing {
        /// Number of the case.
        case: String,
        /// The place at which one is missing.
        seq: i64,
    },
    /// There are events after the last one that the case knows of.
    EventAdded {
        /// Number of the case.
        case: String,
        /// Place of the event.
        seq: i64,
    },
    /// A row does not say what the journal says.
    Row {
        /// Number of the case.
        case: String,
        /// Table and column.
        place: String,
    },
    /// A case number that was drawn has no case.
    CaseMissing {
        /// The number.
        number: String,
    },
    /// A total of the list is not the number of its cases.
    Tally {
        /// Where it is counted.
        cell: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EventChanged { case, seq } => {
                write!(f, "case {case}: event {seq} is not as it was written")
            }
            Self::EventMissing { case, seq } => write!(f, "case {case}: event {seq} is missing"),
            Self::EventAdded { case, seq } => write!(f, "case {case}: event {seq} was added"),
            Self::Row { case, place } => write!(f, "case {case}: {place} does not say what the journal says"),
            Self::CaseMissing { number } => write!(f, "case {number} is missing"),
            Self::Tally { cell } => write!(f, "the total of {cell} is not the number of its cases"),
        }
    }
}

/// What was looked at, and what was found.
#[derive(Debug, Default)]
pub struct Verified {
    /// Number of cases.
    pub cases: u64,
    /// Number of events.
    pub events: u64,
    /// Everything that is not as it should be.
    pub faults: Vec<Fault>,
}

/// Verifies every case.
///
/// # Errors
/// Those of the database.
pub async fn verify(db: &Db, keys: &Keyring) -> Result<Verified> {
    verify_at(db.read(), keys, &Progress::default()).await
}

/// The same on what a connection sees, telling how far it is.
///
/// # Errors
/// Those of the database.
pub(crate) async fn verify_at(
    db: &impl ConnectionTrait,
    keys: &Keyring,
    progress: &Progress,
) -> Result<Verified> {
    let mut verified = Verified::default();
    let mut counted: BTreeMap<Cell, i64> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    let mut after = Uuid::nil();
    loop {
        let page = case_file::Entity::find()
            .filter(case_file::Column::Id.gt(after))
            .order_by_asc(case_file::Column::Id)
            .limit(PAGE)
            .all(db)
            .await?;
        let Some(last) = page.last() else { break };
        let range = Range {
            after,
            through: last.id,
        };
        after = last.id;
        let mut beside = Beside::read(db, range).await?;
        for case in page {
            numbers.insert(case.number.clone());
            let rows = beside.take(case.id);
            verified.cases += 1;
            verified.events += rows.events.len() as u64;
            progress.advance(rows.events.len() as u64);
            if let Some(cell) = one(&case, &rows, keys, &mut verified.faults) {
                *counted.entry(cell).or_default() += 1;
            }
        }
    }
    verify_numbers(db, &numbers, &mut verified.faults).await?;
    for cell in tally::differing(db, &counted).await? {
        verified.faults.push(Fault::Tally { cell });
    }
    Ok(verified)
}

#[derive(Clone, Copy)]
struct Range {
    after: Uuid,
    through: Uuid,
}

/// The rows that stand beside those of a page of cases, by case.
struct Beside(BTreeMap<Uuid, Rows>);

#[derive(Default)]
struct Rows {
    events: Vec<event::Model>,
    reporters: Vec<reporter::Model>,
    clocks: Vec<clock::Model>,
    messages: Vec<message::Model>,
    index: Option<case_index::Model>,
}

impl Beside {
    async fn read(db: &impl ConnectionTrait, range: Range) -> Result<Self> {
        let mut by_case: BTreeMap<Uuid, Rows> = BTreeMap::new();
        let events = event::Entity::find()
            .filter(
                event::Column::CaseId
                    .gt(range.after)
                    .and(event::Column::CaseId.lte(range.through)),
            )
            .order_by_asc(event::Column::CaseId)
            .order_by_asc(event::Column::Seq);
        for event in events.all(db).await? {
            by_case.entry(event.case_id).or_default().events.push(event);
        }
        let reporters = reporter::Entity::find()
            .filter(
                reporter::Column::CaseId
                    .gt(range.after)
                    .and(reporter::Column::CaseId.lte(range.through)),
            )
            .order_by_asc(reporter::Column::Ordinal);
        for reporter in reporters.all(db).await? {
            by_case
                .entry(reporter.case_id)
                .or_default()
                .reporters
                .push(reporter);
        }
        let clocks = clock::Entity::find().filter(
            clock::Column::CaseId
                .gt(range.after)
                .and(clock::Column::CaseId.lte(range.through)),
        );
        for clock in clocks.all(db).await? {
            by_case.entry(clock.case_id).or_default().clocks.push(clock);
        }
        let messages = message::Entity::find().filter(
            message::Column::CaseId
                .gt(range.after)
                .and(message::Column::CaseId.lte(range.through)),
        );
        for message in messages.all(db).await? {
            by_case.entry(message.case_id).or_default().messages.push(message);
        }
        let index = case_index::Entity::find().filter(
            case_index::Column::CaseId
                .gt(range.after)
                .and(case_index::Column::CaseId.lte(range.through)),
        );
        for row in index.all(db).await? {
            let case = row.case_id;
            by_case.entry(case).or_default().index = Some(row);
        }
        Ok(Self(by_case))
    }

    fn take(&mut self, case: Uuid) -> Rows {
        self.0.remove(&case).unwrap_or_default()
    }
}

/// One case; answers where it should be counted.
fn one(row: &case_file::Model, rows: &Rows, keys: &Keyring, faults: &mut Vec<Fault>) -> Option<Cell> {
    let before = faults.len();
    let journal = chain(row, &rows.events, keys, faults);
    if before < faults.len() {
        // A broken journal adds up to nothing that rows could be compared with.
        return serde_json::from_str(&row.state).ok().as_ref().map(Cell::of);
    }
    let case = fold(journal.iter())?;
    let mut say = |place: String| {
        faults.push(Fault::Row {
            case: row.number.clone(),
            place,
        })
    };
    columns(row, &case, &mut say);
    let original = hex::encode(keys.keyed_hash(HashKind::Original, &row.original));
    if original != case.intake.original_digest {
        say("case_file.original".to_owned());
    }
    clocks(&case, &rows.clocks, &mut say);
    if rows.index.as_ref() != search::store::row(&case).try_into_model().ok().as_ref() {
        say("case_index".to_owned());
    }
    reporters(row, &case, &rows.reporters, keys, &mut say);
    messages(row, &case, &rows.messages, keys, &mut say);
    Some(Cell::of(&case))
}

/// The events that stand in the chain, up to the first that does not.
fn chain(
    row: &case_file::Model,
    events: &[event::Model],
    keys: &Keyring,
    faults: &mut Vec<Fault>,
) -> Vec<Recorded> {
    let mut journal = Vec::with_capacity(events.len());
    let mut head = journal::GENESIS;
    let case = || row.number.clone();
    for (expected, event) in (1..).zip(events) {
        if event.seq != expected {
            faults.push(Fault::EventMissing {
                case: case(),
                seq: expected,
            });
            return journal;
        }
        if event.seq > row.version {
            faults.push(Fault::EventAdded {
                case: case(),
                seq: event.seq,
            });
            return journal;
        }
        let hash = journal::link(&head, &event.payload, &event.cause, keys);
        let recorded = serde_json::from_str::<Recorded>(&event.payload).ok();
        let sound = event.prev == head && event.hash == hash;
        let Some(recorded) = recorded.filter(|recorded| sound && repeats(event, recorded)) else {
            faults.push(Fault::EventChanged {
                case: case(),
                seq: event.seq,
            });
            return journal;
        };
        journal.push(recorded);
        head = hash;
    }
    let count = i64::try_from(journal.len()).unwrap_or(i64::MAX);
    if count < row.version || journal.is_empty() {
        faults.push(Fault::EventMissing {
            case: case(),
            seq: count + 1,
        });
    } else if row.head != head {
        faults.push(Fault::Row {
            case: case(),
            place: "case_file.head".to_owned(),
        });
    }
    journal
}

/// Whether the columns of an event say what its payload says.
fn repeats(event: &event::Model, recorded: &Recorded) -> bool {
    let actor = serde_json::to_string(&recorded.by).unwrap_or_default();
    i64::try_from(recorded.seq) == Ok(event.seq)
        && event.kind == recorded.event.kind()
        && event.at == recorded.at.unix()
        && event.actor == actor
}

/// Every column of a case that repeats its state.
fn columns(model: &case_file::Model, case: &Case, say: &mut impl FnMut(String)) {
    let Ok(expected) = row(case, &[]) else {
        return say("case_file.state".to_owned());
    };
    for column in case_file::Column::iter() {
        if let ActiveValue::Set(value) = expected.get(column)
            && model.get(column) != value
        {
            say(format!("case_file.{}", column.as_str()));
        }
    }
}

fn clocks(case: &Case, rows: &[clock::Model], say: &mut impl FnMut(String)) {
    if rows.len() != case.clocks.len() {
        return say("clock".to_owned());
    }
    for clock in &case.clocks {
        let expected = clock_row(case, clock);
        let found = rows.iter().any(|row| {
            clock::Column::iter().all(|column| match expected.get(column) {
                ActiveValue::Set(value) => row.get(column) == value,
                _ => true,
            })
        });
        if !found {
            say(format!("clock {}/{}", clock.kind.code(), clock.round));
        }
    }
}

fn reporters(
    model: &case_file::Model,
    case: &Case,
    rows: &[reporter::Model],
    keys: &Keyring,
    say: &mut impl FnMut(String),
) {
    let listed = rows
        .iter()
        .map(|row| row.id)
        .eq(case.reporters.iter().map(|reporter| reporter.id.0));
    if !listed {
        return say("reporter".to_owned());
    }
    let Ok(key) = DataKey::unwrap(&model.wrapped_key, Owner::Case(CaseId(model.id)), keys) else {
        return say("case_file.wrapped_key".to_owned());
    };
    for (row, reporter) in rows.iter().zip(&case.reporters) {
        let plain = row.capacity == reporter.capacity.code()
            && row.real_name == reporter.real_name
            && row.wants_paper == reporter.wants_paper;
        if !plain || !identity_is_sound(row, &key, keys) {
            say(format!("reporter {}", row.ordinal));
        }
    }
}

/// The words of every message are there, are those that were journalled, and there are no others.
fn messages(
    model: &case_file::Model,
    case: &Case,
    rows: &[message::Model],
    keys: &Keyring,
    say: &mut impl FnMut(String),
) {
    if rows.len() != case.messages.len() {
        return say("message".to_owned());
    }
    if rows.is_empty() {
        return;
    }
    let Ok(key) = DataKey::unwrap(&model.wrapped_key, Owner::Case(CaseId(model.id)), keys) else {
        return say("case_file.wrapped_key".to_owned());
    };
    for message in &case.messages {
        let row = rows.iter().find(|row| row.id == message.id.0);
        let words = row.and_then(|row| {
            SealedWords::from_stored(row.words_sealed.clone())
                .open(message.id, &key)
                .ok()
        });
        let digest = words.map(|words| hex::encode(keys.keyed_hash(HashKind::Message, &words)));
        if digest.as_ref() != Some(&message.digest) {
            say(format!("message {}", message.id));
        }
    }
}

/// Whether what is sealed opens, and the masked forms and hashes beside it are its own.
fn identity_is_sound(row: &reporter::Model, key: &DataKey, keys: &Keyring) -> bool {
    let Ok(sealed) = sealed(row.clone()) else {
        return false;
    };
    let Ok(identity) = sealed.open(key) else {
        return false;
    };
    let name = identity
        .name
        .as_deref()
        .and_then(|text| PersonName::parse(text).ok());
    let phone = identity
        .phone
        .as_deref()
        .and_then(|text| PhoneNumber::parse(text).ok());
    let citizen = identity
        .citizen_id
        .as_deref()
        .and_then(|text| CitizenId::parse(text).ok());
    let hash = |kind, text: &str| -> KeyedHash { keys.keyed_hash(kind, text) };
    sealed.name_masked == name.as_ref().map(PersonName::masked)
        && sealed.phone_masked == phone.as_ref().map(PhoneNumber::masked)
        && sealed.name_hash
            == name
                .as_ref()
                .map(|name| hash(HashKind::Name, &name.lookup_form()))
        && sealed.phone_hash
            == phone
                .as_ref()
                .map(|phone| hash(HashKind::Phone, &phone.lookup_form()))
        && sealed.citizen_id_hash == citizen.as_ref().map(|id| hash(HashKind::CitizenId, id.reveal()))
}

/// Numbers are drawn without gaps, so each up to the last belongs to a case.
async fn verify_numbers(
    db: &impl ConnectionTrait,
    present: &BTreeSet<String>,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    for drawn in case_number::Entity::find().all(db).await? {
        for n in 1..=drawn.last {
            let number = super::numbers::number(&drawn.division, drawn.day, n);
            if !present.contains(&number) {
                faults.push(Fault::CaseMissing { number });
            }
        }
    }
    Ok(())
}
