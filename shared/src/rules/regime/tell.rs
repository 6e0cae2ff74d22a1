//! Entries in words, Chinese and English. `detail` puts them together.

use super::{
    entry::{AccidentGrade, ClockEntry, Duty, Parameter},
    merge::Keyed,
};
use crate::{
    api::rules::RegimeLine,
    deadlines::Period,
    problem::Bilingual,
    rules::{Department, Elsewhere, Entry, RequiredField, UrgencyHint},
};

/// An entry that can be told.
pub(super) trait Told: Keyed {
    fn name(&self) -> Bilingual;
    fn says(&self) -> Vec<RegimeLine> {
        Vec::new()
    }
    fn clauses(&self) -> Vec<&str>;
}

pub(super) fn line(zh: &str, en: &str, value: Bilingual) -> RegimeLine {
    RegimeLine {
        name: Bilingual::new(zh, en),
        value,
    }
}

fn long(period: Period) -> Bilingual {
    Bilingual::new(period.to_string(), period.text_en())
}

fn left(period: Period) -> Bilingual {
    Bilingual::new(
        format!("剩余不多于 {period}"),
        format!("{} left", period.text_en()),
    )
}

impl ClockEntry {
    fn applies(&self) -> Bilingual {
        match (self.urgency, self.real_name_only) {
            (Some(urgency), _) => Bilingual::new(format!("{}举报", urgency.zh()), urgency.en()),
            (None, true) => Bilingual::new("有实名举报人的", "With a named reporter"),
            (None, false) => Bilingual::new("全部举报", "All"),
        }
    }

    fn lengthened(&self) -> Bilingual {
        let Some(rule) = &self.extension else {
            return Bilingual::new("不得延期", "None");
        };
        let (mut zh, mut en) = (
            format!("累计不超过 {} 日，{}批准", rule.most, rule.approver.zh()),
            format!(
                "At most {} days in all; approved by: {}",
                rule.most,
                rule.approver.en()
            ),
        );
        if rule.before_due {
            zh.push_str("，届满前申请");
            en.push_str("; asked for before the end");
        }
        if rule.told {
            zh.push_str("，告知举报人后生效");
            en.push_str("; in effect when the reporter was told");
        }
        Bilingual::new(
            format!("{zh}（{}）", rule.clause),
            format!("{en} ({})", rule.clause),
        )
    }

    fn paused(&self) -> Bilingual {
        match &self.pause {
            None => Bilingual::new("不得中止", "None"),
            Some(rule) => Bilingual::new(
                format!(
                    "{}所需时间不计入，{}决定（{}）",
                    rule.reason.zh,
                    rule.approver.zh(),
                    rule.clause
                ),
                format!(
                    "{} is left out; decided by: {} ({})",
                    rule.reason.en,
                    rule.approver.en(),
                    rule.clause
                ),
            ),
        }
    }
}

impl Told for ClockEntry {
    fn name(&self) -> Bilingual {
        self.name.clone()
    }

    fn says(&self) -> Vec<RegimeLine> {
        let word = |zh: &str, en: &str| Bilingual::new(zh, en);
        let mut says = vec![
            line("适用", "Applies to", self.applies()),
            line("期限", "Period", long(self.period)),
            line("起算", "Starts", word(self.starts.zh(), self.starts.en())),
            line("停止", "Stops", word(self.stops.zh(), self.stops.en())),
            line("效力", "Effect", word(self.effect.zh(), self.effect.en())),
            line("承担", "Binds", word(self.bearer.zh(), self.bearer.en())),
            line("黄灯", "Yellow lamp", left(self.yellow)),
        ];
        if let Some(reminder) = self.reminder {
            says.push(line("提醒", "Reminder", left(reminder)));
        }
        says.push(line("延期", "Extension", self.lengthened()));
        says.push(line("中止", "Pause", self.paused()));
        let lapse = self.lapse();
        says.push(line("逾期", "When it passes", word(lapse.zh(), lapse.en())));
        if !self.runs() {
            let zh = "程序中尚无起算或停止的事由，暂不起算";
            let en = "Not yet: the procedure does not have the event";
            says.push(line("运行", "Runs", word(zh, en)));
        }
        says
    }

    fn clauses(&self) -> Vec<&str> {
        let extension = self.extension.iter().map(|rule| rule.clause.as_str());
        let pause = self.pause.iter().map(|rule| rule.clause.as_str());
        let also = self.also.iter().map(String::as_str);
        let mut clauses = vec![self.clause.as_str()];
        for clause in also.chain(extension).chain(pause) {
            if !clauses.contains(&clause) {
                clauses.push(clause);
            }
        }
        clauses
    }
}

impl Told for Duty {
    fn name(&self) -> Bilingual {
        Bilingual::new(&self.zh, &self.en)
    }

