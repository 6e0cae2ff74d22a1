//! The holidays that the law itself sets: they stand in for an arrangement that is not published, and an arrangement
//! is measured by them.
//!
//! `data/statutory-holidays.json` holds 《全国年节及纪念日放假办法》 of 2024 and, for 2000 to 2100, the days of
//! its moving holidays; `data/statutory-holidays-former.json` what it said before. Beyond those years only the
//! holidays with a fixed date are known.

use crate::{json, time::LegalDate};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// From this year on the law of 2024 is in force.
const PRESENT: i32 = 2025;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[expect(dead_code, reason = "names the source for readers of the file")]
    instrument: String,
    #[expect(dead_code, reason = "names the source for readers of the file")]
    issued: LegalDate,
    holidays: Vec<Rule>,
    moving: Vec<String>,
    years: BTreeMap<i32, Vec<String>>,
}

/// The holidays as they were before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Former {
    /// The first year for which it was so.
    from: i32,
    #[expect(dead_code, reason = "names the source for readers of the file")]
    issued: LegalDate,
    holidays: Vec<Rule>,
}

/// One holiday: `days` days, the first of them `first` days after its date.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: Box<str>,
    date: Option<String>,
    moving: Option<String>,
    first: i32,
    days: i32,
}

/// The closed days of each year whose moving holidays are known, in the order of the law.
type Years = BTreeMap<i32, Vec<(LegalDate, Box<str>)>>;

pub(super) struct Statutory {
    /// Month, day and name of each closed day with a fixed date.
    fixed: Vec<(u32, u32, Box<str>)>,
    years: Years,
}

const PRESENT_LAW: &str = include_str!("../../data/statutory-holidays.json");

static OF_2024: LazyLock<Statutory> =
    LazyLock::new(|| Statutory::parse(PRESENT_LAW).expect("a test parses the embedded holidays"));

/// What was law in each year. Apart from [`OF_2024`], so that who only counts does not carry it.
static IN_FORCE: LazyLock<Years> = LazyLock::new(|| {
    let former = include_str!("../../data/statutory-holidays-former.json");
    in_force(PRESENT_LAW, former).expect("a test parses the embedded holidays")
});

/// The closed days of this year by the law that was in force in it; a day on which two holidays fall stands twice, as
/// the law gives a day off for each.
pub(super) fn law_of(year: i32) -> &'static [(LegalDate, Box<str>)] {
    IN_FORCE.get(&year).map_or(&[], Vec::as_slice)
}

/// The names of the holidays, as the law of 2024 has them.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn law_names() -> impl Iterator<Item = &'static str> {
    law_of(PRESENT).iter().map(|(_, name)| &**name)
}

fn in_force(present: &str, former: &str) -> Result<Years, String> {
    let document: Document = json::read_embedded(present)?;
    let former: Vec<Former> = json::read_embedded(former)?;
    let rules = |year| {
        let before = former.iter().find(|law| year < PRESENT && law.from <= year);
        before.map_or(&document.holidays, |law| &law.holidays)
    };
    let years = document.years.keys().copied();
    years
        .map(|year| Ok((year, document.days(year, rules(year))?)))
        .collect()
}

impl Statutory {
    pub(super) fn of_2024() -> &'static Self {
        &OF_2024
    }

    /// The closed days of a year, in the order of the law; nothing for a year that the file lacks.
    pub(super) fn days_of(&self, year: i32) -> impl Iterator<Item = (LegalDate, Box<str>)> {
        self.years.get(&year).into_iter().flatten().cloned()
    }

    /// The holiday with a fixed date on this day.
    pub(super) fn fixed_holiday(&self, date: LegalDate) -> Option<&str> {
        let (_, month, day) = date.ymd();
        self.fixed
            .iter()
            .find(|(m, d, _)| (*m, *d) == (month, day))
            .map(|(_, _, name)| &**name)
    }

    fn parse(json: &str) -> Result<Self, String> {
        let document: Document = json::read_embedded(json)?;
        let mut years = BTreeMap::new();
        for &year in document.years.keys() {
            // Where two holidays fall together the one that the law names later wins the name.
            years.insert(year, document.days(year, &document.holidays)?);
        }
        let mut fixed = Vec::new();
        for rule in &document.holidays {
            let Some(date) = &rule.date else { continue };
            fixed.extend(
                rule.days(2000, date)?
                    .map(|(day, name)| (day.ymd().1, day.ymd().2, name)),
            );
        }
        Ok(Self { fixed, years })
    }
}

impl Document {
    /// The days of a year by these rules.
    fn days(&self, year: i32, rules: &[Rule]) -> Result<Vec<(LegalDate, Box<str>)>, String> {
        let mut days = Vec::new();
        for rule in rules {
            let date = self
                .date_of(rule, year)
                .ok_or_else(|| format!("{year}: no day for {}", rule.name))?;
            days.extend(rule.days(year, date)?);
        }
        Ok(days)
    }

    fn date_of<'a>(&'a self, rule: &'a Rule, year: i32) -> Option<&'a str> {
        if let Some(date) = &rule.date {
            return Some(date);
        }
        let column = self
            .moving
            .iter()
            .position(|name| Some(name) == rule.moving.as_ref())?;
        self.years.get(&year)?.get(column).map(String::as_str)
    }
}

impl Rule {
    fn days(&self, year: i32, date: &str) -> Result<impl Iterator<Item = (LegalDate, Box<str>)>, String> {
        let date =
            LegalDate::parse(&format!("{year}-{date}")).ok_or_else(|| format!("{year}-{date} is no day"))?;
        Ok((self.first..self.first + self.days).map(move |offset| (date.plus(offset), self.name.clone())))
    }
}
