//! The time, ticking once a second for all countdowns together. The server's time, not this machine's: a
//! wrong clock on a desk must not move a legal deadline.

use crate::api::Client;
use anju_shared::time::Instant;
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// Properties of [`ClockProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ClockProviderProps {
    /// The client, which knows the server's time.
    pub client: Client,
    /// What is drawn below.
    #[prop_or_default]
    pub children: Html,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Now(Instant);

/// Provides [`use_now`] to everything below.
#[component]
pub fn ClockProvider(props: &ClockProviderProps) -> Html {
    let now = {
        let client = props.client.clone();
        use_state_eq(move || client.now())
    };
    {
        let (now, client) = (now.setter(), props.client.clone());
        use_effect_with((), move |()| {
            let tick = Interval::new(1000, move || now.set(client.now()));
            move || drop(tick)
        });
    }
    html! { <ContextProvider<Now> context={Now(*now)}>{ props.children.clone() }</ContextProvider<Now>> }
}

/// The present second. Whoever asks is drawn again when it passes: ask in small components.
#[hook]
pub fn use_now() -> Instant {
    use_context::<Now>().map_or(Instant::from_unix(0), |now| now.0)
}
