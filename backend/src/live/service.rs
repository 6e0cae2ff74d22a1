//! A stream of messages for one person (server-sent events).

use super::{Change, Told, seats::Seat};
use crate::{
    access::{Access, Grant},
    auth::Pass,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use actix_web::web::Bytes;
use anju_shared::{
    access::{Actor, CaseScope, Operation, case_scope},
    api::live::kind,
    problem::ProblemCode,
    time::Instant,
};
use futures_util::{Stream, stream};
use std::{convert::Infallible, sync::Arc};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Interval, interval},
};

/// What a browser reads first: the head of the answer goes out with it. A stream that breaks off is asked for again.
const GREETING: &[u8] = b": listening\n\n";
/// Shows that the connection stands.
const HEARTBEAT: &[u8] = b":\n\n";

/// One person's stream.
pub(super) struct Watch {
    state: Arc<State>,
    pass: Pass,
    /// What the person may know of now, and how long the token says who it is.
    scope: CaseScope,
    until: Instant,
    told: Receiver<Told>,
    beat: Interval,
    _seat: Seat,
}

/// Begins a stream for a member of staff.
///
/// # Errors
/// 401 and 403; 429 and 503 when there are too many.
pub(super) async fn watch(state: Arc<State>, actor: Actor, info: &RequestInfo, pass: Pass) -> Result<Watch> {
    let access = Access::new(&state, actor, Operation::ListCases, "live").within(info);
    let admitted = async |grant: &Grant| {
        let user = grant.actor().reference().user().ok_or_else(Error::not_found)?;
        let seat = state.live.seats.take(user)?;
        let (_, until) = pass.holder(&state).await?;
        // From here on nothing is missed.
        Ok((grant.scope(), until, seat, state.live.telling.subscribe()))
    };
    let (scope, until, seat, told) = access.read(admitted).await?;
    if state.live.is_closed() {
        return Err(Error::of(ProblemCode::Unavailable));
    }
    let mut beat = interval(state.config.limits.heartbeat);
    beat.reset();
    Ok(Watch {
        scope,
        until,
        told,
        beat,
        _seat: seat,
        state,
        pass,
    })
}

impl Watch {
    /// The messages, until the sign-in ends or the server stops.
    pub(super) fn messages(self) -> impl Stream<Item = Result<Bytes, Infallible>> {
        let greeting = stream::iter([Ok(Bytes::from_static(GREETING))]);
        let rest = stream::unfold(self, |mut watch| async move {
            let message = watch.next().await?;
            Some((Ok(message), watch))
        });
        futures_util::StreamExt::chain(greeting, rest)
    }

    async fn next(&mut self) -> Option<Bytes> {
        loop {
            let message = tokio::select! {
                told = self.told.recv() => match told {
                    Ok(Told::Case(change)) => self.message(&change),
                    Ok(Told::All) | Err(RecvError::Lagged(_)) => event(kind::ALL, "{}"),
                    Ok(Told::Farewell) | Err(RecvError::Closed) => return None,
                },
                _ = self.beat.tick() => match self.is_good().await {
                    true => Some(Bytes::from_static(HEARTBEAT)),
                    false => return None,
                },
            };
            if self.state.clock.now() >= self.until {
                return None;
            }
            if message.is_some() {
                return message;
            }
        }
    }

    /// The change, if the person may know of the case.
    fn message(&self, change: &Change) -> Option<Bytes> {
        if !self.scope.covers(&change.sight()) {
            return None;
        }
        let data = serde_json::to_string(&change.shown()).ok()?;
        event(kind::CASE, &data)
    }

    /// Whether the person is still signed in; what they may know of is learned anew.
    async fn is_good(&mut self) -> bool {
        match self.pass.holder(&self.state).await {
            Ok((actor, until)) => {
                (self.scope, self.until) = (case_scope(&actor), until);
                true
            }
            // A database that is away for a moment ends no sign-in; the token does in any case.
            Err(error) => error.code() == ProblemCode::Unavailable,
        }
    }
}

fn event(kind: &str, data: &str) -> Option<Bytes> {
    Some(Bytes::from(format!("event: {kind}\ndata: {data}\n\n")))
}
