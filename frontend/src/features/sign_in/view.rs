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
}

/// What is wrong with it, by field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Errors {
    /// About the user name.
    pub login: Option<&'static str>,
    /// About the password.
    pub password: Option<&'static str>,
}

impl Entered {
    /// What is to be sent. Blanks around the user name are slips; in a password they are meant.
    ///
    /// # Errors
    /// Every field that is empty.
    pub fn parse(&self, texts: &Texts) -> Result<SignIn, Errors> {
        let login = self.login.trim();
        let errors = Errors {
            login: login.is_empty().then_some(texts.sign_in.login_missing),
            password: self.password.is_empty().then_some(texts.sign_in.password_missing),
        };
        if errors != Errors::default() {
            return Err(errors);
        }
        Ok(SignIn {
            login: login.to_owned(),
            password: self.password.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ZH;

    fn entered(login: &str, password: &str) -> Entered {
        Entered {
            login: login.into(),
            password: password.into(),
        }
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
