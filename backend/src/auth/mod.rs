//! Who calls: passwords, access tokens, refresh tokens and client secrets.
//!
//! A person proves themselves with a password ([`password`]), a system with its client secret
//! ([`client`]); both are then known for minutes by a signed access token ([`token`]), and a person stays
//! signed in by a refresh token that changes at each use ([`service`]). Whoever guesses waits longer and
//! longer ([`delay`]). What a caller may do is not decided here but in `shared::access`; but what they are is read
//! from the database at every request, so that a withdrawn role or sign-in is gone at once.
//!
//! Whoever signs in may owe something first ([`duties`]): an own password ([`own`]), a one-time code
//! ([`one_time_code`]), the confidentiality agreement ([`agreement`]); until then nothing else is answered.
//!
//! Start with [`Caller`], which every handler asks for.

mod agreement;
mod caller;
mod client;
mod delay;
mod duties;
mod one_time_code;
mod own;
pub mod password;
mod qr;
pub(crate) mod routes;
mod service;
mod store;
pub mod token;

/// Accounts of people and systems, made at the command line.
pub mod account;

pub(crate) use caller::Pass;
pub use caller::{Caller, Entrant};
