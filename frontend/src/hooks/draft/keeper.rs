//! Who carries a draft to the server: one request at a time, the latest text only, again after a failure. It outlives
//! the form until what was entered last is kept.

use super::DraftState;
use crate::api::{
    Client, Failure,
    drafts::{read_draft, remove_draft, save_draft},
};
use gloo::timers::callback::Timeout;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Milliseconds without a key before what was typed is sent.
const PAUSE: u32 = 1_000;
/// Milliseconds until the first repetition after a failure; each further one waits twice as long.
const FIRST_WAIT: u32 = 2_000;
/// Repetitions until the waits grow no longer; a form that was closed gives up then.
const MOST_DOUBLINGS: u32 = 4;
/// The version of a draft that is not there yet.
const NEW: &str = "\"0\"";

/// What is still to be done.
#[derive(Clone, Debug, PartialEq)]
enum Wanted {
    /// Keep this.
    Kept(String),
    /// Keep nothing any more.
    Gone,
}

struct Inner {
    client: Client,
    key: String,
    wanted: RefCell<Option<Wanted>>,
    etag: RefCell<String>,
    /// The version is known, or does not matter: requests may leave.
    open: Cell<bool>,
    busy: Cell<bool>,
    left: Cell<bool>,
    failures: Cell<u32>,
    timer: RefCell<Option<Timeout>>,
    listener: RefCell<Callback<DraftState>>,
}

/// A handle on one. Equal to its clones only.
#[derive(Clone)]
pub(super) struct Keeper(Rc<Inner>);

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Keeper {
    pub(super) fn new(client: Client, key: String) -> Self {
        Self(Rc::new(Inner {
            client,
            key,
            wanted: RefCell::default(),
            etag: RefCell::new(NEW.to_owned()),
            open: Cell::default(),
            busy: Cell::default(),
            left: Cell::default(),
            failures: Cell::default(),
            timer: RefCell::default(),
            listener: RefCell::default(),
        }))
    }

    /// Tells `listener` from now on how safe the text is.
    pub(super) fn listen(&self, listener: Callback<DraftState>) {
        self.0.listener.replace(listener);
    }

    /// Asks for what was kept before and hands it to `found`.
    pub(super) fn open(&self, found: Callback<Rc<str>>) {
        let keeper = self.clone();
        spawn_local(async move {
            match read_draft(&keeper.0.client, &keeper.0.key).await {
                Ok(read) => {
                    keeper.0.etag.replace(read.etag);
                    keeper.told(DraftState::Saved(read.value.saved.saved_at));
                    // Whoever typed already is not interrupted by older words.
                    if keeper.0.wanted.borrow().is_none() {
                        found.emit(read.value.content.into());
                    }
                }
                Err(failure) if failure.is_missing() => keeper.told(DraftState::Untouched),
                // Without an answer the first save finds out whether something newer is there.
                Err(failure) => keeper.told(DraftState::Failed(failure)),
            }
            keeper.0.open.set(true);
            keeper.flush();
        });
    }

    /// Keeps this text, once nobody types for a moment.
    pub(super) fn keep(&self, text: String) {
        self.0.wanted.replace(Some(Wanted::Kept(text)));
        self.told(DraftState::Unsaved);
        self.later(PAUSE);
    }

    /// Removes what is kept.
    pub(super) fn forget(&self) {
        self.0.wanted.replace(Some(Wanted::Gone));
        self.0.open.set(true);
        self.told(DraftState::Untouched);
        self.flush();
    }

    /// Overwrites what another window kept.
    pub(super) fn insist(&self) {
        let keeper = self.clone();
        spawn_local(async move {
            if let Ok(read) = read_draft(&keeper.0.client, &keeper.0.key).await {
                keeper.0.etag.replace(read.etag);
            }
            keeper.0.open.set(true);
            keeper.flush();
        });
    }

    /// The form is closed: what is not kept yet is sent now.
    pub(super) fn leave(&self) {
        self.0.left.set(true);
        self.listen(Callback::noop());
        self.flush();
    }

    /// Sends what is not kept yet, now.
    pub(super) fn flush(&self) {
        self.0.timer.replace(None);
        let idle = self.0.open.get() && !self.0.busy.get();
        if !idle || self.0.wanted.borrow().is_none() {
            return;
        }
        self.0.busy.set(true);
        let keeper = self.clone();
        spawn_local(async move {
            while let Some(wanted) = keeper.take() {
                if let Err(failure) = keeper.carry(wanted.clone()).await {
                    keeper.failed(wanted, failure);
                    break;
                }
            }
            keeper.0.busy.set(false);
        });
    }

    fn take(&self) -> Option<Wanted> {
        self.0.wanted.borrow_mut().take()
    }

    async fn carry(&self, wanted: Wanted) -> Result<(), Failure> {
        let Inner { client, key, .. } = &*self.0;
        let state = match wanted {
            Wanted::Kept(text) => {
                let etag = self.0.etag.borrow().clone();
                let saved = save_draft(client, key, &etag, text).await?;
                self.0.etag.replace(saved.etag);
                DraftState::Saved(saved.value.saved_at)
            }
            Wanted::Gone => {
                remove_draft(client, key).await?;
                self.0.etag.replace(NEW.to_owned());
                DraftState::Untouched
            }
        };
        self.0.failures.set(0);
        if self.0.wanted.borrow().is_none() {
            self.told(state);
        }
        Ok(())
    }

    /// What was typed meanwhile is newer than what failed.
    fn failed(&self, wanted: Wanted, failure: Failure) {
        self.0.wanted.borrow_mut().get_or_insert(wanted);
        if failure.is_moved() {
            self.0.open.set(false);
            self.told(DraftState::Elsewhere);
            return;
        }
        let failures = self.0.failures.get().saturating_add(1);
        self.0.failures.set(failures);
        let given_up = self.0.left.get() && failures > MOST_DOUBLINGS;
        if may_pass(&failure) && !given_up {
            self.later(FIRST_WAIT << failures.min(MOST_DOUBLINGS));
        }
        self.told(DraftState::Failed(failure));
    }

    fn later(&self, milliseconds: u32) {
        let keeper = self.clone();
        self.0
            .timer
            .replace(Some(Timeout::new(milliseconds, move || keeper.flush())));
    }

    fn told(&self, state: DraftState) {
        let listener = self.0.listener.borrow().clone();
        listener.emit(state);
    }
}

/// Whether the same request may succeed later.
fn may_pass(failure: &Failure) -> bool {
    failure
        .problem()
        .is_none_or(|problem| problem.status >= 500 || matches!(problem.status, 408 | 429))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_shared::problem::{Problem, ProblemCode};

    #[test]
    fn only_what_a_repetition_may_cure_is_repeated() {
        let problem = |status, code| {
            Failure::Problem(Box::new(Problem {
                kind: String::new(),
                title: String::new(),
                status,
                detail: None,
                code,
                refusal: None,
                basis: None,
                violations: vec![],
                request_id: None,
            }))
        };
        assert!(may_pass(&Failure::Offline));
        assert!(may_pass(&problem(503, ProblemCode::Unavailable)));
        assert!(may_pass(&problem(429, ProblemCode::TooManyRequests)));
        assert!(!may_pass(&problem(413, ProblemCode::TooLarge)));
        assert!(!may_pass(&problem(403, ProblemCode::Forbidden)));
    }
}
