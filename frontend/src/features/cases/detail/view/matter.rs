//! What a case is about, fact by fact; what a full registration would also record is marked.

use super::words::{actor_word, code_word, say};
use crate::text::{Texts, format};
use anju_shared::{
    rules::RuleProfile,
    time::Instant,
    workflow::{Case, Fact},
};

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is told.
    pub name: &'static str,
    /// What is known.
    pub value: Option<String>,
    /// It should have been recorded (TJ-7.2).
    pub missing: bool,
}

/// The facts, in the order of the registration. What is rarely given is left out where it is not.
#[must_use]
pub fn lines(case: &Case, profile: &RuleProfile, now: Instant, texts: &'static Texts) -> Vec<Line> {
    let (words, matter, language) = (texts.case_detail(), &case.intake.matter, texts.language);
    let fact = |fact: Fact, value: Option<String>| Line {
        name: say!(fact, texts),
        missing: case.intake.missing.contains(&fact),
        value,
    };
    let plain = |name, value: Option<String>| Line {
        name,
        value,
        missing: false,
    };
    let rare = |name, value: Option<String>| value.map(|value| plain(name, Some(value)));
    let region = matter
        .region
        .as_ref()
        .map(|code| code_word(&profile.regions, code, language));
    let industry = matter
        .industry
        .as_ref()
        .map(|code| code_word(&profile.industries, code, language));
    let told = matter.told_employer.map(|told| {
        if told {
            texts.widgets().yes
        } else {
            texts.widgets().no
        }
    });
    let lines = [
        Some(Line {
            name: words.enterprise,
            ..fact(Fact::Enterprise, matter.enterprise.clone())
        }),
        rare(words.credit_code, matter.credit_code.clone()),
        Some(plain(words.industry, industry)),
        Some(fact(Fact::Region, region)),
        Some(fact(Fact::Address, matter.address.clone())),
        Some(fact(Fact::Place, matter.place.clone())),
        Some(fact(Fact::Occurred, matter.occurred.clone())),
        rare(
            words.nature,
            case.nature().map(|nature| say!(nature, texts).to_owned()),
        ),
        rare(words.told_employer, told.map(str::to_owned)),
        Some(plain(
            words.channel,
            Some(code_word(&profile.channels, &case.intake.channel, language)),
        )),
        Some(plain(
            words.received,
            Some(format::moment(case.intake.received_at, now, language)),
        )),
        Some(plain(
            words.registered_by,
            Some(actor_word(&case.intake.registered_by, texts).to_owned()),
        )),
        rare(words.external_number, case.intake.external_number.clone()),
    ];
    lines.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};

    #[test]
    fn a_fact_that_a_full_registration_records_is_marked_not_refused() {
        // TJ-7.2
        let now = sample::at("2026-11-20T09:00:00+08:00");
        let lines = lines(&sample::registered(), &sample::profile(), now, &ZH);
        let of = |name: &str| lines.iter().find(|line| line.name == name);
        assert!(of("地址").is_some_and(|line| line.missing && line.value.is_none()));
        assert!(of("单位").is_some_and(|line| !line.missing && line.value.is_some()));
        assert!(of("信用代码").is_none());
    }
}
