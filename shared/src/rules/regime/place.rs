//! Whether the division of an authority and its regions are those of the nation ([`crate::divisions`]), or are marked
//! as invented where the published text does not name the place.

use super::layer::Layer;
use crate::{
    divisions::{self, NATION},
    problem::Bilingual,
    rules::{Entry, Level},
};

/// As many digits as the statistics give a village.
const LONGEST: usize = 12;

/// What is wrong with the division and the regions of this layer: where, and what would be right.
pub(super) fn faults(layer: &Layer) -> Vec<(String, Bilingual)> {
    let mut faults: Vec<(String, Bilingual)> = Vec::new();
    if let Some(message) = layer.invented.is_none().then(|| division(layer)).flatten() {
        faults.push(("authority.division".to_owned(), message));
    }
    let own = layer.authority.division.as_str();
    // A division that is no number is told by the check of the profile, and nothing lies in it.
    let regions = layer.regions.iter().filter(|_| is_number(own));
    for region in regions {
        let message = match &layer.invented {
            Some(clause) => marked(region, clause),
            None => unknown(region),
        };
        let outside = outside_division(&region.code, own);
        for message in outside.into_iter().chain(message) {
            faults.push((format!("regions.{}", region.code), message));
        }
    }
    faults
}

/// What is wrong where the division does not lie in that of the layer below.
pub(super) fn outside(layer: &Layer, below: &Layer) -> Option<Bilingual> {
    let both = layer.invented.is_none() && below.invented.is_none();
    both.then(|| outside_division(&layer.authority.division, &below.authority.division))
        .flatten()
}

fn outside_division(code: &str, division: &str) -> Option<Bilingual> {
    let lies = division == NATION || code.starts_with(division);
    (!lies).then(|| {
        Bilingual::new(
            format!("“{code}”不在区划 {division} 之内，代码应以 {division} 开头"),
            format!("“{code}” does not lie in the division {division}: its code must begin with {division}"),
        )
    })
}

/// A layer's own division: of the level's length, and known.
fn division(layer: &Layer) -> Option<Bilingual> {
    let code = layer.authority.division.as_str();
    let (lengths, zh, en): (&[usize], _, _) = match layer.level {
        Level::National if code == NATION => return None,
        Level::National => {
            return Some(Bilingual::new(
                format!("全国的区划代码应为 {NATION}"),
                format!("The code of the whole nation is {NATION}"),
            ));
        }
        Level::Province => (
            &[2],
            "省级区划代码应为 2 位",
            "The code of a province has 2 digits",
        ),
        Level::District => (
            &[4, 6],
            "区划代码：设区的市应为 4 位，区县应为 6 位",
            "The code of a city has 4 digits, that of a county 6",
        ),
    };
    let digits = code.len();
    if !lengths.contains(&digits) {
        return Some(Bilingual::new(
            format!("{zh}，“{code}”是 {digits} 位"),
            format!("{en}: “{code}” has {digits}"),
        ));
    }
    (!divisions::is_known(code)).then(|| {
        Bilingual::new(
            format!("没有“{code}”这一区划；应为 GB/T 2260 的代码，或以 invented 注明是虚构的"),
            format!(
                "There is no division “{code}”: it must be a code of GB/T 2260, or be marked as made up by invented"
            ),
        )
    })
}

/// A region that is a division bears its name; a street or a park lies in a county or a city.
fn unknown(region: &Entry) -> Option<Bilingual> {
    let code = region.code.as_str();
    if !is_number(code) || code.len() > LONGEST {
        return Some(Bilingual::new(
            format!("区域代码应为 2 至 {LONGEST} 位数字"),
            format!("The code of a region has 2 to {LONGEST} digits"),
        ));
    }
    let lies = |length: usize| code.get(..length).is_some_and(divisions::is_known);
    match divisions::name(code) {
        Some(name) if name == region.zh => None,
        Some(name) => Some(Bilingual::new(
            format!("“{code}”是“{name}”，不是“{}”", region.zh),
            format!("“{code}” is “{name}”, not “{}”", region.zh),
        )),
        None if code.len() > 6 && (lies(6) || lies(4)) => None,
        None => Some(Bilingual::new(
            format!("没有“{code}”这一区划；街道、乡镇、园区的代码应为所在区县的 6 位代码，其后再加数字"),
            format!(
                "There is no division “{code}”: a street, a town or a park has the 6 digits of its county, and further ones behind them"
            ),
        )),
    }
}

/// An invented region says so by its clause, which readers see.
fn marked(region: &Entry, clause: &str) -> Option<Bilingual> {
    (region.clause != clause).then(|| {
        Bilingual::new(
            format!("虚构的区域应注明依据 {clause}，而不是 {}", region.clause),
            format!(
                "A region that is made up must name {clause} as its clause, not {}",
                region.clause
            ),
        )
    })
}

fn is_number(code: &str) -> bool {
    !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit())
}
