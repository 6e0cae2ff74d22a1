//! The client: who is signed in (a token in memory, nowhere else), in which language, and how far the
//! server's clock is from this machine's.

use super::{Call, Failure, lock, session};
use crate::text::Language;
use anju_shared::{api::session::SignedIn, ids::UserId, time::Instant};
use futures_util::future::{FutureExt, LocalBoxFuture, Shared};
use gloo::net::http::{Method, Response};
use js_sys::{Function, Promise};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

/// Whoever renews the session, in whatever window, holds this.
const LOCK: &str = "anju-session";

type Renewal = Shared<LocalBoxFuture<'static, Result<(), Failure>>>;

/// What the client tells whoever shows the session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionChange {
    /// There is a (new) token, valid for the time it says.
    Opened(Rc<SignedIn>),
    /// The session ended by itself. Calls wait until the same person has signed in again.
    Ended,
    /// Nobody is signed in.
    Lost,
}

/// A handle on the one client of this page. Cheap to clone; equal to its clones only.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

#[derive(Default)]
struct Inner {
    token: RefCell<Option<String>>,
    /// Whose session it is, or was until it ended by itself.
    person: Cell<Option<UserId>>,
    /// Told whether the same person has signed in again.
    waiting: RefCell<Option<Function>>,
    reached: Cell<Option<bool>>,
    on_reach: RefCell<Callback<bool>>,
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

    /// Takes a newly opened session as the own one. Calls that waited for it go on, unless it is another person's.
    pub fn open(&self, opened: SignedIn) -> Rc<SignedIn> {
        let person = opened.account.id;
        let same = self.0.person.replace(Some(person)) == Some(person);
        self.0.token.replace(Some(opened.access_token.clone()));
        let opened = Rc::new(opened);
        self.tell(SessionChange::Opened(opened.clone()));
        self.let_go(same);
        opened
    }

    /// Forgets the session; nothing waits for it any more.
    pub fn close(&self) {
        self.0.person.set(None);
        self.0.token.replace(None);
        self.tell(SessionChange::Lost);
        self.let_go(false);
    }

    /// From now on the end of the session is meant.
    pub fn expect_the_end(&self) {
        self.0.person.set(None);
    }

    /// Tells `listener` whenever the server comes out of reach or back into it.
    pub fn listen_to_reach(&self, listener: Callback<bool>) {
        self.0.on_reach.replace(listener);
    }

    /// Learns whether the server answers at all.
    pub(super) fn learn_reach(&self, reached: bool) {
        let before = self.0.reached.replace(Some(reached)).unwrap_or(true);
        if before != reached {
            let listener = self.0.on_reach.borrow().clone();
            listener.emit(reached);
        }
    }

    /// Gets a new token by the refresh cookie. Whoever asks while one is on its way waits for the same one; and if
    /// the session has ended, until the same person has signed in again.
    ///
    /// # Errors
    /// What [`session::refresh_session`] says, or that another person has signed in.
    pub async fn renew(&self) -> Result<(), Failure> {
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

impl Client {
    /// Looks whether somebody signed in again in another window of this browser.
    pub async fn look_again(&self) {
        let asking = self.clone();
        let answer = lock::exclusively(LOCK, async move { session::refresh_session(&asking).await });
        if let Some(Ok(opened)) = answer.await {
            self.open(opened);
        }
    }

    /// Does this while no window of this browser renews the session.
    pub async fn between_renewals(&self, work: impl Future<Output = ()> + 'static) {
        // Where there are no locks, nothing waits for one.
        let _done = lock::exclusively(LOCK, work).await;
    }

    /// Waits until somebody has signed in again; says whether it was the same person.
    async fn signed_in_again(&self) -> bool {
        let promise = Promise::new(&mut |resolve, _| {
            self.0.waiting.replace(Some(resolve));
        });
        self.tell(SessionChange::Ended);
        let said = JsFuture::from(promise).await;
        said.ok().and_then(|said| said.as_bool()).unwrap_or_default()
    }

    fn let_go(&self, same: bool) {
        if let Some(resolve) = self.0.waiting.take() {
            // A resolver of a promise does not throw.
            let _done = resolve.call1(&JsValue::UNDEFINED, &JsValue::from_bool(same));
        }
    }
}

async fn renew_once(client: Client) -> Result<(), Failure> {
    let renewed = ask_once(&client).await;
    client.0.renewal.replace(None);
    renewed
}

async fn ask_once(client: &Client) -> Result<(), Failure> {
    let asking = client.clone();
    let answer = lock::exclusively(LOCK, async move { session::refresh_session(&asking).await }).await;
    match answer.unwrap_or(Err(Failure::Offline)) {
        Ok(opened) => {
            // Somebody else may have signed in, in another window of this browser: what waits is not theirs.
            let before = client.0.person.get();
            let same = before.is_none_or(|person| person == opened.account.id);
            client.open(opened);
            same.then_some(()).ok_or(Failure::Unreadable { request_id: None })
        }
        Err(failure) if !failure.is_unauthenticated() => Err(failure),
        Err(failure) if client.0.person.get().is_none() => {
            client.close();
            Err(failure)
        }
        // Whoever writes goes on writing: they sign in over their page, and the call is repeated.
        Err(failure) => {
            client.0.token.replace(None);
            client.signed_in_again().await.then_some(()).ok_or(failure)
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