    fn says(&self) -> Vec<RegimeLine> {
        let day = match self.every.months() {
            1 => Bilingual::new(format!("{} 日前", self.day), format!("by day {}", self.day)),
            12 => Bilingual::new(
                format!("{} 月 {} 日前", self.month, self.day),
                format!("by month {}, day {}", self.month, self.day),
            ),
            _ => Bilingual::new(
                format!("第 {} 个月 {} 日前", self.month, self.day),
                format!("by day {} of its month {}", self.day, self.month),
            ),
        };
        let every = Bilingual::new(self.every.zh(), self.every.en());
        vec![
            line("周期", "How often", every),
            line("期限", "By", day),
            line(
                "承担",
                "Binds",
                Bilingual::new(self.bearer.zh(), self.bearer.en()),
            ),
        ]
    }

    fn clauses(&self) -> Vec<&str> {
        vec![&self.clause]
    }
}

impl Told for Parameter {
    fn name(&self) -> Bilingual {
        Bilingual::new(&self.zh, &self.en)
    }

    fn says(&self) -> Vec<RegimeLine> {
        let unit = |language: fn(&Bilingual) -> &String| {
            let unit = self.unit.as_ref().map(language);
            unit.map_or_else(String::new, |unit| format!(" {unit}"))
        };
        let value = Bilingual::new(
            format!("{}{}", self.value, unit(|unit| &unit.zh)),
            format!("{}{}", self.value.en(), unit(|unit| &unit.en)),
        );
        let from = match self.given {
            true => Bilingual::new("条款给出", "Given by the clause"),
            false => Bilingual::new("参数，可另定", "A parameter: may be set otherwise"),
        };
        let mut says = vec![line("取值", "Value", value), line("来源", "From", from)];
        if let Some((least, most)) = self.range {
            let range = format!("{least}–{most}");
            says.push(line("范围", "Range", Bilingual::new(&range, &range)));
        }
        if !self.choices.is_empty() {
            let zh = self.choices.join("、");
            says.push(line(
                "可选",
                "Choices",
                Bilingual::new(zh, self.choices.join(", ")),
            ));
        }
        says
    }

    fn clauses(&self) -> Vec<&str> {
        vec![&self.clause]
    }
}

impl Told for Entry {
    fn name(&self) -> Bilingual {
        Bilingual::new(&self.zh, &self.en)
    }

    fn clauses(&self) -> Vec<&str> {
        vec![&self.clause]
    }
}

impl Told for AccidentGrade {
    fn name(&self) -> Bilingual {
        Bilingual::new(&self.zh, &self.en)
    }

    fn says(&self) -> Vec<RegimeLine> {
        let from = |number: u64, zh: &str, en: &str| {
            Bilingual::new(format!("{number} {zh}以上"), format!("{number} {en} or more"))
        };
        vec![
            line("死亡", "Deaths", from(self.deaths_from.into(), "人", "persons")),
            line(
                "重伤",
                "Injuries",
                from(self.injuries_from.into(), "人", "persons"),
            ),
            line("直接经济损失", "Direct loss", from(self.loss_from, "元", "yuan")),
            line("上报至", "Reported up to", self.reported_to.clone()),
            line("调查", "Inquiry", self.inquirer.clone()),
        ]
    }

    fn clauses(&self) -> Vec<&str> {
        let also = self.also.iter().map(String::as_str);
        [self.clause.as_str()].into_iter().chain(also).collect()
    }
}

impl Told for RequiredField {
    fn name(&self) -> Bilingual {
        Bilingual::new(self.field.zh(), self.field.en())
    }

    fn clauses(&self) -> Vec<&str> {
        vec![&self.clause]
    }
}

impl Told for UrgencyHint {
    fn name(&self) -> Bilingual {
        Bilingual::new(&self.reason, &self.reason)
    }

    fn says(&self) -> Vec<RegimeLine> {
        let words = self.words.join("、");
        vec![line("用语", "Words", Bilingual::new(&words, &words))]
    }

    fn clauses(&self) -> Vec<&str> {
        Vec::new()
    }
}

impl Told for Department {
    fn name(&self) -> Bilingual {
        self.name.clone()
    }

    fn says(&self) -> Vec<RegimeLine> {
        let codes = self.industries.join("、");
        vec![line("行业", "Industries", Bilingual::new(&codes, &codes))]
    }

    fn clauses(&self) -> Vec<&str> {
        vec![&self.clause]
    }
}

impl Told for Elsewhere {
    fn name(&self) -> Bilingual {
        self.matter.clone()
    }

    fn says(&self) -> Vec<RegimeLine> {
        vec![line("途径", "Instead", self.instead.clone())]
    }

    fn clauses(&self) -> Vec<&str> {
        vec![&self.clause]
    }
}
