//! Reading from the server.

use super::use_line;
use crate::{
    api::{Client, Failure},
    session::use_client,
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Something of the server, as far as it is here.
#[derive(Debug, PartialEq)]
pub enum Remote<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(Rc<T>),
    /// There is none, or not for this viewer.
    Missing,
    /// It could not be had.
    Failed(Failure),
}

impl<T> Clone for Remote<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(value) => Self::Ready(value.clone()),
            Self::Missing => Self::Missing,
            Self::Failed(failure) => Self::Failed(failure.clone()),
        }
    }
}

impl<T> Remote<T> {
    /// The thing, if it is here.
    #[must_use]
    pub fn ready(&self) -> Option<&Rc<T>> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Missing | Self::Failed(_) => None,
        }
    }
}

impl<T> From<Result<T, Failure>> for Remote<T> {
    fn from(answer: Result<T, Failure>) -> Self {
        match answer {
            Ok(value) => Self::Ready(Rc::new(value)),
            Err(failure) if failure.is_missing() => Self::Missing,
            Err(failure) => Self::Failed(failure),
        }
    }
}

/// What [`use_query`] gives.
#[derive(Debug)]
pub struct Query<T> {
    /// What is here.
    pub remote: Remote<T>,
    /// An answer is awaited, whatever is here.
    pub asking: bool,
    /// Asks again; what is here stays until the answer comes.
    pub reload: Callback<()>,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        Self {
            remote: self.remote.clone(),
            asking: self.asking,
            reload: self.reload.clone(),
        }
    }
}

/// Once the server answers again, asks for what could not be had without it.
#[hook]
fn use_again(ask: Option<Callback<()>>) {
    let line = use_line();
    use_effect_with(line.returns, move |_| {
        if let Some(ask) = ask {
            ask.emit(());
        }
    });
}

/// Asks the server for what belongs to `key`, when the component appears and whenever the key changes. An
/// answer that comes after the key has changed again is thrown away. What a lost line denied is asked for again when
/// the line is back.
#[hook]
pub fn use_query<K, T, F, A>(key: K, ask: F) -> Query<T>
where
    K: Clone + PartialEq + 'static,
    T: 'static,
    F: Fn(Client, K) -> A + 'static,
    A: Future<Output = Result<T, Failure>> + 'static,
{
    let client = use_client();
    let answered = use_state(|| None::<(K, Remote<T>)>);
    let round = use_state(|| 0_u32);
    let asking = use_state_eq(|| true);
    {
        let (answered, asking) = (answered.setter(), asking.setter());
        use_effect_with((key.clone(), *round), move |(key, _)| {
            let wanted = Rc::new(Cell::new(true));
            let (still, key) = (wanted.clone(), key.clone());
            asking.set(true);
            spawn_local(async move {
                let answer = ask(client, key.clone()).await;
                if still.get() {
                    answered.set(Some((key, answer.into())));
                    asking.set(false);
                }
            });
            move || wanted.set(false)
        });
    }
    let reload = {
        let round = round.clone();
        Callback::from(move |()| round.set(round.wrapping_add(1)))
    };
    let remote = match &*answered {
        Some((of, remote)) if *of == key => remote.clone(),
        _ => Remote::Loading,
    };
    let cut_off = matches!(remote, Remote::Failed(Failure::Offline));
    use_again(cut_off.then(|| reload.clone()));
    Query {
        remote,
        asking: *asking,
        reload,
    }
}
