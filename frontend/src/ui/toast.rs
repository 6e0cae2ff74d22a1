//! Short messages about what has just been done. Read aloud politely; failures stay until they are closed.

use super::{
    button::{Button, ButtonKind},
    icon::{Glyph, Icon},
};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// A message of success goes after this many milliseconds.
const SHOWN: u32 = 6_000;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// It worked.
    Done,
    /// Good to know.
    Told,
    /// It did not work.
    Failed,
}

#[derive(Clone, Debug, PartialEq)]
struct Toast {
    id: u32,
    kind: ToastKind,
    text: AttrValue,
}

#[derive(Debug, Default, PartialEq)]
struct Shown {
    next: u32,
    toasts: Vec<Toast>,
}

enum Change {
    Say(ToastKind, AttrValue),
    Close(u32),
}

impl Reducible for Shown {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut toasts = self.toasts.clone();
        let mut next = self.next;
        match change {
            Change::Say(kind, text) => {
                toasts.push(Toast { id: next, kind, text });
                next = next.wrapping_add(1);
            }
            Change::Close(id) => toasts.retain(|toast| toast.id != id),
        }
        Rc::new(Self { next, toasts })
    }
}

/// Says short messages. From [`use_toaster`].
#[derive(Clone, PartialEq)]
pub struct Toaster(Option<UseReducerDispatcher<Shown>>);

impl std::fmt::Debug for Toaster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Toaster")
    }
}

impl Toaster {
    /// Says it.
    pub fn say(&self, kind: ToastKind, text: impl Into<AttrValue>) {
        if let Some(dispatcher) = &self.0 {
            dispatcher.dispatch(Change::Say(kind, text.into()));
        }
    }
}

/// The messages of this page.
#[hook]
pub fn use_toaster() -> Toaster {
    use_context::<Toaster>().unwrap_or(Toaster(None))
}

/// Properties of [`Toasts`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ToastsProps {
    /// What the list of messages is called.
    pub label: AttrValue,
    /// What the closing buttons are called.
    pub close: AttrValue,
    /// What is drawn below, and may say messages.
    #[prop_or_default]
    pub children: Html,
}

/// Shows the messages and provides [`use_toaster`].
#[component]
pub fn Toasts(props: &ToastsProps) -> Html {
    let shown = use_reducer_eq(Shown::default);
    let toasts = shown.toasts.iter().map(|toast| {
        let onclose = {
            let (dispatcher, id) = (shown.dispatcher(), toast.id);
            Callback::from(move |()| dispatcher.dispatch(Change::Close(id)))
        };
        html! { <Bread key={toast.id} toast={toast.clone()} close={props.close.clone()} {onclose} /> }
    });
    html! {
        <ContextProvider<Toaster> context={Toaster(Some(shown.dispatcher()))}>
            { props.children.clone() }
            <div class="toasts" role="region" aria-label={props.label.clone()} aria-live="polite">{ for toasts }</div>
        </ContextProvider<Toaster>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BreadProps {
    toast: Toast,
    close: AttrValue,
    onclose: Callback<()>,
}

#[component]
fn Bread(props: &BreadProps) -> Html {
    let (class, glyph) = match props.toast.kind {
        ToastKind::Done => (Some("toast--done"), Glyph::Done),
        ToastKind::Told => (None, Glyph::Info),
        ToastKind::Failed => (Some("toast--failed"), Glyph::Alert),
    };
    {
        let onclose = props.onclose.clone();
        use_effect_with((props.toast.id, props.toast.kind), move |&(_, kind)| {
            let timer = (kind != ToastKind::Failed).then(|| Timeout::new(SHOWN, move || onclose.emit(())));
            move || drop(timer)
        });
    }
    html! {
        <div class={classes!("toast", class)}>
            <Icon {glyph} /><span>{ props.toast.text.clone() }</span>
            <Button kind={ButtonKind::Quiet} small=true bare=true glyph={Glyph::Close} label={props.close.clone()}
                onclick={props.onclose.clone()} />
        </div>
    }
}
