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

const TEXT: Kind = Kind {
    media_type: "text/plain; charset=utf-8",
    endings: &["txt"],
};
const DOCX: Kind = Kind {
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: &["docx"],
};
const XLSX: Kind = Kind {
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: &["xlsx"],
};

/// By the name under which `infer` knows them.
const KINDS: [(&str, Kind); 12] = [
    (
        "image/jpeg",
        Kind {
            media_type: "image/jpeg",
            endings: &["jpg", "jpeg"],
        },
    ),
    (
        "image/png",
        Kind {
            media_type: "image/png",
            endings: &["png"],
        },
    ),
    (
        "image/webp",
        Kind {
            media_type: "image/webp",
            endings: &["webp"],
        },
    ),
    (
        "image/heif",
        Kind {
            media_type: "image/heic",
            endings: &["heic", "heif"],
        },
    ),
    (
        "image/gif",
        Kind {
            media_type: "image/gif",
            endings: &["gif"],
        },
    ),
    (
        "video/mp4",
        Kind {
            media_type: "video/mp4",
            endings: &["mp4"],
        },
    ),
    (
        "video/quicktime",
        Kind {
            media_type: "video/quicktime",
            endings: &["mov"],
        },
    ),
    (
        "audio/mpeg",
        Kind {
            media_type: "audio/mpeg",
            endings: &["mp3"],
        },
    ),
    (
        "audio/m4a",
        Kind {
            media_type: "audio/mp4",
            endings: &["m4a"],
        },
    ),
    (
        "audio/x-wav",
        Kind {
            media_type: "audio/wav",
            endings: &["wav"],
        },
    ),
    (
        "audio/amr",
        Kind {
            media_type: "audio/amr",
            endings: &["amr"],
        },
    ),
    (
        "application/pdf",
        Kind {
            media_type: "application/pdf",
            endings: &["pdf"],
        },
    ),
];

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
mod tests {
    use super::*;

    fn kind(pieces: &[&[u8]]) -> Option<&'static str> {
        let mut recogniser = Recogniser::default();
        for piece in pieces {
            recogniser.push(piece).ok()?;
        }
        recogniser.finish().ok().map(|kind| kind.endings[0])
    }

    fn archive(names: &[&str]) -> Vec<u8> {
        let entry = |name: &&str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes(), &[7; 900]].concat();
        names.iter().flat_map(entry).collect()
    }

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let cases: [(&[u8], &str); 12] = [
            (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpg"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png"),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
            (b"GIF89a\x01\0\x01\0", "gif"),
            (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "mp4"),
            (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "mov"),
            (b"ID3\x03\0\0\0\0\0\0", "mp3"),
            (b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42", "m4a"),
            (b"RIFF\x24\0\0\0WAVEfmt ", "wav"),
            (b"#!AMR\n\x3c\x91", "amr"),
            (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "pdf"),
        ];
        for (bytes, ending) in cases {
            assert_eq!(kind(&[bytes]), Some(ending));
            let (first, rest) = bytes.split_at(3);
            assert_eq!(kind(&[first, rest]), Some(ending), "{ending} in two pieces");
        }
    }

    #[test]
    fn documents_of_every_program_are_told_from_other_archives() {
        assert_eq!(
            kind(&[&archive(&[
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/app.xml",
                "word/document.xml"
            ])]),
            Some("docx")
        );
        assert_eq!(
            kind(&[&archive(&[
                "_rels/.rels",
                "docProps/custom.xml",
                "xl/workbook.xml"
            ])]),
            Some("xlsx")
        );
        assert_eq!(kind(&[&archive(&["setup.exe", "readme.txt"])]), None);
    }

    #[test]
    fn a_text_is_utf8_from_its_first_to_its_last_byte() {
        let text = "堵塞消防通道，2026年11月。\r\n".repeat(9_000).into_bytes();
        assert_eq!(kind(&[&text]), Some("txt"));
        assert_eq!(
            kind(&text.chunks(7).collect::<Vec<_>>()),
            Some("txt"),
            "cut within characters"
        );
        assert_eq!(kind(&[&text, b"\xb6\xc2"]), None, "GBK at the end");
        assert_eq!(
            kind(&[&text[..text.len() - 3]]),
            None,
            "cut off within a character"
        );
        assert_eq!(kind(&[b"a\0b"]), None);
    }

    #[test]
    fn programs_and_pages_are_refused_whatever_their_name() {
        for bytes in [
            &b"MZ\x90\0\x03\0\0\0"[..],
            b"\x7fELF\x02\x01\x01",
            b"#!/bin/sh\nrm -rf /",
            b"<!DOCTYPE html><script>alert(1)</script>",
            b"<?xml version=\"1.0\"?><svg onload=\"x\"/>",
            b"\x1f\x8b\x08\0",
        ] {
            assert_eq!(kind(&[bytes]), None, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
