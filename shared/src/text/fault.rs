//! What can be wrong with a text, and what would be right.

use std::fmt;

/// A kind of text with a form of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A person's name (姓名).
    PersonName,
    /// A telephone number (电话).
    PhoneNumber,
    /// A unified social credit code (统一社会信用代码), GB 32100.
    CreditCode,
    /// A citizen identity number (公民身份号码), GB 11643.
    CitizenId,
    /// A receipt code (查询码).
    ReceiptCode,
}

/// Why a text was refused. It never repeats the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextFault {
    /// Nothing is left once blanks and invisible characters are gone.
    Empty,
    /// More characters (not bytes) than allowed.
    TooLong {
        /// The most characters allowed.
        max: usize,
        /// The characters found.
        actual: usize,
    },
    /// A code of fixed length has another one.
    WrongLength {
        /// The number of characters of the code.
        expected: usize,
        /// The characters found.
        actual: usize,
    },
    /// It contains a control character such as NUL, or a line break where one line is meant.
    ControlCharacter,
    /// It does not have the form of what it should be.
    Malformed {
        /// What it should be.
        expected: Form,
    },
    /// The form is right, but the check digits do not agree with the rest.
    BadCheckDigit {
        /// What it should be.
        of: Form,
    },
    /// The birth date inside a citizen id is no day of the calendar.
    NoSuchBirthDate,
}

impl TextFault {
    /// A stable code for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::WrongLength { .. } => "wrong_length",
            Self::ControlCharacter => "control_character",
            Self::Malformed { .. } => "malformed",
            Self::BadCheckDigit { .. } => "bad_check_digit",
            Self::NoSuchBirthDate => "no_such_birth_date",
        }
    }

    /// What is wrong and what would be right, in Chinese.
    #[must_use]
    pub fn message_zh(self) -> String {
        match self {
            Self::Empty => "不能为空。".into(),
            Self::TooLong { max, actual } => format!("最多{max}个字，现有{actual}个字，请精简。"),
            Self::WrongLength { expected, actual } => format!("应为{expected}位，现有{actual}位，请核对。"),
            Self::ControlCharacter => "含有不可见的控制字符或不允许的换行，请删除后重新填写。".into(),
            Self::Malformed { expected } => expected.rule_zh().into(),
            Self::BadCheckDigit { of } => format!("{}的校验位不符，请逐位核对。", of.name_zh()),
            Self::NoSuchBirthDate => "公民身份号码第7至14位应为真实存在的出生日期。".into(),
        }
    }

    /// What is wrong and what would be right, in English.
    #[must_use]
    pub fn message_en(self) -> String {
        match self {
            Self::Empty => "This must not be empty.".into(),
            Self::TooLong { max, actual } => {
                format!("At most {max} characters; there are {actual}. Please shorten it.")
            }
            Self::WrongLength { expected, actual } => {
                format!("There should be {expected} characters; there are {actual}.")
            }
            Self::ControlCharacter => {
                "There is a control character or a line break that is not allowed here. Please remove it."
                    .into()
            }
            Self::Malformed { expected } => expected.rule_en().into(),
            Self::BadCheckDigit { of } => {
                format!(
                    "The check digits of this {} do not agree. Please compare it digit by digit.",
                    of.name_en()
                )
            }
            Self::NoSuchBirthDate => {
                "Digits 7 to 14 of a citizen id must be an existing date of birth.".into()
            }
        }
    }
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message_en())
    }
}

impl std::error::Error for TextFault {}

impl Form {
    const fn name_zh(self) -> &'static str {
        match self {
            Self::PersonName => "姓名",
            Self::PhoneNumber => "电话号码",
            Self::CreditCode => "统一社会信用代码",
            Self::CitizenId => "公民身份号码",
            Self::ReceiptCode => "查询码",
        }
    }

    const fn name_en(self) -> &'static str {
        match self {
            Self::PersonName => "name",
            Self::PhoneNumber => "telephone number",
            Self::CreditCode => "credit code",
            Self::CitizenId => "citizen id",
            Self::ReceiptCode => "receipt code",
        }
    }

    const fn rule_zh(self) -> &'static str {
        match self {
            Self::PersonName => "姓名只能包含文字、空格、间隔号、连字符和括号，不含数字。",
            Self::PhoneNumber => {
                "应为手机号（如13800001234）、带区号的固定电话（如0551-63612350）、400/800电话或短号。"
            }
            Self::CreditCode => {
                "应为18位统一社会信用代码：数字和大写字母，不含I、O、S、V、Z，第3至8位为数字。"
            }
            Self::CitizenId => "应为18位公民身份号码：前17位为数字，末位为数字或X。",
            Self::ReceiptCode => "查询码只含数字，共20位，每4位一组。",
        }
    }

    const fn rule_en(self) -> &'static str {
        match self {
            Self::PersonName => {
                "A name has letters, spaces, middle dots, hyphens, apostrophes and brackets, but no digits."
            }
            Self::PhoneNumber => {
                "Give a mobile (13800001234), a landline with its area code (0551-63612350), a 400/800 or a short number."
            }
            Self::CreditCode => {
                "A credit code has 18 digits and capital letters without I, O, S, V and Z; characters 3 to 8 are digits."
            }
            Self::CitizenId => "A citizen id has 17 digits and a last character that is a digit or X.",
            Self::ReceiptCode => "A receipt code has 20 digits in groups of four, and nothing else.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_what_is_wrong_and_what_would_be_right() {
        let fault = TextFault::TooLong {
            max: 120,
            actual: 130,
        };
        assert_eq!(fault.code(), "too_long");
        assert_eq!(fault.message_zh(), "最多120个字，现有130个字，请精简。");
        assert_eq!(
            fault.to_string(),
            "At most 120 characters; there are 130. Please shorten it."
        );
    }

    #[test]
    fn every_form_has_a_rule_in_both_languages() {
        for form in [
            Form::PersonName,
            Form::PhoneNumber,
            Form::CreditCode,
            Form::CitizenId,
            Form::ReceiptCode,
        ] {
            let (malformed, check) = (
                TextFault::Malformed { expected: form },
                TextFault::BadCheckDigit { of: form },
            );
            assert!(malformed.message_zh().chars().any(|c| c > '\u{4e00}'));
            assert!(malformed.message_en().is_ascii());
            assert!(
                check.message_zh().contains(form.name_zh()) && check.message_en().contains(form.name_en())
            );
        }
    }
}
