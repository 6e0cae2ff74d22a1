//! Rule profiles (办理规则): the law as data.
//!
//! A profile is a versioned TOML file: periods, dictionaries and limits of one authority, each entry with
//! the clause on which it rests. Start with [`RuleProfile`]; [`parse`] reads a file and reports every
//! inconsistency at once. Not here: how periods are counted ([`crate::deadlines`]) and what may be done
//! ([`crate::workflow`]); neither knows any number that stands in a profile.

mod check;
mod profile;
mod public;
#[cfg(feature = "toml")]
mod read;

pub use check::ProfileFault;
pub use profile::{
    Authority, Bearer, Citation, ClockKind, ClockRule, Effect, Entry, LiaisonRule, LikenessRule,
    RequiredField, RuleProfile, StartEvent, StopEvent, UrgencyHint, entry,
};
pub use public::{Department, Elsewhere, PublicRules};
#[cfg(feature = "toml")]
pub use read::{built_in, parse};

#[cfg(all(test, feature = "toml"))]
mod tests;
