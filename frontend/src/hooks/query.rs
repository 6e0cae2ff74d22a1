//! Reading from the server.

use super::use_line;
use crate::{
    api::{Client, Failure},
    session::use_client,
};
use futures_util::{FutureExt, TryFutureExt, future::LocalBoxFuture};
use std::{any::Any, cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Something of the server, as far as it is here.
#[derive(Debug)]
pub enum Remote<T: ?Sized> {
    /// On its way.
    Loading,
    /// Here.
    Ready(Rc<T>),
    /// There is none, or not for this viewer.
    Missing,
    /// It could not be had.
    Failed(Failure),
}

/// The same is what was read at the same time: what was read again may be drawn again.
impl<T: ?Sized> PartialEq for Remote<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ready(one), Self::Ready(other)) => Rc::ptr_eq(one, other),
            (Self::Failed(one), Self::Failed(other)) => one == other,
            (Self::Loading, Self::Loading) | (Self::Missing, Self::Missing) => true,
            _ => false,
        }
    }
}

impl<T: ?Sized> Clone for Remote<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(value) => Self::Ready(value.clone()),
            Self::Missing => Self::Missing,
            Self::Failed(failure) => Self::Failed(failure.clone()),
        }
    }
}

impl<T: ?Sized> Remote<T> {
    /// The thing, if it is here.
    #[must_use]
    pub fn ready(&self) -> Option<&Rc<T>> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Missing | Self::Failed(_) => None,
        }
    }
}

impl Remote<dyn Any> {
    fn of(answer: Result<Rc<dyn Any>, Failure>) -> Self {
        match answer {
            Ok(value) => Self::Ready(value),
            Err(failure) if failure.is_missing() => Self::Missing,
            Err(failure) => Self::Failed(failure),
        }
    }

    fn typed<T: 'static>(self) -> Remote<T> {
        match self {
            // It was put there as that type.
            Self::Ready(value) => value.downcast().map_or(Remote::Missing, Remote::Ready),
            Self::Loading => Remote::Loading,
            Self::Missing => Remote::Missing,
            Self::Failed(failure) => Remote::Failed(failure),
        }
    }
}

/// What [`use_query`] gives.
#[derive(Debug)]
pub struct Query<T: ?Sized> {
    /// What is here.
    pub remote: Remote<T>,
    /// An answer is awaited, whatever is here.
    pub asking: bool,
    /// Asks again; what is here stays until the answer comes.
    pub reload: Callback<()>,
}

impl<T: ?Sized> Clone for Query<T> {
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

/// Asks, when it is called.
type Ask = Box<dyn FnOnce() -> LocalBoxFuture<'static, Result<Rc<dyn Any>, Failure>>>;

/// What all queries have in common, whatever they ask for: it is compiled once. `key` counts the keys.
#[hook]
fn use_anything(key: u32, ask: Ask) -> Query<dyn Any> {
    let answered = use_state(|| None::<(u32, Remote<dyn Any>)>);
    let round = use_state(|| 0_u32);
    let asking = use_state_eq(|| true);
    {
        let (answered, asking) = (answered.setter(), asking.setter());
        use_effect_with((key, *round), move |&(key, _)| {
            let wanted = Rc::new(Cell::new(true));
            let still = wanted.clone();
            asking.set(true);
            let answer = ask();
            spawn_local(async move {
                let answer = answer.await;
                if still.get() {
                    answered.set(Some((key, Remote::of(answer))));
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
    let latest = use_mut_ref(|| (0_u32, key.clone()));
    let count = {
        let mut latest = latest.borrow_mut();
        if latest.1 != key {
            *latest = (latest.0.wrapping_add(1), key.clone());
        }
        latest.0
    };
    let ask = move || {
        let answer = ask(client, key).map_ok(|value| Rc::new(value) as Rc<dyn Any>);
        answer.boxed_local()
    };
    let query = use_anything(count, Box::new(ask));
    Query {
        remote: query.remote.typed(),
        asking: query.asking,
        reload: query.reload,
    }
}
