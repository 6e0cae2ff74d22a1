//! Units as they are made, changed and retired; the order of the tree.

use super::directory::{Unit, UnitKind};
use crate::{
    ids::UnitId,
    problem::{Bilingual, Violation},
    text::LimitedText,
};
use serde::{Deserialize, Serialize};

/// Which units to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct UnitFilter {
    /// Also those that were retired.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// A unit that is set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewUnit {
    /// Short stable code: 2 to 32 letters, digits, `-` and `_`. It never changes.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: UnitKind,
    /// Division code of its region.
    pub region: String,
    /// The unit above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
}

/// A unit as it should be from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitChange {
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: UnitKind,
    /// Division code of its region.
    pub region: String,
    /// The unit above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// Whether it still gets work. A unit is retired, never deleted: cases point to it.
    pub active: bool,
}

impl NewUnit {
    /// The body with tidy texts.
    ///
    /// # Errors
    /// Everything wrong with it at once.
    pub fn parse(mut self) -> Result<Self, Vec<Violation>> {
        let mut wrong = Vec::new();
        self.code = self.code.trim().to_owned();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !(2..=32).contains(&self.code.len()) || !self.code.chars().all(fits) {
            let zh = "单位代码须为2至32个字母、数字或 - _";
            let en = "A code of a unit is 2 to 32 letters, digits or - _";
            wrong.push(Violation::new("code", "wrong_form", Bilingual::new(zh, en)));
        }
        named(&mut self.name, &self.region, &mut wrong);
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

impl UnitChange {
    /// The body with tidy texts.
    ///
    /// # Errors
    /// Everything wrong with it at once.
    pub fn parse(mut self) -> Result<Self, Vec<Violation>> {
        let mut wrong = Vec::new();
        named(&mut self.name, &self.region, &mut wrong);
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

fn named(name: &mut String, region: &str, wrong: &mut Vec<Violation>) {
    match LimitedText::<64>::parse(name) {
        Ok(tidy) => *name = tidy.into_string(),
        Err(fault) => wrong.push(Violation::of("name", fault)),
    }
    if !(2..=12).contains(&region.len()) || !region.bytes().all(|b| b.is_ascii_digit()) {
        let zh = "区划代码须为2至12位数字";
        let en = "A division code is 2 to 12 digits";
        wrong.push(Violation::new("region", "wrong_form", Bilingual::new(zh, en)));
    }
}

/// The units as a tree read from top to bottom, each with its depth; units above first, siblings by code. What hangs in
/// a circle, or on a unit that is not in the list, stands at the top.
#[must_use]
pub fn tree(units: &[Unit]) -> Vec<(usize, &Unit)> {
    let mut order = Vec::with_capacity(units.len());
    let known = |id: UnitId| units.iter().any(|unit| unit.id == id);
    let mut tops: Vec<&Unit> = units
        .iter()
        .filter(|unit| unit.parent.is_none_or(|parent| !known(parent)))
        .collect();
    tops.sort_by(|one, other| one.code.cmp(&other.code));
    for top in tops {
        grow(units, top, 0, &mut order);
    }
    let mut rest: Vec<&Unit> = units.iter().filter(|unit| !stands(&order, unit.id)).collect();
    rest.sort_by(|one, other| one.code.cmp(&other.code));
    for unit in rest {
        if !stands(&order, unit.id) {
            grow(units, unit, 0, &mut order);
        }
    }
    order
}

fn stands(order: &[(usize, &Unit)], id: UnitId) -> bool {
    order.iter().any(|(_, unit)| unit.id == id)
}

fn grow<'a>(units: &'a [Unit], unit: &'a Unit, depth: usize, order: &mut Vec<(usize, &'a Unit)>) {
    order.push((depth, unit));
    let mut below: Vec<&Unit> = units.iter().filter(|one| one.parent == Some(unit.id)).collect();
    below.sort_by(|one, other| one.code.cmp(&other.code));
    for one in below {
        if !stands(order, one.id) {
            grow(units, one, depth + 1, order);
        }
    }
}

/// Whether `unit` would stand above itself if it were put under `parent`.
#[must_use]
pub fn would_circle(units: &[Unit], unit: UnitId, parent: UnitId) -> bool {
    let mut at = Some(parent);
    // No chain is longer than there are units.
    for _ in 0..=units.len() {
        let Some(id) = at else { return false };
        if id == unit {
            return true;
        }
        at = units.iter().find(|one| one.id == id).and_then(|one| one.parent);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn unit(number: u128, code: &str, parent: Option<u128>) -> Unit {
        Unit {
            id: UnitId(Uuid::from_u128(number)),
            code: code.to_owned(),
            name: code.to_owned(),
            kind: UnitKind::Department,
            region: "1201".to_owned(),
            parent: parent.map(|parent| UnitId(Uuid::from_u128(parent))),
            active: true,
            version: 1,
        }
    }

    #[test]
    fn a_tree_is_read_from_the_top_and_siblings_by_code() {
        let units = [
            unit(1, "b", None),
            unit(2, "c", Some(1)),
            unit(3, "a", Some(1)),
            unit(4, "d", Some(3)),
        ];
        let read: Vec<(usize, &str)> = tree(&units)
            .iter()
            .map(|(depth, unit)| (*depth, unit.code.as_str()))
            .collect();
        assert_eq!(read, [(0, "b"), (1, "a"), (2, "d"), (1, "c")]);
    }

    #[test]
    fn no_unit_is_lost_in_a_circle_or_without_the_one_above() {
        let units = [
            unit(1, "a", Some(2)),
            unit(2, "b", Some(1)),
            unit(3, "c", Some(9)),
        ];
        let codes: Vec<&str> = tree(&units).iter().map(|(_, unit)| unit.code.as_str()).collect();
        assert_eq!(codes, ["c", "a", "b"]);
    }

    #[test]
    fn a_unit_does_not_stand_above_itself() {
        let units = [unit(1, "a", None), unit(2, "b", Some(1)), unit(3, "c", Some(2))];
        let circles = |unit, parent| {
            would_circle(
                &units,
                UnitId(Uuid::from_u128(unit)),
                UnitId(Uuid::from_u128(parent)),
            )
        };
        assert!(circles(1, 3) && circles(1, 1));
        assert!(!circles(3, 1));
    }

    #[test]
    fn everything_wrong_with_a_unit_is_told_at_once() {
        let body = NewUnit {
            code: "a b".to_owned(),
            name: " ".to_owned(),
            kind: UnitKind::Park,
            region: "x".to_owned(),
            parent: None,
        };
        let fields: Vec<String> = body
            .parse()
            .expect_err("three")
            .into_iter()
            .map(|v| v.field)
            .collect();
        assert_eq!(fields, ["code", "name", "region"]);
    }
}
