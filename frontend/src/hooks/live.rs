//! Being told by the server what happens, for all pages of a window together: one line, opened again when it breaks
//! and whenever somebody looks at the window again. A window that nobody looks at keeps no line.

use crate::{
    api::{
        Client,
        live::{Told, watch_cases},
    },
    session::use_client,
};
use anju_shared::ids::CaseId;
use gloo::{events::EventListener, timers::callback::Timeout, utils::document};
use js_sys::Promise;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;
use yew::prelude::*;

/// Milliseconds until a broken line is tried again: at first, and at most.
const WAITS: (u32, u32) = (1_000, 30_000);
/// After so many milliseconds without a sign the line counts as broken; the server gives one every few seconds.
const SILENCE: u32 = 45_000;
/// What changes within so many milliseconds is asked for once.
const GATHER: u32 = 200;

/// Who wants to be told.
#[derive(Clone, Default)]
struct Ears(Rc<RefCell<BTreeMap<u32, Callback<Told>>>>);

impl PartialEq for Ears {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Ears {
    fn add(&self, ear: Callback<Told>) -> Ear {
        let mut ears = self.0.borrow_mut();
        let key = ears.last_key_value().map_or(0, |(key, _)| key.wrapping_add(1));
        ears.insert(key, ear);
        Ear(self.clone(), key)
    }

    fn tell(&self, told: &Told) {
        // Whoever is told may stop listening.
        let ears: Vec<Callback<Told>> = self.0.borrow().values().cloned().collect();
        ears.iter().for_each(|ear| ear.emit(told.clone()));
    }
}

struct Ear(Ears, u32);

impl Drop for Ear {
    fn drop(&mut self) {
        self.0.0.borrow_mut().remove(&self.1);
    }
}

/// The line as pages see it.
#[derive(Clone, PartialEq)]
struct Live {
    ears: Ears,
    stands: bool,
}

/// Properties of [`LiveProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LiveProviderProps {
    /// Whether there is anything to be told to this person.
    pub wanted: bool,
    /// What is drawn below.
    #[prop_or_default]
    pub children: Html,
}

/// Keeps the line and provides [`use_live`] to everything below.
#[component]
pub fn LiveProvider(props: &LiveProviderProps) -> Html {
    let (client, ears) = (use_client(), use_memo((), |()| Ears::default()));
    let stands = use_state_eq(|| false);
    let visible = use_visible();
    {
        let (ears, stands) = ((*ears).clone(), stands.setter());
        use_effect_with((client, props.wanted && visible), move |(client, wanted)| {
            let line = wanted.then(|| {
                let line = Rc::new(Line::default());
                spawn_local(keep(client.clone(), ears, line.clone(), stands));
                line
            });
            move || {
                if let Some(line) = line {
                    line.close();
                }
            }
        });
    }
    let context = Live {
        ears: (*ears).clone(),
        stands: *stands,
    };
    html! { <ContextProvider<Live> {context}>{ props.children.clone() }</ContextProvider<Live>> }
}

/// Whether the window can be seen at all.
#[hook]
fn use_visible() -> bool {
    let visible = use_state_eq(|| !document().hidden());
    let setter = visible.setter();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&document(), "visibilitychange", move |_| {
            setter.set(!document().hidden());
        });
        move || drop(listener)
    });
    *visible
}

/// A line that is kept until it is closed.
#[derive(Default)]
struct Line {
    closed: Cell<bool>,
    breaks: RefCell<Option<AbortController>>,
}

impl Line {
    fn close(&self) {
        self.closed.set(true);
        if let Some(controller) = self.breaks.take() {
            controller.abort();
        }
    }
}

async fn keep(client: Client, ears: Ears, line: Rc<Line>, stands: UseStateSetter<bool>) {
    let (first, most) = WAITS;
    let mut wait = first;
    while !line.closed.get() {
        let Ok(controller) = AbortController::new() else {
            return;
        };
        line.breaks.replace(Some(controller.clone()));
        if let Ok(mut telling) = watch_cases(&client, &controller.signal()).await {
            stands.set(true);
            wait = first;
            // What happened before is known to nobody here.
            ears.tell(&Told::All);
            let mut alarm = alarm(&controller);
            while let Some(told) = telling.next().await {
                told.iter().for_each(|told| ears.tell(told));
                drop(std::mem::replace(&mut alarm, self::alarm(&controller)));
            }
        }
        stands.set(false);
        if !line.closed.get() {
            pause(wait).await;
            wait = wait.saturating_mul(2).min(most);
        }
    }
}

/// Breaks the line after a long silence.
fn alarm(controller: &AbortController) -> Timeout {
    let controller = controller.clone();
    Timeout::new(SILENCE, move || controller.abort())
}

/// Waits.
pub(super) async fn pause(milliseconds: u32) {
    let passed = Promise::new(&mut |resolve, _| {
        let wake = move || drop(resolve.call0(&JsValue::NULL));
        Timeout::new(milliseconds, wake).forget();
    });
    // A promise that is only ever kept.
    drop(JsFuture::from(passed).await);
}

/// Calls `act` with everything that is told.
#[hook]
pub fn use_live(act: Callback<Told>) {
    let ears = use_context::<Live>().map(|live| live.ears);
    let latest = use_mut_ref(Callback::noop);
    latest.replace(act);
    use_effect_with(ears, move |ears| {
        let heard = Callback::from(move |told| {
            let act: Callback<Told> = latest.borrow().clone();
            act.emit(told);
        });
        let ear = ears.as_ref().map(|ears| ears.add(heard));
        move || drop(ear)
    });
}

/// Calls `reload` when this case changed, or any if none is named; once for what changes together.
#[hook]
pub fn use_live_reload(of: Option<CaseId>, reload: Callback<()>) {
    use_live_reload_within(GATHER, of, reload);
}

/// The same, once for what changes within so many milliseconds: every question is recorded, so what only stands beside
/// the page asks less often.
#[hook]
pub(super) fn use_live_reload_within(gather: u32, of: Option<CaseId>, reload: Callback<()>) {
    let latest = use_mut_ref(Callback::noop);
    latest.replace(reload);
    let gathering = use_mut_ref(|| None::<Timeout>);
    use_live(Callback::from(move |told| {
        let concerns = match told {
            Told::Case(change) => of.is_none_or(|of| of == change.id),
            Told::All => true,
        };
        if concerns && gathering.borrow().is_none() {
            let (latest, gathered) = (latest.clone(), gathering.clone());
            let timer = Timeout::new(gather, move || {
                gathered.replace(None);
                let reload: Callback<()> = latest.borrow().clone();
                reload.emit(());
            });
            gathering.replace(Some(timer));
        }
    }));
}

/// Whether what is shown follows what happens; if not, somebody has to ask.
#[hook]
pub fn use_live_stands() -> bool {
    use_context::<Live>().is_some_and(|live| live.stands)
}
