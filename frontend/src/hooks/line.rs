//! The line to the server: lost or there, and how often it came back.

use crate::api::{Client, reach::look_for_server};
use gloo::{events::EventListener, timers::callback::Interval, utils::window};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds between two looks for a server that was lost.
const EVERY: u32 = 4_000;

/// What is known of the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The server does not answer.
    pub lost: bool,
    /// How often it answered again after it was lost.
    pub returns: u32,
}

/// Properties of [`LineProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LineProviderProps {
    /// The client, which learns of it first.
    pub client: Client,
    /// What is drawn below.
    #[prop_or_default]
    pub children: Html,
}

/// Provides [`use_line`] to everything below, and looks for a lost server until it is found.
#[component]
pub fn LineProvider(props: &LineProviderProps) -> Html {
    let line = use_state_eq(Line::default);
    {
        let (line, client) = (line.clone(), props.client.clone());
        use_effect(move || {
            client.listen_to_reach(Callback::from(move |reached: bool| {
                line.set(Line {
                    lost: !reached,
                    returns: line.returns.wrapping_add(u32::from(reached && line.lost)),
                });
            }));
        });
    }
    use_effect_with((line.lost, props.client.clone()), |(lost, client)| {
        let look = {
            let client = client.clone();
            move || {
                let client = client.clone();
                spawn_local(async move { look_for_server(&client).await });
            }
        };
        let looking = lost.then(|| {
            let at_once = look.clone();
            let listener = EventListener::new(&window(), "online", move |_| at_once());
            (Interval::new(EVERY, look), listener)
        });
        move || drop(looking)
    });
    html! { <ContextProvider<Line> context={*line}>{ props.children.clone() }</ContextProvider<Line>> }
}

/// What is known of the line.
#[hook]
pub fn use_line() -> Line {
    use_context::<Line>().unwrap_or_default()
}
