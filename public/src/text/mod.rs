//! Every text that the app shows, in Chinese and in English, as constants of one struct: a text that is missing in
//! one language does not compile.
//!
//! Not here: what the server says of the rules, of a report and of mistakes. One file a group; start with [`Texts`].

pub(crate) mod follow;
pub(crate) mod frame;
pub(crate) mod guide;
pub(crate) mod home;
pub(crate) mod report;
pub(crate) mod talk;
pub(crate) mod when;

pub(crate) use anju_shared::problem::Language;

use yew::prelude::*;

/// All texts in one language.
pub(crate) struct Texts {
    /// The language of these texts.
    pub(crate) language: Language,
    /// 查询进度
    pub(crate) follow: follow::FollowTexts,
    /// The frame around the pages, and what goes wrong.
    pub(crate) frame: &'static frame::FrameTexts,
    /// 办理指南
    pub(crate) guide: guide::GuideTexts,
    /// 首页
    pub(crate) home: home::HomeTexts,
    /// 我要举报
    pub(crate) report: report::ReportTexts,
    /// Messages, supplements, the withdrawal.
    pub(crate) talk: talk::TalkTexts,
}

static ZH: Texts = Texts {
    language: Language::Zh,
    follow: follow::ZH,
    frame: &frame::ZH,
    guide: guide::ZH,
    home: home::ZH,
    report: report::ZH,
    talk: talk::ZH,
};

static EN: Texts = Texts {
    language: Language::En,
    follow: follow::EN,
    frame: &frame::EN,
    guide: guide::EN,
    home: home::EN,
    report: report::EN,
    talk: talk::EN,
};

impl Texts {
    /// The texts in this language.
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }
}

/// The texts of the frame alone, for the document that needs no others.
pub(crate) const fn frame_of(language: Language) -> &'static frame::FrameTexts {
    match language {
        Language::Zh => &frame::ZH,
        Language::En => &frame::EN,
    }
}

/// The language tag of the page, as `<html lang>` and `Accept-Language` want it.
pub(crate) const fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

/// The language in which the app speaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Speech(pub(crate) Language);

/// The texts in the language chosen.
#[hook]
pub(crate) fn use_texts() -> &'static Texts {
    use_context::<Speech>().map_or(&ZH, |speech| Texts::of(speech.0))
}
