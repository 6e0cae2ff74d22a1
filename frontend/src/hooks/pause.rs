//! What is typed, as it stood when no key had been pressed for a moment: what is asked of the server while one types is
//! asked in the pauses.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds without a key.
const PAUSE: u32 = 300;

/// The text as it was before the last pause.
#[hook]
pub fn use_settled(text: String) -> String {
    let settled = use_state_eq(|| text.clone());
    let settle = settled.setter();
    use_effect_with(text, move |text| {
        let text = text.clone();
        let timer = Timeout::new(PAUSE, move || settle.set(text));
        move || drop(timer)
    });
    (*settled).clone()
}
