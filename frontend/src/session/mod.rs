//! Who is signed in, as every page may ask; signing in and out; renewing before the token expires.
//!
//! The token itself stays in [`crate::api::Client`], in memory: a reload restores the session by the refresh
//! cookie, which no script can read. What a role may do is not decided here but in `anju_shared`.
//! Start with [`Session`].

mod provider;

pub use provider::SessionProvider;

use crate::{
    api::{Client, Failure, session},
    route::Route,
};
use anju_shared::{
    access::{Actor, Operation, Resource, may},
    api::session::{Account, SignIn},
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is known about the session.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SessionState {
    /// The page has just been opened; the refresh cookie is being tried.
    #[default]
    Starting,
    /// The server could not be asked.
    Unknown(Failure),
    /// Nobody is signed in.
    SignedOut {
        /// Somebody was, until the session ended by itself.
        expired: bool,
    },
    /// Somebody is.
    SignedIn(Rc<Account>),
}

/// The session, and what can be done to it. Provided by [`SessionProvider`].
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What is known.
    pub state: SessionState,
    /// The session of whoever is signed in has ended by itself; they are asked to sign in again over their page.
    pub ended: bool,
    /// Gives up an ended session, and with it what only the page holds.
    pub leave: Callback<()>,
    /// Tries again to find out.
    pub restore: Callback<()>,
    /// Ends the session here.
    pub sign_out: Callback<()>,
}

impl Session {
    /// Who is signed in.
    #[must_use]
    pub fn account(&self) -> Option<&Rc<Account>> {
        match &self.state {
            SessionState::SignedIn(account) => Some(account),
            SessionState::Starting | SessionState::Unknown(_) | SessionState::SignedOut { .. } => None,
        }
    }

    /// The page where this person's work is: administrators see no case.
    #[must_use]
    pub fn home(&self) -> Route {
        match () {
            () if self.may(Operation::ReadAudit) => Route::Audit,
            () if self.may(Operation::ReadPeople) => Route::People,
            () => Route::Workbench,
        }
    }

    /// Whether the person signed in may do this at all: what the page offers. The server decides again.
    #[must_use]
    pub fn may(&self, operation: Operation) -> bool {
        self.account().is_some_and(|account| {
            may(&Actor::Staff(account.staff()), operation, &Resource::Everything).is_ok()
        })
    }
}

/// The client of this page.
#[hook]
pub fn use_client() -> Client {
    use_context::<Client>().unwrap_or_default()
}

/// The session of this page.
#[hook]
pub fn use_session() -> Session {
    use_context::<Session>().unwrap_or_else(|| Session {
        state: SessionState::SignedOut { expired: false },
        ended: false,
        leave: Callback::noop(),
        restore: Callback::noop(),
        sign_out: Callback::noop(),
    })
}

/// Opens a session; everybody who shows it learns of it through the client.
///
/// # Errors
/// As [`session::open_session`].
pub async fn sign_in(client: Client, body: SignIn) -> Result<(), Failure> {
    let opened = session::open_session(&client, &body).await?;
    client.open(opened);
    Ok(())
}

/// Ends the session at the server, and here in any case.
fn sign_out(client: Client, done: impl FnOnce() + 'static) {
    client.expect_the_end();
    spawn_local(async move {
        // Signed out here even when the server cannot be told: the token goes, and the cookie expires.
        let _told = session::close_session(&client).await;
        client.close();
        done();
    });
}
