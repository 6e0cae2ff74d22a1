//! From a file to a profile. Only where TOML is read: the browser is sent the profile as JSON.

use super::{check::ProfileFault, profile::RuleProfile};
use std::sync::LazyLock;

/// Reads a profile and checks it.
///
/// # Errors
/// The first fault of the file's form, or else every inconsistency of its content at once.
pub fn parse(text: &str) -> Result<RuleProfile, Vec<ProfileFault>> {
    let profile: RuleProfile = toml::from_str(text).map_err(|error| {
        vec![ProfileFault {
            place: place_of(text, error.span()),
            message: error.message().to_owned(),
        }]
    })?;
    let faults = profile.faults();
    if faults.is_empty() {
        Ok(profile)
    } else {
        Err(faults)
    }
}

fn place_of(text: &str, span: Option<std::ops::Range<usize>>) -> String {
    let before = span.and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("第 {} 行", before.matches('\n').count() + 1)
}

static BUILT_IN: LazyLock<Vec<RuleProfile>> = LazyLock::new(|| {
    [include_str!("profiles/TJ.toml")]
        .into_iter()
        .map(|text| parse(text).unwrap_or_else(|faults| panic!("built-in profile: {faults:?}")))
        .collect()
});

/// A profile that comes with Anju, by its id.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static RuleProfile> {
    BUILT_IN.iter().find(|profile| profile.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_profile_is_consistent() {
        let tj = built_in("TJ").expect("TJ comes with Anju");
        assert_eq!(tj.faults(), []);
    }

    #[test]
    fn every_inconsistency_is_reported_at_once() {
        let text = include_str!("profiles/TJ.toml")
            .replace("clause = \"TJ-9.1\"", "clause = \"TJ-99\"")
            .replace("division = \"1201\"", "division = \"x\"");
        let faults = parse(&text).expect_err("two mistakes");
        assert_eq!(faults.len(), 2, "{faults:?}");
    }

    #[test]
    fn an_unknown_entry_is_refused_with_its_line() {
        let faults = parse("id = \"X\"\nsurprise = 1\n").expect_err("unknown field");
        assert!(faults[0].message.contains("surprise"), "{faults:?}");
        assert_eq!(faults[0].place, "第 2 行");
    }
}
