//! Identifiers: one line a kind, so that a unit's id cannot be handed in where a case's is wanted.
//!
//! Made only by `backend::ids`; here they are parsed, compared and shown.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// One report and everything done about it (举报件).
    CaseId,
    /// One reporter of one case (举报人). A person who reports twice has two.
    ReporterId,
    /// A unit of the organisation tree (单位).
    UnitId,
    /// A member of staff with an account.
    UserId,
    /// A third-party system with an account (接口客户端).
    ClientId,
    /// One sign-in of one user, from password to sign-out.
    SessionId,
    /// A stored file (附件).
    FileId,
    /// One item of evidence (证据).
    EvidenceId,
    /// One message between the handling side and a reporter (消息).
    MessageId,
    /// One saved view of the list (视图).
    ViewId,
    /// One export of the list (导出).
    ExportId,
    /// One revision of rules or calendar (修订).
    RevisionId,
}
