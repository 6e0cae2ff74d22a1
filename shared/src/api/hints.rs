//! Hints for whoever takes a report down: asked for again and again while it is being typed.

use super::cases::CaseSummary;
use crate::{
    deadlines::{Due, Period},
    problem::{Basis, Bilingual},
    rules::{ClockKind, StartEvent},
    text::{CreditCode, Narrative, ShortText, TextFault},
    time::Instant,
    workflow::{Capacity, Matter, Nature, Urgency},
};
use serde::{Deserialize, Serialize};

/// What is known of a report so far. Nothing in here tells who reports: no hint rests on that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HintsBody {
    /// When it was received, if not just now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Instant>,
    /// 涉事单位名称
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enterprise: Option<String>,
    /// 统一社会信用代码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// 地址
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 具体点位
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 性质
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// 基本事实
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// 最新线索
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clues: Option<String>,
    /// In what capacity the reporters speak.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacities: Vec<Capacity>,
    /// Whether a reporter gives name and contact (实名).
    #[serde(default)]
    pub real_name: bool,
}

/// What is known so far, as far as it can be read already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Enterprise, credit code, address, place and nature.
    pub matter: Matter,
    /// Facts and clues.
    pub words: Vec<String>,
}

impl HintsBody {
    /// Reads what can be read. Who still types is not told of mistakes: what does not parse yet is passed over.
    #[must_use]
    pub fn read(&self) -> Known {
        fn read<T>(text: &Option<String>, parse: impl Fn(&str) -> Result<T, TextFault>) -> Option<T> {
            let text = text.as_deref().filter(|text| !text.trim().is_empty())?;
            parse(text).ok()
        }
        let short = |text| read(text, ShortText::parse).map(ShortText::into_string);
        let told = [&self.facts, &self.clues].into_iter();
        Known {
            matter: Matter {
                enterprise: short(&self.enterprise),
                credit_code: read(&self.credit_code, CreditCode::parse).map(|code| code.as_str().to_owned()),
                address: short(&self.address),
                place: short(&self.place),
                nature: self.nature,
                ..Matter::default()
            },
            words: told
                .filter_map(|text| read(text, Narrative::parse))
                .map(Narrative::into_string)
                .collect(),
        }
    }
}

/// What helps to take it down. Hints decide nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hints {
    /// Cases that it probably repeats (MEM-5.2), the likeliest first.
    pub duplicates: Vec<Duplicate>,
    /// Other cases of the same enterprise or one of a like name, newest first.
    pub history: Vec<CaseSummary>,
    /// The class to which it points (TJ-9.2, MEM-7.1).
    pub proposal: ClassProposal,
    /// The duties that it would set running, if it were accepted in that class and dispatched now.
    pub periods: Vec<ForeseenPeriod>,
}

/// A case that a report probably repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Duplicate {
    /// The earlier case.
    pub case: CaseSummary,
    /// How like they are, 0 to 100.
    pub score: u32,
    /// Why, the strongest reason first.
    pub reasons: Vec<LikenessReason>,
}

/// Why two reports may be about the same matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(target_arch = "wasm32", serde(rename = "kind", rename_all = "snake_case"))]
pub enum LikenessReason {
    /// 统一社会信用代码相同
    SameCreditCode,
    /// 单位名称相同
    SameEnterprise,
    /// 单位名称相近
    LikeEnterprise,
    /// 地点相同
    SamePlace,
    /// 时间相近
    SameTime {
        /// Days between the two receipts.
        days: i64,
    },
    /// 内容相近
    LikeWords {
        /// The words that both have.
        words: Vec<String>,
    },
}

/// The class to which an account points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassProposal {
    /// 紧急程度
    pub urgency: Urgency,
    /// Why it is urgent; empty if nothing says so.
    pub reasons: Vec<ClassReason>,
}

/// A reason for which an account seems urgent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassReason {
    /// Code of the profile's dictionary.
    pub reason: String,
    /// The clause that names it.
    pub basis: Basis,
    /// What was seen.
    pub because: Vec<Because>,
}

/// What a reason was seen in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(target_arch = "wasm32", serde(rename = "kind", rename_all = "snake_case"))]
pub enum Because {
    /// It says so.
    Words {
        /// In these words.
        words: Vec<String>,
    },
    /// 性质
    Nature {
        /// Which.
        nature: Nature,
    },
    /// Who reports speaks in this capacity.
    Capacity {
        /// Which.
        capacity: Capacity,
    },
}

/// A duty that would run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ForeseenPeriod {
    /// Which period.
    pub kind: ClockKind,
    /// What it is called.
    pub name: Bilingual,
    /// How long it is.
    pub period: Period,
    /// The clause that sets it.
    pub basis: Basis,
    /// What starts it.
    pub starts: StartEvent,
    /// When it would start.
    pub start: Instant,
    /// When it would end.
    pub due: Due,
}
