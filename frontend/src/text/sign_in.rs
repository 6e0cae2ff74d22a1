//! The sign-in page.

/// Texts of the sign-in page.
#[derive(Debug)]
pub struct SignInTexts {
    /// Title.
    pub title: &'static str,
    /// Label of the user name.
    pub login: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// The button.
    pub submit: &'static str,
    /// The button while the server thinks.
    pub submitting: &'static str,
    /// The user name is empty.
    pub login_missing: &'static str,
    /// The password is empty.
    pub password_missing: &'static str,
    /// The session ended by itself.
    pub expired: &'static str,
    /// Title of the dialog over a page whose session has ended.
    pub again: &'static str,
    /// What happens to what was typed.
    pub again_more: &'static str,
    /// Gives the page up instead.
    pub leave: &'static str,
    /// Whom to ask when one cannot sign in.
    pub help: &'static str,
}

pub(super) const ZH: SignInTexts = SignInTexts {
    title: "登录",
    login: "用户名",
    password: "密码",
    submit: "登录",
    submitting: "正在登录…",
    login_missing: "请填写用户名",
    password_missing: "请填写密码",
    expired: "登录已失效，请重新登录。",
    again: "登录已失效，请重新登录",
    again_more: "已填写的内容仍在本页。登录后，刚才的操作自动继续。",
    leave: "不再登录，离开本页",
    help: "无法登录时，请联系本单位系统管理员。",
};

pub(super) const EN: SignInTexts = SignInTexts {
    title: "Sign in",
    login: "User name",
    password: "Password",
    submit: "Sign in",
    submitting: "Signing in…",
    login_missing: "Enter your user name",
    password_missing: "Enter your password",
    expired: "The session has ended. Please sign in again.",
    again: "The session has ended: sign in again",
    again_more: "What you filled in is still here. What you were doing goes on by itself.",
    leave: "Leave this page instead",
    help: "If you cannot sign in, ask your system administrator.",
};
