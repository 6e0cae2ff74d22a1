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

/// Where a clause stands, as briefly as people can still tell: of the profile's own instrument the article
/// alone, `第九条第一款`; of another one its number or name before it, `应急〔2023〕106号 二（七）`.
#[must_use]
pub fn article(profile: &RuleProfile, clause: &str) -> String {
    match profile.citations.get(clause) {
        Some(citation) if citation.instrument == profile.id => citation.article.clone(),
        _ => short_citation(profile, clause),
    }
}

/// Instrument and article in one short line: `安全生产举报处办工作制度 第九条第一款`.
#[must_use]
pub fn short_citation(profile: &RuleProfile, clause: &str) -> String {
    let basis = profile.basis(clause);
    if basis.instrument.is_empty() {
        return basis.clause;
    }
    format!("{} {}", short_name(&basis.instrument), basis.article)
}

/// The number of an instrument, if its title has one behind it; else its title without brackets.
fn short_name(title: &str) -> &str {
    let (name, after) = title
        .trim_start_matches('《')
        .split_once('》')
        .unwrap_or((title, ""));
    match after
        .trim()
        .strip_prefix('（')
        .and_then(|number| number.strip_suffix('）'))
    {
        Some(number) => number,
        None => name.trim_end_matches("（试行）"),
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
    (texts.case_detail().reporter)(place.map_or(0, |place| place + 1))
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
    let [public, reporter, system, anju] = texts.case_story().actors;
    match actor {
        ActorRef::Staff { name, .. } => name,
        ActorRef::Public => public,
        ActorRef::Reporter => reporter,
        ActorRef::Client { .. } => system,
        ActorRef::System => anju,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::cases::detail::view::sample;

    #[test]
    fn an_instrument_of_ones_own_needs_no_name_another_its_number() {
        let profile = sample::profile();
        assert_eq!(article(&profile, "TJ-9.1"), "第九条第一款");
        assert_eq!(article(&profile, "MEM-7.5"), "应急〔2023〕106号 二（七）");
        assert_eq!(
            short_citation(&profile, "TJ-9.1"),
            "安全生产举报处办工作制度 第九条第一款"
        );
        assert_eq!(article(&profile, "TJ-0"), "TJ-0");
    }
}
