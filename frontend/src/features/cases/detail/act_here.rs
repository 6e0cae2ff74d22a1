//! One action on one case, wherever the case is listed: read first, then the same drawer as on its page.

use super::{
    Seen,
    act::{ActDrawer, use_shelf},
    view::words::say,
};
use crate::{
    api::{Versioned, case::read_case},
    hooks::{Remote, Same, use_law_of, use_query},
    route::{Route, RouteLink},
    session::use_session,
    shell::{LINES, remote_view},
    text::use_texts,
    ui::{Layer, LayerKind, ToastKind, use_toaster},
};
use anju_shared::{api::cases::CaseDetail, ids::CaseId, workflow::Action};
use yew::prelude::*;

/// Properties of [`ActHere`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ActHereProps {
    /// Which case.
    pub id: CaseId,
    /// Which action.
    pub action: Action,
    /// Closes it.
    pub onclose: Callback<()>,
    /// It was done.
    pub ondone: Callback<()>,
}

/// The drawer of one action on a case that is not open.
#[component]
pub fn ActHere(props: &ActHereProps) -> Html {
    let (texts, session, toaster) = (use_texts(), use_session(), use_toaster());
    let query = use_query(props.id, |client, id| read_case(&client, id));
    let shelf = use_shelf();
    let action = props.action;
    let accepted = query
        .remote
        .ready()
        .and_then(|read| read.value.case().acceptance());
    let (law, _) = use_law_of(accepted.map(|acceptance| &acceptance.profile));
    let title = say!(action, texts);
    let ondone = props.ondone.reform(move |_: (Action, Versioned<CaseDetail>)| {
        toaster.say(ToastKind::Done, (texts.case_forms().done)(title));
    });
    let (Remote::Ready(read), Some(law), Some(account)) =
        (&query.remote, law.ready().cloned(), session.account().cloned())
    else {
        let waiting = remote_view(&query.remote, &query.reload, LINES, |_| Html::default());
        return html! {
            <Layer kind={LayerKind::Drawer} {title} close={texts.widgets().close} onclose={props.onclose.clone()}>
                { waiting }
            </Layer>
        };
    };
    let case = read.value.case();
    let head = html! {
        <p>
            <span class="number">{ case.number.clone() }</span>{ " " }
            <RouteLink to={Route::Case { id: props.id }}>{ case.intake.title.clone() }</RouteLink>
        </p>
    };
    let seen = Seen {
        read: Same::of(read.clone()),
        profile: law.profile.clone(),
        calendar: law.calendar.clone(),
        account,
    };
    html! { <ActDrawer {action} {seen} {shelf} {head} onclose={props.onclose.clone()} {ondone} onmoved={query.reload} /> }
}
