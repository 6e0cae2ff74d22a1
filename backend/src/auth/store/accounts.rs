//! Rows of accounts: people and systems as they are made and changed.

use crate::{
    access::Grant,
    db::{Reader, Txn, is_duplicate},
    entity::{api_client, app_user},
    error::{Error, Result},
};
use anju_shared::{
    access::{Role, Scope},
    ids::{ClientId, UnitId, UserId},
    problem::ProblemCode,
    time::Instant,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, DbErr, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    sea_query::Expr,
};
use serde::Serialize;

/// A system with an account.
pub(in crate::auth) struct Client {
    pub(in crate::auth) id: ClientId,
    pub(in crate::auth) secret_hash: String,
    pub(in crate::auth) scopes: Vec<Scope>,
}

/// An account for a person.
pub(crate) struct UserRow<'a> {
    pub(crate) id: UserId,
    pub(crate) login: &'a str,
    pub(crate) name: &'a str,
    pub(crate) unit: UnitId,
    pub(crate) password_hash: &'a str,
    pub(crate) roles: &'a [Role],
    /// Whether the password is a first one, known to whoever made the account.
    pub(crate) must_change: bool,
    pub(crate) made: Instant,
}

/// An account for a system.
pub(in crate::auth) struct ClientRow<'a> {
    pub(in crate::auth) id: ClientId,
    pub(in crate::auth) client_id: &'a str,
    pub(in crate::auth) name: &'a str,
    pub(in crate::auth) secret_hash: &'a [u8],
    pub(in crate::auth) scopes: &'a [Scope],
    pub(in crate::auth) made: Instant,
}

/// Makes an account for a person.
///
/// # Errors
/// 409 if the user name is taken.
pub(in crate::auth) async fn insert_user(_: &Grant, txn: &Txn, new: &UserRow<'_>) -> Result<()> {
    let row = app_user::ActiveModel {
        id: Set(new.id.0),
        login: Set(new.login.to_owned()),
        name: Set(new.name.to_owned()),
        unit_id: Set(new.unit.0),
        password_hash: Set(new.password_hash.to_owned()),
        roles: Set(codes(new.roles)),
        active: Set(true),
        must_change: Set(new.must_change),
        agreement_until: Set(None),
        created_at: Set(new.made.unix()),
        version: Set(1),
    };
    app_user::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map(drop)
        .map_err(taken)
}

/// Makes an account for a system.
///
/// # Errors
/// 409 if the public name is taken.
pub(in crate::auth) async fn insert_client(_: &Grant, txn: &Txn, new: &ClientRow<'_>) -> Result<()> {
    let row = api_client::ActiveModel {
        id: Set(new.id.0),
        client_id: Set(new.client_id.to_owned()),
        name: Set(new.name.to_owned()),
        secret_hash: Set(hex::encode(new.secret_hash)),
        scopes: Set(codes(new.scopes)),
        active: Set(true),
        created_at: Set(new.made.unix()),
    };
    api_client::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map(drop)
        .map_err(taken)
}

/// Gives a person these roles and no others; says whether there is such an account.
pub(in crate::auth) async fn set_roles(_: &Grant, txn: &Txn, login: &str, roles: &[Role]) -> Result<bool> {
    use app_user::Column as U;
    let changed = app_user::Entity::update_many()
        .col_expr(U::Roles, Expr::value(codes(roles)))
        .col_expr(U::Version, Expr::col(U::Version).add(1));
    Ok(changed.filter(U::Login.eq(login)).exec(txn).await?.rows_affected == 1)
}

/// Closes or opens the account of a person; says whether there is such an account.
pub(in crate::auth) async fn set_user_active(
    _: &Grant,
    txn: &Txn,
    login: &str,
    active: bool,
) -> Result<bool> {
    use app_user::Column as U;
    let changed = app_user::Entity::update_many()
        .col_expr(U::Active, Expr::value(active))
        .col_expr(U::Version, Expr::col(U::Version).add(1));
    Ok(changed.filter(U::Login.eq(login)).exec(txn).await?.rows_affected == 1)
}

/// Closes or opens the account of a system; says whether there is such an account.
pub(in crate::auth) async fn set_client_active(
    _: &Grant,
    txn: &Txn,
    client_id: &str,
    active: bool,
) -> Result<bool> {
    use api_client::Column as C;
    let changed = api_client::Entity::update_many().col_expr(C::Active, Expr::value(active));
    Ok(changed
        .filter(C::ClientId.eq(client_id))
        .exec(txn)
        .await?
        .rows_affected
        == 1)
}

/// The active system with this public name. Asked before anybody is known, so without a `Grant`.
pub(in crate::auth) async fn client_named(db: &Reader, client_id: &str) -> Result<Option<Client>> {
    one_client(db, api_client::Column::ClientId.eq(client_id)).await
}

/// The active system with this id. Asked before anybody is known, so without a `Grant`.
pub(in crate::auth) async fn client(db: &Reader, id: ClientId) -> Result<Option<Client>> {
    one_client(db, api_client::Column::Id.eq(id.0)).await
}

async fn one_client(db: &Reader, which: Expr) -> Result<Option<Client>> {
    let found = api_client::Entity::find()
        .filter(which)
        .filter(api_client::Column::Active.eq(true));
    let Some(row) = found.one(db).await? else {
        return Ok(None);
    };
    let scopes = serde_json::from_str(&row.scopes).map_err(anyhow::Error::from)?;
    Ok(Some(Client {
        id: ClientId(row.id),
        secret_hash: row.secret_hash,
        scopes,
    }))
}

/// Whether anybody has an account.
pub(in crate::auth) async fn any(db: &Reader) -> Result<bool> {
    Ok(app_user::Entity::find().one(db).await?.is_some())
}

/// A list of codes always serialises.
fn codes(list: &[impl Serialize]) -> String {
    serde_json::to_string(list).unwrap_or_default()
}

fn taken(error: DbErr) -> Error {
    if is_duplicate(&error) {
        return Error::with(ProblemCode::Conflict, "该名称已被使用", "This name is taken");
    }
    error.into()
}
