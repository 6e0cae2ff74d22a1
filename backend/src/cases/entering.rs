//! How a report becomes a case (登记, TJ-7.2): drafted outside any transaction, entered in one.
//!
//! A [`Draft`] is sealed and judged; it lacks only what the database gives, its number. So the transaction, in
//! which everybody else waits for the counter of numbers, does nothing that can be done before it, and several
//! drafts may share one ([`enter_all`]): then commit, statements and that wait are paid once for all of them.
//! Not here: when drafts are put together (`reports::counter`).

use super::{
    fact::fact,
    identity,
    journal::{self, GENESIS, Link},
    service::{context, look_up, place, refused, sight},
    store::{self, Beginning, Begun, Stand},
};
use crate::{
    access::Grant,
    audit::Place,
    confidential::{DataKey, HashKind, Owner},
    db::{Inserts, Txn},
    error::{Error, Result},
    files::service as files,
    live::Change,
    outbox,
    search::Terms,
    state::State,
};
use anju_shared::{
    access::{Actor, ActorRef},
    api::reports::ParsedReport,
    ids::{CaseId, ClientId, FileId},
    problem::{Bilingual, Violation},
    time::{Instant, LegalDate},
    workflow::{Case, Command, Context, Event, Numbered, Register, begin, decide, evolve, register},
};
use anyhow::Context as _;

/// Where a report came from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin<'a> {
    /// The system that submitted it.
    pub(crate) source: Option<ClientId>,
    /// The channel, unless the report names one.
    pub(crate) channel: &'a str,
}

/// A report that only lacks its number.
pub(crate) struct Draft {
    id: CaseId,
    at: Instant,
    by: ActorRef,
    /// What registration decided, without the number.
    events: Vec<Event>,
    beginning: Beginning,
    receipt_codes: Vec<String>,
    files: Vec<FileId>,
    /// What it is found by, but for the number.
    terms: Terms,
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

/// Of a case that begins now.
pub(crate) const NO_PAST: Past<'static> = &|_, _| None;

/// A draft, who may enter it, and what was done about it elsewhere before: each step is decided by the procedure
/// as it would have been then. For records that are taken over, and for demonstration data.
#[derive(Clone, Copy)]
pub(crate) struct Drafted<'a> {
    pub(crate) grant: &'a Grant,
    pub(crate) draft: &'a Draft,
    pub(crate) past: Past<'a>,
}

impl<'a> Drafted<'a> {
    fn begun(&self, (case, links): (Case, Vec<Link>)) -> Begun<'a> {
        let beginning = &self.draft.beginning;
        let terms = self.draft.terms.clone().with_number(&case.number);
        Begun {
            case,
            links,
            beginning,
            terms,
        }
    }
}

/// Seals a report and decides its registration at this time by this actor.
///
/// # Errors
/// Every field that names something unknown.
pub(crate) async fn draft(
    state: &State,
    report: &ParsedReport,
    origin: Origin<'_>,
    (at, by): (Instant, ActorRef),
) -> Result<Draft> {
    let id = state.ids.case();
    let key = DataKey::generate(&*state.ids);
    let seal = |one| identity::seal(one, &key, &state.keys, &*state.ids);
    let drawn = report.reporters.iter().map(seal);
    let (reporters, receipt_codes): (Vec<_>, Vec<_>) =
        drawn.map(|drawn| (drawn.reporter, drawn.receipt_code)).unzip();
    let original = serde_json::to_string(&report.original).map_err(anyhow::Error::from)?;
    let digest = hex::encode(state.keys.keyed_hash(HashKind::Original, &original));
    let command = registration(report, origin, &reporters, digest);
    let number = String::new();
    let context = Context {
        profile: state.profile(),
        calendar: state.calendar(),
        now: at,
    };
    let events = register(command, Numbered { id, number }, by.clone(), &context)
        .map_err(|refusal| refused(&refusal, state.profile()))?;
    let Some(Event::Registered(registered)) = events.first() else {
        return Err(anyhow::anyhow!("a registration does not begin with its event").into());
    };
    let words = state.segmenter.words().await?;
    let terms = Terms::of(&words, &registered.intake, &report.original, &report.reporters);
    let wrapped_key = key.wrap(Owner::Case(id), &state.keys, &*state.ids);
    let key_id = state.keys.id().to_string();
    let beginning = Beginning {
        original,
        wrapped_key,
        key_id,
        reporters,
    };
    Ok(Draft {
        id,
        at,
        by,
        events,
        beginning,
        receipt_codes,
        files: report.files.clone(),
        terms,
    })
}

/// Enters one draft in a transaction.
pub(crate) async fn enter(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    draft: &Draft,
) -> Result<(Entered, Place)> {
    let mut inserts = Inserts::default();
    let past = NO_PAST;
    let entered = enter_all(state, txn, &mut inserts, &[Drafted { grant, draft, past }]).await?;
    inserts.send(txn).await?;
    Ok(entered.into_iter().next().context("one draft makes one case")?)
}

