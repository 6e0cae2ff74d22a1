//! A report that is not sent yet: what was typed, what was uploaded, and what of it stays on this telephone.
//!
//! Pure but for [`keep`], which writes to the telephone's storage. Not here: how it is drawn (`features::report`), and
//! what a report must look like: that is `anju_shared`, which [`Draft::mistakes`] asks.

pub(crate) mod keep;

use anju_shared::{
    api::{
        public::parse_report,
        reports::{ReportBody, ReporterBody},
    },
    ids::FileId,
    problem::{Bilingual, Violation},
    workflow::{Capacity, Fact, Nature},
};
use serde::{Deserialize, Serialize};

/// Something that is typed or chosen from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// 涉事单位名称
    Enterprise,
    /// 地址
    Address,
    /// 所在区域
    Region,
    /// 行业
    Industry,
    /// 发生时间
    Occurred,
    /// 具体点位
    Place,
    /// 基本事实
    Facts,
    /// 最新线索
    Clues,
    /// 姓名
    Name,
    /// 电话
    Phone,
    /// 住址
    Home,
}

impl Field {
    /// Every field, in the order in which they are asked.
    pub(crate) const ALL: [Self; 11] = [
        Self::Industry,
        Self::Enterprise,
        Self::Region,
        Self::Address,
        Self::Occurred,
        Self::Place,
        Self::Facts,
        Self::Clues,
        Self::Name,
        Self::Phone,
        Self::Home,
    ];
    /// Those that tell who somebody is.
    const IDENTITY: [Self; 3] = [Self::Name, Self::Phone, Self::Home];

    /// Its name in the body of a report; also the id of its input.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Address => "address",
            Self::Region => "region",
            Self::Industry => "industry",
            Self::Occurred => "occurred",
            Self::Place => "place",
            Self::Facts => "facts",
            Self::Clues => "clues",
            Self::Name => "reporters[0].name",
            Self::Phone => "reporters[0].phone",
            Self::Home => "reporters[0].address",
        }
    }

    /// The step at which it is asked.
    pub(crate) const fn step(self) -> Step {
        match self {
            Self::Enterprise | Self::Address | Self::Region | Self::Industry => Step::Matter,
            Self::Occurred | Self::Place | Self::Facts | Self::Clues => Step::Evidence,
            Self::Name | Self::Phone | Self::Home => Step::Person,
        }
    }

    /// The field with this name in the body of a report.
    pub(crate) fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.path() == path)
    }

    /// The field in which a citizen tells this fact.
    pub(crate) const fn of(fact: Fact) -> Self {
        match fact {
            Fact::Enterprise => Self::Enterprise,
            Fact::Address => Self::Address,
            Fact::Region => Self::Region,
            Fact::Occurred => Self::Occurred,
            Fact::Place => Self::Place,
            Fact::Facts => Self::Facts,
            Fact::Clues => Self::Clues,
        }
    }
}

/// One of the four steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Step {
    /// What and where.
    #[default]
    Matter,
    /// When, what was seen, and what proves it.
    Evidence,
    /// Who reports.
    Person,
    /// Check and send.
    Check,
}

impl Step {
    /// Every step, in order.
    pub(crate) const ALL: [Self; 4] = [Self::Matter, Self::Evidence, Self::Person, Self::Check];

    /// The step so many further on, as far as there are any.
    pub(crate) fn moved(self, by: isize) -> Self {
        let at = (self as usize).saturating_add_signed(by);
        Self::ALL[at.min(Self::ALL.len() - 1)]
    }
}

/// How somebody reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Who {
    /// 匿名
    #[default]
    Anonymous,
    /// 实名
    Named,
    /// 从业人员
    Employee,
}

impl Who {
    /// Every way, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Anonymous, Self::Named, Self::Employee];
}

/// A file that the server has, until a report names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// Which.
    pub(crate) id: FileId,
    /// Its name.
    pub(crate) name: String,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// When it was sent, in seconds of the telephone's own clock.
    pub(crate) at: i64,
}

