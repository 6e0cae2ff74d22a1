//! Who calls: passwords, access tokens, refresh tokens and client secrets.
//!
//! A person proves themselves with a password ([`password`]), a system with its client secret; both are then
//! known for minutes by a signed access token ([`token`]), and a person stays signed in by a refresh token
//! that changes at each use. What a caller may do is not decided here but in `shared::access`.
//!
//! Start with [`token::Caller`].

pub mod password;
pub mod token;
