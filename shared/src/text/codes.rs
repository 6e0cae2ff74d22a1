//! Codes with check characters: the unified social credit code and the citizen id.

use super::{
    Form, TextFault, identity,
    tidy::{Layout, fold, tidy},
};
use crate::time::LegalDate;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;
use zeroize::Zeroizing;

/// A unified social credit code (统一社会信用代码, GB 32100): it names a unit, not a person.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(transparent)]
pub struct CreditCode(String);

impl CreditCode {
    const ALPHABET: &'static [u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    const MALFORMED: TextFault = TextFault::Malformed {
        expected: Form::CreditCode,
    };

    /// Parses a code; small letters, blanks, dashes and full-width characters are forgiven.
    ///
    /// # Errors
    /// [`TextFault`]: wrong length, a character the alphabet lacks, or a check character that does not agree.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let code = compact(text)?.to_string();
        exactly_18(&code)?;
        let values = code.bytes().map(|b| Self::ALPHABET.iter().position(|a| *a == b));
        let values: Vec<usize> = values.collect::<Option<_>>().ok_or(Self::MALFORMED)?;
        // The first two characters may be letters (N… is a rural collective); 3 to 8 are the division.
        if values[2..8].iter().any(|v| *v > 9) {
            return Err(Self::MALFORMED);
        }
        let mut weight = 1;
        let mut sum = 0;
        for value in &values[..17] {
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        if (31 - sum % 31) % 31 != values[17] {
            return Err(TextFault::BadCheckDigit { of: Form::CreditCode });
        }
        Ok(Self(code))
    }

    /// The 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CreditCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

identity! {
    /// A citizen identity number (公民身份号码, GB 11643): 17 digits and a check character.
    CitizenId
}

impl CitizenId {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &'static [u8; 11] = b"10X98765432";
    const MALFORMED: TextFault = TextFault::Malformed {
        expected: Form::CitizenId,
    };

    /// Parses a number; a small x, blanks and full-width digits are forgiven.
    ///
    /// # Errors
    /// [`TextFault`]: wrong length, other characters, a birth date that never was, or a check character that
    /// does not agree.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let id = compact(text)?;
        exactly_18(&id)?;
        let (digits, check) = id.split_at_checked(17).ok_or(Self::MALFORMED)?;
        let shaped = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        if !shaped || !check.bytes().all(|b| b.is_ascii_digit() || b == b'X') {
            return Err(Self::MALFORMED);
        }
        let number = |part: &str| part.parse::<u32>().map_err(|_| Self::MALFORMED);
        let (year, month, day) = (
            number(&digits[6..10])?,
            number(&digits[10..12])?,
            number(&digits[12..14])?,
        );
        let born = i32::try_from(year)
            .ok()
            .and_then(|year| LegalDate::new(year, month, day));
        if year < 1850 || born.is_none() {
            return Err(TextFault::NoSuchBirthDate);
        }
        let sum: u32 = digits
            .bytes()
            .zip(Self::WEIGHTS)
            .map(|(b, weight)| u32::from(b - b'0') * weight)
            .sum();
        if check.as_bytes() != [Self::CHECK[sum as usize % 11]] {
            return Err(TextFault::BadCheckDigit { of: Form::CitizenId });
        }
        Ok(Self(id))
    }

    /// The form that everybody may see: the first and the last character.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{}{}{}", &self.0[..1], "*".repeat(16), &self.0[17..])
    }
}

/// Full-width to ASCII, capital letters, no blanks and dashes.
fn compact(text: &str) -> Result<Zeroizing<String>, TextFault> {
    let typed = Zeroizing::new(tidy(text, Layout::Line, 60)?);
    let code = Zeroizing::new(fold(&typed).replace([' ', '-'], "").to_ascii_uppercase());
    if code.is_empty() {
        Err(TextFault::Empty)
    } else {
        Ok(code)
    }
}

