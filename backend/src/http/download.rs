//! A stored file on its way to a caller: decrypted chunk by chunk, to be saved and never shown in place.

use crate::{
    confidential::{BlobError, BlobReader, DataKey},
    error::Result,
};
use actix_web::{
    HttpResponse,
    body::SizedStream,
    http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue},
    web::Bytes,
};
use anyhow::Context as _;
use futures_util::{StreamExt as _, TryStreamExt as _, future, stream};
use std::path::Path;

/// What is said of a file besides its content.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name to save it under.
    pub name: String,
    /// Its type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A file that is open.
pub struct Download {
    named: Named,
    /// The beginning, read and checked: a small file that is damaged is not answered at all.
    first: Vec<u8>,
    rest: BlobReader,
}

impl Download {
    /// Opens the stored file at `path` with its key.
    ///
    /// # Errors
    /// It is not there, or its beginning does not read.
    pub async fn open(path: &Path, key: &DataKey, named: Named) -> Result<Self> {
        let blob: Result<BlobReader, BlobError> = BlobReader::open(path, key).await;
        let mut rest = blob.context("a stored file does not open")?;
        let first = rest.next().await.context("a stored file does not read")?;
        Ok(Self {
            named,
            first: first.unwrap_or_default(),
            rest,
        })
    }

    /// The answer that carries it.
    #[must_use]
    pub fn respond(self) -> HttpResponse {
        let Named {
            name,
            media_type,
            size,
        } = self.named;
        let first = stream::once(future::ready(Ok(self.first)));
        let content = first.chain(self.rest.into_stream()).map_ok(Bytes::from);
        // The connection ends without the rest, so the caller sees that the file is damaged.
        let content =
            content.inspect_err(|error| tracing::error!(cause = %error, "a stored file does not read"));
        HttpResponse::Ok()
            .content_type(media_type)
            .insert_header(attachment(&name))
            .body(SizedStream::new(size, Box::pin(content)))
    }
}

/// A text to be saved under this name.
pub(crate) fn attached_text(name: &str, text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(attachment(name))
        .body(text)
}

/// To be saved under this name, never shown in place (RFC 6266).
fn attachment(name: &str) -> ContentDisposition {
    let plain = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let extended = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: name.as_bytes().to_vec(),
    };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(extended),
        ],
    }
}
