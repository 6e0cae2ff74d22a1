//! Holds the session for the pages below it.

use super::{Session, SessionState, sign_out};
use crate::api::{Client, SessionChange};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A token is renewed this many seconds before it expires.
const AHEAD: u32 = 30;

/// Properties of [`SessionProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SessionProviderProps {
    /// The client that holds the token.
    pub client: Client,
    /// The pages.
    #[prop_or_default]
    pub children: Html,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    state: SessionState,
    /// Counts the tokens and says how long the latest is good, so that each gets its own timer.
    token: (u32, u32),
    /// The session of whoever is signed in has ended by itself.
    ended: bool,
}

enum Change {
    Client(SessionChange),
    Restarted,
    Failed(crate::api::Failure),
    SignedOut,
}

impl Reducible for Held {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let state = match change {
            Change::Client(SessionChange::Opened(opened)) => {
                let token = (self.token.0.wrapping_add(1), opened.expires_in);
                let state = SessionState::SignedIn(Rc::new(opened.account.clone()));
                let ended = false;
                return Rc::new(Self { state, token, ended });
            }
            Change::Client(SessionChange::Ended) => {
                let (state, token) = (self.state.clone(), self.token);
                let ended = matches!(state, SessionState::SignedIn(_));
                return Rc::new(Self { state, token, ended });
            }
            Change::Client(SessionChange::Lost) => SessionState::SignedOut { expired: self.ended },
            Change::Restarted => SessionState::Starting,
            // Whoever is signed in stays so without a network; the calls say what fails.
            Change::Failed(_) if self.ended => return self,
            Change::Failed(failure) => match &self.state {
                SessionState::Starting => SessionState::Unknown(failure),
                state => state.clone(),
            },
            Change::SignedOut => SessionState::SignedOut { expired: false },
        };
        Rc::new(Self {
            state,
            token: self.token,
            ended: false,
        })
    }
}

/// Restores the session when the page opens, renews it in time, and provides [`Session`] and [`Client`].
#[component]
pub fn SessionProvider(props: &SessionProviderProps) -> Html {
    let held = use_reducer_eq(Held::default);
    let client = props.client.clone();

    let restore = {
        let (client, dispatcher) = (client.clone(), held.dispatcher());
        use_callback((), move |(), ()| {
            dispatcher.dispatch(Change::Restarted);
            renew(client.clone(), dispatcher.clone());
        })
    };
    {
        let (client, dispatcher) = (client.clone(), held.dispatcher());
        use_effect_with((), move |()| {
            let listener = dispatcher.clone();
            client.listen(Callback::from(move |change| {
                listener.dispatch(Change::Client(change))
            }));
            renew(client, dispatcher);
        });
    }
    {
        let (client, dispatcher) = (client.clone(), held.dispatcher());
        use_effect_with(held.token, move |&(count, seconds)| {
            let timer = (count > 0).then(|| {
                let milliseconds = seconds.saturating_sub(AHEAD).max(5).saturating_mul(1000);
                Timeout::new(milliseconds, move || renew(client, dispatcher))
            });
            move || drop(timer)
        });
    }
    let sign_out = {
        let (client, dispatcher) = (client.clone(), held.dispatcher());
        use_callback((), move |(), ()| {
            let dispatcher = dispatcher.clone();
            sign_out(client.clone(), move || dispatcher.dispatch(Change::SignedOut));
        })
    };

    let leave = use_callback(client.clone(), |(), client| client.close());
    let session = Session {
        state: held.state.clone(),
        ended: held.ended,
        leave,
        restore,
        sign_out,
    };
    html! {
        <ContextProvider<Client> context={client}>
            <ContextProvider<Session> context={session}>{ props.children.clone() }</ContextProvider<Session>>
        </ContextProvider<Client>>
    }
}

fn renew(client: Client, dispatcher: UseReducerDispatcher<Held>) {
    spawn_local(async move {
        // Success and the end of the session arrive through the listener.
        if let Err(failure) = client.renew().await
            && !failure.is_unauthenticated()
        {
            dispatcher.dispatch(Change::Failed(failure));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Failure;
    use anju_shared::api::session::SignedIn;

    fn opened() -> SignedIn {
        serde_json::from_str(
            r#"{"access_token": "t", "expires_in": 300, "account": {
                "id": "00000000-0000-7000-8000-000000000001", "session": "00000000-0000-7000-8000-000000000003",
                "name": "林远", "login": "linyuan", "region": "120100",
                "unit": {"id": "00000000-0000-7000-8000-000000000002", "name": "区规自局"}, "roles": ["handler"]}}"#,
        )
        .expect("a session as the API gives it")
    }

    fn after(changes: Vec<Change>) -> SessionState {
        let mut held = Rc::new(Held::default());
        for change in changes {
            held = held.reduce(change);
        }
        held.state.clone()
    }

    #[test]
    fn whoever_is_at_work_when_the_session_ends_stays_at_their_page_and_is_asked() {
        let open = || Change::Client(SessionChange::Opened(Rc::new(opened())));
        let end = || Change::Client(SessionChange::Ended);
        let held = [open(), end()]
            .into_iter()
            .fold(Rc::new(Held::default()), |held, change| held.reduce(change));
        assert!(held.ended && matches!(held.state, SessionState::SignedIn(_)));
        assert!(!held.clone().reduce(open()).ended);
        let left = held.reduce(Change::Client(SessionChange::Lost));
        assert_eq!(left.state, SessionState::SignedOut { expired: true });
    }

    #[test]
    fn a_page_opened_without_a_session_says_nothing_of_expiry() {
        assert_eq!(
            after(vec![Change::Client(SessionChange::Lost)]),
            SessionState::SignedOut { expired: false }
        );
    }

    #[test]
    fn whoever_is_signed_in_stays_so_while_the_network_is_away() {
        let open = Change::Client(SessionChange::Opened(Rc::new(opened())));
        assert!(matches!(
            after(vec![open, Change::Failed(Failure::Offline)]),
            SessionState::SignedIn(_)
        ));
        assert_eq!(
            after(vec![Change::Failed(Failure::Offline)]),
            SessionState::Unknown(Failure::Offline)
        );
    }
}
