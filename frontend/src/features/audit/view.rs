//! What the page shows: which filter an address holds, who acted, how a verification ended. Pure.

use crate::text::audit::AuditTexts;
use anju_shared::{
    access::{ActorRef, Operation},
    api::audit::{AuditEntry, AuditFilter, Verification, VerificationState},
    time::LegalDate,
};

/// Rows of one page.
pub const ROWS: u32 = 50;

/// The filter that an address, or the fields of the form, hold. What they do not know is left out, so that an old link
/// still leads to a list.
#[must_use]
pub fn filter(pairs: &[(String, String)]) -> AuditFilter {
    let mut filter = AuditFilter::default();
    for (name, value) in pairs.iter().map(|(name, value)| (name.as_str(), value.trim())) {
        match name {
            _ if value.is_empty() => {}
            "person" => filter.person = value.parse().ok(),
            "operation" => filter.operation = Operation::parse(value).map(|one| one.name().to_owned()),
            "case" => filter.case = Some(value.to_owned()),
            "refused" => filter.refused = value.parse().ok(),
            "from" => filter.from = LegalDate::parse(value),
            "to" => filter.to = LegalDate::parse(value),
            "after" => filter.after = Some(value.to_owned()),
            _ => {}
        }
    }
    filter
}

/// The fields of the form for a filter.
#[must_use]
pub fn fields(filter: &AuditFilter) -> Vec<(String, String)> {
    let pairs = [
        ("person", filter.person.map(|one| one.to_string())),
        ("operation", filter.operation.clone()),
        ("case", filter.case.clone()),
        ("refused", filter.refused.map(|one| one.to_string())),
        ("from", filter.from.map(|one| one.to_string())),
        ("to", filter.to.map(|one| one.to_string())),
    ];
    let filled = pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    filled.collect()
}

/// The value of a field.
#[must_use]
pub fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    let found = fields.iter().find(|(one, _)| one == name);
    found.map_or("", |(_, value)| value.as_str())
}

/// The fields after one was filled in.
#[must_use]
pub fn with(fields: &[(String, String)], name: &str, value: String) -> Vec<(String, String)> {
    let mut fields: Vec<_> = fields.iter().filter(|(one, _)| one != name).cloned().collect();
    fields.push((name.to_owned(), value));
    fields
}

/// Who acted, as people read it.
#[must_use]
pub fn actor(actor: &ActorRef, words: &AuditTexts) -> String {
    match actor {
        ActorRef::Public => words.public.to_owned(),
        ActorRef::Reporter => words.reporter.to_owned(),
        ActorRef::Staff { name, .. } => name.clone(),
        ActorRef::Client { .. } => words.client.to_owned(),
        ActorRef::System => words.system.to_owned(),
    }
}

/// On what: the number of the case where it is about one, with what of it.
#[must_use]
pub fn on(entry: &AuditEntry) -> String {
    let Some(number) = &entry.case_number else {
        return entry.resource.clone();
    };
    let rest = entry.resource.splitn(3, '/').nth(2);
    rest.map_or_else(|| number.clone(), |rest| format!("{number}/{rest}"))
}

/// How a verification ended, or that it is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// At work: so many percent.
    Running(i64),
    /// Nothing is broken.
    Whole,
    /// So many places are.
    Broken(i64),
    /// It came to no end.
    Failed,
}

/// How this one ended.
#[must_use]
pub fn ending(verification: &Verification) -> Ending {
    match verification.state {
        VerificationState::Running if verification.total > 0 => {
            Ending::Running((verification.checked * 100 / verification.total).clamp(0, 100))
        }
        VerificationState::Running => Ending::Running(0),
        VerificationState::Done if verification.faults == 0 => Ending::Whole,
        VerificationState::Done => Ending::Broken(verification.faults),
        VerificationState::Failed => Ending::Failed,
    }
}

#[cfg(test)]
mod tests;
