//! The pages of the desk, their addresses and their rooms: the only place with page URLs.
//!
//! A room is a document of its own with a program of its own ([`crate::rooms`]), so that nobody waits for pages that
//! they do not open. Within a room the router leads from page to page; to another room leads the browser.

mod wanted;
mod way;

pub use wanted::Wanted;
pub(crate) use way::enter;
pub use way::{LeadOn, LeadOnProps, RouteLink, RouteLinkProps, use_go, use_said};

use anju_shared::ids::{CaseId, RevisionId};
use std::collections::HashMap;
use yew_router::Routable;

/// Where the desk stands on its server. Trunk.toml names the same place for its files.
pub const BASE: &str = "/desk";

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Leads on to the workbench, or to the sign-in.
    Home,
    /// 登录
    SignIn,
    /// 工作台
    Workbench,
    /// 交办台
    Dispatch,
    /// 审批
    Approvals,
    /// 举报件: the list.
    Cases,
    /// 办件: one case.
    Case {
        /// Which.
        id: CaseId,
    },
    /// 文书: the papers of one case.
    Papers {
        /// Of which.
        id: CaseId,
    },
    /// 登记
    Register,
    /// 单位与人员
    People,
    /// 联络单
    Liaison,
    /// 日历: the working days of a year.
    Calendar,
    /// 办理规则: the regimes side by side.
    Rules,
    /// 规则修订: the list.
    Revisions,
    /// One revision.
    Revision {
        /// Which.
        id: RevisionId,
    },
    /// 审计
    Audit,
    /// 我的账号
    Account,
    /// What somebody owes before they work.
    Duties,
    /// Every component, for looking at them while they are made.
    #[cfg(feature = "gallery")]
    Gallery,
    /// There is no such page.
    NotFound,
}

/// Where each page is; a case stands below their list, and so does a revision; its papers stand below their room.
const PLACES: &[(Route, &str)] = &[
    (Route::Home, "/"),
    (Route::SignIn, "/sign-in"),
    (Route::Workbench, "/workbench"),
    (Route::Dispatch, "/dispatch"),
    (Route::Approvals, "/approvals"),
    (Route::Cases, "/cases"),
    (Route::Register, "/register"),
    (Route::People, "/office/people"),
    (Route::Liaison, "/office/liaison"),
    (Route::Calendar, "/office/calendar"),
    (Route::Rules, "/law/rules"),
    (Route::Revisions, "/law/revisions"),
    (Route::Audit, "/office/audit"),
    (Route::Account, "/office/account"),
    (Route::Duties, "/office/duties"),
    #[cfg(feature = "gallery")]
    (Route::Gallery, "/gallery"),
    (Route::NotFound, "/404"),
];

// Written out: the derived one would bring a machine for patterns of any kind.
impl Routable for Route {
    fn from_path(path: &str, _: &HashMap<&str, &str>) -> Option<Self> {
        Self::recognize(path)
    }

    fn to_path(&self) -> String {
        let place = |route| PLACES.iter().find(|(of, _)| *of == route);
        let path = |route| place(route).map_or("/404", |(_, path)| *path);
        match *self {
            Self::Case { id } => format!("{}/{id}", path(Self::Cases)),
            Self::Papers { id } => format!("{}/{id}", Room::Papers.place()),
            Self::Revision { id } => format!("{}/{id}", path(Self::Revisions)),
            route => path(route).to_owned(),
        }
    }

    fn routes() -> Vec<&'static str> {
        PLACES.iter().map(|(_, path)| *path).collect()
    }

    fn not_found_route() -> Option<Self> {
        Some(Self::NotFound)
    }

    fn recognize(path: &str) -> Option<Self> {
        let path = path.trim_matches('/');
        let place = PLACES.iter().find(|(_, place)| place.trim_matches('/') == path);
        let case = || {
            Some(Self::Case {
                id: path.strip_prefix("cases/")?.parse().ok()?,
            })
        };
        let papers = || {
            Some(Self::Papers {
                id: path.strip_prefix("papers/")?.parse().ok()?,
            })
        };
        let revision = || {
            Some(Self::Revision {
                id: path.strip_prefix("law/revisions/")?.parse().ok()?,
            })
        };
        place
            .map(|(route, _)| *route)
            .or_else(case)
            .or_else(papers)
            .or_else(revision)
            .or(Some(Self::NotFound))
    }
}

/// What one download brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Work with cases: where almost everybody is, almost all the time.
    Desk,
    /// The papers of a case, to read and to print.
    Papers,
    /// Handing accepted cases to units, one after the other.
    Dispatch,
    /// Taking reports down.
    Register,
    /// People, units, the calendar, the journal of access, the own account.
    Office,
    /// The rules and their revisions.
    Law,
}

impl Room {
    /// Every room.
    pub const ALL: [Self; 6] = [
        Self::Desk,
        Self::Papers,
        Self::Dispatch,
        Self::Register,
        Self::Office,
        Self::Law,
    ];

    /// How the addresses of its pages begin, and where its files lie. The server knows a room by this folder.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::Desk => "",
            Self::Papers => "/papers",
            Self::Dispatch => "/dispatch",
            Self::Register => "/register",
            Self::Office => "/office",
            Self::Law => "/law",
        }
    }

    /// Whether this page can be drawn here.
    #[must_use]
    pub fn has(self, route: Route) -> bool {
        route.room().is_none_or(|room| room == self)
    }
}

impl Route {
    /// Where it is drawn; nothing for what every room has.
    #[must_use]
    pub const fn room(self) -> Option<Room> {
        match self {
            Self::Home | Self::SignIn => None,
            Self::Workbench | Self::Approvals | Self::Cases | Self::Case { .. } | Self::NotFound => {
                Some(Room::Desk)
            }
            #[cfg(feature = "gallery")]
            Self::Gallery => Some(Room::Desk),
            Self::Papers { .. } => Some(Room::Papers),
            Self::Dispatch => Some(Room::Dispatch),
            Self::Register => Some(Room::Register),
            Self::Rules | Self::Revisions | Self::Revision { .. } => Some(Room::Law),
            Self::People | Self::Liaison | Self::Calendar | Self::Audit | Self::Account | Self::Duties => {
                Some(Room::Office)
            }
        }
    }
}

impl Route {
    /// The page that had this address before it moved into the office: what somebody has kept of it still leads there.
    #[must_use]
    pub fn moved(path: &str) -> Option<Self> {
        let rest = path.strip_prefix(BASE)?;
        let found = Self::recognize(&format!("{}{rest}", Room::Office.place()));
        found.filter(|route| *route != Self::NotFound)
    }
}

/// The address of a page, as a link has it.
#[must_use]
pub fn href(route: Route) -> String {
    format!("{BASE}{}", route.to_path())
}

/// What the query of an address says, pair by pair.
#[must_use]
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let query = query.trim_start_matches('?').as_bytes();
    form_urlencoded::parse(query).into_owned().collect()
}

#[cfg(test)]
mod tests;
