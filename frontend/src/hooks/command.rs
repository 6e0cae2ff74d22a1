//! Changing something at the server. A form keeps its fields when that fails: nothing here touches them.

use crate::{
    api::{Client, Failure},
    session::use_client,
};
use futures_util::{FutureExt, TryFutureExt, future::LocalBoxFuture};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How far a command is.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// Not sent, or done.
    Idle,
    /// Sent, not answered. A second one is not sent meanwhile.
    Running,
    /// Failed; the form stands as it was.
    Failed(Failure),
}

/// What [`use_command`] gives.
#[derive(Debug)]
pub struct Command<I> {
    /// How far it is.
    pub progress: Progress,
    /// Sends it.
    pub run: Callback<I>,
    /// Forgets a failure.
    pub clear: Callback<()>,
}

impl<I> Clone for Command<I> {
    fn clone(&self) -> Self {
        Self {
            progress: self.progress.clone(),
            run: self.run.clone(),
            clear: self.clear.clone(),
        }
    }
}

impl<I> Command<I> {
    /// Whether an answer is awaited.
    #[must_use]
    pub fn running(&self) -> bool {
        self.progress == Progress::Running
    }

    /// Why it failed, if it did.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        match &self.progress {
            Progress::Failed(failure) => Some(failure),
            Progress::Idle | Progress::Running => None,
        }
    }
}

/// What a command comes to: what is then to be done.
type Outcome = LocalBoxFuture<'static, Result<Box<dyn FnOnce()>, Failure>>;

/// What all commands have in common, whatever they send: it is compiled once.
#[derive(Clone)]
struct Sending {
    progress: UseStateHandle<Progress>,
    busy: Rc<Cell<bool>>,
}

impl Sending {
    fn carry(self, outcome: Outcome) {
        self.progress.set(Progress::Running);
        spawn_local(async move {
            let outcome = outcome.await;
            self.busy.set(false);
            match outcome {
                Ok(done) => {
                    self.progress.set(Progress::Idle);
                    done();
                }
                Err(failure) => self.progress.set(Progress::Failed(failure)),
            }
        });
    }
}

#[hook]
fn use_sending() -> (Client, Sending) {
    let progress = use_state_eq(|| Progress::Idle);
    let busy = use_memo((), |()| Cell::new(false));
    (use_client(), Sending { progress, busy })
}

/// A command that is sent by `send`; `done` learns of its success. A click too many sends nothing.
#[hook]
pub fn use_command<I, T, F, A>(send: F, done: Callback<T>) -> Command<I>
where
    I: 'static,
    T: 'static,
    F: Fn(Client, I) -> A + 'static,
    A: Future<Output = Result<T, Failure>> + 'static,
{
    let (client, sending) = use_sending();
    let progress = (*sending.progress).clone();
    let clear = {
        let progress = sending.progress.setter();
        Callback::from(move |()| progress.set(Progress::Idle))
    };
    let run = Callback::from(move |input: I| {
        if sending.busy.replace(true) {
            return;
        }
        let done = done.clone();
        let then = |value| Box::new(move || done.emit(value)) as Box<dyn FnOnce()>;
        let outcome = send(client.clone(), input).map_ok(then);
        sending.clone().carry(outcome.boxed_local());
    });
    Command { progress, run, clear }
}
