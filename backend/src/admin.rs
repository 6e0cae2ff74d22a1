//! Setting up: units, routes, accounts of people and systems. One door for the command line, for demonstration data
//! and for tests; there is none from the network. Every step is in the journal of access, by Anju itself.
//!
//! Nothing is decided here: start with the function that you need, in the feature it comes from.

pub use crate::{
    auth::account::{
        AddedClient, AddedUser, NewUser, add_client, add_user, ask_for_own_password, forget_one_time_code,
        record_agreement, set_client_active, set_roles, set_user_active,
    },
    units::service::{NewUnit, add_route, add_unit},
};
