//! What a case is found by, and what it must not be found by.
//!
//! A list of terms, without order and without number, is kept for each case:
//!
//! - of what everybody sees who may see the case (number, title, enterprise, credit code, address, time, place): every
//!   word, the words inside longer ones, and every single character, so that a name that no dictionary knows is found
//!   by any piece of it;
//! - of the words of the report (基本事实, 最新线索), which only the office may read (TJ-20): the words that the
//!   dictionary knows, under a [mark](TOLD) by which a search of a unit leaves them alone.
//!
//! Who reported is in no term. Identities are sealed and never come here, but people say who they are («我是…»). So of
//! the words of a report nothing is kept that the dictionary knows as a name, nothing that it does not know (it cuts
//! that into single characters, and two of those side by side are dropped), no numbers and no Latin letters; and
//! what the reporters themselves gave as name or address is struck out before. The office could read those words one
//! case at a time, each time on record; an index by which it could look somebody up would be another power (TJ-19).

use super::segmenter::Words;
use anju_shared::{
    api::reports::{Identity, Original},
    workflow::Intake,
};
use std::collections::BTreeSet;

/// Before a term that comes from the words of the report. Text never makes such a term by itself: Chinese and Latin
/// characters are cut apart.
const TOLD: char = 'o';
/// Longest term of Latin letters and digits.
const LONGEST: usize = 64;
/// Most terms that a search looks for; who types more has narrowed it enough.
const MOST: usize = 16;

/// The terms of one case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms(BTreeSet<String>);

/// What somebody asks for: cases that contain all the terms of one of the alternatives.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    alternatives: Vec<Vec<String>>,
    /// Whether the words of reports count too.
    told: bool,
}

impl Terms {
    /// Of a case that is entered by these reporters.
    pub(crate) fn of(words: &Words, intake: &Intake, original: &Original, reporters: &[Identity]) -> Self {
        let mut terms = Self::default();
        let matter = &intake.matter;
        let open = [
            Some(&intake.title),
            intake.external_number.as_ref(),
            matter.enterprise.as_ref(),
            matter.credit_code.as_ref(),
            matter.address.as_ref(),
            matter.occurred.as_ref(),
            matter.place.as_ref(),
        ];
        open.into_iter()
            .flatten()
            .for_each(|text| terms.open(words, text));
        for text in [&original.facts, &original.clues].into_iter().flatten() {
            terms.told(words, &without_identity(text, reporters));
        }
        terms
    }

    /// The same with the number of the case, each part of which can be asked for.
    pub(crate) fn with_number(mut self, number: &str) -> Self {
        self.0.extend(runs(number).into_iter().map(Run::into_text));
        self
    }

    /// As the engines take them: with a space between each two.
    pub(super) fn to_text(&self) -> String {
        let terms: Vec<&str> = self.0.iter().map(String::as_str).collect();
        terms.join(" ")
    }

    fn open(&mut self, words: &Words, text: &str) {
        for run in runs(text) {
            if let Run::Chinese(run) = &run {
                self.0.extend(words.with_parts(run).map(str::to_owned));
                self.0.extend(run.chars().map(String::from));
            } else {
                self.0.insert(run.into_text());
            }
        }
    }

    fn told(&mut self, words: &Words, text: &str) {
        for run in runs(text) {
            let Run::Chinese(run) = run else { continue };
            let cut = words.with_names(&run);
            let lone = |at: Option<usize>| {
                at.and_then(|at| cut.get(at))
                    .is_some_and(|(word, name)| *name || is_single(word))
            };
            for (at, (word, name)) in cut.iter().enumerate() {
                let piece_of_unknown = is_single(word) && (lone(at.checked_sub(1)) || lone(Some(at + 1)));
                if !name && !piece_of_unknown {
                    let parts = words.with_parts(word).map(|part| format!("{TOLD}{part}"));
                    self.0.extend(parts);
                }
            }
        }
    }
}

impl Asked {
    /// What this text asks for; `told` if who asks may read the words of reports.
    pub(crate) fn parse(words: &Words, text: &str, told: bool) -> Self {
        let mut terms: Vec<String> = Vec::new();
        for run in runs(text) {
            match &run {
                Run::Chinese(run) => terms.extend(words.one_by_one(run).map(str::to_owned)),
                Run::Latin(run) => terms.push(run.clone()),
            }
        }
        let mut seen = BTreeSet::new();
        terms.retain(|term| seen.insert(term.clone()));
        terms.truncate(MOST);
        Self::of(vec![terms], told)
    }

