//! Where something does not fit: the list, the entry and the field that a place names.

use super::content::items;
use anju_shared::rules::form::{HEAD_SECTION, SECTIONS, Section};
use serde_json::Value;

/// Where in a layer something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Code of the list; empty for the head.
    pub section: &'static str,
    /// Key of the entry, if one is named.
    pub key: Option<String>,
    /// Path of the field within it; empty for the entry as a whole.
    pub field: String,
}

/// The list with this code.
#[must_use]
pub fn section(code: &str) -> Option<&'static Section> {
    match code {
        "" => Some(&HEAD_SECTION),
        code => SECTIONS.iter().find(|section| section.code == code),
    }
}

/// The place that is written as `clocks.handling/general.period`. Keys may hold points themselves: the longest that is
/// there counts.
#[must_use]
pub fn place(written: &str, content: &Value, inherited: Option<&Value>) -> Option<Place> {
    let begins = |code: &str| rest(written, code).is_some();
    let named = SECTIONS.iter().filter(|section| begins(section.code));
    let Some(section) = named.max_by_key(|section| section.code.len()) else {
        let first = written.split('.').next().unwrap_or_default();
        let head = HEAD_SECTION.fields.iter().any(|field| field.name == first);
        return head.then(|| Place {
            section: "",
            key: Some(String::new()),
            field: written.to_owned(),
        });
    };
    let after = rest(written, section.code).unwrap_or_default();
    let items = items(section, content, inherited);
    let keys = items.iter().map(|item| item.key.as_str());
    let key = keys
        .filter(|key| key.is_empty() || rest(after, key).is_some())
        .max_by_key(|key| key.len());
    Some(Place {
        section: section.code,
        key: key.map(str::to_owned),
        field: match key {
            Some("") | None => after.to_owned(),
            Some(key) => rest(after, key).unwrap_or_default().to_owned(),
        },
    })
}

/// What follows after this beginning and its point.
fn rest<'a>(written: &'a str, beginning: &str) -> Option<&'a str> {
    let rest = written.strip_prefix(beginning)?;
    match rest.strip_prefix('.') {
        Some(rest) => Some(rest),
        None => rest.is_empty().then_some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, place};
    use serde_json::json;

    fn found(written: &str) -> Option<Place> {
        let content = json!({"clocks": [{"kind": "handling", "urgency": "general"}], "liaison": {"day": 24}});
        let below = json!({
            "citations": {"TJ-9": {"article": "第九条"}, "TJ-9.1": {"article": "第九条第一款"}},
            "public": {"scope": [{"code": "hazard"}]}
        });
        place(written, &content, Some(&below))
    }

    fn at(section: &'static str, key: &str, field: &str) -> Option<Place> {
        let (key, field) = (Some(key.to_owned()), field.to_owned());
        Some(Place { section, key, field })
    }

    #[test]
    fn a_place_is_list_key_and_field() {
        assert_eq!(
            found("clocks.handling/general.period.amount"),
            at("clocks", "handling/general", "period.amount")
        );
        assert_eq!(
            found("public.scope.hazard.zh"),
            at("public.scope", "hazard", "zh")
        );
    }

    #[test]
    fn of_keys_that_hold_points_the_longest_is_meant() {
        assert_eq!(found("citations.TJ-9.1.text"), at("citations", "TJ-9.1", "text"));
        assert_eq!(found("citations.TJ-9.text"), at("citations", "TJ-9", "text"));
    }

    #[test]
    fn what_is_one_thing_has_no_key_and_the_head_no_list() {
        assert_eq!(found("liaison.day"), at("liaison", "", "day"));
        assert_eq!(found("authority.division"), at("", "", "authority.division"));
    }

    #[test]
    fn a_place_that_nobody_knows_leads_nowhere() {
        assert_eq!(found("without.grounds"), None);
        let unknown = found("clocks.objection").expect("the list is known");
        assert_eq!(unknown.key, None);
    }
}
