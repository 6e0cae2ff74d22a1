//! The pages of the app and their addresses: the only place with page URLs.

use crate::ui::focus_heading;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::window;
use yew::prelude::*;

/// The calculator of periods: a document of its own, to which the browser goes.
pub(crate) const CALCULATOR: &str = "/calculator";
/// Where it explains the period of the own report.
pub(crate) const EXPLANATION: &str = "/calculator#report";

/// Whether the own report is asked about.
pub(crate) fn asks_for_explanation() -> bool {
    let place = window().and_then(|window| window.location().hash().ok());
    place.is_some_and(|place| EXPLANATION.ends_with(&place) && !place.is_empty())
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// 首页
    Home,
    /// 我要举报
    Report,
    /// 查询进度
    Follow,
    /// 办理指南
    Guide,
    /// There is no such page.
    Missing,
}

impl Page {
    /// Every page that has an address of its own, in the order of the navigation.
    pub(crate) const ALL: [Self; 4] = [Self::Home, Self::Report, Self::Follow, Self::Guide];

    /// Its address.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Home | Self::Missing => "/",
            Self::Report => "/report",
            Self::Follow => "/follow",
            Self::Guide => "/guide",
        }
    }

    fn at(path: &str) -> Self {
        let path = match path.trim_end_matches('/') {
            "" => "/",
            path => path,
        };
        let found = Self::ALL.into_iter().find(|page| page.path() == path);
        found.unwrap_or(Self::Missing)
    }

    fn here() -> Self {
        let path = window().and_then(|window| window.location().pathname().ok());
        path.map_or(Self::Home, |path| Self::at(&path))
    }
}

/// The page that is shown, and the way to others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    /// The page.
    pub(crate) page: Page,
    /// Goes to another.
    pub(crate) go: Callback<Page>,
}

/// Follows the address of the browser.
#[hook]
pub(crate) fn use_place() -> Place {
    let page = use_state_eq(Page::here);
    use_effect_with((), {
        let page = page.setter();
        move |()| {
            let moved = Closure::<dyn Fn()>::new(move || page.set(Page::here()));
            if let Some(window) = window() {
                window.set_onpopstate(Some(moved.as_ref().unchecked_ref()));
            }
            move || drop(moved)
        }
    });
    let go = use_callback((), {
        let page = page.setter();
        move |to: Page, ()| {
            let history = window().and_then(|window| window.history().ok());
            if let Some(history) = history {
                // Where the address cannot be written, the page is shown under the old one.
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(to.path()));
            }
            page.set(to);
            focus_heading();
        }
    });
    Place { page: *page, go }
}

/// Properties of [`Link`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct LinkProps {
    /// Where it leads.
    pub(crate) to: Page,
    /// Looks.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Name under which tests find it.
    #[prop_or_default]
    pub(crate) test: Option<AttrValue>,
    /// What it says.
    pub(crate) children: Html,
}

/// A link to a page. With Ctrl, Shift or the middle button the browser opens it as any other.
#[component]
pub(crate) fn Link(props: &LinkProps) -> Html {
    let place = use_context::<Place>();
    let to = props.to;
    let current = place.as_ref().is_some_and(|place| place.page == to);
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.ctrl_key() || event.shift_key() || event.meta_key() || event.alt_key() || event.button() != 0
        {
            return;
        }
        if let Some(place) = &place {
            event.prevent_default();
            place.go.emit(to);
        }
    });
    html! {
        <a href={to.path()} class={props.class.clone()} data-test={props.test.clone()} aria-current={current.then_some("page")} {onclick}>
            { props.children.clone() }
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_by_its_address() {
        for page in Page::ALL {
            assert_eq!(Page::at(page.path()), page);
        }
        assert_eq!(Page::at("/report/"), Page::Report);
        assert_eq!(Page::at(""), Page::Home);
        assert_eq!(Page::at("/desk-of-nobody"), Page::Missing);
    }
}
