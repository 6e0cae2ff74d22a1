//! The parts of the frame around the pages: top bar, side navigation, head of a page.

use super::{
    anchor::Anchor,
    button::Button,
    icon::{Glyph, Icon},
    tag::Count,
};
use yew::prelude::*;

/// Properties of [`TopBar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TopBarProps {
    /// Name of the program, with its crest: a link to its first page.
    pub brand: Html,
    /// What the button that shows the navigation is called.
    pub menu: AttrValue,
    /// The navigation is shown.
    pub menu_open: bool,
    /// Shows or hides it.
    pub onmenu: Callback<()>,
    /// In the middle: the search.
    #[prop_or_default]
    pub search: Html,
    /// At the end: who is signed in, and their buttons.
    #[prop_or_default]
    pub children: Html,
}

/// The dark bar over everything.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    html! {
        <header class="top">
            <span class="top__menu">
                <Button bare=true glyph={Glyph::Menu} label={props.menu.clone()} expanded={props.menu_open} onclick={props.onmenu.clone()} />
            </span>
            { props.brand.clone() }
            { props.search.clone() }
            <div class="top__end">{ props.children.clone() }</div>
        </header>
    }
}

/// Pages that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct NavGroup {
    /// What they have in common.
    pub label: AttrValue,
    /// The pages.
    pub items: Vec<NavItem>,
}

/// One page of the navigation.
#[derive(Clone, Debug, PartialEq)]
pub struct NavItem {
    /// Its name.
    pub label: AttrValue,
    /// Drawing before it.
    pub glyph: Glyph,
    /// Its address.
    pub href: AttrValue,
    /// Goes there.
    pub go: Callback<()>,
    /// It is the page shown.
    pub current: bool,
    /// How many things wait there, and whether they are urgent.
    pub count: Option<(AttrValue, bool)>,
}

/// Properties of [`SideNav`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SideNavProps {
    /// What it is called.
    pub label: AttrValue,
    /// Shown although the screen is narrow.
    pub open: bool,
    /// The pages.
    pub groups: Vec<NavGroup>,
}

/// The navigation at the side; on narrow screens over the page, when asked for.
#[component]
pub fn SideNav(props: &SideNavProps) -> Html {
    let groups = props.groups.iter().map(|group| {
        html! { <><h2>{ group.label.clone() }</h2>{ for group.items.iter().map(item) }</> }
    });
    html! {
        <div class={classes!("side", props.open.then_some("side--open"))}>
            <nav aria-label={props.label.clone()}>{ for groups }</nav>
        </div>
    }
}

fn item(item: &NavItem) -> Html {
    let page = item.href.rsplit('/').next().unwrap_or_default();
    html! {
        <Anchor href={item.href.clone()} go={item.go.clone()} current={item.current} test={format!("nav-{page}")}>
            <Icon glyph={item.glyph} />{ item.label.clone() }
            if let Some((count, urgent)) = &item.count { <Count count={count.clone()} urgent={*urgent} /> }
        </Anchor>
    }
}

/// Properties of [`PageHead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageHeadProps {
    /// What the page is about.
    pub title: AttrValue,
    /// Before it: where it belongs.
    #[prop_or_default]
    pub before: Html,
    /// After it: tags, a sentence.
    #[prop_or_default]
    pub after: Html,
    /// At the end of the line: buttons.
    #[prop_or_default]
    pub children: Html,
}

/// The first line of a page.
#[component]
pub fn PageHead(props: &PageHeadProps) -> Html {
    html! {
        <div class="head">
            { props.before.clone() }
            <h1>{ props.title.clone() }</h1>
            { props.after.clone() }
            <div class="head__end">{ props.children.clone() }</div>
        </div>
    }
}
