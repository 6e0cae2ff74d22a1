//! Signing in: the page, its form, what somebody owes first ([`Gate`], [`DutiesPage`]), signing in again over a page
//! ([`SignInAgain`]), and the own account.
//!
//! Not here: what a session is ([`crate::session`]). Start with [`SignInPage`].

mod account;
mod again;
mod agreement;
mod duties;
mod form;
mod gate;
mod one_time_code;
mod page;
mod password;
pub mod view;

pub use account::AccountPage;
pub use again::SignInAgain;
pub use duties::DutiesPage;
pub use gate::{Gate, GateProps};
pub use page::SignInPage;

use crate::api::Client;
use wasm_bindgen_futures::spawn_local;

/// Lets the session learn what changed about its person.
fn learn(client: &Client) {
    let client = client.clone();
    spawn_local(async move {
        // What went wrong with it, the next call says.
        let _learnt = client.renew().await;
    });
}
