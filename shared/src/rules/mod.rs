//! Rule profiles (办理规则): the law as data.
//!
//! The rules of an authority are TOML files in layers, national, provincial, district, each entry with the clause on
//! which it rests. A [`Regime`] is what they come to, with the origin of every entry; its [`RuleProfile`] is what the
//! procedure works with and browsers are sent. Start with [`RuleProfile`]; [`regimes`] are those that come with
//! Anju, [`parse`] reads others and reports every inconsistency at once. Not here: how periods are counted
//! ([`crate::deadlines`]) and what may be done ([`crate::workflow`]); neither knows any number that stands in a
//! profile.

mod check;
mod clock;
mod extension;
pub mod form;
mod lapse;
mod origin;
mod profile;
mod public;
#[cfg(feature = "toml")]
mod read;
#[cfg(feature = "toml")]
mod regime;
mod wrong;

pub use check::ProfileFault;
pub use clock::{
    Approver, Bearer, ClockKind, ClockRule, Effect, Extension, PauseRule, StartEvent, StopEvent,
};
pub use extension::{ExtensionAsked, ExtensionRefusal};
pub use lapse::{Cycle, Lapse};
pub use origin::{Level, Origin};
pub use profile::{
    Authority, Citation, Entry, LiaisonRule, LikenessRule, RequiredField, RuleProfile, UrgencyHint, entry,
};
pub use public::{Department, Elsewhere, PublicRules};
#[cfg(feature = "toml")]
pub use read::{built_in, built_in_layers, built_in_regimes, parse, regime, regimes};
#[cfg(feature = "toml")]
pub use regime::{
    AccidentGrade, ClockEntry, Duty, Layer, Parameter, PublicLists, Regime, Regimes, Value, assemble,
    inherited, parse_layer,
};

#[cfg(all(test, feature = "toml"))]
mod tests;
