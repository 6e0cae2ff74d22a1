//! Who acts, and who may know or ask for what.
//!
//! Start with [`policy::may`]. Not here: what may be done to a case at its stage
//! ([`crate::workflow::permit`]), and how a caller proves who they are (`backend::auth`).

pub mod account;
pub mod actor;
pub mod policy;

pub use account::{AccountRefusal, may_grant, may_manage};
pub use actor::{Actor, ActorRef, Role, Scope, Staff, incompatible};
pub use policy::{
    CaseScope, CaseSight, Denial, Operation, Resource, UnitScope, case_scope, liaison_scope, may,
};
