//! The drawer of an action: its form, sent against the version that was read. What was written survives
//! refusals, a lost connection, somebody who was faster, and a closed drawer.
//!
//! Not here: which fields there are and what becomes of them ([`super::view::form`],
//! [`super::view::command`]). Start with [`ActDrawer`].

mod conflict;
mod form;
mod inputs;
mod upload;

use super::{
    Seen,
    mark::Mark,
    view::{draft::Draft, words::say},
};
use crate::{
    api::{Versioned, units::list_units},
    hooks::use_query,
    shell::{LINES, remote_view},
    text::use_texts,
    ui::{Layer, LayerKind},
};
use anju_shared::{
    api::{
        cases::CaseDetail,
        directory::{UnitKind, UnitList},
    },
    workflow::Action,
};
use form::ActForm;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// What was begun and not sent, by action.
pub(super) type Shelf = BTreeMap<Action, Draft>;

/// Properties of [`ActDrawer`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ActDrawerProps {
    /// Which action.
    pub(super) action: Action,
    /// What is seen.
    pub(super) seen: Seen,
    /// What was begun before.
    pub(super) shelf: Rc<RefCell<Shelf>>,
    /// Stands above the form: which case it is, where that is not the page itself.
    #[prop_or_default]
    pub(super) head: Html,
    /// Closes it; what was written stays on the shelf.
    pub(super) onclose: Callback<()>,
    /// It was done.
    pub(super) ondone: Callback<(Action, Versioned<CaseDetail>)>,
    /// Somebody else was faster.
    pub(super) onmoved: Callback<()>,
}

/// The drawer of one action. Dispatching needs the list of units first.
#[component]
pub(super) fn ActDrawer(props: &ActDrawerProps) -> Html {
    let texts = use_texts();
    let units = use_query(props.action == Action::Dispatch, |client, wanted| async move {
        let mut list = if wanted {
            list_units(&client).await?
        } else {
            UnitList { units: vec![] }
        };
        // The office dispatches; it is not dispatched to.
        list.units.retain(|unit| unit.kind != UnitKind::Office);
        Ok(list)
    });
    let draw = {
        let props = props.clone();
        move |units: Rc<UnitList>| {
            let ActDrawerProps {
                action,
                seen,
                shelf,
                onclose,
                ondone,
                onmoved,
                head: _,
            } = props;
            html! { <ActForm {action} {seen} {shelf} {onclose} {ondone} {onmoved} {units} /> }
        }
    };
    html! {
        <Layer kind={LayerKind::Drawer} title={say!(props.action, texts)} close={texts.widgets().close} onclose={props.onclose.clone()}>
            { props.head.clone() }
            <Mark seen={props.seen.clone()} />
            { remote_view(&units.remote, &units.reload, LINES, draw) }
        </Layer>
    }
}
