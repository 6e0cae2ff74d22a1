//! The page: one case, once the rules that hold for it are here.

use super::{Seen, board::Board, read::use_case};
use crate::{
    api::Versioned,
    hooks::{Law, Same, use_law_of},
    session::use_session,
    shell::{LINES, remote_view},
};
use anju_shared::{api::cases::CaseDetail, ids::CaseId};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CasePage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CasePageProps {
    /// Which case.
    pub id: CaseId,
}

/// One case.
#[component]
pub fn CasePage(props: &CasePageProps) -> Html {
    let (remote, reload, onchanged) = use_case(props.id);
    let id = props.id;
    let draw = |read| html! { <Loaded key={id.to_string()} {read} {onchanged} onreload={reload.clone()} /> };
    remote_view(&remote, &reload, 2 * LINES, draw)
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    read: Same<Versioned<CaseDetail>>,
    onchanged: Callback<Versioned<CaseDetail>>,
    onreload: Callback<()>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let session = use_session();
    let accepted = props.read.value.case().acceptance();
    let (law, reload_law) = use_law_of(accepted.map(|acceptance| &acceptance.profile));
    let Some(account) = session.account().cloned() else {
        return Html::default();
    };
    let draw = |law: Rc<Law>| {
        let seen = Seen {
            read: props.read.clone(),
            profile: law.profile.clone(),
            calendar: law.calendar.clone(),
            account,
        };
        html! { <Board {seen} onchanged={props.onchanged.clone()} onreload={props.onreload.clone()} /> }
    };
    remote_view(&law, &reload_law, 2 * LINES, draw)
}
