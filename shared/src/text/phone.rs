//! Telephone numbers of mainland China.

use super::{
    Form, TextFault, identity,
    tidy::{Layout, fold, tidy},
};
use zeroize::Zeroizing;

identity! {
    /// A telephone number in its one canonical writing: `13812341234`, `0551-63612350`,
    /// `0551-63612350-801`, `400-123-4567`, `12350`.
    PhoneNumber
}

/// What kind of line a number leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PhoneKind {
    /// 11 digits, 13… to 19….
    Mobile,
    /// Area code and number, perhaps an extension.
    Landline,
    /// 400 or 800 and seven digits.
    Service,
    /// A public line of three or five digits such as 110, 12345, 12350, 95598.
    Short,
}

impl PhoneNumber {
    const MALFORMED: TextFault = TextFault::Malformed {
        expected: Form::PhoneNumber,
    };

    /// Parses a number, with or without +86, blanks, dashes, brackets, full-width digits, 转 + extension.
    ///
    /// # Errors
    /// [`TextFault`]: empty, too long, or no number of these kinds.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let typed = Zeroizing::new(tidy(text, Layout::Line, 40)?);
        let folded = Zeroizing::new(fold(&typed).replace('转', "-").replace([' ', '.', '(', ')'], ""));
        let number = Zeroizing::new(without_country(&folded));
        if !number.chars().all(|c| c.is_ascii_digit() || c == '-') || number.contains("--") {
            return Err(Self::MALFORMED);
        }
        let digits = Zeroizing::new(number.replace('-', ""));
        let canonical = if is_mobile(&digits) || is_short(&digits) {
            digits
        } else if is_service(&digits) {
            Zeroizing::new(format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..]))
        } else {
            Zeroizing::new(landline(&number).ok_or(Self::MALFORMED)?)
        };
        Ok(Self(canonical))
    }

    /// The kind of line.
    #[must_use]
    pub fn kind(&self) -> PhoneKind {
        match (self.0.len(), self.0.as_bytes().first()) {
            (..=5, _) => PhoneKind::Short,
            (_, Some(b'1')) => PhoneKind::Mobile,
            (_, Some(b'0')) => PhoneKind::Landline,
            _ => PhoneKind::Service,
        }
    }

    /// The form under which the number is found again: its digits, without the extension.
    #[must_use]
    pub fn lookup_form(&self) -> Zeroizing<String> {
        let parts = if self.kind() == PhoneKind::Landline {
            2
        } else {
            usize::MAX
        };
        Zeroizing::new(self.0.split('-').take(parts).collect())
    }

    /// The form that everybody may see: 138\*\*\*\*1234, 0551-\*\*\*\*1234. Public short numbers are
    /// nobody's and stay.
    #[must_use]
    pub fn masked(&self) -> String {
        let digits = self.lookup_form();
        let last = &digits[digits.len().saturating_sub(4)..];
        match self.kind() {
            PhoneKind::Short => self.0.to_string(),
            PhoneKind::Mobile | PhoneKind::Service => format!("{}****{last}", &digits[..3]),
            PhoneKind::Landline => format!("{}-****{last}", self.0.split('-').next().unwrap_or_default()),
        }
    }
}

/// The number as dialled inside the country.
fn without_country(number: &str) -> String {
    let Some(rest) = ["+86", "0086"]
        .iter()
        .find_map(|prefix| number.strip_prefix(prefix))
    else {
        return match number.strip_prefix("86") {
            Some(rest) if is_mobile(rest.trim_start_matches('-')) => rest.trim_start_matches('-').to_owned(),
            _ => number.to_owned(),
        };
    };
    let rest = rest.trim_start_matches('-');
    let digits = rest.replace('-', "");
    if rest.starts_with('0') || is_mobile(&digits) || is_service(&digits) || is_short(&digits) {
        rest.to_owned()
    } else {
        format!("0{rest}") // +86 551 …: abroad the 0 of the area code is left out
    }
}

fn is_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && all_digits(rest))
}

fn is_service(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'4' | b'8', b'0', b'0', rest @ ..] if rest.len() == 7 && all_digits(rest))
}

fn is_short(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'1', rest @ ..] => matches!(rest.len(), 2 | 4) && all_digits(rest),
        [b'9', b'5' | b'6', rest @ ..] => rest.len() == 3 && all_digits(rest),
        _ => false,
    }
}

fn all_digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}

