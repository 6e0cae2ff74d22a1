//! What can be chosen in a form: words of the core, entries of the dictionaries, reporters of the case.

use super::{
    form::Desk,
    words::{article, entry_word, masked, reporter_word, say},
};
use crate::{text::Texts, ui::Choice};
use anju_shared::{
    ids::ReporterId,
    rules::Entry,
    workflow::{Conclusion, DispatchKind, Fact, Means, Nature, Satisfaction},
};
use std::rc::Rc;

/// A word of the shared core, as a choice.
pub(super) trait Word: Copy {
    fn choice(self, texts: &Texts) -> Choice;
}

macro_rules! word {
    ($($kind:ty),+) => {$(
        impl Word for $kind {
            fn choice(self, texts: &Texts) -> Choice {
                Choice::new(self.code(), say!(self, texts))
            }
        }
    )+};
}
word!(Nature, DispatchKind, Fact, Means, Conclusion, Satisfaction);

impl Desk<'_> {
    pub(super) fn words<W: Word>(&self, all: &[W]) -> Rc<[Choice]> {
        all.iter().map(|word| word.choice(self.texts)).collect()
    }

    pub(super) fn dictionary(&self, entries: &[Entry]) -> Rc<[Choice]> {
        entries.iter().map(|entry| self.choice(entry)).collect()
    }

    /// With the article on which each choice rests: what is chosen here has to be answered for.
    pub(super) fn cited(&self, entries: &[Entry]) -> Rc<[Choice]> {
        let cited = |entry: &Entry| self.choice(entry).with_more(article(self.profile, &entry.clause));
        entries.iter().map(cited).collect()
    }

    fn choice(&self, entry: &Entry) -> Choice {
        Choice::new(
            entry.code.clone(),
            entry_word(entry, self.texts.language).to_owned(),
        )
    }

    pub(super) fn reporters(&self, wanted: impl Fn(ReporterId) -> bool) -> Rc<[Choice]> {
        let reporters = self.detail.reporters();
        let wanted = reporters.iter().filter(|one| wanted(one.id));
        wanted
            .map(|one| {
                let word = reporter_word(reporters, one.id, self.texts);
                Choice::new(
                    one.id.to_string(),
                    format!("{word} {}", masked(one)).trim().to_owned(),
                )
            })
            .collect()
    }
}
