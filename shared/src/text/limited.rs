//! Plain texts with a greatest length.

use super::{
    TextFault,
    tidy::{Layout, tidy},
};
use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;

/// A plain text of 1 to `MAX` characters; with `PROSE` it may have line breaks and tabs.
///
/// Reading it back (from the journal, say) goes through [`LimitedText::parse`] as well.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(transparent)]
pub struct LimitedText<const MAX: usize, const PROSE: bool = false>(String);

/// A heading: 1 to 120 characters on one line.
pub type Title = LimitedText<120>;
/// A reason, a place, a name of a thing: 1 to 200 characters on one line.
pub type ShortText = LimitedText<200>;
/// What happened, in paragraphs: 1 to 4000 characters.
pub type Narrative = LimitedText<4000, true>;

impl<const MAX: usize, const PROSE: bool> LimitedText<MAX, PROSE> {
    /// The most characters that fit.
    pub const MAX: usize = MAX;

    /// Parses a text; blanks at the ends and invisible characters are dropped.
    ///
    /// # Errors
    /// [`TextFault`]: empty, too long, or with a control character.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        tidy(text, if PROSE { Layout::Prose } else { Layout::Line }, MAX).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, taken out.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl<const MAX: usize, const PROSE: bool> fmt::Display for LimitedText<MAX, PROSE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, const MAX: usize, const PROSE: bool> Deserialize<'de> for LimitedText<MAX, PROSE> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let title = "安".repeat(120);
        assert_eq!(Title::parse(&title).map(Title::into_string), Ok(title.clone()));
        assert_eq!(
            Title::parse(&(title + "举")),
            Err(TextFault::TooLong {
                max: 120,
                actual: 121
            })
        );
        assert_eq!(
            Narrative::parse(&"𠮷".repeat(4001)),
            Err(TextFault::TooLong {
                max: 4000,
                actual: 4001
            })
        );
    }

    #[test]
    fn blanks_and_invisible_characters_alone_are_nothing() {
        for nothing in [
            "",
            "  \u{3000}\t\n",
            "\u{feff}\u{200b}\u{2060}",
            "\u{202e}\u{3000}\u{202c}",
        ] {
            assert_eq!(ShortText::parse(nothing), Err(TextFault::Empty), "{nothing:?}");
        }
    }

    #[test]
    fn zero_width_and_bidi_controls_are_stripped() {
        let parsed = Title::parse(" 加\u{200b}油\u{202e}站\u{2066}违规\u{2069} ");
        assert_eq!(parsed.as_ref().map(Title::as_str), Ok("加油站违规"));
    }

    #[test]
    fn control_characters_are_refused() {
        for text in ["甲\0乙", "甲\u{1b}[31m乙", "甲\u{7f}乙", "甲\u{85}乙"] {
            assert_eq!(
                Narrative::parse(text),
                Err(TextFault::ControlCharacter),
                "{text:?}"
            );
        }
        for text in ["甲\n乙", "甲\t乙", "甲\u{2028}乙"] {
            assert_eq!(Title::parse(text), Err(TextFault::ControlCharacter), "{text:?}");
        }
    }

    #[test]
    fn a_narrative_keeps_its_paragraphs_and_tabs() {
        let parsed = Narrative::parse("一、\t无证\r\n二、漏气\r三、堆放\u{2028}四、无人\n");
        assert_eq!(
            parsed.as_ref().map(Narrative::as_str),
            Ok("一、\t无证\n二、漏气\n三、堆放\n四、无人")
        );
    }

    #[test]
    fn han_outside_the_basic_plane_survives() {
        let text = "𠮷野家𬒈村🔥辻\u{e0100}";
        assert_eq!(Title::parse(text).as_ref().map(Title::as_str), Ok(text));
    }

    #[test]
    fn reading_back_is_parsing_again() {
        let title = Title::parse("瓶装气站").expect("a title");
        let json = serde_json::to_string(&title).expect("JSON");
        assert_eq!(json, "\"瓶装气站\"");
        assert_eq!(serde_json::from_str::<Title>(&json).expect("reads back"), title);
        assert!(serde_json::from_str::<Title>("\" \"").is_err());
    }
}
