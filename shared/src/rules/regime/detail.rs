//! A regime entry by entry, each in words with its clauses and its origin: for the tables that lawyers review and for
//! the page that shows regimes side by side.

use super::{
    Regime,
    tell::{Told, line},
};
use crate::{
    api::rules::{CitedClause, RegimeDetail, RegimeEntry, RegimeSection, RegimeSummary},
    problem::Bilingual,
    rules::Origin,
    workflow::based,
};

impl Regime {
    /// The regime in a list.
    #[must_use]
    pub fn summary(&self) -> RegimeSummary {
        let count = |kind: fn(&Origin) -> bool| self.origins.values().filter(|one| kind(one)).count();
        RegimeSummary {
            id: self.profile.id.clone(),
            version: self.profile.version,
            title: self.profile.title.clone(),
            authority: self.profile.authority.name.clone(),
            level: self.level,
            line: self.line.clone(),
            in_force_from: self.in_force_from,
            in_force_until: self.in_force_until,
            own: count(|one| matches!(one, Origin::Own)),
            overriding: count(|one| matches!(one, Origin::Overrides { .. })),
            inherited: count(|one| matches!(one, Origin::Inherited { .. })),
        }
    }

    /// The regime, entry by entry.
    #[must_use]
    pub fn detail(&self) -> RegimeDetail {
        let (profile, public) = (&self.profile, &self.profile.public);
        let sections = vec![
            self.section("clocks", "时限", "Periods", &self.clocks),
            self.section("duties", "定期事项", "Periodic duties", &self.duties),
            self.liaison(),
            self.section("parameters", "参数", "Parameters", &self.parameters),
            self.bases(),
            self.section(
                "required",
                "登记要素",
                "Facts of a registration",
                &profile.required,
            ),
            self.section("channels", "来源渠道", "Channels", &profile.channels),
            self.section(
                "grounds",
                "不予受理情形",
                "Grounds for declining",
                &profile.grounds,
            ),
            self.section(
                "redirects",
                "其他途径、转交",
                "Other ways, transfers",
                &self.redirects,
            ),
            self.section("natures", "性质", "Natures", &self.natures),
            self.section(
                "urgency_reasons",
                "紧急情形",
                "Reasons of urgency",
                &profile.urgency_reasons,
            ),
            self.section(
                "urgency_hints",
                "紧急用语",
                "Words of urgency",
                &profile.urgency_hints,
            ),
            self.section("industries", "行业", "Industries", &profile.industries),
            self.section(
                "public.departments",
                "行业主管部门",
                "Departments",
                &public.departments,
            ),
            self.section("regions", "区域", "Regions", &profile.regions),
            self.section("methods", "核查方式", "Ways of verifying", &profile.methods),
            self.section(
                "evidence_kinds",
                "证据种类",
                "Kinds of evidence",
                &profile.evidence_kinds,
            ),
            self.section("dispositions", "处理措施", "Dispositions", &profile.dispositions),
            self.section("triggers", "督办情形", "What is supervised", &self.triggers),
            self.section("ladder", "督办方式", "Ways of supervision", &self.ladder),
            self.section("scoring", "考核事项", "What is assessed", &self.scoring),
            self.section("grades", "事故等级", "Grades of accidents", &self.grades),
            self.section(
                "public.scope",
                "面向公众：范围",
                "For citizens: scope",
                &public.scope,
            ),
            self.section(
                "public.protection",
                "面向公众：保护",
                "For citizens: protection",
                &public.protection,
            ),
            self.section(
                "public.rewards",
                "面向公众：奖励",
                "For citizens: rewards",
                &public.rewards,
            ),
            self.section(
                "public.emergencies",
                "面向公众：紧急电话",
                "For citizens: emergencies",
                &public.emergencies,
            ),
            self.section(
                "public.elsewhere",
                "面向公众：其他途径",
                "For citizens: elsewhere",
                &public.elsewhere,
            ),
        ];
        RegimeDetail {
            regime: self.summary(),
            sections,
        }
    }

    fn section<T: Told>(&self, code: &str, zh: &str, en: &str, entries: &[T]) -> RegimeSection {
        let entry = |one: &T| RegimeEntry {
            key: one.key(),
            name: one.name(),
            says: one.says(),
            clauses: one
                .clauses()
                .into_iter()
                .map(|clause| self.cited(clause))
                .collect(),
            origin: self.origin(code, &one.key()).cloned().unwrap_or(Origin::Own),
        };
        RegimeSection {
            code: code.to_owned(),
            name: Bilingual::new(zh, en),
            entries: entries.iter().map(entry).collect(),
        }
    }

    fn liaison(&self) -> RegimeSection {
        let rule = &self.profile.liaison;
        let by = Bilingual::new(
            format!("每年 {} 月 {} 日前", rule.month, rule.day),
            format!("Every year by month {}, day {}", rule.month, rule.day),
        );
        let entry = RegimeEntry {
            key: "liaison".to_owned(),
            name: Bilingual::new("报送联络单", "Liaison sheet"),
            says: vec![
                line("期限", "By", by),
                line(
                    "逾期",
                    "When it passes",
                    Bilingual::new(
                        format!("由该单位{}负责", rule.default.zh),
                        format!("{} answers", rule.default.en),
                    ),
                ),
            ],
            clauses: vec![self.cited(&rule.clause)],
            origin: self.origin("liaison", "").cloned().unwrap_or(Origin::Own),
        };
        RegimeSection {
            code: "liaison".to_owned(),
            name: Bilingual::new("联络单", "Liaison sheet"),
            entries: vec![entry],
        }
    }

    fn bases(&self) -> RegimeSection {
        let entry = |(code, clause): (&String, &String)| RegimeEntry {
            key: code.clone(),
            // What is unknown is told by the check.
            name: based(code).unwrap_or_else(|| Bilingual::new(code, code)),
            says: Vec::new(),
            clauses: vec![self.cited(clause)],
            origin: self.origin("bases", code).cloned().unwrap_or(Origin::Own),
        };
        RegimeSection {
            code: "bases".to_owned(),
            name: Bilingual::new("操作依据", "Bases of actions"),
            entries: self.profile.bases.iter().map(entry).collect(),
        }
    }

    /// The clause with its words.
    #[must_use]
    pub fn cited(&self, clause: &str) -> CitedClause {
        let text = self.citations.get(clause).map(|one| one.text.clone());
        CitedClause {
            basis: self.basis(clause),
            text: text.unwrap_or_default(),
        }
    }
}
