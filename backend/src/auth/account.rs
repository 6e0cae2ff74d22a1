//! Accounts of people and systems, made and changed by whoever holds the machine: at the command line, in
//! demonstrations and in tests. There is no door to this from the network.

use super::{
    password::faults,
    store::{
        accounts::{self, ClientRow},
        duties,
    },
    token::OpaqueToken,
};
use crate::{
    access::{Access, Grant},
    audit::Place,
    confidential::HashKind,
    db::Txn,
    error::{Error, Result},
    ids::Ids,
    state::State,
    units::service as units,
};
use anju_shared::{
    access::{Actor, Operation, Role, Scope, Staff},
    api::people::{login_fault, roles_fault},
    ids::{ClientId, SessionId, UserId},
    problem::{Bilingual, Violation},
};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A person who gets an account.
pub struct NewUser<'a> {
    /// User name: 2 to 64 letters, digits and `.`, `-`, `_`; capitals are not told apart.
    pub login: &'a str,
    /// Name of the person, as shown to colleagues.
    pub name: &'a str,
    /// Code of the person's unit.
    pub unit: &'a str,
    /// What the person is.
    pub roles: &'a [Role],
    /// The first password; one is generated if none is given.
    pub password: Option<Zeroizing<String>>,
}

/// An account of a person.
pub struct AddedUser {
    /// Which.
    pub id: UserId,
    /// The password that was generated: shown now or never.
    pub generated: Option<Zeroizing<String>>,
}

/// An account of a system.
pub struct AddedClient {
    /// Which.
    pub id: ClientId,
    /// Its public name.
    pub client_id: String,
    /// Its secret: shown now or never.
    pub secret: OpaqueToken,
}

pub(crate) use super::store::accounts::UserRow;

/// Makes an account for a person within a larger change.
///
/// # Errors
/// 409 if the user name is taken.
pub(crate) async fn insert(grant: &Grant, txn: &Txn, new: &UserRow<'_>) -> Result<()> {
    accounts::insert_user(grant, txn, new).await
}

/// Makes an account for a person.
///
/// # Errors
/// Everything wrong with it at once; 409 if the user name is taken.
pub async fn add_user(state: &State, new: NewUser<'_>) -> Result<AddedUser> {
    let login = new.login.trim().to_lowercase();
    let generated = new.password.is_none().then(|| generate(&*state.ids));
    let password = new.password.or_else(|| generated.clone()).unwrap_or_default();
    let mut violations: Vec<Violation> = login_fault(&login).into_iter().collect();
    violations.extend(of_name(new.name));
    violations.extend(of_roles(new.roles));
    let lacks = faults(&password, &login).into_iter();
    violations.extend(lacks.map(|fault| Violation::new("password", fault.code(), fault.message())));
    if !violations.is_empty() {
        return Err(Error::Invalid(violations));
    }
    let hashed = state
        .passwords
        .hash(password, &*state.ids)
        .await
        .map_err(anyhow::Error::from)?;
    let id = state.ids.user();
    let added = async |grant: &Grant, txn: &Txn| {
        let unit = units::with_code(grant, txn, new.unit).await?;
        let (password_hash, made) = (hashed.as_str(), state.clock.now());
        let row = UserRow {
            id,
            login: &login,
            name: new.name.trim(),
            unit,
            password_hash,
            roles: new.roles,
            must_change: generated.is_some(),
            made,
        };
        insert(grant, txn, &row).await?;
        Ok(((), Place::of_new(id.0)))
    };
    administer(state, format!("user/{id}")).change(added).await?;
    Ok(AddedUser { id, generated })
}

/// Makes an account for a system.
///
/// # Errors
/// Everything wrong with it at once.
pub async fn add_client(state: &State, name: &str, scopes: &[Scope]) -> Result<AddedClient> {
    let mut violations = of_name(name);
    if scopes.is_empty() {
        violations.push(missing(
            "scopes",
            ("至少须授予一项权限范围", "At least one scope is needed"),
        ));
    }
    if !violations.is_empty() {
        return Err(Error::Invalid(violations));
    }
    let id = state.ids.client();
    let client_id = format!("client-{}", hex::encode(state.ids.bytes::<8>()));
    let secret = OpaqueToken::generate(&*state.ids);
    let hash = secret.hash(HashKind::ClientSecret, &state.keys);
    let added = async |grant: &Grant, txn: &Txn| {
        let made = state.clock.now();
        let row = ClientRow {
            id,
            client_id: &client_id,
            name: name.trim(),
            secret_hash: &hash,
            scopes,
            made,
        };
        accounts::insert_client(grant, txn, &row).await?;
        Ok(((), Place::of_new(id.0)))
    };
    administer(state, format!("client/{id}")).change(added).await?;
    Ok(AddedClient {
        id,
        client_id,
        secret,
    })
}

