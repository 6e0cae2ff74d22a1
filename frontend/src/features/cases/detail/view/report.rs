//! What a verification report says: to whoever decides on it, and on paper.

use super::{
    story::Light,
    words::{code_words, say},
};
use anju_shared::workflow::Report;

/// A line of a paper: its name and what it says.
pub type Line = (&'static str, String);

impl Light<'_> {
    /// The report, line by line; what it does not say is an empty text.
    #[must_use]
    pub fn report(&self, report: &Report) -> Vec<Line> {
        let (forms, texts) = (self.texts.case_forms(), self.texts);
        vec![
            (forms.conclusion, say!(report.conclusion, texts).to_owned()),
            (forms.facts, report.facts.clone()),
            (forms.beyond, report.beyond.clone().unwrap_or_default()),
            (forms.legal_basis, report.legal_basis.clone().unwrap_or_default()),
            (
                forms.dispositions,
                code_words(&self.profile.dispositions, &report.dispositions, texts),
            ),
            (forms.recommendation, report.recommendation.clone()),
        ]
    }
}
