//! What goes wrong, as a value: RFC 9457 problems, their closed list of codes, and violations of fields.
//!
//! A [`Problem`] is what travels; `backend::http` gives each code its status, the browser shows its texts.

use crate::text::TextFault;
use serde::{Deserialize, Serialize};

/// The language in which people are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

/// One sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bilingual {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Bilingual {
    /// The sentence pair.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The sentence in this language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

impl From<(&str, &str)> for Bilingual {
    fn from((zh, en): (&str, &str)) -> Self {
        Self::new(zh, en)
    }
}

/// A field that is not as it should be: which, what is wrong, what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Path of the field in the body, as `credit_code` or `reporters[1].phone`.
    pub field: String,
    /// Stable code for programs, as `bad_check_digit`.
    pub code: &'static str,
    /// Sentence for people.
    pub message: Bilingual,
}

impl Violation {
    /// A violation of `field`.
    #[must_use]
    pub fn new(field: impl Into<String>, code: &'static str, message: Bilingual) -> Self {
        Self {
            field: field.into(),
            code,
            message,
        }
    }

    /// A text of `field` that could not be parsed.
    #[must_use]
    pub fn of(field: impl Into<String>, fault: TextFault) -> Self {
        Self::new(
            field,
            fault.code(),
            Bilingual::new(fault.message_zh(), fault.message_en()),
        )
    }

    /// The same in one language, for the wire.
    #[must_use]
    pub fn shown(&self, language: Language) -> ShownViolation {
        ShownViolation {
            field: self.field.clone(),
            code: self.code.to_owned(),
            message: self.message.text(language).to_owned(),
        }
    }
}

/// A [`Violation`] as it travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownViolation {
    /// Path of the field in the body, as `credit_code`.
    pub field: String,
    /// Stable code for programs.
    pub code: String,
    /// What is wrong and what would be right, in the language of the request.
    pub message: String,
}

/// The legal basis of a refusal or a period: clause id, instrument and article, as people cite it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Basis {
    /// Clause id, as `TJ-9.2`.
    #[cfg_attr(feature = "openapi", schema(example = "TJ-9.1"))]
    pub clause: String,
    /// Title of the instrument, as 《安全生产举报处办工作制度（试行）》.
    pub instrument: String,
    /// Article, as 第九条第一款.
    pub article: String,
}

impl Basis {
    /// As people cite it: `《…》 第九条第一款（TJ-9.1）`.
    #[must_use]
    pub fn citation(&self) -> String {
        if self.instrument.is_empty() {
            return self.clause.clone();
        }
        format!("{} {}（{}）", self.instrument, self.article, self.clause)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident => $zh:literal, $en:literal;)+) => {
        /// The closed list of problem codes. `status` is decided in `backend::http` alone.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemCode { $($(#[$doc])* $name,)+ }

        impl ProblemCode {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The short title of this kind of problem.
            #[must_use]
            pub const fn title(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::Zh) => $zh, (Self::$name, Language::En) => $en,)+
                }
            }
        }
    };
}

codes! {
    /// The request could not be read at all.
    Malformed => "请求无法解析", "The request cannot be read";
    /// Fields are missing or not as they should be; see `violations`.
    Invalid => "内容不符合要求", "The content is not valid";
    /// No valid sign-in.
    Unauthenticated => "请先登录", "Sign in first";
    /// The password is right; the account also asks for a one-time code.
    OneTimeCodeRequired => "请输入动态口令", "Enter the one-time code";
    /// User name or password wrong, or client credentials wrong.
    BadCredentials => "用户名或密码不正确", "User name or password is not correct";
    /// Signed in, but this is not for this caller.
    Forbidden => "无权进行此项操作", "You may not do this";
    /// The password is an initial one: nothing else is answered before it is changed.
    PasswordChangeRequired => "请先修改初始密码", "Change the initial password first";
    /// The role asks for a one-time code: nothing else is answered before one is set up.
    OneTimeCodeMissing => "请先绑定动态口令", "Set up a one-time code first";
    /// The confidentiality agreement is not accepted (TJ-17): nothing else is answered before.
    AgreementRequired => "请先签署保密协议", "Accept the confidentiality agreement first";
    /// There is no such thing, or the caller may not know that there is.
    NotFound => "未找到", "Not found";
    /// The path exists, the method does not.
    MethodNotAllowed => "不支持该请求方法", "Method not allowed";
    /// The answer cannot be given in an accepted form.
    NotAcceptable => "无法以所要求的格式应答", "No acceptable form of answer";
    /// The world moved: the same key was used with another body, or the thing exists already.
    Conflict => "与现有情况冲突", "Conflict with the present state";
    /// The case changed since it was read.
    VersionMoved => "该举报件已被他人更新", "The case has changed meanwhile";
    /// A change needs `If-Match` with the version that was read.
    VersionRequired => "缺少版本号", "If-Match is required";
    /// The body or file is larger than allowed.
    TooLarge => "内容超过大小限制", "Too large";
    /// The content type is not accepted here.
    UnsupportedMediaType => "不支持该内容类型", "Unsupported media type";
    /// The law or the procedure says no; see `basis`.
    Refused => "依照规定不能办理", "Refused under the rules";
    /// Too many requests; `Retry-After` says when.
    TooManyRequests => "操作过于频繁", "Too many requests";
    /// The request took longer than is allowed.
    TimedOut => "处理超时", "Timed out";
    /// The server cannot answer at the moment; `Retry-After` says when to try again.
    Unavailable => "服务暂不可用", "Temporarily unavailable";
    /// An error of the server; the cause is in its log under the request id.
    Internal => "系统内部错误", "Internal error";
}

impl ProblemCode {
    /// The code as it stands on the wire.
    #[must_use]
    pub fn as_str(self) -> String {
        serde_json::to_string(&self)
            .map(|word| word.trim_matches('"').to_owned())
            .unwrap_or_default()
    }
}

/// RFC 9457 problem details. `detail` is for people, `code` for programs, `request_id` for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// URI of this kind of problem, relative to the server.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "openapi", schema(example = "/problems/refused"))]
    pub kind: String,
    /// Short title in the language of the request.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened this time, and what would help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Stable code.
    pub code: ProblemCode,
    /// The code of a refusal, as `evidence_missing`, when `code` is `refused`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    /// The article on which a refusal rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Fields that are not as they should be, all of them at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub violations: Vec<ShownViolation>,
    /// Name of this request in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}
