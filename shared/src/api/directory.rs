//! Units and dictionaries: what forms choose from.

use crate::ids::UnitId;
use serde::{Deserialize, Serialize};

/// A unit by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitRef {
    /// Which.
    pub id: UnitId,
    /// Its name.
    pub name: String,
}

/// What kind of unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 安委办
    Office,
    /// 街道、乡镇
    Street,
    /// 园区
    Park,
    /// 行业部门
    Department,
}

impl UnitKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Office, Self::Street, Self::Park, Self::Department];

    /// As it stands in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Street => "street",
            Self::Park => "park",
            Self::Department => "department",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// A unit of the organisation tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unit {
    /// Which.
    pub id: UnitId,
    /// Short stable code.
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
    /// Whether it still gets work.
    pub active: bool,
    /// Counts up with every change.
    pub version: i64,
}

/// All units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitList {
    /// The units, by code.
    pub units: Vec<Unit>,
}
