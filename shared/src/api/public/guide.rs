//! From a rule profile to what everybody may know of it (办理指南): scope, periods, rewards, other ways.

use super::progress::promise;
use crate::{
    api::reports::MOST_FILES,
    problem::{Basis, Bilingual},
    rules::{ClockKind, ClockRule, Effect, Entry, RuleProfile, StartEvent, entry},
    workflow::{Fact, Urgency},
};
use serde::{Deserialize, Serialize};

/// What citizens are told of the rules, in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Guide {
    /// Name of the office.
    pub authority: String,
    /// The hotline.
    pub hotline: String,
    /// What may be reported, and by whom.
    pub scope: Vec<Statement>,
    /// Who looks after which industry.
    pub departments: Vec<GuideDepartment>,
    /// Areas of the authority.
    pub regions: Vec<Word>,
    /// What a full report says (TJ-7.2).
    pub wanted: Vec<Fact>,
    /// What may not be accepted.
    pub refused: Vec<Statement>,
    /// What is not for this office, and where to go instead.
    pub elsewhere: Vec<GuideElsewhere>,
    /// Periods that bind the authority.
    pub periods: Vec<GuidePeriod>,
    /// How reporters are rewarded.
    pub rewards: Vec<Statement>,
    /// How reporters are protected.
    pub protection: Vec<Statement>,
    /// Numbers to call when lives are in danger; the code is the number.
    pub emergencies: Vec<Word>,
    /// Largest file in bytes.
    pub file_bytes: u64,
    /// Most files of one report.
    pub most_files: usize,
}

/// A sentence with the article on which it rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Statement {
    /// The sentence.
    pub text: Bilingual,
    /// The article.
    pub basis: Basis,
}

/// A word of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Word {
    /// Stable code, as a report names it.
    pub code: String,
    /// The word.
    pub name: Bilingual,
}

/// A department with the industries that it looks after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuideDepartment {
    /// Who.
    pub name: Bilingual,
    /// Which industries.
    pub industries: Vec<Word>,
    /// The article.
    pub basis: Basis,
}

/// A matter for somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuideElsewhere {
    /// What.
    pub matter: Bilingual,
    /// Where to go with it.
    pub instead: Bilingual,
    /// The article.
    pub basis: Basis,
}

/// A period that binds the authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GuidePeriod {
    /// What must be done.
    pub name: Bilingual,
    /// How long, as `10 个工作日`.
    pub length: Bilingual,
    /// From when it runs.
    pub since: Bilingual,
    /// For which reports, where not for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Bilingual>,
    /// The article.
    pub basis: Basis,
}

/// What everybody may know of this profile; `file_bytes` is the largest file that the server takes.
#[must_use]
pub fn guide(profile: &RuleProfile, file_bytes: u64) -> Guide {
    let statements = |entries: &[Entry]| entries.iter().map(|one| statement(profile, one)).collect();
    let public = &profile.public;
    Guide {
        authority: profile.authority.name.clone(),
        hotline: profile.authority.hotline.clone(),
        scope: statements(&public.scope),
        departments: departments(profile),
        regions: profile.regions.iter().map(word).collect(),
        wanted: profile.required.iter().map(|required| required.field).collect(),
        refused: statements(&profile.grounds),
        elsewhere: elsewhere(profile),
        periods: profile
            .clocks
            .iter()
            .filter(|rule| binds(rule))
            .map(|rule| period(profile, rule))
            .collect(),
        rewards: statements(&public.rewards),
        protection: statements(&public.protection),
        emergencies: public.emergencies.iter().map(word).collect(),
        file_bytes,
        most_files: MOST_FILES,
    }
}

fn statement(profile: &RuleProfile, entry: &Entry) -> Statement {
    Statement {
        text: Bilingual::new(&entry.zh, &entry.en),
        basis: profile.basis(&entry.clause),
    }
}

fn word(entry: &Entry) -> Word {
    Word {
        code: entry.code.clone(),
        name: Bilingual::new(&entry.zh, &entry.en),
    }
}

fn departments(profile: &RuleProfile) -> Vec<GuideDepartment> {
    let departments = profile.public.departments.iter();
    departments
        .map(|department| GuideDepartment {
            name: department.name.clone(),
            industries: department
                .industries
                .iter()
                .filter_map(|code| entry(&profile.industries, code).map(word))
                .collect(),
            basis: profile.basis(&department.clause),
        })
        .collect()
}

fn elsewhere(profile: &RuleProfile) -> Vec<GuideElsewhere> {
    let elsewhere = profile.public.elsewhere.iter();
    elsewhere
        .map(|one| GuideElsewhere {
            matter: one.matter.clone(),
            instead: one.instead.clone(),
            basis: profile.basis(&one.clause),
        })
        .collect()
}

/// What goes on inside the authority promises nothing to a reporter.
fn binds(rule: &ClockRule) -> bool {
    let towards_reporter = matches!(
        rule.kind,
        ClockKind::AcceptDecision | ClockKind::Handling | ClockKind::Reply | ClockKind::Statutory
    );
    towards_reporter && rule.effect == Effect::Duty
}

fn period(profile: &RuleProfile, rule: &ClockRule) -> GuidePeriod {
    let (zh, en) = match rule.starts {
        StartEvent::Received => ("自收到举报起", "from the day it is received"),
        StartEvent::SupplementRequested => ("自请您补充起", "from the day you are asked for more"),
        StartEvent::Accepted => ("自受理起", "from the day it is accepted"),
        StartEvent::Dispatched => ("自交给承办单位起", "from the day the unit is given it"),
        StartEvent::ReportApproved => ("自查清结果起", "from the day the result stands"),
        later => (later.zh(), later.en()),
    };
    let only = match (rule.urgency, rule.real_name_only) {
        (Some(Urgency::Urgent), _) => Some(("紧急举报", "Urgent reports")),
        (Some(Urgency::General), _) => Some(("一般举报", "Ordinary reports")),
        (None, true) => Some(("实名举报", "Reports with name and contact")),
        (None, false) => None,
    };
    GuidePeriod {
        name: promise(rule.kind),
        length: Bilingual::new(rule.period.to_string(), rule.period.text_en()),
        since: Bilingual::new(zh, en),
        only: only.map(|(zh, en)| Bilingual::new(zh, en)),
        basis: profile.basis(&rule.clause),
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::rules::built_in;

    fn tj() -> Guide {
        guide(built_in("TJ").expect("TJ comes with Anju"), 1)
    }

    #[test]
    fn the_guide_names_the_periods_that_bind_towards_a_reporter_with_their_clauses() {
        let periods = tj().periods;
        let shown: Vec<_> = periods
            .iter()
            .map(|one| (one.basis.clause.as_str(), one.length.zh.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                ("AJ-P1", "5 个工作日"),
                ("TJ-9.1", "10 个工作日"),
                ("TJ-9.2", "24 小时"),
                ("TJ-11.1", "10 个工作日"),
                ("MEM-7.5", "60 日"),
            ]
        );
    }

    #[test]
    fn every_industry_has_a_department_and_every_sentence_its_article() {
        let guide = tj();
        let industries: usize = guide.departments.iter().map(|one| one.industries.len()).sum();
        assert_eq!(industries, built_in("TJ").expect("TJ").industries.len());
        let sentences = [&guide.scope, &guide.refused, &guide.rewards, &guide.protection];
        for sentence in sentences.into_iter().flatten() {
            assert!(
                !sentence.basis.article.is_empty() && !sentence.text.en.is_empty(),
                "{sentence:?}"
            );
        }
    }
}
