//! The regimes side by side: every entry with what it says, its clauses and where it comes from.

use crate::{
    problem::{Basis, Bilingual},
    rules::{Level, Origin},
    time::LegalDate,
};
use serde::{Deserialize, Serialize};

/// The regimes that the server knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimeList {
    /// Id of the one under which cases are accepted here.
    pub in_force: String,
    /// All of them, the nation's first.
    pub regimes: Vec<RegimeSummary>,
}

/// A regime in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimeSummary {
    /// Short name, as `TJ`.
    #[cfg_attr(feature = "openapi", schema(example = "TJ"))]
    pub id: String,
    /// Counts up with every change.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// Who applies it.
    pub authority: String,
    /// Of which level it is.
    pub level: Level,
    /// Ids of its layers: itself first, the lowest last.
    pub line: Vec<String>,
    /// The first day on which cases are accepted under it.
    pub in_force_from: LegalDate,
    /// The last such day, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_until: Option<LegalDate>,
    /// How many entries its own layer says anew.
    pub own: usize,
    /// How many it says otherwise than a layer below.
    pub overriding: usize,
    /// How many it inherits.
    pub inherited: usize,
}

/// A regime, entry by entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimeDetail {
    /// What it is.
    pub regime: RegimeSummary,
    /// Its lists.
    pub sections: Vec<RegimeSection>,
}

/// One list of a regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimeSection {
    /// Its name in the file, as `clocks`.
    #[cfg_attr(feature = "openapi", schema(example = "clocks"))]
    pub code: String,
    /// Its name for people.
    pub name: Bilingual,
    /// Its entries, in order.
    pub entries: Vec<RegimeEntry>,
}

/// One entry of a regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimeEntry {
    /// What it is known by: the same in every regime.
    #[cfg_attr(feature = "openapi", schema(example = "handling/general"))]
    pub key: String,
    /// What it is called.
    pub name: Bilingual,
    /// What it says, line by line.
    pub says: Vec<RegimeLine>,
    /// The clauses on which it rests, the first of which sets it.
    pub clauses: Vec<CitedClause>,
    /// Where it comes from.
    pub origin: Origin,
}

/// One thing that an entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegimeLine {
    /// Of what, as 期限.
    pub name: Bilingual,
    /// What, as 10 个工作日.
    pub value: Bilingual,
}

/// A clause with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CitedClause {
    /// Where it stands.
    pub basis: Basis,
    /// What it says.
    pub text: String,
}

/// Divisions by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DivisionList {
    /// The one that was asked for and those within it, or the provinces.
    pub divisions: Vec<DivisionEntry>,
}

/// One division.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DivisionEntry {
    /// Its code: two digits of a province, four of a city, six of a county.
    #[cfg_attr(feature = "openapi", schema(example = "120101"))]
    pub code: String,
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "和平区"))]
    pub name: String,
    /// Names from the province down.
    #[cfg_attr(feature = "openapi", schema(example = "天津市 · 和平区"))]
    pub path: String,
}

/// Which divisions are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams), into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct DivisionFilter {
    /// A province, a city or a county by its code; without it, the provinces.
    #[cfg_attr(feature = "openapi", param(example = "12"))]
    pub within: Option<String>,
}