/// Enters drafts in a transaction, all or none, as far as the inserts, which are still to be sent; answers in their
/// order.
pub(crate) async fn enter_all(
    state: &State,
    txn: &Txn,
    inserts: &mut Inserts,
    drafts: &[Drafted<'_>],
) -> Result<Vec<(Entered, Place)>> {
    let (grants, days) = whose(drafts);
    let numbers = store::draw_numbers(&grants, txn, &state.profile().authority.division, &days).await?;
    let mut begun = Vec::with_capacity(drafts.len());
    for (drafted, number) in drafts.iter().zip(numbers) {
        let case = live(state, txn, *drafted, number).await?;
        begun.push(drafted.begun(case));
    }
    store::insert(&grants, inserts, state.db.engine(), &begun)?;
    store::count(&grants, inserts, state.db.engine(), &begun);
    claim_files(txn, inserts, drafts).await?;
    Ok(entered(state, inserts, begun, drafts))
}

/// Enters drafts that begin now and bring no files, all or none, without asking the database for anything: under the
/// numbers that follow, if nobody else drew one meanwhile, which the inserts find out. `None` if that cannot be tried.
///
/// # Errors
/// When a registration cannot be journalled.
pub(crate) fn enter_following(
    state: &State,
    inserts: &mut Inserts,
    drafts: &[Drafted<'_>],
    stand: Stand,
) -> Result<Option<Vec<(Entered, Place)>>> {
    let (grants, days) = whose(drafts);
    let has_files = drafts.iter().any(|drafted| !drafted.draft.files.is_empty());
    let numbers = store::follow(
        &grants,
        inserts,
        &state.profile().authority.division,
        (stand, &days),
    );
    let Some(numbers) = numbers.filter(|_| !has_files) else {
        return Ok(None);
    };
    let begun = drafts.iter().zip(numbers).map(|(drafted, number)| {
        let case = born(state, drafted.draft, number)?;
        Ok(drafted.begun(case))
    });
    let begun = begun.collect::<Result<Vec<_>>>()?;
    store::insert(&grants, inserts, state.db.engine(), &begun)?;
    store::count(&grants, inserts, state.db.engine(), &begun);
    Ok(Some(entered(state, inserts, begun, drafts)))
}

fn whose<'a>(drafts: &[Drafted<'a>]) -> (Vec<&'a Grant>, Vec<LegalDate>) {
    let whose = drafts.iter().map(|one| (one.grant, one.draft.at.local_date()));
    whose.unzip()
}

/// What was entered, after its facts are in the outbox.
fn entered(
    state: &State,
    inserts: &mut Inserts,
    begun: Vec<Begun<'_>>,
    drafts: &[Drafted<'_>],
) -> Vec<(Entered, Place)> {
    for (begun, drafted) in begun.iter().zip(drafts) {
        drafted.grant.tell(Change::of(&begun.case, sight(&begun.case)));
    }
    let facts = begun.iter().map(|begun| fact(state, &begun.case, &begun.links));
    outbox::add(inserts, facts.collect(), state.clock.now());
    let entered = begun.into_iter().zip(drafts).map(|(begun, drafted)| {
        let place = place(&begun.case, &begun.links);
        let (case, receipt_codes) = (begun.case, drafted.draft.receipt_codes.clone());
        (Entered { case, receipt_codes }, place)
    });
    entered.collect()
}

/// Binds the files of drafts to their cases, which must be there by then.
async fn claim_files(txn: &Txn, inserts: &mut Inserts, drafts: &[Drafted<'_>]) -> Result<()> {
    if drafts.iter().any(|drafted| !drafted.draft.files.is_empty()) {
        inserts.send(txn).await?;
    }
    for Drafted {
        grant,
        draft,
        past: _,
    } in drafts
    {
        if !files::claim(grant, txn, &draft.files, draft.id, draft.at).await? {
            return Err(Error::Invalid(vec![unknown_file("files")]));
        }
    }
    Ok(())
}

/// The case under its number, after all that was done about it.
async fn live(
    state: &State,
    txn: &Txn,
    Drafted { grant, draft, past }: Drafted<'_>,
    number: String,
) -> Result<(Case, Vec<Link>)> {
    let (mut case, mut links) = born(state, draft, number)?;
    while let Some(step) = past(&case, links.len()) {
        case = relive(grant, state, txn, step, (case, &mut links)).await?;
    }
    Ok((case, links))
}

/// The case under its number, as it begins.
fn born(state: &State, draft: &Draft, number: String) -> Result<(Case, Vec<Link>)> {
    let mut events = draft.events.clone();
    let Some(Event::Registered(registered)) = events.first_mut() else {
        return Err(anyhow::anyhow!("a registration does not begin with its event").into());
    };
    registered.number = number;
    let beginning = begin(registered);
    let entry = journal::Entry {
        version: 0,
        head: GENESIS,
        at: draft.at,
        by: draft.by.clone(),
        cause: [0; 32],
    };
    let links = journal::chain(events, &entry, &state.keys)?;
    let case = links
        .iter()
        .skip(1)
        .fold(beginning, |case, link| evolve(case, &link.recorded));
    Ok((case, links))
}

/// One step of the past, decided as of then.
async fn relive(
    grant: &Grant,
    state: &State,
    txn: &Txn,
    step: Step,
    (case, links): (Case, &mut Vec<Link>),
) -> Result<Case> {
    if step.command.words().is_some() {
        return Err(anyhow::anyhow!("words of the past are not taken over").into());
    }
    let lookups = look_up(grant, state, txn, &step.command).await?;
    let entry = journal::Entry {
        version: case.version,
        head: links.last().map_or(GENESIS, |link| link.hash),
        at: step.at,
        by: step.by.reference(),
        cause: journal::cause(&step.by, &step.command, &state.keys)?,
    };
    let context = context(state, &case, step.at);
    let events = decide(&case, &step.by, step.command, &lookups, &context)
        .map_err(|refusal| refused(&refusal, state.rules_of(&case)))?;
    let new = journal::chain(events, &entry, &state.keys)?;
    let case = new.iter().fold(case, |case, link| evolve(case, &link.recorded));
    links.extend(new);
    Ok(case)
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

/// A file in this field that is not there to be taken.
pub(super) fn unknown_file(field: &str) -> Violation {
    let message = Bilingual::new(
        "没有这个文件，或已用于其他举报，请重新上传",
        "There is no such file, or it belongs elsewhere: upload it again",
    );
    Violation::new(field, "unknown_file", message)
}
