//! Every text that the app shows, in Chinese and in English, as constants of one struct: a text that is
//! missing in one language does not compile.
//!
//! Not here: texts that come from the server (names, articles, the details of problems), and the markup
//! around texts. One file a group, named as the feature that uses it; start with [`Texts`].

pub mod audit;
pub mod calendar;
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
pub mod papers;
pub mod people;
pub mod register;
pub mod revisions;
pub mod rules;
pub mod sheet;
pub mod sign_in;
pub mod time;
pub mod widgets;
pub mod workbench;

pub use anju_shared::problem::Language;

use yew::prelude::*;

/// All texts in one language. Each group is asked for by its name, so that a room carries only those that it speaks.
#[derive(Debug)]
pub struct Texts {
    /// The language of these texts.
    pub language: Language,
}

/// 简体中文
pub static ZH: Texts = Texts {
    language: Language::Zh,
};

/// English
pub static EN: Texts = Texts {
    language: Language::En,
};

impl Texts {
    /// The journal of access.
    #[must_use]
    pub fn audit(&self) -> &'static audit::AuditTexts {
        self.pick(&audit::ZH, &audit::EN)
    }

    /// The page of one case.
    #[must_use]
    pub fn case_detail(&self) -> &'static case_detail::CaseDetailTexts {
        self.pick(&case_detail::ZH, &case_detail::EN)
    }

    /// The forms of one case.
    #[must_use]
    pub fn case_forms(&self) -> &'static case_forms::CaseFormsTexts {
        self.pick(&case_forms::ZH, &case_forms::EN)
    }

    /// What happened to one case.
    #[must_use]
    pub fn case_story(&self) -> &'static case_story::CaseStoryTexts {
        self.pick(&case_story::ZH, &case_story::EN)
    }

    /// The calendar and the import of an arrangement.
    #[must_use]
    pub fn calendar(&self) -> &'static calendar::CalendarTexts {
        self.pick(&calendar::ZH, &calendar::EN)
    }

    /// The list of cases.
    #[must_use]
    pub fn cases_list(&self) -> &'static cases_list::CasesListTexts {
        self.pick(&cases_list::ZH, &cases_list::EN)
    }

    /// Drafts that save themselves.
    #[must_use]
    pub fn draft(&self) -> &'static draft::DraftTexts {
        self.pick(&draft::ZH, &draft::EN)
    }

    /// Views, bulk commands and exports of the list.
    #[must_use]
    pub fn cases_tools(&self) -> &'static cases_tools::CasesToolsTexts {
        self.pick(&cases_tools::ZH, &cases_tools::EN)
    }

    /// What goes wrong between browser and server.
    #[must_use]
    pub fn errors(&self) -> &'static errors::ErrorTexts {
        self.pick(&errors::ZH, &errors::EN)
    }

    /// The frame around the pages: brand, navigation, footer.
    #[must_use]
    pub fn frame(&self) -> &'static frame::FrameTexts {
        self.pick(&frame::ZH, &frame::EN)
    }

    /// What helps while a report is taken down.
    #[must_use]
    pub fn hints(&self) -> &'static hints::HintsTexts {
        self.pick(&hints::ZH, &hints::EN)
    }

    /// The papers of one case.
    #[must_use]
    pub fn papers(&self) -> &'static papers::PapersTexts {
        self.pick(&papers::ZH, &papers::EN)
    }

    /// Units, people and their 联络单.
    #[must_use]
    pub fn people(&self) -> &'static people::PeopleTexts {
        self.pick(&people::ZH, &people::EN)
    }

    /// Registering a report.
    #[must_use]
    pub fn register(&self) -> &'static register::RegisterTexts {
        self.pick(&register::ZH, &register::EN)
    }

    /// Revisions of rules and calendar.
    #[must_use]
    pub fn revisions(&self) -> &'static revisions::RevisionTexts {
        self.pick(&revisions::ZH, &revisions::EN)
    }

    /// The rules side by side.
    #[must_use]
    pub fn rules(&self) -> &'static rules::RulesTexts {
        self.pick(&rules::ZH, &rules::EN)
    }

    /// The explanation of a period.
    #[must_use]
    pub fn sheet(&self) -> &'static sheet::SheetTexts {
        self.pick(&sheet::ZH, &sheet::EN)
    }

    /// The sign-in page.
    #[must_use]
    pub fn sign_in(&self) -> &'static sign_in::SignInTexts {
        self.pick(&sign_in::ZH, &sign_in::EN)
    }

    /// Words of time and deadlines.
    #[must_use]
    pub fn time(&self) -> &'static time::TimeTexts {
        self.pick(&time::ZH, &time::EN)
    }

    /// Words of the components: buttons of dialogs, pages of lists.
    #[must_use]
    pub fn widgets(&self) -> &'static widgets::WidgetTexts {
        self.pick(&widgets::ZH, &widgets::EN)
    }

    /// The pages on which work waits.
    #[must_use]
    pub fn workbench(&self) -> &'static workbench::WorkbenchTexts {
        self.pick(&workbench::ZH, &workbench::EN)
    }

    fn pick<T>(&self, zh: &'static T, en: &'static T) -> &'static T {
        match self.language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

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
