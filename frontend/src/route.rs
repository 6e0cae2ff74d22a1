//! The pages of the app and their addresses: the only place with page URLs.

use crate::ui::Anchor;
use anju_shared::ids::CaseId;
use yew::prelude::*;
use yew_router::prelude::*;

/// Where the desk stands on its server. Trunk.toml names the same place for its files.
pub const BASE: &str = "/desk";

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// Leads on to the workbench, or to the sign-in.
    #[at("/")]
    Home,
    /// 登录
    #[at("/sign-in")]
    SignIn,
    /// 工作台
    #[at("/workbench")]
    Workbench,
    /// 交办台
    #[at("/dispatch")]
    Dispatch,
    /// 审批
    #[at("/approvals")]
    Approvals,
    /// 举报件: the list.
    #[at("/cases")]
    Cases,
    /// 办件: one case.
    #[at("/cases/:id")]
    Case {
        /// Which.
        id: CaseId,
    },
    /// 登记
    #[at("/register")]
    Register,
    /// 单位与人员
    #[at("/people")]
    People,
    /// 联络单
    #[at("/liaison")]
    Liaison,
    /// 审计
    #[at("/audit")]
    Audit,
    /// 我的账号
    #[at("/account")]
    Account,
    /// Every component, for looking at them while they are made.
    #[cfg(feature = "gallery")]
    #[at("/gallery")]
    Gallery,
    /// There is no such page.
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// Where somebody wanted to go who has to sign in first: kept with the history, and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The page.
    pub route: Route,
    /// What its address says besides, as the filters of a list.
    pub query: String,
}

/// Properties of [`RouteLink`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RouteLinkProps {
    /// Where it leads.
    pub to: Route,
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

/// A link to a page.
#[component]
pub fn RouteLink(props: &RouteLinkProps) -> Html {
    let go = use_go();
    let to = props.to;
    html! {
        <Anchor href={href(to)} go={go.reform(move |()| to)} class={props.class.clone()} test={props.test.clone()}>
            { props.children.clone() }
        </Anchor>
    }
}

/// The address of a page, as a link has it.
#[must_use]
pub fn href(route: Route) -> String {
    format!("{BASE}{}", route.to_path())
}

/// The way to other pages.
#[hook]
pub fn use_go() -> Callback<Route> {
    let navigator = use_navigator();
    use_callback(navigator, |to: Route, navigator| {
        if let Some(navigator) = navigator {
            navigator.push(&to);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_by_its_address() {
        let id = "0199aa00-0000-7000-8000-000000000001"
            .parse()
            .expect("a valid id");
        for route in [
            Route::Home,
            Route::SignIn,
            Route::Workbench,
            Route::Dispatch,
            Route::Approvals,
            Route::Cases,
            Route::Case { id },
            Route::Register,
            Route::People,
            Route::Liaison,
            Route::Audit,
            Route::Account,
        ] {
            assert_eq!(Route::recognize(&route.to_path()), Some(route));
        }
        assert_eq!(Route::recognize("/cases/no-id"), Some(Route::NotFound));
        assert_eq!(Route::recognize("/nowhere"), Some(Route::NotFound));
    }
}
