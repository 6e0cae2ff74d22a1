//! Every kind that is accepted, and what must not pass for one.

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
        (b"#!AMR\n\x3c\x91\x17\x16\xbe\x66\x79", "amr"),
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
