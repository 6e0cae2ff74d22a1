//! People with accounts (人员), as administrators keep them: made, moved, closed and opened by the system administrator,
//! given and deprived of roles by the security administrator. Neither sees a case.
//!
//! Not here: how somebody proves who they are (`auth`), and what a role may do (`anju_shared::access`). A withdrawn
//! role or a closed account is gone at the next request, because `auth` reads them at each. Start with [`service`].

pub(crate) mod routes;
mod service;
mod store;
