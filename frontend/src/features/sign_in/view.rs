//! What the sign-in form may send. Pure.

use crate::text::Texts;
use anju_shared::api::session::SignIn;

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// User name.
    pub login: String,
    /// Password.
    pub password: String,
    /// One-time code, once it is asked for.
    pub code: Option<String>,
}

/// What is wrong with it, by field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Errors {
    /// About the user name.
    pub login: Option<&'static str>,
    /// About the password.
    pub password: Option<&'static str>,
    /// About the one-time code.
    pub code: Option<&'static str>,
}

impl Entered {
    /// What is to be sent. Blanks around the user name are slips; in a password they are meant.
    ///
    /// # Errors
    /// Every field that is empty.
    pub fn parse(&self, texts: &Texts) -> Result<SignIn, Errors> {
        let login = self.login.trim();
        let code: Option<String> = self.code.as_ref().map(|code| plain(code));
        let errors = Errors {
            login: login.is_empty().then_some(texts.sign_in().login_missing),
            password: self
                .password
                .is_empty()
                .then_some(texts.sign_in().password_missing),
            code: code
                .as_ref()
                .and_then(|code| (!is_code(code)).then_some(texts.sign_in().code_missing)),
        };
        if errors != Errors::default() {
            return Err(errors);
        }
        Ok(SignIn {
            login: login.to_owned(),
            password: self.password.clone(),
            code,
        })
    }
}

/// A code as authenticators show it, without the blanks between its groups.
#[must_use]
pub fn plain(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether it is six digits.
#[must_use]
pub fn is_code(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is wrong with a change of password that this side can see; the server judges the rest.
#[must_use]
pub fn password_errors(old: &str, new: &str, again: &str, texts: &Texts) -> [Option<&'static str>; 3] {
    let words = texts.sign_in();
    [
        old.is_empty().then_some(words.password_missing),
        new.is_empty().then_some(words.password_missing),
        (new != again).then_some(words.not_the_same),
    ]
}

/// The secret in groups of four, for whoever types it in.
#[must_use]
pub fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ZH;

    fn entered(login: &str, password: &str) -> Entered {
        Entered {
            login: login.into(),
            password: password.into(),
            code: None,
        }
    }

    #[test]
    fn a_code_may_be_typed_in_groups_and_is_six_digits() {
        let with = |code: &str| Entered {
            code: Some(code.into()),
            ..entered("linyuan", "x")
        };
        assert_eq!(
            with("287 082").parse(&ZH).expect("complete").code.as_deref(),
            Some("287082")
        );
        for wrong in ["", "28708", "28708a"] {
            let errors = with(wrong).parse(&ZH).expect_err("no code");
            assert_eq!(errors.code, Some(ZH.sign_in().code_missing));
        }
    }

    #[test]
    fn a_new_password_is_typed_twice() {
        assert_eq!(password_errors("a", "b", "b", &ZH), [None; 3]);
        assert_eq!(
            password_errors("a", "b", "c", &ZH)[2],
            Some(ZH.sign_in().not_the_same)
        );
    }

    #[test]
    fn a_secret_is_shown_in_groups() {
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }

    #[test]
    fn both_empty_fields_are_named_at_once() {
        let errors = entered("  ", "").parse(&ZH).expect_err("nothing was entered");
        assert_eq!(errors.login, Some("请填写用户名"));
        assert_eq!(errors.password, Some("请填写密码"));
    }

    #[test]
    fn blanks_around_the_name_are_slips_in_the_password_they_are_meant() {
        let sent = entered(" linyuan ", " a b ").parse(&ZH).expect("complete");
        assert_eq!(
            (sent.login.as_str(), sent.password.as_str()),
            ("linyuan", " a b ")
        );
    }
}
