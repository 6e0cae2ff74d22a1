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
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// What was begun and not sent, by action. It is the same shelf wherever it is handed on.
#[derive(Clone, Default)]
pub(super) struct Shelf(Rc<RefCell<Vec<(Action, Draft)>>>);

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shelf {
    fn begun(&self, action: Action) -> Option<Draft> {
        let begun = self.0.borrow();
        begun
            .iter()
            .find(|(of, _)| *of == action)
            .map(|(_, draft)| draft.clone())
    }

    fn put(&self, action: Action, draft: Draft) {
        self.clear(action);
        self.0.borrow_mut().push((action, draft));
    }

    /// Nothing was begun of this any more.
    pub(super) fn clear(&self, action: Action) {
        self.0.borrow_mut().retain(|(of, _)| *of != action);
    }
}

/// An empty shelf that stays as long as the page.
#[hook]
pub(super) fn use_shelf() -> Shelf {
    use_memo((), |()| Shelf::default()).as_ref().clone()
}

/// Properties of [`ActDrawer`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ActDrawerProps {
    /// Which action.
    pub(super) action: Action,
    /// What is seen.
    pub(super) seen: Seen,
    /// What was begun before.
    pub(super) shelf: Shelf,
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