/// Gives a person these roles and no others, from their next request on.
///
/// # Errors
/// Roles that no one person may hold together; 404 if there is no such account.
pub async fn set_roles(state: &State, login: &str, roles: &[Role]) -> Result<()> {
    let violations = of_roles(roles);
    if !violations.is_empty() {
        return Err(Error::Invalid(violations));
    }
    change(state, format!("user/{login}"), async |grant, txn| {
        accounts::set_roles(grant, txn, &login.to_lowercase(), roles).await
    })
    .await
}

/// Closes or opens the account of a person, from their next request on.
///
/// # Errors
/// 404 if there is no such account.
pub async fn set_user_active(state: &State, login: &str, active: bool) -> Result<()> {
    change(state, format!("user/{login}"), async |grant, txn| {
        accounts::set_user_active(grant, txn, &login.to_lowercase(), active).await
    })
    .await
}

/// Takes the one-time code off an account whose owner lost it; if their role asks for one, they set up a new one when
/// they sign in next.
///
/// # Errors
/// 404 if there is no such account or code.
pub async fn forget_one_time_code(state: &State, login: &str) -> Result<()> {
    change(state, format!("user/{login}"), async |grant, txn| {
        duties::forget_code(grant, txn, &login.to_lowercase()).await
    })
    .await
}

/// Records that this person accepted the confidentiality agreement on paper (TJ-17).
///
/// # Errors
/// Those of the database.
pub async fn record_agreement(state: &State, user: UserId) -> Result<()> {
    super::agreement::record(state, user).await
}

/// Asks the owner of an account for a password of their own before anything else: the present one is known to others.
///
/// # Errors
/// 404 if there is no such account.
pub async fn ask_for_own_password(state: &State, login: &str) -> Result<()> {
    change(state, format!("user/{login}"), async |grant, txn| {
        duties::ask_for_own_password(grant, txn, &login.to_lowercase()).await
    })
    .await
}

/// Closes or opens the account of a system, from its next request on.
///
/// # Errors
/// 404 if there is no such account.
pub async fn set_client_active(state: &State, client_id: &str, active: bool) -> Result<()> {
    change(state, format!("client/{client_id}"), async |grant, txn| {
        accounts::set_client_active(grant, txn, client_id, active).await
    })
    .await
}

async fn change(
    state: &State,
    resource: String,
    work: impl AsyncFn(&Grant, &Txn) -> Result<bool>,
) -> Result<()> {
    let changed = async |grant: &Grant, txn: &Txn| match work(grant, txn).await? {
        true => Ok(((), Place::of_new(state.ids.uuid()))),
        false => Err(Error::not_found()),
    };
    administer(state, resource).change(changed).await
}

/// Whether anybody has an account.
///
/// # Errors
/// Those of the database.
pub(crate) async fn any(state: &State) -> Result<bool> {
    accounts::any(state.db.read()).await
}

/// The person with this user name, as the core knows them.
///
/// # Errors
/// Those of the database.
pub(crate) async fn find(state: &State, login: &str) -> Result<Option<Staff>> {
    let nobody = SessionId(Uuid::nil());
    let terms = super::duties::Terms::of(state);
    let found = super::store::candidate(state.db.read(), login, nobody, &terms).await?;
    Ok(found.map(|candidate| candidate.account.staff()))
}

fn administer(state: &State, resource: String) -> Access<'_> {
    Access::new(state, Actor::System, Operation::Administer, resource)
}

/// A password to be read out: groups without characters that look alike.
pub(crate) fn generate(ids: &dyn Ids) -> Zeroizing<String> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let drawn = ids.bytes::<16>();
    let letters: Vec<char> = drawn
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    // 80 random bits stand in the groups; the last one only brings the kinds that the policy asks for.
    Zeroizing::new(format!("{}-A7", groups.join("-")))
}

fn of_name(name: &str) -> Vec<Violation> {
    if (1..=64).contains(&name.trim().chars().count()) {
        return Vec::new();
    }
    vec![Violation::new(
        "name",
        "wrong_form",
        Bilingual::new("名称须为1至64个字", "A name is 1 to 64 characters"),
    )]
}

fn of_roles(roles: &[Role]) -> Vec<Violation> {
    let none = roles
        .is_empty()
        .then(|| missing("roles", ("至少须有一个岗位", "At least one role is needed")));
    roles_fault(roles).into_iter().chain(none).collect()
}

fn missing(field: &str, (zh, en): (&str, &str)) -> Violation {
    Violation::new(field, "missing", Bilingual::new(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SystemIds;

    #[test]
    fn a_generated_password_passes_the_policy() {
        let (one, other) = (generate(&SystemIds), generate(&SystemIds));
        assert_eq!(faults(&one, "zhang.wei"), []);
        assert_ne!(one, other);
    }

    #[test]
    fn administrators_are_separate_persons_without_other_roles() {
        use Role::{AuditAdministrator, Handler, SystemAdministrator, UnitLeader};
        assert!(of_roles(&[Handler, UnitLeader]).is_empty());
        for wrong in [
            &[][..],
            &[SystemAdministrator, AuditAdministrator],
            &[SystemAdministrator, Handler],
        ] {
            assert_eq!(of_roles(wrong).len(), 1, "{wrong:?}");
        }
    }
}
