//! A calendar as a text: the form of `data/cn-calendar.json`, in which the server hands it to browsers.
//!
//! Reading one back gives a calendar with the same version, that is with the same days.

use super::{Calendar, CalendarProblem, DayKind, statutory::Statutory, table::YEARS};
use crate::time::LegalDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{collections::BTreeMap, fmt, marker::PhantomData};

/// The one place whose days are read.
pub(super) const ZONE: &str = "Asia/Shanghai";

/// A calendar on the wire: what differs from plain weekdays and weekends.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarDocument {
    /// Always `Asia/Shanghai`.
    #[cfg_attr(feature = "openapi", schema(example = "Asia/Shanghai"))]
    pub zone: String,
    /// By year: the published arrangements. A year that is not here is provisional.
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, YearDocument>))]
    pub years: Entries<YearDocument>,
    /// By year: the days of provisional years, if they are not those of the law alone (a local holiday).
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, YearDocument>))]
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub provisional: Entries<YearDocument>,
}

/// One year of it. The days are keys as `02-17`, with the holiday's name.
#[derive(Clone, Default, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct YearDocument {
    /// Where it comes from; empty for what Anju is delivered with.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Weekdays that are closed.
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, String>))]
    pub closed_weekdays: Entries<String>,
    /// Weekend days that are worked.
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, String>))]
    pub worked_weekends: Entries<String>,
}

/// An object as the list of its entries: a repeated key is seen, not swallowed.
#[derive(Clone, PartialEq, Debug)]
pub struct Entries<T>(Vec<(String, T)>);

impl<T> Entries<T> {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Key and value of each, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Object<T> {
            type Value = Entries<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object(PhantomData))
    }
}

impl TryFrom<&CalendarDocument> for Calendar {
    type Error = Vec<CalendarProblem>;

    /// Every inconsistency of the document at once.
    fn try_from(document: &CalendarDocument) -> Result<Self, Self::Error> {
        super::parse::calendar(document, false)
    }
}

impl Calendar {
    /// This calendar as a document.
    #[must_use]
    pub fn document(&self) -> CalendarDocument {
        let (mut years, mut provisional) = (Vec::new(), Vec::new());
        for year in YEARS {
            if self.is_official(year) {
                years.push((year.to_string(), self.year_document(year)));
            } else if self.differs_from_the_law(year) {
                provisional.push((year.to_string(), self.year_document(year)));
            }
        }
        CalendarDocument {
            zone: ZONE.to_owned(),
            years: Entries(years),
            provisional: Entries(provisional),
        }
    }

    fn year_document(&self, year: i32) -> YearDocument {
        let listed = |kind| {
            let days = self
                .days_of(year)
                .filter(move |(date, _)| self.kind(*date) == kind);
            // A holiday on a weekend closes nothing; the law names it, and no arrangement does.
            let days =
                days.filter(move |(date, _)| (kind == DayKind::WorkedWeekend) == (date.weekday() >= 5));
            days.map(|(date, day)| (date.to_string()[5..].to_owned(), day.name.to_string()))
                .collect()
        };
        YearDocument {
            source: self.source(year).to_owned(),
            closed_weekdays: listed(DayKind::Holiday),
            worked_weekends: listed(DayKind::WorkedWeekend),
        }
    }

    fn differs_from_the_law(&self, year: i32) -> bool {
        let law: BTreeMap<LegalDate, Box<str>> = Statutory::of_2024().days_of(year).collect();
        let named = self.days_of(year);
        !self.source(year).is_empty()
            || !named
                .map(|(date, day)| (!day.worked).then_some((date, &day.name)))
                .eq(law.iter().map(|(date, name)| Some((*date, name))))
    }
}
