//! What a file is, judged by its content: neither its name nor what the sender says of it is believed.

use crate::error::{Error, Result};
use anju_shared::problem::ProblemCode;

/// So much of the beginning is looked at. The parts that tell a document from any other archive come late.
const HEAD: usize = 64 << 10;

/// A kind of file that is accepted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// As it is served.
    pub(super) media_type: &'static str,
    /// Endings that its names may have; the first is given to a name with another one.
    pub(super) endings: &'static [&'static str],
}

const TEXT: Kind = kind("text/plain; charset=utf-8", &["txt"]);
const DOCX: Kind = kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    &["docx"],
);
const XLSX: Kind = kind(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    &["xlsx"],
);

/// By the name under which `infer` knows them.
const KINDS: [(&str, Kind); 12] = [
    ("image/jpeg", kind("image/jpeg", &["jpg", "jpeg"])),
    ("image/png", kind("image/png", &["png"])),
    ("image/webp", kind("image/webp", &["webp"])),
    ("image/heif", kind("image/heic", &["heic", "heif"])),
    ("image/gif", kind("image/gif", &["gif"])),
    ("video/mp4", kind("video/mp4", &["mp4"])),
    ("video/quicktime", kind("video/quicktime", &["mov"])),
    ("audio/mpeg", kind("audio/mpeg", &["mp3"])),
    ("audio/m4a", kind("audio/mp4", &["m4a"])),
    ("audio/x-wav", kind("audio/wav", &["wav"])),
    ("audio/amr", kind("audio/amr", &["amr"])),
    ("application/pdf", kind("application/pdf", &["pdf"])),
];

const fn kind(media_type: &'static str, endings: &'static [&'static str]) -> Kind {
    Kind { media_type, endings }
}

/// Looks at a file while it comes in.
#[derive(Default)]
pub(super) struct Recogniser {
    head: Vec<u8>,
    judged: Option<&'static Kind>,
    text: Text,
}

impl Recogniser {
    /// Looks at the next bytes.
    ///
    /// # Errors
    /// As soon as it is clear that the file is of no kind that is accepted.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<()> {
        self.text.push(bytes);
        if self.judged.is_none() {
            let room = HEAD - self.head.len();
            self.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
            if self.head.len() == HEAD {
                self.judge()?;
            }
        }
        if self.judged == Some(&TEXT) && self.text.broken {
            Err(not_accepted())
        } else {
            Ok(())
        }
    }

    /// What the whole file is.
    ///
    /// # Errors
    /// 415 for everything else, with the list of what is accepted.
    pub(super) fn finish(mut self) -> Result<&'static Kind> {
        let kind = match self.judged {
            Some(kind) => kind,
            None => self.judge()?,
        };
        if *kind == TEXT && !self.text.is_whole() {
            Err(not_accepted())
        } else {
            Ok(kind)
        }
    }

    fn judge(&mut self) -> Result<&'static Kind> {
        let kind = kind_of(&self.head).ok_or_else(not_accepted)?;
        self.judged = Some(kind);
        self.head = Vec::new();
        Ok(kind)
    }
}

/// The kind that begins so; what has no mark of its own may be a text.
fn kind_of(head: &[u8]) -> Option<&'static Kind> {
    if head.starts_with(b"PK\x03\x04") {
        return document(head);
    }
    match infer::get(head) {
        Some(found) => KINDS
            .iter()
            .find(|(name, _)| *name == found.mime_type())
            .map(|(_, kind)| kind),
        None => Some(&TEXT),
    }
}

/// A document is an archive with a folder of its program; programs order the entries as they like.
fn document(head: &[u8]) -> Option<&'static Kind> {
    const NAME_AT: usize = 30;
    let entries = head
        .windows(4)
        .enumerate()
        .filter(|(_, window)| window == b"PK\x03\x04");
    let mut names = entries.filter_map(|(at, _)| head.get(at + NAME_AT..));
    names.find_map(|name| match name {
        name if name.starts_with(b"word/") => Some(&DOCX),
        name if name.starts_with(b"xl/") => Some(&XLSX),
        _ => None,
    })
}

/// Whether everything so far is text in UTF-8 without control characters.
#[derive(Default)]
struct Text {
    /// The beginning of a character whose end has not come yet.
    cut: Vec<u8>,
    broken: bool,
}

impl Text {
    fn push(&mut self, bytes: &[u8]) {
        if self.broken {
            return;
        }
        let joined = [self.cut.as_slice(), bytes].concat();
        let (whole, rest) = match std::str::from_utf8(&joined) {
            Ok(text) => (text, &[][..]),
            Err(error) => {
                let (whole, rest) = joined.split_at(error.valid_up_to());
                self.broken = error.error_len().is_some();
                (std::str::from_utf8(whole).unwrap_or_default(), rest)
            }
        };
        self.broken |= whole
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'));
        self.cut = rest.to_vec();
    }

    const fn is_whole(&self) -> bool {
        !self.broken && self.cut.is_empty()
    }
}

fn not_accepted() -> Error {
    Error::with(
        ProblemCode::UnsupportedMediaType,
        "可上传照片（JPEG、PNG、WebP、HEIC、GIF）、视频（MP4、MOV）、录音（MP3、M4A、WAV、AMR）、PDF、DOCX、XLSX \
         和 UTF-8 文本；该文件的内容不属于其中任何一种",
        "Accepted are pictures (JPEG, PNG, WebP, HEIC, GIF), video (MP4, MOV), sound (MP3, M4A, WAV, AMR), PDF, \
         DOCX, XLSX and text in UTF-8; by its content this file is none of them",
    )
}

#[cfg(test)]
mod tests;
