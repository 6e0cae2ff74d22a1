//! Every text that the app shows, in Chinese and in English, as constants of one struct: a text that is
//! missing in one language does not compile.
//!
//! Not here: texts that come from the server (names, articles, the details of problems), and the markup
//! around texts. One file a group, named as the feature that uses it; start with [`Texts`].

pub mod audit;
pub mod case_detail;
pub mod case_forms;
pub mod case_story;
pub mod cases_list;
pub mod cases_tools;
pub mod draft;
pub mod errors;
pub mod format;
pub mod frame;
pub mod hints;
pub mod people;
pub mod register;
pub mod sign_in;
pub mod time;
pub mod widgets;
pub mod workbench;

pub use anju_shared::problem::Language;

use yew::prelude::*;

/// All texts in one language.
#[derive(Debug)]
pub struct Texts {
    /// The language of these texts.
    pub language: Language,
    /// The journal of access.
    pub audit: audit::AuditTexts,
    /// The page of one case.
    pub case_detail: case_detail::CaseDetailTexts,
    /// The forms of one case.
    pub case_forms: case_forms::CaseFormsTexts,
    /// What happened to one case.
    pub case_story: case_story::CaseStoryTexts,
    /// The list of cases.
    pub cases_list: cases_list::CasesListTexts,
    /// Drafts that save themselves.
    pub draft: draft::DraftTexts,
    /// Views, bulk commands and exports of the list.
    pub cases_tools: cases_tools::CasesToolsTexts,
    /// What goes wrong between browser and server.
    pub errors: errors::ErrorTexts,
    /// The frame around the pages: brand, navigation, footer.
    pub frame: frame::FrameTexts,
    /// What helps while a report is taken down.
    pub hints: hints::HintsTexts,
    /// Units, people and their 联络单.
    pub people: people::PeopleTexts,
    /// Registering a report.
    pub register: register::RegisterTexts,
    /// The sign-in page.
    pub sign_in: sign_in::SignInTexts,
    /// Words of time and deadlines.
    pub time: time::TimeTexts,
    /// Words of the components: buttons of dialogs, pages of lists.
    pub widgets: widgets::WidgetTexts,
    /// The pages on which work waits.
    pub workbench: workbench::WorkbenchTexts,
}

/// 简体中文
pub static ZH: Texts = Texts {
    language: Language::Zh,
    audit: audit::ZH,
    case_detail: case_detail::ZH,
    case_forms: case_forms::ZH,
    case_story: case_story::ZH,
    cases_list: cases_list::ZH,
    draft: draft::ZH,
    cases_tools: cases_tools::ZH,
    errors: errors::ZH,
    frame: frame::ZH,
    hints: hints::ZH,
    people: people::ZH,
    register: register::ZH,
    sign_in: sign_in::ZH,
    time: time::ZH,
    widgets: widgets::ZH,
    workbench: workbench::ZH,
};

/// English
pub static EN: Texts = Texts {
    language: Language::En,
    audit: audit::EN,
    case_detail: case_detail::EN,
    case_forms: case_forms::EN,
    case_story: case_story::EN,
    cases_list: cases_list::EN,
    draft: draft::EN,
    cases_tools: cases_tools::EN,
    errors: errors::EN,
    frame: frame::EN,
    hints: hints::EN,
    people: people::EN,
    register: register::EN,
    sign_in: sign_in::EN,
    time: time::EN,
    widgets: widgets::EN,
    workbench: workbench::EN,
};

/// The texts in this language.
#[must_use]
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

/// The language tag of the page, as `<html lang>` and `Accept-Language` want it.
#[must_use]
pub const fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

/// The language in which the app speaks, and the way to change it. Provided by [`crate::app::App`].
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// The language chosen.
    pub language: Language,
    /// Chooses another.
    pub choose: Callback<Language>,
}

/// The texts in the language chosen.
#[hook]
pub fn use_texts() -> &'static Texts {
    use_context::<Speech>().map_or(&ZH, |speech| texts(speech.language))
}
