//! The rules in force and the calendar by which they are counted, fetched once for all pages of a session; and the rules
//! under which a case was accepted.

use super::{Remote, use_query};
use crate::api::{
    calendar::read_calendar,
    rules::{read_profile, read_rules},
};
use anju_shared::{calendar::Calendar, rules::RuleProfile, workflow::ProfileRef};
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

/// The law that holds for a case (TJ-23): the rules under which it was `accepted`, which are asked for if they are others
/// than those in force, and the calendar in force. A version that the server no longer knows gives way to the rules in
/// force, as it does there.
#[hook]
pub fn use_law_of(accepted: Option<&ProfileRef>) -> (Remote<Law>, Callback<()>) {
    let (in_force, reload) = (use_law(), use_rules_reload());
    let law = in_force.ready().cloned();
    let others = |of: &&ProfileRef| law.as_ref().is_some_and(|law| law.profile.reference() != **of);
    let other = accepted.filter(others);
    let query = use_query(other.cloned(), |client, other: Option<ProfileRef>| async move {
        match other {
            Some(of) => read_profile(&client, &of).await.map(|rules| Some(Rc::new(rules))),
            None => Ok(None),
        }
    });
    let (Some(law), Some(_)) = (&law, other) else {
        return (in_force, reload);
    };
    match query.remote {
        Remote::Ready(rules) => {
            let profile = rules.as_ref().clone().unwrap_or_else(|| law.profile.clone());
            let calendar = law.calendar.clone();
            (Remote::Ready(Rc::new(Law { profile, calendar })), query.reload)
        }
        Remote::Missing => (in_force, reload),
        Remote::Loading => (Remote::Loading, query.reload),
        Remote::Failed(failure) => (Remote::Failed(failure), query.reload),
    }
}
