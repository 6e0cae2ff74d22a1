//! The loaded case: head, clocks, three columns, and the drawer of the action in hand.

use super::{
    Seen,
    act::{ActDrawer, use_shelf},
    clocks::Clocks,
    head::Head,
    mark::Mark,
    matter::Left,
    panel::Panel,
    tabs::Middle,
};
use crate::{
    api::{Versioned, case::issue_command},
    hooks::{Progress, use_command, use_live_reload, use_regard},
    text::use_texts,
    ui::{ToastKind, use_toaster},
};
use anju_shared::{
    api::cases::CaseDetail,
    ids::CaseId,
    workflow::{Action, Command},
};
use yew::prelude::*;

/// Properties of [`Board`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BoardProps {
    /// What is seen.
    pub(super) seen: Seen,
    /// The case was changed from here.
    pub(super) onchanged: Callback<Versioned<CaseDetail>>,
    /// The case was changed from elsewhere: read it again.
    pub(super) onreload: Callback<()>,
}

/// The page of a loaded case.
#[component]
pub(super) fn Board(props: &BoardProps) -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    let acting = use_state_eq(|| None::<Action>);
    let shelf = use_shelf();
    let ondone = {
        let (acting, onchanged, shelf) = (acting.setter(), props.onchanged.clone(), shelf.clone());
        Callback::from(move |(action, changed): (Action, Versioned<CaseDetail>)| {
            shelf.clear(action);
            acting.set(None);
            let label = super::view::words::say!(action, texts);
            toaster.say(ToastKind::Done, (texts.case_forms().done)(label));
            onchanged.emit(changed);
        })
    };
    let at_once = use_at_once(&props.seen, &ondone, &props.onreload);
    // What was read long ago may be old; but nothing moves under somebody who is writing.
    let follow = if acting.is_none() {
        props.onreload.clone()
    } else {
        Callback::noop()
    };
    use_regard(follow.clone());
    use_live_reload(Some(props.seen.read.value.case().id), follow);
    let onact = {
        let (acting, run) = (acting.setter(), at_once.run.clone());
        Callback::from(move |action| match action {
            // A signature says nothing but itself.
            Action::SignIn => run.emit(Command::SignIn),
            _ => acting.set(Some(action)),
        })
    };
    let onclose = {
        let (acting, reload) = (acting.setter(), props.onreload.clone());
        Callback::from(move |()| {
            acting.set(None);
            // What was told meanwhile was not listened to.
            reload.emit(());
        })
    };
    let seen = &props.seen;
    html! {
        <>
            <Mark seen={seen.clone()} />
            <Head seen={seen.clone()} />
            <Clocks seen={seen.clone()} />
            <div class="columns columns--case">
                <div><Left seen={seen.clone()} /></div>
                <div><Middle seen={seen.clone()} /></div>
                <div><Panel seen={seen.clone()} {onact} busy={at_once.running()} failure={at_once.failure().cloned()} /></div>
            </div>
            if let Some(action) = *acting {
                <ActDrawer key={action.code()} {action} seen={seen.clone()} shelf={shelf.clone()} {onclose} {ondone}
                    onmoved={props.onreload.clone()} />
            }
        </>
    }
}

/// Sends a command that asks for nothing.
#[hook]
fn use_at_once(
    seen: &Seen,
    ondone: &Callback<(Action, Versioned<CaseDetail>)>,
    onmoved: &Callback<()>,
) -> crate::hooks::Command<Command> {
    let (id, etag): (CaseId, String) = (seen.read.value.case().id, seen.read.etag.clone());
    let command = use_command(
        move |client, command: Command| {
            let etag = etag.clone();
            async move {
                let changed = issue_command(&client, id, &etag, &command).await?;
                Ok((command.action(), changed))
            }
        },
        ondone.clone(),
    );
    let onmoved = onmoved.clone();
    use_effect_with(command.progress.clone(), move |progress| {
        if matches!(progress, Progress::Failed(failure) if failure.is_moved()) {
            onmoved.emit(());
        }
    });
    command
}
