//! What happens to every text before it is judged: invisible characters go, blanks at the ends go,
//! control characters are refused. Visible characters of any plane stay as they were typed.

use super::TextFault;

/// How a text may be laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// One line: neither line breaks nor tabs.
    Line,
    /// Paragraphs: line breaks (always `\n`) and tabs.
    Prose,
}

/// The text without invisible characters and without blanks at its ends, 1 to `max` characters long.
pub(super) fn tidy(text: &str, layout: Layout, max: usize) -> Result<String, TextFault> {
    let mut out: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    if layout == Layout::Prose {
        out = out
            .replace("\r\n", "\n")
            .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    }
    let out = out.trim();
    let allowed = |c: char| layout == Layout::Prose && matches!(c, '\n' | '\t');
    if out.chars().any(|c| is_control(c) && !allowed(c)) {
        return Err(TextFault::ControlCharacter);
    }
    match out.chars().count() {
        0 => Err(TextFault::Empty),
        actual if actual > max => Err(TextFault::TooLong { max, actual }),
        _ => Ok(out.to_owned()),
    }
}

/// A number or code as it would be typed on a plain keyboard: full-width forms become ASCII, every dash
/// becomes `-`, every blank a space. Call it on what [`tidy`] gave.
pub(crate) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// Characters nobody sees, with which equal texts are made to differ and texts are made to read backwards:
/// zero-width characters, marks and overrides of direction, tags.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}'
    )
}

fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}
