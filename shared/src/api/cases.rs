//! Cases as staff see them: the list, one case, what is asked of it.

use super::{directory::UnitRef, reports::Original};
use crate::{
    deadlines::Band,
    ids::{CaseId, ReporterId, UnitId},
    problem::Bilingual,
    time::{Instant, LegalDate},
    workflow::{Case, Clock, Nature, Recorded, Stage, Urgency},
};
use serde::{Deserialize, Serialize};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseSummary {
    /// Which.
    pub id: CaseId,
    /// Number for people.
    pub number: String,
    /// Its version, for bulk commands.
    pub version: u64,
    /// One line.
    pub title: String,
    /// The stage.
    pub stage: Stage,
    /// 紧急程度, once accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// 性质
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// Code of the channel.
    pub channel: String,
    /// Code of the region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Code of the industry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// The lead unit, once dispatched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitRef>,
    /// When it was received.
    pub received_at: Instant,
    /// When it was entered.
    pub registered_at: Instant,
    /// The duty whose end comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CasePage {
    /// The rows.
    pub items: Vec<CaseSummary>,
    /// Where the next page begins; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many there are in all, exactly.
    pub total: u64,
}

/// In what order the list comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CaseOrder {
    /// What is due first comes first; what nobody owes anything on comes last.
    #[default]
    Due,
    /// What was entered last comes first.
    Newest,
}

impl CaseOrder {
    /// As it stands on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Newest => "newest",
        }
    }

    /// The order with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Due, Self::Newest]
            .into_iter()
            .find(|order| order.code() == code)
    }
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct CaseFilter {
    /// Only at this stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Only those on which somebody still owes something (`true`) or nobody does (`false`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// Only of this urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Only in this region (code).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Only in this industry (code).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// Only by this channel (code).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Only of this nature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// Only with this lead unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Only what is due so soon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Band>,
    /// Only what was entered on this day or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<LegalDate>,
    /// Only what was entered on this day or earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<LegalDate>,
    /// Only those that contain all of these words; in title, enterprise, credit code, address, time, place and number,
    /// for the office in the words of the report too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(max_length = 100, example = "化工 仓库"))]
    pub q: Option<String>,
    /// In what order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<CaseOrder>,
    /// Where the page begins: `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// How many rows, 1 to 100; 20 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    pub limit: Option<u32>,
}

impl CaseFilter {
    /// What is set, by name: as it stands in addresses and queries.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let set = [
            ("stage", self.stage.map(|stage| stage.code().to_owned())),
            ("open", self.open.map(|open| open.to_string())),
            ("urgency", self.urgency.map(|urgency| urgency.code().to_owned())),
            ("region", self.region.clone()),
            ("industry", self.industry.clone()),
            ("channel", self.channel.clone()),
            ("nature", self.nature.map(|nature| nature.code().to_owned())),
            ("unit", self.unit.map(|unit| unit.to_string())),
            ("due", self.due.map(|band| band.code().to_owned())),
            ("from", self.from.map(|day| day.to_string())),
            ("to", self.to.map(|day| day.to_string())),
            ("q", self.q.clone()),
            ("order", self.order.map(|order| order.code().to_owned())),
            ("after", self.after.clone()),
            ("limit", self.limit.map(|limit| limit.to_string())),
        ];
        set.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// Sets what has this name; `None` for a value that it cannot have, or an empty one. A name that is not known
    /// changes nothing, so that an old address still leads to a list.
    pub fn set(&mut self, name: &str, value: &str) {
        let text = Some(value.to_owned()).filter(|value| !value.is_empty());
        match name {
            "stage" => self.stage = Stage::parse(value),
            "open" => self.open = value.parse().ok(),
            "urgency" => self.urgency = Urgency::parse(value),
            "region" => self.region = text,
            "industry" => self.industry = text,
            "channel" => self.channel = text,
            "nature" => self.nature = Nature::parse(value),
            "unit" => self.unit = value.parse().ok(),
            "due" => self.due = Band::parse(value),
            "from" => self.from = LegalDate::parse(value),
            "to" => self.to = LegalDate::parse(value),
            "q" => self.q = text,
            "order" => self.order = CaseOrder::parse(value),
            "after" => self.after = text,
            "limit" => self.limit = value.parse().ok(),
            _ => {}
        }
    }

    /// The same, wherever a page of it begins and however long it is.
    #[must_use]
    pub fn without_page(&self) -> Self {
        Self {
            after: None,
            limit: None,
            ..self.clone()
        }
    }
}

/// One case. What the unit sees is another type than what the office sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(tag = "view", rename_all = "snake_case"))]
#[cfg_attr(target_arch = "wasm32", serde(rename = "view", rename_all = "snake_case"))]
pub enum CaseDetail {
    /// For the office: with the words of the report.
    Office(OfficeDetail),
    /// For the unit: it works from the task sheet (TJ-20).
    Unit(UnitDetail),
}

/// One case as the office sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeDetail {
    /// The case.
    pub case: Case,
    /// The words of the report.
    pub original: Original,
    /// The reporters, masked.
    pub reporters: Vec<MaskedReporter>,
    /// The unit to which region and industry point, while there is none (TJ-8.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<UnitProposal>,
}

/// One case as the unit sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitDetail {
    /// The case.
    pub case: Case,
    /// The reporters, masked.
    pub reporters: Vec<MaskedReporter>,
}

impl CaseDetail {
    /// The case, whoever sees it.
    #[must_use]
    pub const fn case(&self) -> &Case {
        match self {
            Self::Office(detail) => &detail.case,
            Self::Unit(detail) => &detail.case,
        }
    }

    /// The reporters, masked.
    #[must_use]
    pub fn reporters(&self) -> &[MaskedReporter] {
        match self {
            Self::Office(detail) => &detail.reporters,
            Self::Unit(detail) => &detail.reporters,
        }
    }
}

/// A reporter as everybody with access to the case sees them: masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MaskedReporter {
    /// Which.
    pub id: ReporterId,
    /// As 张**.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// As 138****1234.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Whether there is more to open: an address or an identity number.
    pub more: bool,
}

/// The unit to which region and industry point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitProposal {
    /// Which unit.
    pub unit: UnitRef,
    /// Why this one, in words.
    pub reason: Bilingual,
}

/// The journal of a case, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Journal {
    /// The events.
    pub events: Vec<Recorded>,
}

/// Why an identity is to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenIdentity {
    /// The reason, which is recorded and shown to the auditor.
    pub reason: String,
}

/// Who a reporter is. Returned by one audited operation and kept by nobody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenedIdentity {
    /// 姓名
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 电话
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// 住址
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 公民身份号码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citizen_id: Option<String>,
}

impl std::fmt::Debug for OpenedIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OpenedIdentity(…)")
    }
}

/// What the desk gets back after a registration.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisteredCase {
    /// Which.
    pub id: CaseId,
    /// Number for people.
    pub number: String,
    /// Version, for the first `If-Match`.
    pub version: u64,
    /// Receipt code of each reporter, to be told to them. Shown this once.
    pub receipt_codes: Vec<String>,
}

impl std::fmt::Debug for RegisteredCase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RegisteredCase({}, …)", self.number)
    }
}
