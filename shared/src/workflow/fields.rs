//! Fields of a command, read with every violation collected instead of the first one reported.

use super::{case::Case, refusal::Refusal, register::unknown_code, stage::Fact};
use crate::{
    ids::{FileId, ReporterId},
    problem::{Bilingual, Violation},
    rules::{Entry, entry},
    text::{Narrative, PhoneNumber, ShortText, TextFault},
    time::Instant,
};

/// The violations found so far.
#[derive(Default)]
pub(super) struct Fields {
    violations: Vec<Violation>,
}

impl Fields {
    /// Whether everything was as it should be.
    pub(super) fn done(self) -> Result<(), Refusal> {
        if self.violations.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Invalid(self.violations))
        }
    }

    /// Whether nothing was found so far.
    pub(super) const fn is_sound(&self) -> bool {
        self.violations.is_empty()
    }

    pub(super) fn fault(&mut self, field: &str, code: &'static str, zh: &str, en: &str) {
        self.violations
            .push(Violation::new(field, code, Bilingual::new(zh, en)));
    }

    /// A text of some length (叙述), required.
    pub(super) fn narrative(&mut self, field: &str, text: &str) -> String {
        self.parsed(field, Narrative::parse(text))
            .map(|text| text.as_str().to_owned())
            .unwrap_or_default()
    }

    /// A text of some length, which may be left out.
    pub(super) fn optional(&mut self, field: &str, text: Option<&str>) -> Option<String> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        self.parsed(field, Narrative::parse(text))
            .map(|text| text.as_str().to_owned())
    }

    /// A short text, required.
    pub(super) fn short(&mut self, field: &str, text: &str) -> String {
        self.parsed(field, ShortText::parse(text))
            .map(|text| text.as_str().to_owned())
            .unwrap_or_default()
    }

    /// The telephone number of an office, which is no secret.
    pub(super) fn telephone(&mut self, field: &str, text: &str) -> String {
        self.parsed(field, PhoneNumber::parse(text))
            .map(|phone| phone.reveal().to_owned())
            .unwrap_or_default()
    }

    /// A code of the profile's dictionary.
    pub(super) fn code(&mut self, field: &str, code: &str, dictionary: &[Entry]) {
        if entry(dictionary, code).is_none() {
            self.violations.push(unknown_code(field));
        }
    }

    /// Several codes, each once.
    pub(super) fn codes(&mut self, field: &str, codes: &[String], dictionary: &[Entry]) {
        for (i, code) in codes.iter().enumerate() {
            self.code(&format!("{field}[{i}]"), code, dictionary);
            if codes[..i].contains(code) {
                self.twice(format!("{field}[{i}]"));
            }
        }
    }

    fn twice(&mut self, field: String) {
        self.fault(&field, "twice", "同一项只选一次", "Choose it once");
    }

    /// Facts, each once.
    pub(super) fn each_once(&mut self, field: &str, facts: &[Fact]) {
        for (i, fact) in facts.iter().enumerate() {
            if facts[..i].contains(fact) {
                self.twice(format!("{field}[{i}]"));
            }
        }
    }

    /// Files uploaded before, at most so many, all of them free.
    pub(super) fn files(&mut self, field: &str, files: &[FileId], most: usize, free: bool) {
        if most < files.len() {
            let (zh, en) = (format!("最多 {most} 个文件"), format!("At most {most} files"));
            self.fault(field, "too_many", &zh, &en);
        } else if !files.is_empty() && !free {
            let zh = "没有这个文件，或已用于其他举报件，请重新上传";
            let en = "There is no such file, or it belongs elsewhere: upload it again";
            self.fault(field, "unknown_file", zh, en);
        }
    }

    /// An instant that cannot lie in the future.
    pub(super) fn past(&mut self, field: &str, at: Instant, now: Instant) {
        if now < at {
            self.fault(
                field,
                "in_future",
                "时间不能晚于现在",
                "The time cannot lie in the future",
            );
        }
    }

    /// An instant that lies within the handling: not before the dispatch, not in the future. People write
    /// minutes: the minute of the dispatch is not before it.
    pub(super) fn handled(&mut self, field: &str, at: Instant, case: &Case, now: Instant) {
        self.past(field, at, now);
        if case
            .handling()
            .is_some_and(|handling| at.unix().div_euclid(60) < handling.assignment.at.unix().div_euclid(60))
        {
            self.fault(
                field,
                "before_dispatch",
                "时间不能早于交办",
                "The time cannot lie before the dispatch",
            );
        }
    }

    /// A reporter of this case.
    pub(super) fn reporter(&mut self, field: &str, reporter: ReporterId, case: &Case) {
        if !case.reporters.iter().any(|one| one.id == reporter) {
            self.fault(
                field,
                "unknown_reporter",
                "本件没有这名举报人",
                "The case has no such reporter",
            );
        }
    }

    fn parsed<T>(&mut self, field: &str, result: Result<T, TextFault>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(fault) => {
                self.violations.push(Violation::of(field, fault));
                None
            }
        }
    }
}
