//! What administrators do to accounts. The system administrator keeps accounts and gives no role; the security
//! administrator gives roles and keeps no account: so neither can make themselves anybody.

use super::store;
use crate::{
    access::{Access, Grant},
    audit::Place,
    auth::account::{self, UserRow, generate},
    db::Txn,
    error::{Error, Result},
    http::{IfMatch, RequestInfo},
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{AccountRefusal, Actor, Operation, Staff, may_grant, may_manage},
    api::{
        directory::UnitRef,
        people::{
            FirstPassword, NewPerson, PasswordReset, PeoplePage, Person, PersonChange, PersonFilter,
            RolesChange,
        },
    },
    ids::{UnitId, UserId},
    problem::{Bilingual, ProblemCode, Violation},
};
use zeroize::Zeroizing;

const DEFAULT_ROWS: u32 = 50;
const MOST_ROWS: u32 = 100;

/// A page of people.
pub(super) async fn list(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    filter: &PersonFilter,
) -> Result<PeoplePage> {
    let access = Access::new(state, actor, Operation::ReadPeople, "people").within(info);
    let found = async |grant: &Grant| {
        let limit = filter.limit.unwrap_or(DEFAULT_ROWS);
        if !(1..=MOST_ROWS).contains(&limit) {
            let (zh, en) = ("每页 1 至 100 行", "1 to 100 rows a page");
            let wrong = Violation::new("limit", "out_of_range", Bilingual::new(zh, en));
            return Err(Error::Invalid(vec![wrong]));
        }
        store::page(grant, state.db.read(), filter, (limit, state.clock.now())).await
    };
    access.read(found).await
}

/// One person.
///
/// # Errors
/// 404 if there is none.
pub(super) async fn read(state: &State, info: &RequestInfo, actor: Actor, id: UserId) -> Result<Person> {
    let access = Access::new(state, actor, Operation::ReadPeople, format!("user/{id}")).within(info);
    let found = async |grant: &Grant| {
        let found = store::one(grant, state.db.read(), id, state.clock.now()).await?;
        found.ok_or_else(Error::not_found)
    };
    access.read(found).await
}

/// Makes an account without roles.
///
/// # Errors
/// Everything wrong with it at once; 409 if the user name is taken.
pub(super) async fn create(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    body: NewPerson,
) -> Result<FirstPassword> {
    let id = state.ids.user();
    let access = Access::new(state, actor, Operation::ManagePeople, format!("user/{id}")).within(info);
    // Nobody who may not makes the server derive a password.
    access.admit().await?;
    let body = match body.parse() {
        Ok(body) => body,
        Err(wrong) => return access.refuse(Error::Invalid(wrong)).await,
    };
    let (password, hash) = first_password(state).await?;
    let now = state.clock.now();
    let created = async |grant: &Grant, txn: &Txn| {
        active_unit(grant, txn, body.unit).await?;
        let new = UserRow {
            id,
            login: &body.login,
            name: &body.name,
            unit: body.unit,
            password_hash: &hash,
            roles: &[],
            must_change: true,
            made: now,
        };
        account::insert(grant, txn, &new).await?;
        let person = store::one(grant, txn, id, now).await?;
        Ok((person.ok_or_else(Error::not_found)?, Place::of_new(id.0)))
    };
    let person = access.change(created).await?;
    let password = password.to_string();
    Ok(FirstPassword { person, password })
}

/// Changes the name and the unit of a person, closes the account or opens it.
///
/// # Errors
/// 404, 412; 403 for an account that is not this administrator's to change.
pub(super) async fn change(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read): (UserId, IfMatch),
    body: PersonChange,
) -> Result<Person> {
    let access = Access::new(state, actor, Operation::ManagePeople, format!("user/{id}")).within(info);
    let body = match body.parse() {
        Ok(body) => body,
        Err(wrong) => return invalid(access, wrong).await,
    };
    let access = access.because(format!("unit {}, active {}", body.unit, body.active));
    let changed = async |grant: &Grant, txn: &Txn| {
        let mut person = managed(state, grant, txn, id).await?;
        read.require(person.version)?;
        if person.unit.id != body.unit {
            person.unit = active_unit(grant, txn, body.unit).await?;
        }
        person.name.clone_from(&body.name);
        person.active = body.active;
        if !person.active {
            store::end_sessions(grant, txn, id, state.clock.now()).await?;
            person.sessions = 0;
        }
        save(state, grant, txn, person).await
    };
    access.change(changed).await
}

