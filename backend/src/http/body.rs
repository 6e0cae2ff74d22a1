//! Bodies as they arrive: bounded in size and in the patience they are given.

use crate::error::{Error, Result};
use actix_web::{
    HttpMessage,
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    http::header,
    web::{Bytes, BytesMut},
};
use anju_shared::problem::ProblemCode;
use futures_util::{Stream, StreamExt as _};
use std::{io, time::Duration};

/// Ends a request's body with an error when no byte came for `patience`.
pub(super) fn hurry(request: &mut ServiceRequest, patience: Duration) {
    let payload = request.take_payload();
    if matches!(payload, Payload::None) {
        return;
    }
    let stream = futures_util::stream::unfold(Some(payload), move |payload| async move {
        let mut payload = payload?;
        match tokio::time::timeout(patience, payload.next()).await {
            Ok(chunk) => chunk.map(|chunk| (chunk, Some(payload))),
            Err(_) => Some((Err(PayloadError::Io(io::ErrorKind::TimedOut.into())), None)),
        }
    });
    // The multipart reader asks once more after the end.
    let stream: std::pin::Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> = Box::pin(stream.fuse());
    request.set_payload(Payload::Stream { payload: stream });
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