/// `area-number[-extension]`, whichever dashes were typed. Area codes 010 and 02x have three digits, all
/// others four.
fn landline(number: &str) -> Option<String> {
    let long_area = !(number.starts_with("010") || number.starts_with("02"));
    let (area, rest) = number.split_at_checked(if long_area { 4 } else { 3 })?;
    let (zero, region) = area.split_at(1);
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let (line, extension) = rest
        .split_once('-')
        .map_or((rest, None), |(line, ext)| (line, Some(ext)));
    let region_is_one = all_digits(region.as_bytes()) && !region.starts_with('0');
    let line_is_one = matches!(line.as_bytes(), [b'2'..=b'9', more @ ..] if matches!(more.len(), 6 | 7) && all_digits(more));
    let extension_is_one = extension.is_none_or(|e| matches!(e.len(), 1..=6) && all_digits(e.as_bytes()));
    if zero != "0" || !region_is_one || !line_is_one || !extension_is_one {
        return None;
    }
    Some(match extension {
        Some(extension) => format!("{area}-{line}-{extension}"),
        None => format!("{area}-{line}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(text: &str) -> PhoneNumber {
        PhoneNumber::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
    }

    #[test]
    fn every_way_of_writing_a_number_ends_in_one() {
        for (text, canonical, kind) in [
            ("13812341234", "13812341234", PhoneKind::Mobile),
            ("+86 138-1234-1234", "13812341234", PhoneKind::Mobile),
            ("0086 138 1234 1234", "13812341234", PhoneKind::Mobile),
            ("8613812341234", "13812341234", PhoneKind::Mobile),
            ("１３８　１２３４　１２３４", "13812341234", PhoneKind::Mobile),
            ("138\u{200b}1234\u{202c}1234", "13812341234", PhoneKind::Mobile),
            ("0551-63612350", "0551-63612350", PhoneKind::Landline),
            ("055163612350", "0551-63612350", PhoneKind::Landline),
            ("(0551)6361 2350", "0551-63612350", PhoneKind::Landline),
            (
                "（０５５１）６３６１２３５０转８０１",
                "0551-63612350-801",
                PhoneKind::Landline,
            ),
            ("0551－63612350—801", "0551-63612350-801", PhoneKind::Landline),
            ("+86 551 6361 2350", "0551-63612350", PhoneKind::Landline),
            ("+86-10-62612350", "010-62612350", PhoneKind::Landline),
            ("02262612350", "022-62612350", PhoneKind::Landline),
            ("0875-2612350", "0875-2612350", PhoneKind::Landline),
            ("4001234567", "400-123-4567", PhoneKind::Service),
            ("+86 800 123 4567", "800-123-4567", PhoneKind::Service),
            ("12350", "12350", PhoneKind::Short),
            ("110", "110", PhoneKind::Short),
            ("95598", "95598", PhoneKind::Short),
        ] {
            let parsed = phone(text);
            assert_eq!((parsed.reveal(), parsed.kind()), (canonical, kind), "{text}");
            assert_eq!(phone(canonical), parsed, "canonical writing is stable");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "12812341234",
            "1381234123",
            "138123412345",
            "63612350",
            "0051-63612350",
            "0551-13612350",
            "0551-636123",
            "0551-63612350-1234567",
            "400-123-456",
            "1381234123a",
            "abc",
            "-",
            "--",
            "+86",
            "+1 2025550100",
            "11",
            "1235",
            "0551--63612350",
            "张三",
        ] {
            assert_eq!(PhoneNumber::parse(text), Err(PhoneNumber::MALFORMED), "{text}");
        }
        assert_eq!(PhoneNumber::parse(" "), Err(TextFault::Empty));
        assert_eq!(
            PhoneNumber::parse("138\u{0}1234"),
            Err(TextFault::ControlCharacter)
        );
    }

    #[test]
    fn a_masked_number_keeps_its_head_and_its_last_four() {
        for (text, masked) in [
            ("13812341234", "138****1234"),
            ("0551-63611234", "0551-****1234"),
            ("010-62611234-801", "010-****1234"),
            ("4001231234", "400****1234"),
            ("12345", "12345"),
        ] {
            assert_eq!(phone(text).masked(), masked);
        }
    }

    #[test]
    fn an_extension_does_not_hide_a_number_from_a_search() {
        assert_eq!(
            phone("0551-63612350-801").lookup_form(),
            phone("055163612350").lookup_form()
        );
        assert_eq!(phone("400-123-4567").lookup_form().as_str(), "4001234567");
    }

    #[test]
    fn debug_does_not_tell_the_number() {
        assert_eq!(format!("{:?}", phone("13812341234")), "PhoneNumber(…)");
    }
}
