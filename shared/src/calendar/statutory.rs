//! The holidays that the law itself sets, for the years whose arrangement is not published.
//!
//! `data/statutory-holidays.json` holds 《全国年节及纪念日放假办法》 of 2024 and, for 2000 to 2100, the days of
//! its moving holidays. Beyond those years only the holidays with a fixed date are known.

use crate::{json, time::LegalDate};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

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

pub(super) struct Statutory {
    /// Month, day and name of each closed day with a fixed date.
    fixed: Vec<(u32, u32, Box<str>)>,
    /// All closed days of the years whose moving holidays are known.
    years: BTreeMap<i32, Vec<(LegalDate, Box<str>)>>,
}

static OF_2024: LazyLock<Statutory> = LazyLock::new(|| {
    Statutory::parse(include_str!("../../data/statutory-holidays.json"))
        .expect("a test parses the embedded holidays")
});

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
        for (&year, moving) in &document.years {
            let mut days = Vec::new();
            for rule in &document.holidays {
                let date = document
                    .date_of(rule, moving)
                    .ok_or_else(|| format!("{year}: no day for {}", rule.name))?;
                days.extend(rule.days(year, date)?);
            }
            // Where two holidays fall together the one that the law names later wins the name.
            years.insert(year, days);
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
    fn date_of<'a>(&self, rule: &'a Rule, moving: &'a [String]) -> Option<&'a str> {
        if let Some(date) = &rule.date {
            return Some(date);
        }
        let column = self
            .moving
            .iter()
            .position(|name| Some(name) == rule.moving.as_ref())?;
        moving.get(column).map(String::as_str)
    }
}

impl Rule {
    fn days(&self, year: i32, date: &str) -> Result<impl Iterator<Item = (LegalDate, Box<str>)>, String> {
        let date =
            LegalDate::parse(&format!("{year}-{date}")).ok_or_else(|| format!("{year}-{date} is no day"))?;
        Ok((self.first..self.first + self.days).map(move |offset| (date.plus(offset), self.name.clone())))
    }
}
