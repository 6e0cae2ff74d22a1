//! A receipt code while it is typed. Pure.

use anju_shared::{problem::Language, receipt::ReceiptCode, text::TextFault};

const DIGITS: usize = 20;
const GROUP: usize = 4;

/// What was typed, in groups of four digits; full-width digits become plain ones, everything else is dropped.
pub(super) fn grouped(typed: &str) -> String {
    let digits = typed.chars().filter_map(digit).take(DIGITS);
    let mut text = String::with_capacity(DIGITS + DIGITS / GROUP);
    for (at, digit) in digits.enumerate() {
        if at > 0 && at % GROUP == 0 {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// What is wrong with the code, as soon as it can be known: while it is being typed, nothing is.
pub(super) fn mistake(typed: &str, finished: bool, language: Language) -> Option<String> {
    let fault = ReceiptCode::parse(typed).err()?;
    let known = finished || matches!(fault, TextFault::BadCheckDigit { .. });
    let words = match language {
        Language::Zh => fault.message_zh(),
        Language::En => fault.message_en(),
    };
    known.then_some(words)
}

fn digit(typed: char) -> Option<char> {
    let plain = match typed {
        '０'..='９' => char::from_u32(u32::from(typed) - u32::from('０') + u32::from('0'))?,
        typed => typed,
    };
    plain.is_ascii_digit().then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_grouped_however_it_is_typed() {
        assert_eq!(grouped("12345"), "1234-5");
        assert_eq!(grouped("1234-"), "1234");
        assert_eq!(grouped("１２３４ ５６"), "1234-56");
        assert_eq!(grouped("0000000000000007944499"), "0000-0000-0000-0007-9444");
    }

    #[test]
    fn wrong_check_digits_are_told_at_once_and_a_short_code_when_it_is_sent() {
        assert_eq!(mistake("0000-0000-0000-0007-9444", true, Language::Zh), None);
        assert_eq!(mistake("1234", false, Language::Zh), None);
        assert!(mistake("1234", true, Language::Zh).is_some());
        assert!(mistake("0000-0000-0000-0007-9445", false, Language::En).is_some());
    }
}
