//! 行政区划: the divisions of GB/T 2260, down to counties, with their names.
//!
//! Start with [`Division`]. Not here: streets and parks, which are entries of the rules of their authority
//! (`regions`), and the form of addresses ([`crate::text`]). The data (`data/divisions.txt`) are those of a published
//! set, told in `data/README.md`; no browser program contains them.

use std::sync::LazyLock;

/// A province (two digits), a city (four) or a county (six).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its code.
    pub code: &'static str,
    /// Its name, as 和平区.
    pub name: &'static str,
}

/// What stands before every code: the nation as a whole.
pub const NATION: &str = "00";

static DIVISIONS: LazyLock<Vec<Division>> = LazyLock::new(|| {
    let lines = include_str!("../../data/divisions.txt").lines();
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(code, name)| Division { code, name })
        .collect()
});

/// Every division, by code: a division stands right before those within it.
#[must_use]
pub fn all() -> &'static [Division] {
    &DIVISIONS
}

/// The name of the division with this code.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    let all = all();
    let place = all.binary_search_by(|one| one.code.cmp(code)).ok()?;
    Some(all[place].name)
}

/// Whether there is a division with this code.
#[must_use]
pub fn is_known(code: &str) -> bool {
    name(code).is_some()
}

/// The division with this code and those within it. None for a code that begins no other.
#[must_use]
pub fn within(code: &str) -> &'static [Division] {
    let all = all();
    let from = all.partition_point(|one| one.code < code);
    let length = all[from..].partition_point(|one| one.code.starts_with(code));
    &all[from..from + length]
}

/// The provinces.
pub fn provinces() -> impl Iterator<Item = &'static Division> {
    all().iter().filter(|one| one.code.len() == 2)
}

/// Names from the province down, as 天津市 · 和平区; of a street or a park, of the county in which it lies. What is
/// named like the level above it is said once. `None` where not even the province is known.
#[must_use]
pub fn path(code: &str) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for length in [2, 4, 6] {
        let name = code.get(..length).and_then(name);
        names.extend(name.filter(|name| names.last() != Some(name)));
    }
    (!names.is_empty()).then(|| names.join(" · "))
}

#[cfg(test)]
mod tests;
