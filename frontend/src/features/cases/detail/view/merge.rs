//! What somebody else changed while a form was open, and what of it concerns the form.

use super::{
    draft::Draft,
    form::{Kind, Spec},
};
use anju_shared::workflow::Recorded;

/// A field that would begin with something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its name.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// With what it would begin.
    pub text: String,
}

/// The events since this version, oldest first.
#[must_use]
pub fn since(journal: &[Recorded], version: u64) -> &[Recorded] {
    let from = journal.partition_point(|recorded| recorded.seq <= version);
    &journal[from..]
}

/// What the case brings to the form now that it did not bring when the form was begun, unless it stands there
/// already. Times are left out: they are those of the hand that writes.
#[must_use]
pub fn fresh(specs: &[Spec], draft: &Draft, begun: &Draft, now: &Draft) -> Vec<Fresh> {
    let changed = |name: &str| {
        let text = now.text(name);
        !text.is_empty() && text != begun.text(name) && text != draft.text(name)
    };
    specs
        .iter()
        .filter(|spec| matches!(spec.kind, Kind::Line | Kind::Lines(_)) && changed(spec.name))
        .map(|spec| Fresh {
            name: spec.name,
            label: spec.label,
            text: now.text(spec.name).to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::cases::detail::view::sample;

    fn spec(name: &'static str, kind: Kind) -> Spec {
        Spec {
            name,
            label: name,
            kind,
            required: true,
            hint: None,
        }
    }

    #[test]
    fn what_the_case_brings_anew_is_offered_and_what_was_written_stays() {
        let specs = [
            spec("facts", Kind::Lines(6)),
            spec("beyond", Kind::Lines(3)),
            spec("at", Kind::Moment),
        ];
        let begun = Draft::default().with("facts", "通道堵塞").with("at", "09:00");
        let now = Draft::default()
            .with("facts", "通道堵塞\n配电箱无盖")
            .with("at", "09:30");
        let written = begun.clone().with("facts", "通道堵塞，已拍照");
        let offered = fresh(&specs, &written, &begun, &now);
        assert_eq!(offered.len(), 1);
        assert_eq!(
            (offered[0].name, offered[0].text.as_str()),
            ("facts", "通道堵塞\n配电箱无盖")
        );
        let taken = written.with("facts", now.text("facts"));
        assert!(
            fresh(&specs, &taken, &begun, &now).is_empty(),
            "what stands there is not offered again"
        );
    }

    #[test]
    fn only_what_happened_since_is_told() {
        let told = sample::signed();
        let last = told.journal.last().expect("something happened").seq;
        assert!(since(&told.journal, last).is_empty());
        assert_eq!(since(&told.journal, last - 1).len(), 1);
    }
}