    /// Every character of this by itself, wherever it stands: for a name of which only the beginning is sure.
    pub(crate) fn characters(text: &str) -> Self {
        let characters = runs(text).into_iter().flat_map(|run| match run {
            Run::Chinese(run) => run.chars().map(String::from).collect(),
            Run::Latin(run) => vec![run],
        });
        Self::of(vec![characters.collect()], false)
    }

    /// At least two of these words, in reports too.
    pub(crate) fn two_of(words: &[String]) -> Self {
        let pairs = words.iter().enumerate().flat_map(|(at, one)| {
            let others = words.iter().skip(at + 1);
            others.map(|other| vec![one.clone(), other.clone()])
        });
        Self::of(pairs.collect(), true)
    }

    fn of(mut alternatives: Vec<Vec<String>>, told: bool) -> Self {
        alternatives.retain(|terms| !terms.is_empty());
        Self { alternatives, told }
    }

    /// Whether nothing is asked for: then nothing is found.
    pub(crate) fn is_empty(&self) -> bool {
        self.alternatives.is_empty()
    }

    /// All of it, in the language of either engine. Terms are letters, digits and Chinese characters only, and each is
    /// quoted, so nothing of the text is taken as a word of that language.
    pub(super) fn expression(&self, (quote, and, or): (char, &str, &str)) -> String {
        let term = |term: &String| match self.told {
            true => format!("({quote}{term}{quote}{or}{quote}{TOLD}{term}{quote})"),
            false => format!("{quote}{term}{quote}"),
        };
        let all = |terms: &Vec<String>| terms.iter().map(term).collect::<Vec<_>>().join(and);
        let alternatives = self.alternatives.iter().map(|terms| format!("({})", all(terms)));
        alternatives.collect::<Vec<_>>().join(or)
    }
}

impl Words {
    /// The words of an account by which it is compared with others: of two characters or more, and no names.
    pub(crate) fn said(&self, texts: &[String]) -> BTreeSet<String> {
        let mut said = BTreeSet::new();
        for run in texts.iter().flat_map(|text| runs(text)) {
            if let Run::Chinese(run) = run {
                let words = self.with_names(&run).into_iter();
                let words = words.filter(|(word, name)| !name && !is_single(word));
                said.extend(words.map(|(word, _)| word.to_owned()));
            }
        }
        said
    }

    /// So many of these words, those that people say least first.
    pub(crate) fn rarest(&self, words: &BTreeSet<String>, most: usize) -> Vec<String> {
        let mut words: Vec<&String> = words.iter().collect();
        words.sort_by_key(|word| self.frequency(word));
        words.into_iter().take(most).cloned().collect()
    }
}

/// Characters of one script side by side.
#[derive(Debug, PartialEq, Eq)]
enum Run {
    Chinese(String),
    Latin(String),
}

impl Run {
    fn into_text(self) -> String {
        match self {
            Self::Chinese(text) | Self::Latin(text) => text,
        }
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut joins = false;
    for character in text.chars().map(folded) {
        let (chinese, latin) = (is_chinese(character), character.is_ascii_alphanumeric());
        match runs.last_mut() {
            Some(Run::Chinese(run)) if joins && chinese => run.push(character),
            Some(Run::Latin(run)) if joins && latin && run.len() < LONGEST => run.push(character),
            _ if chinese => runs.push(Run::Chinese(character.into())),
            _ if latin => runs.push(Run::Latin(character.into())),
            _ => {}
        }
        joins = chinese || latin;
    }
    runs
}

/// Small letters; and what Chinese keyboards make of letters and digits, as they are on others.
fn folded(character: char) -> char {
    let narrow = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    };
    narrow.to_ascii_lowercase()
}

/// The characters that both engines and the dictionary know as letters.
const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4db5}' | '\u{4e00}'..='\u{9fa5}')
}

fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// The words of a report without what its reporters gave about themselves.
fn without_identity(text: &str, reporters: &[Identity]) -> String {
    let mut text = text.to_owned();
    for Identity {
        capacity: _,
        name,
        phone: _,
        address,
        citizen_id: _,
        wants_paper: _,
    } in reporters
    {
        let names = name.as_ref().map(|name| name.reveal());
        let addresses = address.as_ref().map(|address| address.reveal());
        for said in names.into_iter().chain(addresses) {
            text = text.replace(said, "，");
        }
    }
    text
}

#[cfg(test)]
mod tests;
