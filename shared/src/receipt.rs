//! Receipt codes (查询码): with one a reporter without an account reads how the report stands.
//!
//! 20 digits in five groups of four: 18 from a random source and 2 check digits (ISO 7064 MOD 97-10), so that
//! a slip of the pen is told from a guess. Whoever knows the code is served; it is therefore shown once, stored
//! only as a keyed hash, and hidden from `Debug`. Randomness is an argument: see [`ReceiptCode::from_number`].

use crate::text::{Form, TextFault, fold};
use std::fmt;
use zeroize::Zeroizing;

/// A receipt code. `Display` is the form for the reporter: `1234-5678-9012-3456-7890`.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode(Zeroizing<String>);

impl ReceiptCode {
    /// There are so many codes: the number behind a code lies below this.
    pub const COUNT: u64 = 1_000_000_000_000_000_000;
    const LENGTH: usize = 20;

    /// The code of this number, which should be drawn evenly from `0..COUNT`; none for a number outside.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        if number >= Self::COUNT {
            return None;
        }
        let check = 98 - u128::from(number) * 100 % 97;
        Some(Self(Zeroizing::new(format!("{number:018}{check:02}"))))
    }

    /// Parses what a person typed: blanks, dashes and full-width digits are forgiven.
    ///
    /// # Errors
    /// [`TextFault`]: empty, other characters, wrong length, or check digits that do not agree.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let code = Zeroizing::new(fold(text).replace([' ', '-'], ""));
        if code.is_empty() {
            return Err(TextFault::Empty);
        }
        if !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TextFault::Malformed {
                expected: Form::ReceiptCode,
            });
        }
        if code.len() != Self::LENGTH {
            return Err(TextFault::WrongLength {
                expected: Self::LENGTH,
                actual: code.len(),
            });
        }
        let remainder = code
            .bytes()
            .fold(0, |rest, b| (rest * 10 + u32::from(b - b'0')) % 97);
        if remainder != 1 {
            return Err(TextFault::BadCheckDigit {
                of: Form::ReceiptCode,
            });
        }
        Ok(Self(code))
    }

    /// The 20 digits without separators: what the keyed hash is taken of.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, digit) in self.0.chars().enumerate() {
            let dash = if i > 0 && i % 4 == 0 { "-" } else { "" };
            write!(f, "{dash}{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(number: u64) -> ReceiptCode {
        ReceiptCode::from_number(number).expect("a number below the count")
    }

    #[test]
    fn the_check_digits_are_those_of_iso_7064_mod_97_10() {
        // 794 → 44 is the worked example of the standard.
        assert_eq!(code(794).digits(), "00000000000000079444");
        assert_eq!(code(0).to_string(), "0000-0000-0000-0000-0098");
        assert_eq!(ReceiptCode::from_number(ReceiptCode::COUNT), None);
    }

    #[test]
    fn every_way_of_typing_a_code_ends_in_one() {
        let receipt = code(123_456_789_012_345_678);
        let shown = receipt.to_string();
        assert_eq!(shown.len(), 24);
        let wide: String = receipt
            .digits()
            .chars()
            .filter_map(|c| char::from_u32(u32::from(c) + 0xfee0))
            .collect();
        for typed in [
            shown.clone(),
            shown.replace('-', " "),
            shown.replace('-', "－"),
            wide,
            format!("\u{200b} {shown}\n"),
        ] {
            assert_eq!(ReceiptCode::parse(&typed), Ok(receipt.clone()), "{typed}");
        }
    }

    #[test]
    fn every_slip_and_every_exchange_of_neighbours_is_found() {
        let digits = code(907_160_534_821_776_543).digits().to_owned();
        for at in 0..20 {
            for other in '0'..='9' {
                let mut slipped: Vec<char> = digits.chars().collect();
                slipped[at] = other;
                let slipped: String = slipped.into_iter().collect();
                assert_eq!(
                    ReceiptCode::parse(&slipped).is_ok(),
                    slipped == digits,
                    "{slipped}"
                );
            }
        }
        for at in 0..19 {
            let mut swapped: Vec<char> = digits.chars().collect();
            swapped.swap(at, at + 1);
            let swapped: String = swapped.into_iter().collect();
            assert_eq!(
                ReceiptCode::parse(&swapped).is_ok(),
                swapped == digits,
                "{swapped}"
            );
        }
    }

    #[test]
    fn a_wrong_length_is_told_from_wrong_check_digits() {
        assert_eq!(
            ReceiptCode::parse("1234-5678"),
            Err(TextFault::WrongLength {
                expected: 20,
                actual: 8
            })
        );
        let bad = TextFault::BadCheckDigit {
            of: Form::ReceiptCode,
        };
        assert_eq!(ReceiptCode::parse("12345678901234567890"), Err(bad));
        assert_eq!(
            ReceiptCode::parse("1234x"),
            Err(TextFault::Malformed {
                expected: Form::ReceiptCode
            })
        );
        assert_eq!(ReceiptCode::parse(" - "), Err(TextFault::Empty));
    }

    #[test]
    fn debug_does_not_tell_the_code() {
        assert_eq!(format!("{:?}", code(1)), "ReceiptCode(…)");
    }
}
