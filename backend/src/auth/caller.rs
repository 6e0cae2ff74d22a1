//! Who a request comes from, for handlers.

use super::service::{self, Recognised};
use crate::{
    access::Access,
    error::{Error, Result},
    http::RequestInfo,
    state::State,
};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{AUTHORIZATION, HeaderValue},
    web::Data,
};
use anju_shared::{
    access::{Actor, Operation},
    time::Instant,
};
use futures_util::future::LocalBoxFuture;
use std::future::{Ready, ready};

/// Whoever sent the request: the public without `Authorization`, else the person or system whose token it is, with the
/// roles, unit and scopes of this moment. Any other header is 401; a person who owes something first is answered 403.
pub struct Caller(pub Actor);

impl Caller {
    /// The person or system it is.
    ///
    /// # Errors
    /// 401 for the public.
    pub fn identified(self) -> Result<Actor> {
        match self.0 {
            Actor::Public => Err(service::unauthenticated()),
            known => Ok(known),
        }
    }
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (info, request) = (
            RequestInfo::from_request(request, payload).into_inner(),
            request.clone(),
        );
        Box::pin(async move {
            let Some(authorization) = request.headers().get(AUTHORIZATION) else {
                return Ok(Self(Actor::Public));
            };
            let state = state(&request)?;
            let Recognised {
                actor,
                owes,
                until: _,
            } = recognised(state, authorization).await?;
            let Some(duty) = owes else { return Ok(Self(actor)) };
            // On record like every refusal: somebody tried without having done what comes first.
            let access = Access::new(state, actor, Operation::UseSession, "duty").within(&info?);
            access.refuse(Error::of(duty.refusal())).await
        })
    }
}

/// A person who is signed in, whatever they still owe; the public and systems as they are. For the operations by which
/// people do what they owe, or leave.
pub struct Entrant(pub Actor);

impl FromRequest for Entrant {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let Some(authorization) = request.headers().get(AUTHORIZATION) else {
                return Ok(Self(Actor::Public));
            };
            let recognised = recognised(state(&request)?, authorization).await?;
            Ok(Self(recognised.actor))
        })
    }
}

/// What shows whom a long answer goes to: looked at again while it lasts, so that it ends with the sign-in.
pub(crate) struct Pass {
    authorization: String,
}

impl Pass {
    /// Who holds it, with the roles and the unit of this moment, and until before when it is good.
    ///
    /// # Errors
    /// 401 when it is not good any more, or there is none; 403 when its holder owes something first.
    pub(crate) async fn holder(&self, state: &State) -> Result<(Actor, Instant)> {
        let Recognised { actor, owes, until } = service::recognise(state, &self.authorization).await?;
        match owes {
            Some(duty) => Err(Error::of(duty.refusal())),
            None => Ok((actor, until)),
        }
    }
}

impl FromRequest for Pass {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = request.headers().get(AUTHORIZATION);
        let authorization = header.and_then(|header| header.to_str().ok()).unwrap_or_default();
        ready(Ok(Self {
            authorization: authorization.to_owned(),
        }))
    }
}

async fn recognised(state: &State, authorization: &HeaderValue) -> Result<Recognised> {
    let text = authorization.to_str().map_err(|_| service::unauthenticated())?;
    service::recognise(state, text).await
}

fn state(request: &HttpRequest) -> Result<&Data<State>> {
    let state = request.app_data::<Data<State>>();
    Ok(state.ok_or_else(|| anyhow::anyhow!("a request outside the application"))?)
}
