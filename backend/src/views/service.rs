//! What is done with saved views. Whose they are, the caller says; those of others are unknown.

use super::store;
use crate::{
    access::{Access, Grant},
    audit::Place,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::views::{MOST_VIEWS, ParsedView, View, too_many_views},
    ids::{UserId, ViewId},
    problem::{Bilingual, ProblemCode, Violation},
};

fn access<'a>(state: &'a State, actor: Actor, info: &RequestInfo, resource: String) -> Access<'a> {
    Access::new(state, actor, Operation::ManageViews, resource).within(info)
}

/// Whose views these are. Only staff have any.
fn owner(grant: &Grant) -> Result<UserId> {
    let staff = grant.actor().staff().ok_or_else(Error::not_found)?;
    Ok(staff.user)
}

/// The own views, in their order.
pub(super) async fn list(state: &State, actor: Actor, info: &RequestInfo) -> Result<Vec<View>> {
    access(state, actor, info, "views".to_owned())
        .read(async |grant| store::of(grant, state.db.read(), owner(grant)?).await)
        .await
}

/// Saves one more.
pub(super) async fn create(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    parsed: &ParsedView,
) -> Result<View> {
    let (id, now) = (state.ids.view(), state.clock.now());
    access(state, actor, info, format!("view/{id}"))
        .change(async |grant, txn| {
            let owner = owner(grant)?;
            let kept = store::of(grant, txn, owner).await?.len();
            if kept >= MOST_VIEWS {
                let Bilingual { zh, en } = too_many_views();
                return Err(Error::with(ProblemCode::Conflict, zh, en));
            }
            let view = view(id, parsed);
            store::insert(grant, txn, owner, (&view, kept), now).await?;
            Ok((view, Place::of_new(id.0)))
        })
        .await
}

/// Changes name, query and columns of one.
pub(super) async fn change(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    id: ViewId,
    parsed: &ParsedView,
) -> Result<View> {
    access(state, actor, info, format!("view/{id}"))
        .change(async |grant, txn| {
            let view = view(id, parsed);
            match store::update(grant, txn, owner(grant)?, &view).await? {
                true => Ok((view, Place::of_new(state.ids.uuid()))),
                false => Err(Error::not_found()),
            }
        })
        .await
}

/// Forgets one.
pub(super) async fn delete(state: &State, actor: Actor, info: &RequestInfo, id: ViewId) -> Result<()> {
    access(state, actor, info, format!("view/{id}"))
        .change(
            async |grant, txn| match store::delete(grant, txn, owner(grant)?, id).await? {
                true => Ok(((), Place::of_new(state.ids.uuid()))),
                false => Err(Error::not_found()),
            },
        )
        .await
}

/// Puts them into another order.
pub(super) async fn order(
    state: &State,
    actor: Actor,
    info: &RequestInfo,
    wanted: &[ViewId],
) -> Result<Vec<View>> {
    access(state, actor, info, "views".to_owned())
        .change(async |grant, txn| {
            let owner = owner(grant)?;
            let mut views = store::of(grant, txn, owner).await?;
            let place = |id: &ViewId| wanted.iter().position(|wanted| wanted == id);
            if wanted.len() != views.len() || views.iter().any(|view| place(&view.id).is_none()) {
                return Err(Error::Invalid(vec![incomplete()]));
            }
            views.sort_by_key(|view| place(&view.id));
            for (place, view) in views.iter().enumerate() {
                store::put(grant, txn, view.id, place).await?;
            }
            Ok((views, Place::of_new(state.ids.uuid())))
        })
        .await
}

fn incomplete() -> Violation {
    let message = Bilingual::new("请逐一列出自己的全部视图", "Name every view of yours, each once");
    Violation::new("views", "incomplete", message)
}

fn view(id: ViewId, parsed: &ParsedView) -> View {
    let ParsedView { name, query, columns } = parsed.clone();
    View {
        id,
        name: name.into_string(),
        query,
        columns,
    }
}
