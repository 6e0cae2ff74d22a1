//! Changing something at the server. A form keeps its fields when that fails: nothing here touches them.

use crate::{
    api::{Client, Failure},
    session::use_client,
};
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

/// A command that is sent by `send`; `done` learns of its success. A click too many sends nothing.
#[hook]
pub fn use_command<I, T, F, A>(send: F, done: Callback<T>) -> Command<I>
where
    I: 'static,
    T: 'static,
    F: Fn(Client, I) -> A + 'static,
    A: Future<Output = Result<T, Failure>> + 'static,
{
    let client = use_client();
    let progress = use_state_eq(|| Progress::Idle);
    let busy = use_mut_ref(|| Rc::new(Cell::new(false))).borrow().clone();
    let run = {
        let progress = progress.setter();
        Callback::from(move |input: I| {
            if busy.replace(true) {
                return;
            }
            progress.set(Progress::Running);
            let answer = send(client.clone(), input);
            let (progress, busy, done) = (progress.clone(), busy.clone(), done.clone());
            spawn_local(async move {
                let answer = answer.await;
                busy.set(false);
                match answer {
                    Ok(value) => {
                        progress.set(Progress::Idle);
                        done.emit(value);
                    }
                    Err(failure) => progress.set(Progress::Failed(failure)),
                }
            });
        })
    };
    let clear = {
        let progress = progress.setter();
        Callback::from(move |()| progress.set(Progress::Idle))
    };
    Command {
        progress: (*progress).clone(),
        run,
        clear,
    }
}
