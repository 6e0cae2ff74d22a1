//! Access tokens (JWT, HS256, minutes) and the opaque secrets behind them.
//!
//! The time is an argument: the library's own clock is switched off, and expiry is judged here.

use crate::{
    confidential::{HashKind, KeyedHash, Keyring},
    ids::Ids,
};
use anju_shared::{
    ids::{ClientId, SessionId, UserId},
    time::Instant,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

/// Seconds for which an access token is good. Rights that are withdrawn are gone no later than this.
pub const ACCESS_SECONDS: i64 = 300;
/// Seconds by which the clocks of our servers may differ.
const SKEW_SECONDS: i64 = 30;
const ISSUER: &str = "anju";
const AUDIENCE: &str = "anju-api";

/// Whose token it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// A member of staff.
    User {
        /// The account.
        sub: UserId,
        /// The sign-in: withdrawn as a whole.
        sid: SessionId,
    },
    /// A third-party system.
    Client {
        /// The account.
        sub: ClientId,
        /// What it was granted, space-separated (RFC 6749, 3.3).
        scope: String,
    },
}

/// What an access token says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccessClaims {
    /// Whose it is.
    #[serde(flatten)]
    pub subject: Subject,
    /// Issued at, unix seconds.
    pub iat: i64,
    /// Good until before, unix seconds.
    pub exp: i64,
    iss: String,
    aud: String,
}

/// Why a token is not accepted. On the wire they are all the same answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TokenError {
    /// Not a token, not ours, not for us, or changed.
    #[error("the token is not valid")]
    Invalid,
    /// It was good once.
    #[error("the token has expired")]
    Expired,
    /// It was issued in the future: a clock is wrong.
    #[error("the token is not valid yet")]
    NotYet,
}

/// Issues and reads access tokens.
pub struct AccessTokens {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
}

impl AccessTokens {
    /// With the token key of this installation.
    #[must_use]
    pub fn new(keyring: &Keyring) -> Self {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.validate_exp = false; // judged in `read`, against the time that is handed in
        Self {
            encoding: EncodingKey::from_secret(keyring.token_key()),
            decoding: DecodingKey::from_secret(keyring.token_key()),
            validation,
        }
    }

    /// A token for this subject, good for [`ACCESS_SECONDS`] from `now`.
    ///
    /// # Errors
    /// [`TokenError::Invalid`], which the library reserves for claims that are no JSON.
    pub fn issue(&self, subject: Subject, now: Instant) -> Result<String, TokenError> {
        let claims = AccessClaims {
            subject,
            iat: now.unix(),
            exp: now.plus(ACCESS_SECONDS).unix(),
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
        };
        let token = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.encoding);
        token.map_err(|_| TokenError::Invalid)
    }

    /// What the token says, if it is ours and good at `now`.
    ///
    /// # Errors
    /// [`TokenError`].
    pub fn read(&self, token: &str, now: Instant) -> Result<AccessClaims, TokenError> {
        let read = jsonwebtoken::decode::<AccessClaims>(token, &self.decoding, &self.validation);
        let claims = read.map_err(|_| TokenError::Invalid)?.claims;
        if claims.exp <= now.unix() {
            return Err(TokenError::Expired);
        }
        if now.plus(SKEW_SECONDS).unix() < claims.iat {
            return Err(TokenError::NotYet);
        }
        Ok(claims)
    }
}

impl fmt::Debug for AccessTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessTokens(…)")
    }
}

/// 32 random bytes in base64url: a refresh token or a client secret. It is handed out once and stored only as
/// a keyed hash; nobody can guess it, so no slow hash is needed.
#[derive(Clone, PartialEq, Eq)]
pub struct OpaqueToken(Zeroizing<String>);

impl OpaqueToken {
    const BYTES: usize = 32;

    /// A new one.
    #[must_use]
    pub fn generate(ids: &dyn Ids) -> Self {
        let bytes = Zeroizing::new(ids.bytes::<{ Self::BYTES }>());
        Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes.as_slice())))
    }

    /// The token as presented, if it has the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?);
        (bytes.len() == Self::BYTES).then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// The token itself, for the one answer that hands it out.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The hash under which it is stored: [`HashKind::RefreshToken`] or [`HashKind::ClientSecret`].
    #[must_use]
    pub fn hash(&self, kind: HashKind, keyring: &Keyring) -> KeyedHash {
        keyring.keyed_hash(kind, &self.0)
    }
}

impl fmt::Debug for OpaqueToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpaqueToken(…)")
    }
}

#[cfg(test)]
mod tests;
