//! The page around the form.

use super::form::SignInForm;
use crate::{
    route::Route,
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
    let (texts, session, location) = (use_texts(), use_session(), use_location());
    let words = &texts.sign_in;
    let body = match &session.state {
        SessionState::SignedIn(_) => {
            let wanted = location.and_then(|location| location.state::<Route>());
            return html! { <Redirect<Route> to={wanted.map_or(Route::Cases, |route| *route)} /> };
        }
        SessionState::Starting => html! { <p class="quiet" role="status">{ texts.frame.starting }</p> },
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
    html! {
        <div class="gate">
            <div class="row row--end gate__foot"><LanguageButton /></div>
            <main class="gate__body">
                <div class="gate__card">
                    <div class="crest"><b>{ texts.frame.crest }</b><h1>{ texts.frame.brand }</h1></div>
                    <Panel title={words.title}>{ body }</Panel>
                </div>
            </main>
            <footer class="gate__foot">{ texts.frame.foot }</footer>
        </div>
    }
}
