//! The page that was left for a case: shown again at once when one comes back, with the cursor where it was.
//!
//! Kept in memory as long as the app runs, for the same sign-in and the same address only.

use super::view::Address;
use anju_shared::{
    api::cases::CasePage,
    ids::{CaseId, SessionId},
};
use gloo::utils::document;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A page that was left.
#[derive(Clone)]
pub(super) struct Left {
    pub(super) session: SessionId,
    pub(super) address: Address,
    pub(super) page: Rc<CasePage>,
    /// The case for which it was left.
    pub(super) case: CaseId,
}

thread_local! {
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

/// Keeps a page, instead of any other.
pub(super) fn keep(left: Left) {
    LEFT.with_borrow_mut(|kept| *kept = Some(left));
}

/// The page that was left at this address, in this sign-in.
pub(super) fn kept(session: SessionId, address: &Address) -> Option<Left> {
    LEFT.with_borrow(|kept| {
        let same = |left: &&Left| left.session == session && left.address == *address;
        kept.as_ref().filter(same).cloned()
    })
}

/// Brings the row of a case into sight and gives it the cursor.
pub(super) fn return_to(case: CaseId) {
    let link = document().query_selector(&format!("tbody a[href$='{case}']"));
    let link = link
        .ok()
        .flatten()
        .and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        // Without the cursor there the row can still be clicked.
        link.focus().unwrap_or_default();
    }
}
