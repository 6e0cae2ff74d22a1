//! Bodies as they arrive: bounded in size and in the patience they are given.

use crate::error::{Error, Result};
use actix_web::{
    HttpMessage, HttpResponse,
    body::{BodySize, BoxBody, MessageBody},
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    http::header,
    web::{Bytes, BytesMut},
};
use anju_shared::problem::ProblemCode;
use futures_util::{Stream, StreamExt as _};
use std::{
    cell::RefCell,
    future::poll_fn,
    io,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll},
    time::Duration,
};

/// A body that is still coming. While it is held, the server knows that it was not read to its end and
/// closes the connection after the answer; dropped, it would read on for as long as bytes come.
#[derive(Clone)]
pub(super) struct Unread(Rc<RefCell<Payload>>);

/// Ends a request's body with an error when no byte came for `patience`.
pub(super) fn hurry(request: &mut ServiceRequest, patience: Duration) -> Option<Unread> {
    let payload = request.take_payload();
    if matches!(payload, Payload::None) {
        return None;
    }
    let unread = Unread(Rc::new(RefCell::new(payload)));
    let stream = futures_util::stream::unfold(Some(unread.clone()), move |source| async move {
        let source = source?;
        let next = poll_fn(|context| source.0.borrow_mut().poll_next_unpin(context));
        match tokio::time::timeout(patience, next).await {
            Ok(chunk) => chunk.map(|chunk| (chunk, Some(source.clone()))),
            Err(_) => Some((Err(PayloadError::Io(io::ErrorKind::TimedOut.into())), None)),
        }
    });
    // The multipart reader asks once more after the end.
    let stream: Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> = Box::pin(stream.fuse());
    request.set_payload(Payload::Stream { payload: stream });
    Some(unread)
}

/// The body of an answer that keeps a request's body [`Unread`] until it is sent.
struct Holding {
    answer: BoxBody,
    _unread: Unread,
}

impl MessageBody for Holding {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.answer.size()
    }

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().answer).poll_next(context)
    }
}

impl Unread {
    /// The same answer, after which the connection is closed unless the request was read to its end.
    pub(super) fn held_by(self, answer: HttpResponse<BoxBody>) -> HttpResponse<BoxBody> {
        answer.map_body(|_, answer| {
            BoxBody::new(Holding {
                answer,
                _unread: self,
            })
        })
    }
}

/// The declared length of a body, if it was declared.
pub(super) fn declared_length(headers: &header::HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Reads a whole body of at most `limit` bytes.
pub(super) async fn read(payload: &mut Payload, limit: usize) -> Result<Bytes> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| unreadable(&error))?;
        if body.len() + chunk.len() > limit {
            return Err(too_large(limit));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

pub(super) fn too_large(limit: usize) -> Error {
    let kib = limit >> 10;
    Error::with(
        ProblemCode::TooLarge,
        format!("请求内容不得超过 {kib} KiB"),
        format!("The body may have at most {kib} KiB"),
    )
}

fn unreadable(error: &PayloadError) -> Error {
    match error {
        PayloadError::Io(cause) if cause.kind() == io::ErrorKind::TimedOut => {
            Error::of(ProblemCode::TimedOut)
        }
        PayloadError::Overflow => Error::of(ProblemCode::TooLarge),
        _ => Error::of(ProblemCode::Malformed),
    }
}
