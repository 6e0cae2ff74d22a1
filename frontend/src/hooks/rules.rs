//! The rules in force, fetched once for all pages of a session.

use super::{Remote, use_query};
use crate::api::rules::read_rules;
use anju_shared::rules::RuleProfile;
use yew::prelude::*;

/// Properties of [`RulesProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RulesProviderProps {
    /// The pages.
    #[prop_or_default]
    pub children: Html,
}

#[derive(Clone, PartialEq)]
struct Rules {
    remote: Remote<RuleProfile>,
    reload: Callback<()>,
}

/// Fetches the rules when it appears and provides [`use_rules`] to everything below.
#[component]
pub fn RulesProvider(props: &RulesProviderProps) -> Html {
    let query = use_query((), |client, ()| read_rules(&client));
    let context = Rules {
        remote: query.remote,
        reload: query.reload,
    };
    html! { <ContextProvider<Rules> {context}>{ props.children.clone() }</ContextProvider<Rules>> }
}

/// The rules in force, as far as they are here.
#[hook]
pub fn use_rules() -> Remote<RuleProfile> {
    use_context::<Rules>().map_or(Remote::Loading, |rules| rules.remote)
}

/// Asks for the rules again, after that failed.
#[hook]
pub fn use_rules_reload() -> Callback<()> {
    use_context::<Rules>().map_or_else(Callback::noop, |rules| rules.reload)
}