/// Gives a person these roles and no others, from their next request on.
///
/// # Errors
/// 404, 412; 403 for the own account; roles that no one person may hold together.
pub(super) async fn grant_roles(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    (id, read): (UserId, IfMatch),
    body: RolesChange,
) -> Result<Person> {
    let access = Access::new(state, actor, Operation::GrantRoles, format!("user/{id}/roles")).within(info);
    let body = match body.parse() {
        Ok(body) => body,
        Err(wrong) => return invalid(access, wrong).await,
    };
    let roles: Vec<String> = body.roles.iter().map(|role| role.code()).collect();
    let access = access.because(format!("[{}] {}", roles.join(", "), body.reason));
    let changed = async |grant: &Grant, txn: &Txn| {
        let mut person = found(state, grant, txn, id).await?;
        may_grant(administrator(grant)?, id).map_err(not_yours)?;
        read.require(person.version)?;
        person.roles.clone_from(&body.roles);
        save(state, grant, txn, person).await
    };
    access.change(changed).await
}

/// Gives a new first password to somebody who cannot sign in any more, and ends what was signed in with the old one.
///
/// # Errors
/// 404; 403 for an account that is not this administrator's to change.
pub(super) async fn reset_password(
    state: &State,
    info: &RequestInfo,
    actor: Actor,
    id: UserId,
    body: PasswordReset,
) -> Result<FirstPassword> {
    let resource = format!("user/{id}/password");
    let access = Access::new(state, actor, Operation::ManagePeople, resource).within(info);
    access.admit().await?;
    let reason = match body.parse() {
        Ok(PasswordReset { reason }) => reason,
        Err(wrong) => return access.refuse(Error::Invalid(wrong)).await,
    };
    let (password, hash) = first_password(state).await?;
    let reset = async |grant: &Grant, txn: &Txn| {
        managed(state, grant, txn, id).await?;
        store::set_password(grant, txn, id, &hash).await?;
        store::end_sessions(grant, txn, id, state.clock.now()).await?;
        let person = found(state, grant, txn, id).await?;
        Ok((person, Place::of_new(state.ids.uuid())))
    };
    let person = access.because(reason).change(reset).await?;
    let password = password.to_string();
    Ok(FirstPassword { person, password })
}

/// Ends every sign-in of a person.
///
/// # Errors
/// 404; 403 for an account that is not this administrator's to change.
pub(super) async fn end_sessions(state: &State, info: &RequestInfo, actor: Actor, id: UserId) -> Result<()> {
    let resource = format!("user/{id}/sessions");
    let access = Access::new(state, actor, Operation::ManagePeople, resource).within(info);
    let ended = async |grant: &Grant, txn: &Txn| {
        managed(state, grant, txn, id).await?;
        store::end_sessions(grant, txn, id, state.clock.now()).await?;
        Ok(((), Place::of_new(state.ids.uuid())))
    };
    access.change(ended).await
}

/// Says what is wrong with a body, but only to those who may ask at all.
async fn invalid<T>(access: Access<'_>, wrong: Vec<Violation>) -> Result<T> {
    access.admit().await?;
    access.refuse(Error::Invalid(wrong)).await
}

async fn first_password(state: &State) -> Result<(Zeroizing<String>, String)> {
    let password = generate(&*state.ids);
    let hashed = state.passwords.hash(password.clone(), &*state.ids).await;
    Ok((password, hashed.map_err(anyhow::Error::from)?))
}

async fn found(state: &State, grant: &Grant, txn: &Txn, id: UserId) -> Result<Person> {
    let found = store::one(grant, txn, id, state.clock.now()).await?;
    found.ok_or_else(Error::not_found)
}

/// The person, if the account is this system administrator's to change.
async fn managed(state: &State, grant: &Grant, txn: &Txn, id: UserId) -> Result<Person> {
    let person = found(state, grant, txn, id).await?;
    may_manage(administrator(grant)?, id, &person.roles).map_err(not_yours)?;
    Ok(person)
}

async fn save(state: &State, grant: &Grant, txn: &Txn, mut person: Person) -> Result<(Person, Place)> {
    person.version += 1;
    match store::update(grant, txn, &person).await? {
        true => Ok((person, Place::of_new(state.ids.uuid()))),
        false => Err(Error::of(ProblemCode::VersionMoved)),
    }
}

async fn active_unit(grant: &Grant, txn: &Txn, id: UnitId) -> Result<UnitRef> {
    match units::active_name(grant, txn, id).await? {
        Some(name) => Ok(UnitRef { id, name }),
        None => {
            let (zh, en) = (
                "没有这个单位，或已停用",
                "There is no such unit, or it was retired",
            );
            let wrong = Violation::new("unit", "unknown", Bilingual::new(zh, en));
            Err(Error::Invalid(vec![wrong]))
        }
    }
}

fn administrator(grant: &Grant) -> Result<&Staff> {
    grant.actor().staff().ok_or(Error::of(ProblemCode::Forbidden))
}

fn not_yours(refusal: AccountRefusal) -> Error {
    Error::Refused {
        code: refusal.code().to_owned(),
        detail: refusal.message(),
        basis: None,
        by_role: true,
    }
}
