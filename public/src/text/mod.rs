//! Every text that the app shows, in Chinese and in English, as constants of one struct: a text that is missing in
//! one language does not compile.
//!
//! Not here: what the server says of the rules, of a report and of mistakes. One file a group; start with [`Texts`].

pub(crate) mod frame;
pub(crate) mod home;

pub(crate) use anju_shared::problem::Language;

use yew::prelude::*;

/// All texts in one language.
pub(crate) struct Texts {
    /// The frame around the pages, and what goes wrong.
    pub(crate) frame: frame::FrameTexts,
    /// 首页
    pub(crate) home: home::HomeTexts,
}

static ZH: Texts = Texts {
    frame: frame::ZH,
    home: home::ZH,
};

static EN: Texts = Texts {
    frame: frame::EN,
    home: home::EN,
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
