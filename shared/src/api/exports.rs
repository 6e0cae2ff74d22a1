//! Exports of the list of cases: asked for, made in the background, fetched while they are kept.

use super::{cases::CaseFilter, views::CaseColumn};
use crate::{ids::ExportId, time::Instant};
use serde::{Deserialize, Serialize};

/// Rows that one export may have.
pub const MOST_ROWS: u64 = 100_000;

/// What is to be exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportBody {
    /// The cases: as the list is narrowed, all pages of it.
    pub query: CaseFilter,
    /// The columns; the usual ones if none is named.
    #[serde(default)]
    pub columns: Vec<CaseColumn>,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportState {
    /// 排队中
    Queued,
    /// 生成中
    Running,
    /// 可下载
    Ready,
    /// 失败
    Failed,
}

impl ExportState {
    /// As it stands on the wire and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Queued, Self::Running, Self::Ready, Self::Failed]
            .into_iter()
            .find(|state| state.code() == code)
    }

    /// Whether it will still change by itself.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }
}

/// An export that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Export {
    /// Which.
    pub id: ExportId,
    /// How far it is.
    pub state: ExportState,
    /// Rows written so far.
    pub done: u64,
    /// Rows in all, as counted when it was asked for.
    pub total: u64,
    /// Bytes of the file, once it is ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// When it was asked for.
    pub created_at: Instant,
    /// When it is forgotten.
    pub expires_at: Instant,
}

/// The exports of one person, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportList {
    /// The exports.
    pub exports: Vec<Export>,
}
