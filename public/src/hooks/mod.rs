//! What pages share: the guide of the server, the server's time, the language chosen, a problem in words.

mod leave;
mod speech;

pub(crate) use leave::leave;
pub(crate) use speech::use_speech;

use crate::{
    api::{self, Failure},
    text::{frame::FrameTexts, use_texts},
    ui::{Tone, notice, waiting},
};
use anju_shared::{api::public::Guide, problem::Language, time::Instant};
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;

/// The guide, as far as it is here, and the way to ask for it again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rules {
    guide: Option<Result<Rc<Guide>, Failure>>,
    again: Callback<()>,
}

/// Asks the server for the guide, once for all pages.
#[hook]
pub(crate) fn use_rules(language: Language) -> Rules {
    let guide = use_state(|| None);
    let again = {
        let guide = guide.setter();
        use_callback(language, move |(), &language| {
            let guide = guide.clone();
            guide.set(None);
            spawn_local(async move {
                guide.set(Some(api::read_guide(language).await.map(Rc::new)));
            });
        })
    };
    use_effect_with((), {
        let again = again.clone();
        move |()| again.emit(())
    });
    Rules {
        guide: (*guide).clone(),
        again,
    }
}

/// Draws with the guide; until it is here, draws that it is on its way or why it does not come.
#[hook]
pub(crate) fn use_guide() -> Result<Rc<Guide>, Html> {
    let (rules, texts) = (use_context::<Rules>(), use_texts());
    let Some(rules) = rules else {
        return Err(Html::default());
    };
    match rules.guide {
        Some(Ok(guide)) => Ok(guide),
        Some(Err(failure)) => Err(failed(&failure, texts.frame, Some(&rules.again))),
        None => Err(waiting(texts.frame.loading)),
    }
}

/// A failure in words, with the way to try again.
pub(crate) fn failed(failure: &Failure, words: &FrameTexts, again: Option<&Callback<()>>) -> Html {
    let sentence = match failure {
        Failure::Offline => words.offline.to_owned(),
        Failure::Unreadable => words.unreadable.to_owned(),
        Failure::Problem(problem) => problem.detail.clone().unwrap_or_else(|| problem.title.clone()),
    };
    let request = failure
        .problem()
        .and_then(|problem| problem.request_id.as_deref());
    notice(
        Tone::Wrong,
        html! {
            <>
                <p>{ sentence }</p>
                if let Some(request) = request { <p class="quiet">{ words.request }{ " " }{ request }</p> }
                if let Some(again) = again {
                    <button type="button" class="btn" onclick={again.reform(|_| ())} data-test="again">{ words.again }</button>
                }
            </>
        },
    )
}

/// The language chosen.
#[hook]
pub(crate) fn use_language() -> Language {
    use_texts().language
}

/// The server's time, every few seconds anew.
#[hook]
pub(crate) fn use_now() -> Instant {
    const EVERY: i32 = 15_000;
    let now = use_state_eq(api::now);
    use_effect_with((), {
        let now = now.setter();
        move |()| {
            let tick = Closure::<dyn Fn()>::new(move || now.set(api::now()));
            let window = window();
            let timer = window.as_ref().and_then(|window| {
                window
                    .set_interval_with_callback_and_timeout_and_arguments_0(
                        tick.as_ref().unchecked_ref(),
                        EVERY,
                    )
                    .ok()
            });
            move || {
                if let (Some(window), Some(timer)) = (window, timer) {
                    window.clear_interval_with_handle(timer);
                }
                drop(tick);
            }
        }
    });
    *now
}
