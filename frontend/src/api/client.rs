//! The client: who is signed in (a token in memory, nowhere else), in which language, and how far the
//! server's clock is from this machine's.

use super::{Call, Failure, lock, session};
use crate::text::Language;
use anju_shared::{api::session::SignedIn, time::Instant};
use futures_util::future::{FutureExt, LocalBoxFuture, Shared};
use gloo::net::http::{Method, Response};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use yew::Callback;

type Renewal = Shared<LocalBoxFuture<'static, Result<Rc<SignedIn>, Failure>>>;

/// What the client tells whoever shows the session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionChange {
    /// There is a (new) token, valid for the time it says.
    Opened(Rc<SignedIn>),
    /// The session has ended.
    Lost,
}

/// A handle on the one client of this page. Cheap to clone; equal to its clones only.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

#[derive(Default)]
struct Inner {
    token: RefCell<Option<String>>,
    language: Cell<Language>,
    server_ahead: Cell<i64>,
    renewal: RefCell<Option<Renewal>>,
    listener: RefCell<Callback<SessionChange>>,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The token stays out of every log.
        f.write_str("Client")
    }
}

impl Default for Client {
    fn default() -> Self {
        Self::new()
    }
}

impl Client {
    /// A client without a session.
    #[must_use]
    pub fn new() -> Self {
        Self(Rc::default())
    }

    /// A call that reads.
    pub fn get(&self, path: impl AsRef<str>) -> Call {
        Call::new(self.clone(), Method::GET, path.as_ref())
    }

    /// A call that changes something.
    pub fn post(&self, path: impl AsRef<str>) -> Call {
        Call::new(self.clone(), Method::POST, path.as_ref())
    }

    /// A call that replaces something.
    pub fn put(&self, path: impl AsRef<str>) -> Call {
        Call::new(self.clone(), Method::PUT, path.as_ref())
    }

    /// A call that ends something.
    pub fn delete(&self, path: impl AsRef<str>) -> Call {
        Call::new(self.clone(), Method::DELETE, path.as_ref())
    }

    /// Asks to be answered in this language from now on.
    pub fn speak(&self, language: Language) {
        self.0.language.set(language);
    }

    /// The language of the answers.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language.get()
    }

    /// The server's time, as far as its answers have told.
    #[must_use]
    pub fn now(&self) -> Instant {
        Instant::from_unix(browser_seconds().saturating_add(self.0.server_ahead.get()))
    }

    /// Tells `listener` about every change of the session.
    pub fn listen(&self, listener: Callback<SessionChange>) {
        self.0.listener.replace(listener);
    }

    /// Takes a newly opened session as the own one.
    pub fn open(&self, opened: SignedIn) -> Rc<SignedIn> {
        self.0.token.replace(Some(opened.access_token.clone()));
        let opened = Rc::new(opened);
        self.tell(SessionChange::Opened(opened.clone()));
        opened
    }

    /// Forgets the session.
    pub fn close(&self) {
        self.0.token.replace(None);
        self.tell(SessionChange::Lost);
    }

    /// Gets a new token by the refresh cookie. Whoever asks while one is on its way waits for the same one.
    ///
    /// # Errors
    /// What [`session::refresh_session`] says; if it says that there is no session, the session is closed.
    pub async fn renew(&self) -> Result<Rc<SignedIn>, Failure> {
        let under_way = self.0.renewal.borrow().clone();
        let renewal = under_way.unwrap_or_else(|| {
            let renewal = renew_once(self.clone()).boxed_local().shared();
            self.0.renewal.replace(Some(renewal.clone()));
            renewal
        });
        renewal.await
    }

    pub(super) fn token(&self) -> Option<String> {
        self.0.token.borrow().clone()
    }

    /// Learns the server's clock from the `Date` of an answer.
    pub(super) fn learn_time(&self, answer: &Response) {
        let Some(date) = answer.headers().get("date") else {
            return;
        };
        let milliseconds = js_sys::Date::parse(&date);
        if milliseconds.is_finite() {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a date in seconds is far below 2^53"
            )]
            let seconds = (milliseconds / 1000.0) as i64;
            self.0.server_ahead.set(seconds - browser_seconds());
        }
    }

    fn tell(&self, change: SessionChange) {
        let listener = self.0.listener.borrow().clone();
        listener.emit(change);
    }
}

async fn renew_once(client: Client) -> Result<Rc<SignedIn>, Failure> {
    let asking = client.clone();
    let answer = lock::exclusively(
        "anju-session",
        async move { session::refresh_session(&asking).await },
    )
    .await;
    client.0.renewal.replace(None);
    match answer.unwrap_or(Err(Failure::Offline)) {
        Ok(opened) => Ok(client.open(opened)),
        Err(failure) => {
            if failure.is_unauthenticated() {
                client.close();
            }
            Err(failure)
        }
    }
}

fn browser_seconds() -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a date in seconds is far below 2^53"
    )]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    seconds
}
