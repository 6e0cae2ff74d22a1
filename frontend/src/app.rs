//! The providers around the pages, outermost first: language, session and client, time, keyboard, messages,
//! addresses.

use crate::{
    api::Client,
    features,
    hooks::{ClockProvider, LineProvider, ShortcutProvider},
    route::{BASE, Route},
    session::{SessionProvider, use_session},
    shell::{LineBanner, Staff},
    text::{self, Language, Speech, use_texts},
    ui::Toasts,
};
use gloo::storage::{LocalStorage, Storage};
use yew::prelude::*;
use yew_router::prelude::*;

/// Under this name the browser keeps the language chosen. Nothing else is kept there.
const LANGUAGE_KEY: &str = "anju.language";

/// The app.
#[component]
pub fn App() -> Html {
    let language = use_state_eq(|| LocalStorage::get::<Language>(LANGUAGE_KEY).unwrap_or_default());
    let client = use_memo((), |()| Client::new()).as_ref().clone();
    client.speak(*language);
    use_effect_with(*language, |&language| {
        if let Some(root) = gloo::utils::document().document_element() {
            root.set_attribute("lang", text::tag(language))
                .unwrap_or_default();
        }
        gloo::utils::document().set_title(text::texts(language).frame.title);
    });
    let choose = {
        let language = language.setter();
        use_callback((), move |chosen: Language, ()| {
            // Where nothing can be kept, the language is asked for again next time.
            LocalStorage::set(LANGUAGE_KEY, chosen).unwrap_or_default();
            language.set(chosen);
        })
    };
    html! {
        <ContextProvider<Speech> context={Speech { language: *language, choose }}>
            <SessionProvider client={client.clone()}>
                <LineProvider client={client.clone()}>
                    <ClockProvider {client}>
                        <ShortcutProvider><Messages><Pages /></Messages></ShortcutProvider>
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
    let words = &use_texts().widgets;
    html! { <Toasts label={words.messages} close={words.close}>{ props.children.clone() }</Toasts> }
}

#[component]
fn Pages() -> Html {
    html! { <BrowserRouter basename={BASE}>
        <LineBanner />
        <Switch<Route> render={page} />
        <features::sign_in::SignInAgain />
    </BrowserRouter> }
}

/// The page of an address. All but the sign-in want somebody signed in.
fn page(route: Route) -> Html {
    match route {
        Route::SignIn => html! { <features::sign_in::SignInPage /> },
        #[cfg(feature = "gallery")]
        Route::Gallery => html! { <features::gallery::Gallery /> },
        Route::NotFound => html! { <features::not_found::NotFoundPage /> },
        Route::Home
        | Route::Workbench
        | Route::Dispatch
        | Route::Approvals
        | Route::Cases
        | Route::Case { .. }
        | Route::Register
        | Route::People
        | Route::Liaison
        | Route::Audit
        | Route::Account => {
            html! { <features::sign_in::Gate><Staff {route}>{ staff_page(route) }</Staff></features::sign_in::Gate> }
        }
    }
}

/// Leads to the page where this person's work is.
#[component]
fn ToOwnPage() -> Html {
    let session = use_session();
    html! { <Redirect<Route> to={session.home()} /> }
}

/// What stands in the frame of the staff at this address.
fn staff_page(route: Route) -> Html {
    match route {
        Route::Home => html! { <ToOwnPage /> },
        Route::People => html! { <features::people::PeoplePage /> },
        Route::Liaison => html! { <features::people::LiaisonPage /> },
        Route::Audit => html! { <features::audit::AuditPage /> },
        Route::Workbench => html! { <features::workbench::WorkbenchPage /> },
        Route::Dispatch => html! { <features::dispatch::DispatchPage /> },
        Route::Approvals => html! { <features::approvals::ApprovalsPage /> },
        Route::Cases => html! { <features::cases::list::CasesPage /> },
        Route::Register => html! { <features::register::RegisterPage /> },
        Route::Account => html! { <features::sign_in::AccountPage /> },
        Route::Case { id } => html! { <features::cases::detail::CasePage key={id.to_string()} {id} /> },
        _ => html! { <features::not_found::NotFoundPage /> },
    }
}
