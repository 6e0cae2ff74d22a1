//! The rules in force and the calendar by which they are counted, fetched once for all pages of a session.

use super::{Remote, use_query};
use crate::api::{calendar::read_calendar, rules::read_rules};
use anju_shared::{calendar::Calendar, rules::RuleProfile};
use futures_util::future::try_join;
use std::rc::Rc;
use yew::prelude::*;

/// What periods are counted by.
#[derive(Clone, Debug)]
pub struct Law {
    /// The rules.
    pub profile: Rc<RuleProfile>,
    /// Which days are worked.
    pub calendar: Rc<Calendar>,
}

/// The same is what was read at the same time.
impl PartialEq for Law {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.profile, &other.profile) && Rc::ptr_eq(&self.calendar, &other.calendar)
    }
}

/// Properties of [`RulesProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RulesProviderProps {
    /// The pages.
    #[prop_or_default]
    pub children: Html,
}

#[derive(Clone, PartialEq)]
struct Rules {
    remote: Remote<Law>,
    reload: Callback<()>,
}

/// Fetches rules and calendar when it appears and provides [`use_rules`] and [`use_law`] to everything below.
#[component]
pub fn RulesProvider(props: &RulesProviderProps) -> Html {
    let query = use_query((), |client, ()| async move {
        let (profile, calendar) = try_join(read_rules(&client), read_calendar(&client)).await?;
        Ok(Law {
            profile: Rc::new(profile),
            calendar: Rc::new(calendar),
        })
    });
    let context = Rules {
        remote: query.remote,
        reload: query.reload,
    };
    html! { <ContextProvider<Rules> {context}>{ props.children.clone() }</ContextProvider<Rules>> }
}

/// The rules in force with the calendar, as far as they are here.
#[hook]
pub fn use_law() -> Remote<Law> {
    use_context::<Rules>().map_or(Remote::Loading, |rules| rules.remote)
}

/// The rules in force, as far as they are here.
#[hook]
pub fn use_rules() -> Remote<RuleProfile> {
    match use_law() {
        Remote::Ready(law) => Remote::Ready(law.profile.clone()),
        Remote::Loading => Remote::Loading,
        Remote::Missing => Remote::Missing,
        Remote::Failed(failure) => Remote::Failed(failure),
    }
}

/// Asks for the rules again, after that failed.
#[hook]
pub fn use_rules_reload() -> Callback<()> {
    use_context::<Rules>().map_or_else(Callback::noop, |rules| rules.reload)
}
