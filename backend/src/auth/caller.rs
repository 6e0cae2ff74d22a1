//! Who a request comes from, for handlers.

use super::service;
use crate::{
    error::{Error, Result},
    state::State,
};
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header::AUTHORIZATION, web::Data};
use anju_shared::{access::Actor, time::Instant};
use futures_util::future::LocalBoxFuture;
use std::future::{Ready, ready};

/// Whoever sent the request: the public without `Authorization`, else the person or system whose token it is, with the
/// roles, unit and scopes of this moment. Any other header is 401.
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

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let Some(authorization) = request.headers().get(AUTHORIZATION) else {
                return Ok(Self(Actor::Public));
            };
            let text = authorization.to_str().map_err(|_| service::unauthenticated())?;
            let state = request.app_data::<Data<State>>();
            let state = state.ok_or_else(|| anyhow::anyhow!("a request outside the application"))?;
            let (actor, _) = service::recognise(state, text).await?;
            Ok(Self(actor))
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
    /// 401 when it is not good any more, or there is none.
    pub(crate) async fn holder(&self, state: &State) -> Result<(Actor, Instant)> {
        service::recognise(state, &self.authorization).await
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
