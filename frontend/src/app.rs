//! The providers around the pages of a room, outermost first: language, session and client, time, keyboard,
//! messages, addresses.

use crate::{
    api::Client,
    features::sign_in::{Gate, SignInAgain, SignInPage},
    hooks::{ClockProvider, LineProvider, ShortcutProvider},
    route::{BASE, LeadOn, Route},
    session::{SessionProvider, use_session},
    shell::{LineBanner, Staff},
    text::{self, Language, Speech, use_texts},
    ui::Toasts,
};
use anju_shared::json;
use web_sys::Storage;
use yew::prelude::*;
use yew_router::prelude::*;

/// Under this name the browser keeps the language chosen. Nothing else is kept there.
const LANGUAGE_KEY: &str = "anju.language";

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// The language that was chosen in this browser.
fn kept() -> Option<Language> {
    json::read(&storage()?.get_item(LANGUAGE_KEY).ok()??)
}

fn keep(language: Language) {
    let word = match language {
        Language::Zh => "\"zh\"",
        Language::En => "\"en\"",
    };
    if let Some(storage) = storage() {
        // Where nothing can be kept, the language is asked for again next time.
        storage.set_item(LANGUAGE_KEY, word).unwrap_or_default();
    }
}

/// Properties of [`App`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The pages of this room: nothing for an address of another room.
    pub page: Callback<Route, Option<Html>>,
}

/// The app in one of its rooms.
#[component]
pub fn App(props: &AppProps) -> Html {
    let language = use_state_eq(|| kept().unwrap_or_default());
    let client = use_memo((), |()| Client::new()).as_ref().clone();
    client.speak(*language);
    use_effect_with(*language, |&language| {
        if let Some(root) = gloo::utils::document().document_element() {
            root.set_attribute("lang", text::tag(language))
                .unwrap_or_default();
        }
        gloo::utils::document().set_title(text::texts(language).frame().title);
    });
    let choose = {
        let language = language.setter();
        use_callback((), move |chosen: Language, ()| {
            keep(chosen);
            language.set(chosen);
        })
    };
    html! {
            <ContextProvider<Speech> context={Speech { language: *language, choose }}>
                <SessionProvider client={client.clone()}>
                    <LineProvider client={client.clone()}>
                        <ClockProvider {client}>
                            <ShortcutProvider><Messages><Pages ..props.clone() /></Messages></ShortcutProvider>
                        </ClockProvider>
                    </LineProvider>
                </SessionProvider>
            </ContextProvider<Speech>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MessagesProps {
    children: Html,
}

#[component]
fn Messages(props: &MessagesProps) -> Html {
    let words = use_texts().widgets();
    html! { <Toasts label={words.messages} close={words.close}>{ props.children.clone() }</Toasts> }
}

#[component]
fn Pages(props: &AppProps) -> Html {
    let own = props.page.clone();
    let render = Callback::from(move |route| page(route, &own));
    html! { <BrowserRouter basename={BASE}>
        <LineBanner />
        <Switch<Route> {render} />
        <SignInAgain />
    </BrowserRouter> }
}

/// The page of an address. All but the sign-in want somebody signed in.
fn page(route: Route, own: &Callback<Route, Option<Html>>) -> Html {
    let inside = match route {
        Route::SignIn => return html! { <SignInPage /> },
        Route::Home => html! { <ToOwnPage /> },
        route => match own.emit(route) {
            Some(page) if route == Route::Duties => return page,
            Some(page) => page,
            None => return html! { <LeadOn to={route} /> },
        },
    };
    html! { <Gate {route}><Staff {route}>{ inside }</Staff></Gate> }
}

/// Leads to the page where this person's work is.
#[component]
fn ToOwnPage() -> Html {
    let session = use_session();
    html! { <LeadOn to={session.home()} /> }
}
