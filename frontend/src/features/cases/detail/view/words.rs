//! Words for codes, reporters and people.

use crate::text::{Language, Texts};
use anju_shared::{
    access::ActorRef,
    api::cases::MaskedReporter,
    ids::ReporterId,
    rules::{Entry, RuleProfile, entry},
};

/// The word of two in this language.
#[must_use]
pub const fn pick(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// A word of the shared core in the language of the texts: `say!(stage, texts)`.
macro_rules! say {
    ($word:expr, $texts:expr) => {
        $crate::features::cases::detail::view::words::pick($texts.language, $word.zh(), $word.en())
    };
}
pub(crate) use say;

/// The word of a dictionary's entry.
#[must_use]
pub fn entry_word(entry: &Entry, language: Language) -> &str {
    match language {
        Language::Zh => &entry.zh,
        Language::En => &entry.en,
    }
}

/// The word for a code; the code itself where the dictionary does not know it (any more).
#[must_use]
pub fn code_word(dictionary: &[Entry], code: &str, language: Language) -> String {
    entry(dictionary, code)
        .map_or(code, |entry| entry_word(entry, language))
        .to_owned()
}

/// The words for several codes.
#[must_use]
pub fn code_words(dictionary: &[Entry], codes: &[String], texts: &Texts) -> String {
    let words: Vec<String> = codes
        .iter()
        .map(|code| code_word(dictionary, code, texts.language))
        .collect();
    words.join(pick(texts.language, "、", ", "))
}

/// Where a clause stands, as people cite it in one line: `第九条第一款`. The id where the profile has no more.
#[must_use]
pub fn article(profile: &RuleProfile, clause: &str) -> String {
    let basis = profile.basis(clause);
    if basis.article.is_empty() {
        basis.clause
    } else {
        basis.article
    }
}

/// The instrument with the article: `《…》第九条第一款`.
#[must_use]
pub fn citation(profile: &RuleProfile, clause: &str) -> String {
    let basis = profile.basis(clause);
    if basis.instrument.is_empty() {
        return basis.clause;
    }
    format!("{} {}", basis.instrument, basis.article)
}

/// A reporter as the page calls them: `举报人 1`.
#[must_use]
pub fn reporter_word(reporters: &[MaskedReporter], id: ReporterId, texts: &Texts) -> String {
    let place = reporters.iter().position(|one| one.id == id);
    (texts.case_detail.reporter)(place.map_or(0, |place| place + 1))
}

/// What everybody may know of a reporter: `张** 138****1234`; nothing of an anonymous one.
#[must_use]
pub fn masked(reporter: &MaskedReporter) -> String {
    let parts: Vec<&str> = [reporter.name.as_deref(), reporter.phone.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" ")
}

/// Who did something.
#[must_use]
pub fn actor_word<'a>(actor: &'a ActorRef, texts: &'static Texts) -> &'a str {
    let [public, reporter, system, anju] = texts.case_story.actors;
    match actor {
        ActorRef::Staff { name, .. } => name,
        ActorRef::Public => public,
        ActorRef::Reporter => reporter,
        ActorRef::Client { .. } => system,
        ActorRef::System => anju,
    }
}