fn exactly_18(code: &str) -> Result<(), TextFault> {
    match code.chars().count() {
        18 => Ok(()),
        actual => Err(TextFault::WrongLength { expected: 18, actual }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "91110000600037341L";
    const ID: &str = "360426199101010071";

    #[test]
    fn the_vector_of_gb_32100_is_a_credit_code() {
        for text in [
            CODE,
            "９１１１００００６０００３７３４１ｌ",
            " 9111 0000-6000 3734 1l\u{200b}",
        ] {
            assert_eq!(
                CreditCode::parse(text).as_ref().map(CreditCode::as_str),
                Ok(CODE),
                "{text}"
            );
        }
    }

    #[test]
    fn any_other_last_character_is_refused() {
        for last in CreditCode::ALPHABET.iter().filter(|b| **b != b'L') {
            let code = format!("{}{}", &CODE[..17], char::from(*last));
            assert_eq!(
                CreditCode::parse(&code),
                Err(TextFault::BadCheckDigit { of: Form::CreditCode })
            );
        }
    }

    #[test]
    fn any_single_slip_in_a_credit_code_is_found() {
        for at in 0..17 {
            for other in CreditCode::ALPHABET.iter().filter(|b| **b != CODE.as_bytes()[at]) {
                let slipped = format!("{}{}{}", &CODE[..at], char::from(*other), &CODE[at + 1..]);
                assert!(CreditCode::parse(&slipped).is_err(), "{slipped}");
            }
        }
    }

    #[test]
    fn a_credit_code_may_begin_with_letters_but_its_division_is_digits() {
        let valid = CreditCode::ALPHABET
            .iter()
            .filter(|last| CreditCode::parse(&format!("N2340100MF1234567{}", char::from(**last))).is_ok());
        assert_eq!(valid.count(), 1);
        assert_eq!(
            CreditCode::parse("911A0000600037341L"),
            Err(CreditCode::MALFORMED)
        );
        for letter in ['I', 'O', 'S', 'V', 'Z'] {
            assert_eq!(
                CreditCode::parse(&format!("91110000600037{letter}41L")),
                Err(CreditCode::MALFORMED)
            );
        }
    }

    #[test]
    fn a_code_of_another_length_is_told_so() {
        assert_eq!(
            CreditCode::parse(&CODE[..17]),
            Err(TextFault::WrongLength {
                expected: 18,
                actual: 17
            })
        );
        assert_eq!(
            CitizenId::parse("3604261991010100711"),
            Err(TextFault::WrongLength {
                expected: 18,
                actual: 19
            })
        );
        assert_eq!(CitizenId::parse("-"), Err(TextFault::Empty));
    }

    #[test]
    fn the_vector_of_gb_11643_is_a_citizen_id() {
        for text in [ID, "３６０４２６１９９１０１０１００７１", "360426 19910101 0071"] {
            assert_eq!(
                CitizenId::parse(text).as_ref().map(CitizenId::reveal),
                Ok(ID),
                "{text}"
            );
        }
        assert_eq!(
            CitizenId::parse("11010519491231002x").map(|id| id.reveal().to_owned()),
            Ok("11010519491231002X".into())
        );
    }

    #[test]
    fn any_single_slip_in_a_citizen_id_is_found() {
        for at in 0..18 {
            for other in (b'0'..=b'9').filter(|b| *b != ID.as_bytes()[at]) {
                let slipped = format!("{}{}{}", &ID[..at], char::from(other), &ID[at + 1..]);
                assert!(CitizenId::parse(&slipped).is_err(), "{slipped}");
            }
        }
    }

    #[test]
    fn a_birth_date_that_never_was_is_refused() {
        for id in ["360426199102290071", "360426199113010071", "360426099101010071"] {
            assert_eq!(CitizenId::parse(id), Err(TextFault::NoSuchBirthDate), "{id}");
        }
        for id in [
            "3604261991010100X1",
            "06042619910101007X",
            "安徽省合肥市蜀山区长江西路一百号二楼",
        ] {
            assert_eq!(CitizenId::parse(id), Err(CitizenId::MALFORMED), "{id}");
        }
    }

    #[test]
    fn a_masked_citizen_id_keeps_its_ends() {
        let id = CitizenId::parse(ID).expect("valid");
        assert_eq!(id.masked(), "3****************1");
        assert_eq!(format!("{id:?}"), "CitizenId(…)");
    }
}
