//! One file out of one request: `multipart/form-data` with the single part `file`, never held in memory.

use crate::{
    error::{Error, Result},
    state::State,
};
use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest,
    dev::Payload,
    error::PayloadError,
    http::header,
    web::{Bytes, Data},
};
use anju_shared::problem::{Bilingual, ProblemCode, Violation};
use futures_util::{StreamExt as _, TryStreamExt as _, future};
use std::{
    future::{Ready, ready},
    io,
};

/// What a request may have around its file: boundaries, the headers of the part.
const WRAPPING: u64 = 16 << 10;

/// The parts of a request, of which there may be one.
pub(crate) struct Parts {
    multipart: Multipart,
    limit: u64,
}

impl FromRequest for Parts {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let limit = request
            .app_data::<Data<State>>()
            .map_or(0, |state| state.config.limits.file_bytes as u64);
        ready(Self::open(request, payload.take(), limit))
    }
}

impl Parts {
    fn open(request: &HttpRequest, payload: Payload, limit: u64) -> Result<Self> {
        if !request.content_type().eq_ignore_ascii_case("multipart/form-data") {
            return Err(Error::with(
                ProblemCode::UnsupportedMediaType,
                "请以 Content-Type: multipart/form-data 提交，文件放在 file 字段",
                "Send it with Content-Type: multipart/form-data, the file in the field `file`",
            ));
        }
        let most = limit + WRAPPING;
        let declared = request
            .headers()
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse().ok());
        if declared.is_some_and(|length: u64| length > most) {
            return Err(too_large(limit));
        }
        let mut received = 0;
        let bounded = payload.and_then(move |chunk| {
            received += chunk.len() as u64;
            future::ready(if received > most {
                Err(PayloadError::Overflow)
            } else {
                Ok(chunk)
            })
        });
        Ok(Self {
            multipart: Multipart::new(request.headers(), bounded),
            limit,
        })
    }

    /// The part with the file, which must be the first.
    ///
    /// # Errors
    /// What is wrong with the request.
    pub(super) async fn file(&mut self) -> Result<Part> {
        let field = self.next().await?.filter(|field| field.name() == Some("file"));
        let field = field.ok_or_else(|| {
            wrong(
                "missing",
                "请把文件放在 file 字段，且为第一个字段",
                "Put the file into the field `file`, which comes first",
            )
        })?;
        Ok(Part {
            field,
            received: 0,
            limit: self.limit,
        })
    }

    /// Makes sure that nothing else comes.
    ///
    /// # Errors
    /// As soon as another part begins.
    pub(super) async fn end(&mut self) -> Result<()> {
        match self.next().await? {
            None => Ok(()),
            Some(_) => Err(wrong(
                "too_many",
                "每次只上传一个文件，不带其他字段",
                "One file a request, and no other fields",
            )),
        }
    }

    async fn next(&mut self) -> Result<Option<Field>> {
        self.multipart
            .next()
            .await
            .transpose()
            .map_err(|error| unreadable(&error, self.limit))
    }
}

/// The file as it comes in.
pub(super) struct Part {
    field: Field,
    received: u64,
    limit: u64,
}

impl Part {
    /// What the sender calls it.
    pub(super) fn name(&self) -> Option<String> {
        let disposition = self.field.content_disposition()?;
        disposition.get_filename().map(str::to_owned)
    }

    /// The next bytes.
    ///
    /// # Errors
    /// When there are more than a file may have, and what else goes wrong on the way.
    pub(super) async fn chunk(&mut self) -> Result<Option<Bytes>> {
        let chunk = self
            .field
            .next()
            .await
            .transpose()
            .map_err(|error| unreadable(&error, self.limit))?;
        self.received += chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
        if self.received > self.limit {
            Err(too_large(self.limit))
        } else {
            Ok(chunk)
        }
    }
}

/// A violation of the only field.
pub(super) fn wrong(code: &'static str, zh: &str, en: &str) -> Error {
    Error::Invalid(vec![Violation::new("file", code, Bilingual::new(zh, en))])
}

fn too_large(limit: u64) -> Error {
    let kib = limit >> 10;
    Error::with(
        ProblemCode::TooLarge,
        format!("文件不得超过 {kib} KiB"),
        format!("A file may have at most {kib} KiB"),
    )
}

fn unreadable(error: &MultipartError, limit: u64) -> Error {
    match error {
        MultipartError::Payload(PayloadError::Overflow) => too_large(limit),
        MultipartError::Payload(PayloadError::Io(cause)) if cause.kind() == io::ErrorKind::TimedOut => {
            Error::of(ProblemCode::TimedOut)
        }
        _ => Error::with(
            ProblemCode::Malformed,
            "multipart/form-data 的内容不完整或格式有误",
            "The multipart/form-data content is incomplete or malformed",
        ),
    }
}
