//! A link within the app: a real address, followed without loading the page anew.

use yew::prelude::*;

/// Properties of [`Anchor`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnchorProps {
    /// Where it leads.
    pub href: AttrValue,
    /// Goes there.
    pub go: Callback<()>,
    /// Leads to the page that is shown.
    #[prop_or_default]
    pub current: bool,
    /// Looks.
    #[prop_or_default]
    pub class: Classes,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A link. With Ctrl, Shift or the middle button the browser opens it as any other.
#[component]
pub fn Anchor(props: &AnchorProps) -> Html {
    let go = props.go.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.ctrl_key() || event.shift_key() || event.meta_key() || event.alt_key() || event.button() != 0
        {
            return;
        }
        event.prevent_default();
        go.emit(());
    });
    html! {
        <a href={props.href.clone()} class={props.class.clone()} data-test={props.test.clone()} aria-current={props.current.then_some("page")} {onclick}>
            { props.children.clone() }
        </a>
    }
}
