//! Sign-in of staff, and tokens of third-party systems.

mod duty;

pub use duty::{
    AcceptAgreement, Agreement, ChangePassword, ConfirmOneTimeCode, Duty, EnrolOneTimeCode, NewOneTimeCode,
};

use super::directory::UnitRef;
use crate::{
    access::{Role, Staff},
    ids::{SessionId, UserId},
};
use serde::{Deserialize, Serialize};

/// User name and password, and the one-time code of an account that has one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// User name.
    pub login: String,
    /// Password.
    pub password: String,
    /// Six digits of the authenticator. Left out, the answer to a right password asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn(…)")
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// The account.
    pub id: UserId,
    /// The sign-in.
    pub session: SessionId,
    /// User name.
    pub login: String,
    /// Shown name.
    pub name: String,
    /// The unit.
    pub unit: UnitRef,
    /// Division code of the unit's region.
    pub region: String,
    /// The roles held.
    pub roles: Vec<Role>,
    /// What must be done before anything else is answered, in this order.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Whether signing in asks for a one-time code.
    #[serde(default)]
    pub has_one_time_code: bool,
}

impl Account {
    /// As the core knows this person.
    #[must_use]
    pub fn staff(&self) -> Staff {
        Staff {
            user: self.id,
            session: self.session,
            name: self.name.clone(),
            unit: self.unit.id,
            region: self.region.clone(),
            roles: self.roles.clone(),
        }
    }
}

/// A sign-in or its renewal. The refresh token travels in a cookie that scripts cannot read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// For `Authorization: Bearer`; keep it in memory only.
    pub access_token: String,
    /// Seconds until it expires.
    pub expires_in: u32,
    /// Who is signed in.
    pub account: Account,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedIn({}, …)", self.account.login)
    }
}

/// Token request of a third-party system (RFC 6749 §4.4).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenRequest {
    /// `client_credentials`.
    #[cfg_attr(feature = "openapi", schema(example = "client_credentials"))]
    pub grant_type: String,
    /// The client's name, unless sent by HTTP Basic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The client's secret, unless sent by HTTP Basic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Scopes, separated by blanks; all that were granted, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "reports:submit reports:status"))]
    pub scope: Option<String>,
}

impl std::fmt::Debug for TokenRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenRequest(…)")
    }
}

/// Token of a third-party system (RFC 6749 §5.1).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenResponse {
    /// For `Authorization: Bearer`.
    pub access_token: String,
    /// `Bearer`.
    pub token_type: String,
    /// Seconds until it expires.
    pub expires_in: u32,
    /// The scopes it carries.
    pub scope: String,
}

impl std::fmt::Debug for TokenResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TokenResponse({}, …)", self.scope)
    }
}
