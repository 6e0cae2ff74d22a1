//! Where to go on to, once what comes first is done.

use super::Route;
use js_sys::{decode_uri_component, encode_uri_component};
use yew_router::Routable;

/// Introduces it in an address.
const NAME: &str = "then=";

/// Where somebody wanted to go who has to sign in first, or owes something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The page.
    pub route: Route,
    /// What its address says besides, as the filters of a list.
    pub query: String,
}

impl Wanted {
    /// As the query of an address in another room: a page, and what its own address said besides.
    #[must_use]
    pub fn to_query(&self) -> String {
        let Self { route, query } = self;
        let whole = format!("{}?{query}", route.to_path());
        format!("{NAME}{}", String::from(encode_uri_component(&whole)))
    }

    /// Out of a query; where nobody said anything else, home.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let named = query.trim_start_matches('?').strip_prefix(NAME);
        let whole = named.and_then(|whole| decode_uri_component(whole).ok());
        Self::of(&whole.map(String::from).unwrap_or_default())
    }

    /// A page of this desk and no other address.
    fn of(whole: &str) -> Self {
        let (path, query) = whole.split_once('?').unwrap_or((whole, ""));
        match Route::recognize(path) {
            Some(route) if route != Route::NotFound => Self {
                route,
                query: query.to_owned(),
            },
            _ => Self {
                route: Route::Home,
                query: String::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_led_on_to_pages_of_the_desk_only() {
        let wanted = Wanted::of("/cases?stage=assigned&q=a");
        assert_eq!(
            (wanted.route, wanted.query.as_str()),
            (Route::Cases, "stage=assigned&q=a")
        );
        for whole in [
            "",
            "https://elsewhere.example/",
            "//elsewhere.example",
            "/nowhere?x",
        ] {
            assert_eq!(Wanted::of(whole).route, Route::Home, "{whole}");
        }
    }
}
