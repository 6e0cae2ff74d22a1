//! The page: for intake officers the desk, for others the reason why not, and afterwards what to tell the caller.

use super::{
    desk::Desk,
    done::{Done, Registered},
};
use crate::{
    hooks::{Law, use_law, use_rules_reload},
    session::use_session,
    shell::{LINES, ViewerMark, remote_view},
    text::use_texts,
    ui::{PageHead, Panel, Picture, StateKind, Tag, Tone},
};
use anju_shared::access::Operation;
use std::rc::Rc;
use yew::prelude::*;

/// Where intake officers register reports.
#[component]
pub fn RegisterPage() -> Html {
    let (texts, session) = (use_texts(), use_session());
    let (law, reload) = (use_law(), use_rules_reload());
    let registered = use_state(|| None::<Rc<Registered>>);
    let words = texts.register();
    let done = use_callback(registered.setter(), |made, registered| registered.set(Some(made)));
    let next = use_callback(registered.setter(), |(), registered| registered.set(None));
    let writer = session
        .account()
        .filter(|_| session.may(Operation::RegisterReport))
        .map(|account| account.id);
    let draw = use_callback((done, writer), |law: Rc<Law>, (done, writer)| match *writer {
        Some(writer) => html! { <Desk {law} {writer} done={done.clone()} /> },
        None => Html::default(),
    });
    if writer.is_none() {
        return html! {
            <>
                <PageHead title={words.title} />
                <Panel><Picture kind={StateKind::Refused} title={words.refused} more={words.refused_more} /></Panel>
            </>
        };
    }
    if let Some(registered) = &*registered {
        return html! { <Done registered={registered.clone()} {next} /> };
    }
    html! {
        <>
            <ViewerMark />
            <PageHead title={words.title} after={html! { <Tag label={texts.frame().secret} tone={Tone::Yellow} /> }}>
                <span class="quiet wide">{ words.keys }</span>
            </PageHead>
            { remote_view(&law, &reload, 2 * LINES, |law| draw.emit(law)) }
        </>
    }
}
