//! Names of files: shown to people and given back to their machines, so nothing in them may act.

use super::kind::Kind;

/// Longest name, in characters.
const LONGEST: usize = 120;

/// The name under which a file is kept: the last part of what the sender called it, without anything that a
/// machine would obey, and with an ending that says what the file is.
pub(super) fn tidy(given: Option<&str>, kind: &Kind) -> String {
    let given = given.unwrap_or_default();
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| is_shown(*c)).collect();
    let kept = kept.replace(['<', '>', ':', '"', '|', '?', '*'], "_");
    let kept = kept.trim().trim_matches('.').trim();
    let (stem, ending) = match kept.rsplit_once('.') {
        Some((stem, ending)) if kind.endings.contains(&ending.to_ascii_lowercase().as_str()) => {
            (stem, ending)
        }
        _ => (kept, kind.endings[0]),
    };
    let stem = if stem.trim().is_empty() { "附件" } else { stem };
    let room = LONGEST - 1 - ending.chars().count();
    let stem: String = stem.chars().take(room).collect();
    format!("{stem}.{ending}")
}

/// Neither a control character nor one that nobody sees or that turns the direction of reading.
fn is_shown(c: char) -> bool {
    let invisible = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    );
    !c.is_control() && !invisible
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: Kind = Kind {
        media_type: "image/jpeg",
        endings: &["jpg", "jpeg"],
    };

    #[test]
    fn nothing_in_a_name_acts() {
        for (given, kept) in [
            ("现场 照片.JPG", "现场 照片.JPG"),
            ("../../etc/passwd", "passwd.jpg"),
            ("C:\\Users\\x\\a.jpeg", "a.jpeg"),
            ("a\r\nSet-Cookie: x.jpg", "aSet-Cookie_ x.jpg"),
            ("photo\u{202e}gpj.exe", "photogpj.exe.jpg"),
            ("invoice.exe", "invoice.exe.jpg"),
            (".jpg", "jpg.jpg"),
            ("..", "附件.jpg"),
            ("", "附件.jpg"),
        ] {
            assert_eq!(tidy(Some(given), &JPEG), kept, "{given}");
        }
        assert_eq!(tidy(None, &JPEG), "附件.jpg");
    }

    #[test]
    fn a_name_ends_at_120_characters_and_keeps_its_ending() {
        let kept = tidy(Some(&format!("{}.jpeg", "长".repeat(300))), &JPEG);
        assert_eq!(kept.chars().count(), LONGEST);
        assert!(kept.ends_with("长.jpeg"));
    }
}
