//! What somebody who signs in owes first: an own password, a one-time code, the confidentiality agreement.

use crate::{
    problem::{Bilingual, ProblemCode},
    time::Instant,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What must be done before anything else is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Replace the initial password by an own one.
    ChangePassword,
    /// Set up a one-time code, which a role asks for.
    EnrolOneTimeCode,
    /// Accept the confidentiality agreement (TJ-17).
    AcceptAgreement,
}

impl Duty {
    /// With what everything else is refused meanwhile.
    #[must_use]
    pub const fn refusal(self) -> ProblemCode {
        match self {
            Self::ChangePassword => ProblemCode::PasswordChangeRequired,
            Self::EnrolOneTimeCode => ProblemCode::OneTimeCodeMissing,
            Self::AcceptAgreement => ProblemCode::AgreementRequired,
        }
    }
}

/// A new password in place of the old one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    pub old: String,
    /// The password from now on.
    pub new: String,
}

/// Begins to set up a one-time code. The password again: an open desk is not enough.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EnrolOneTimeCode {
    /// Password.
    pub password: String,
}

/// The secret for an authenticator (RFC 6238). It is shown now and never again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewOneTimeCode {
    /// The secret in base32, to be typed in.
    pub secret: String,
    /// The same as `otpauth://` address, to be opened on the telephone.
    pub uri: String,
    /// The same as a picture (SVG), to be read by the camera of a telephone.
    pub qr: String,
}

/// Shows that the authenticator has the secret; from now on signing in asks for a code.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmOneTimeCode {
    /// The six digits that it shows.
    pub code: String,
}

/// The confidentiality agreement (保密协议) that everybody accepts who works on reports (TJ-17).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreement {
    /// Which text; a new text is accepted anew.
    pub version: String,
    /// Its title.
    pub title: Bilingual,
    /// Its paragraphs.
    pub paragraphs: Vec<Bilingual>,
    /// For so many months an acceptance is good.
    pub months: u32,
    /// Until when the caller's acceptance of this text is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_until: Option<Instant>,
}

/// Accepts the text that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptAgreement {
    /// The version that was read.
    pub version: String,
}

macro_rules! secret {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}

secret!(
    ChangePassword,
    EnrolOneTimeCode,
    NewOneTimeCode,
    ConfirmOneTimeCode
);
