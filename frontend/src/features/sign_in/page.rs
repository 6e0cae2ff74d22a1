//! The page around the form.

use super::form::SignInForm;
use crate::{
    route::{LeadOn, Route, Wanted},
    session::{SessionState, use_session},
    shell::{FailurePicture, LanguageButton},
    text::use_texts,
    ui::{Notice, Panel, Tone},
};
use yew::prelude::*;
use yew_router::prelude::*;

/// The sign-in page. Whoever is signed in is led on, to where they wanted to go.
#[component]
pub fn SignInPage() -> Html {
    let (texts, session) = (use_texts(), use_session());
    let words = texts.sign_in();
    let body = match &session.state {
        SessionState::SignedIn(_) => return html! { <Onward /> },
        SessionState::Starting => html! { <p class="quiet" role="status">{ texts.frame().starting }</p> },
        SessionState::Unknown(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={session.restore.clone()} /> }
        }
        SessionState::SignedOut { expired } => html! {
            <div class="stack">
                if *expired { <Notice tone={Tone::Yellow} alert=true>{ words.expired }</Notice> }
                <SignInForm />
                <p class="quiet">{ words.help }</p>
            </div>
        },
    };
    html! { <GateFrame title={words.title}>{ body }</GateFrame> }
}

/// Properties of [`GateFrame`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct GateFrameProps {
    pub(super) title: AttrValue,
    pub(super) children: Html,
}

/// The frame of what comes before the frame of the staff: crest, one panel, foot.
#[component]
pub(super) fn GateFrame(props: &GateFrameProps) -> Html {
    let words = use_texts().frame();
    html! {
        <div class="gate">
            <div class="row row--end gate__foot"><LanguageButton /></div>
            <main class="gate__body">
                <div class="gate__card">
                    <div class="crest"><b>{ words.crest }</b><h1>{ words.brand }</h1></div>
                    <Panel title={props.title.clone()}>{ props.children.clone() }</Panel>
                </div>
            </main>
            <footer class="gate__foot">{ words.foot }</footer>
        </div>
    }
}

/// Leads on to where one wanted to go, or to the list of cases.
#[component]
fn Onward() -> Html {
    let location = use_location();
    let wanted = use_memo((), |()| location.and_then(|location| location.state::<Wanted>()));
    match (*wanted).as_deref() {
        Some(Wanted { route, query }) => html! { <LeadOn to={*route} query={query.clone()} /> },
        None => html! { <LeadOn to={Route::Home} /> },
    }
}