/// A report that is not sent yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// What was typed, by field.
    texts: [String; Field::ALL.len()],
    /// What it is about.
    pub(crate) nature: Option<Nature>,
    /// How it is reported.
    pub(crate) who: Who,
    /// Whether the employer was told.
    pub(crate) told_employer: Option<bool>,
    /// Whether what tells who somebody is may be kept on the telephone.
    pub(crate) keep_identity: bool,
    /// Files that the server has.
    pub(crate) files: Vec<Sent>,
    /// The step at which the citizen is.
    pub(crate) step: Step,
    /// Under this name it is sent, however often.
    pub(crate) key: String,
}

/// A mistake: the field, and what would be right.
pub(crate) type Mistake = (Field, Bilingual);

impl Draft {
    /// What was typed here.
    pub(crate) fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Types here.
    pub(crate) fn set(&mut self, field: Field, text: String) {
        self.texts[field as usize] = text;
    }

    /// Whether nothing was said yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts.iter().all(|text| text.trim().is_empty()) && self.files.is_empty() && self.nature.is_none()
    }

    /// The same without what tells who somebody is.
    pub(crate) fn without_identity(mut self) -> Self {
        for field in Field::IDENTITY {
            self.set(field, String::new());
        }
        self
    }

    /// Whether this field is asked of who reports in this way.
    pub(crate) fn asks(&self, field: Field) -> bool {
        self.who != Who::Anonymous || !Field::IDENTITY.contains(&field)
    }

    /// What is sent.
    pub(crate) fn body(&self) -> ReportBody {
        let said = |field: Field| {
            let text = self.text(field).trim();
            (self.asks(field) && !text.is_empty()).then(|| text.to_owned())
        };
        let reporter = ReporterBody {
            capacity: (self.who == Who::Employee).then_some(Capacity::Employee),
            name: said(Field::Name),
            phone: said(Field::Phone),
            address: said(Field::Home),
            ..ReporterBody::default()
        };
        ReportBody {
            enterprise: said(Field::Enterprise),
            address: said(Field::Address),
            region: said(Field::Region),
            industry: said(Field::Industry),
            nature: self.nature,
            occurred: said(Field::Occurred),
            place: said(Field::Place),
            facts: said(Field::Facts),
            clues: said(Field::Clues),
            told_employer: self.told_employer.filter(|_| self.who == Who::Employee),
            reporters: vec![reporter],
            files: self.files.iter().map(|file| file.id).collect(),
            ..ReportBody::default()
        }
    }

    /// What the server would refuse, by its own rules; `own` says the two things that this app asks for besides.
    pub(crate) fn mistakes(&self, own: OwnRules) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        let named = match parse_report(self.body()) {
            Ok(report) => report
                .reporters
                .iter()
                .all(anju_shared::api::reports::Identity::is_real_name),
            Err(violations) => {
                mistakes.extend(violations.into_iter().filter_map(located));
                true
            }
        };
        if self.text(Field::Facts).trim().is_empty() {
            mistakes.push((Field::Facts, own.facts_missing));
        }
        if self.who == Who::Named && !named {
            mistakes.push((Field::Name, own.name_missing));
        }
        mistakes
    }

    /// What a full report would also say.
    pub(crate) fn missing(&self, wanted: &[Fact]) -> Vec<Field> {
        let fields = wanted.iter().map(|&fact| Field::of(fact));
        fields
            .filter(|&field| self.text(field).trim().is_empty())
            .collect()
    }
}

/// The sentences for what this app asks for besides the rules of the server.
#[derive(Clone, Debug)]
pub(crate) struct OwnRules {
    /// It must be said what happened.
    pub(crate) facts_missing: Bilingual,
    /// A named report needs name and contact.
    pub(crate) name_missing: Bilingual,
}

fn located(violation: Violation) -> Option<Mistake> {
    Some((Field::at(&violation.field)?, violation.message))
}

#[cfg(test)]
mod tests;
