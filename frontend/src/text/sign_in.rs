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
    /// Label of the one-time code.
    pub code: &'static str,
    /// What it is.
    pub code_hint: &'static str,
    /// It is not six digits.
    pub code_missing: &'static str,
    /// Back to user name and password.
    pub back: &'static str,
    /// Changes the own password.
    pub change_password: &'static str,
    /// Why that comes first.
    pub change_why: &'static str,
    /// The password until now.
    pub old: &'static str,
    /// The new password.
    pub new: &'static str,
    /// The new password once more.
    pub new_again: &'static str,
    /// What a password needs.
    pub new_hint: &'static str,
    /// The two do not agree.
    pub not_the_same: &'static str,
    /// It was changed.
    pub changed: &'static str,
    /// Sets up a one-time code.
    pub enrol: &'static str,
    /// Why that comes first.
    pub enrol_why: &'static str,
    /// What to do with the secret.
    pub secret_more: &'static str,
    /// What the picture is, said to those who do not see it.
    pub qr: &'static str,
    /// Opens the authenticator of this machine.
    pub open_authenticator: &'static str,
    /// Takes the code into use.
    pub confirm_code: &'static str,
    /// It is in use.
    pub enrolled: &'static str,
    /// There is one.
    pub has_code: &'static str,
    /// Title of the page of the agreement.
    pub agreement: &'static str,
    /// Why that comes first.
    pub agreement_why: &'static str,
    /// The box to tick.
    pub agree: &'static str,
    /// Accepts it.
    pub accept: &'static str,
    /// Leaves without it.
    pub sign_out: &'static str,
    /// Title of the page of the own account.
    pub account: &'static str,
    /// Who one is.
    pub account_self: &'static str,
    /// Name.
    pub name: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Roles.
    pub roles: &'static str,
    /// Between two roles.
    pub between: &'static str,
    /// When to use it.
    pub everywhere_more: &'static str,
    /// Who is asked for the code.
    pub code_for: fn(&str) -> String,
    /// Which text it is and how long an acceptance is good.
    pub agreement_term: fn(&str, u32) -> String,
    /// Whom to ask when one cannot sign in.
    pub help: &'static str,
}

pub(super) static ZH: SignInTexts = SignInTexts {
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
    code: "动态口令",
    code_hint: "身份验证器上显示的 6 位数字",
    code_missing: "请填写 6 位数字",
    back: "返回",
    change_password: "修改密码",
    change_why: "您使用的是初始密码，须先改为只有自己知道的密码。",
    old: "原密码",
    new: "新密码",
    new_again: "再次输入新密码",
    new_hint: "至少 10 个字符，含大写字母、小写字母、数字、其他字符中的 3 类，不含用户名。修改后，其他设备上的登录即失效。",
    not_the_same: "两次输入的新密码不一致",
    changed: "密码已修改",
    enrol: "绑定动态口令",
    enrol_why: "您的岗位登录时须使用动态口令，请先绑定。",
    secret_more: "用手机的身份验证器扫描二维码，或在其中选择“输入密钥”并填写以下密钥（均仅显示这一次），再填写它显示的 6 位数字。",
    qr: "二维码，内容与下方密钥相同",
    open_authenticator: "在本机的身份验证器中打开",
    confirm_code: "确认绑定",
    enrolled: "动态口令已启用",
    has_code: "已绑定。手机遗失或更换时，请联系本单位系统管理员解除。",
    agreement: "签署保密协议",
    agreement_why: "办理举报事项前，须签署保密协议（《安全生产举报处办工作制度（试行）》第十七条）。",
    agree: "我已阅读并承诺遵守以上各项",
    accept: "签署",
    sign_out: "退出登录",
    account: "我的账号",
    account_self: "基本信息",
    name: "姓名",
    unit: "单位",
    roles: "岗位",
    between: "、",
    everywhere_more: "账号可能被他人使用时，请在所有设备上退出，并修改密码。",
    code_for: |login| format!("{login}，请输入动态口令"),
    agreement_term: |version, months| format!("文本版本 {version}，签署后 {months} 个月内有效。"),
    help: "无法登录时，请联系本单位系统管理员。",
};

pub(super) static EN: SignInTexts = SignInTexts {
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
    code: "One-time code",
    code_hint: "The six digits that your authenticator shows",
    code_missing: "Enter six digits",
    back: "Back",
    change_password: "Change the password",
    change_why: "Your password is an initial one. Replace it by one that only you know.",
    old: "Present password",
    new: "New password",
    new_again: "New password once more",
    new_hint: "At least 10 characters of at least 3 kinds (capitals, small letters, digits, others), without the user name. Every other sign-in ends.",
    not_the_same: "The two do not agree",
    changed: "The password is changed",
    enrol: "Set up a one-time code",
    enrol_why: "Your role signs in with a one-time code. Set it up first.",
    secret_more: "Scan the picture with the authenticator of your telephone, or choose to enter a key there and type this one (both are shown only now), and enter the six digits that it shows.",
    qr: "QR code that says the same as the key below",
    open_authenticator: "Open in an authenticator on this device",
    confirm_code: "Confirm",
    enrolled: "The one-time code is in use",
    has_code: "It is set up. If you lose or change your telephone, ask your system administrator to take it off.",
    agreement: "Confidentiality agreement",
    agreement_why: "Before working on reports, accept the confidentiality agreement (article 17 of the working rules).",
    agree: "I have read this and will abide by it",
    accept: "Accept",
    sign_out: "Sign out",
    account: "My account",
    account_self: "About me",
    name: "Name",
    unit: "Unit",
    roles: "Roles",
    between: ", ",
    everywhere_more: "If somebody else may be using your account, sign out everywhere and change the password.",
    code_for: |login| format!("{login}: enter the one-time code"),
    agreement_term: |version, months| format!("Text {version}; an acceptance is good for {months} months."),
    help: "If you cannot sign in, ask your system administrator.",
};
