//! Who a request comes from, for handlers.

use super::service;
use crate::{
    error::{Error, Result},
    state::State,
};
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header::AUTHORIZATION, web::Data};
use anju_shared::access::Actor;
use futures_util::future::LocalBoxFuture;

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
            service::recognise(state, text).await.map(Self)
        })
    }
}
