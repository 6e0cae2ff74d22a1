//! The fields of the form and their names on the wire.

use anju_shared::workflow::Fact;
use serde::{Deserialize, Serialize};

/// A field about the matter or its receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 来源
    Channel,
    /// 接收时间
    ReceivedAt,
    /// Number that another system gave it.
    ExternalNumber,
    /// One line for lists.
    Title,
    /// 涉事单位名称
    Enterprise,
    /// 统一社会信用代码
    CreditCode,
    /// 地址
    Address,
    /// 所在区域
    Region,
    /// 行业
    Industry,
    /// 性质
    Nature,
    /// 发生时间
    Occurred,
    /// 具体点位
    Place,
    /// 基本事实
    Facts,
    /// 最新线索
    Clues,
    /// 是否已向本单位报告
    ToldEmployer,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 15] = [
        Self::Channel,
        Self::ReceivedAt,
        Self::ExternalNumber,
        Self::Title,
        Self::Enterprise,
        Self::CreditCode,
        Self::Address,
        Self::Region,
        Self::Industry,
        Self::Nature,
        Self::Occurred,
        Self::Place,
        Self::Facts,
        Self::Clues,
        Self::ToldEmployer,
    ];

    /// As the API names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::ReceivedAt => "received_at",
            Self::ExternalNumber => "external_number",
            Self::Title => "title",
            Self::Enterprise => "enterprise",
            Self::CreditCode => "credit_code",
            Self::Address => "address",
            Self::Region => "region",
            Self::Industry => "industry",
            Self::Nature => "nature",
            Self::Occurred => "occurred",
            Self::Place => "place",
            Self::Facts => "facts",
            Self::Clues => "clues",
            Self::ToldEmployer => "told_employer",
        }
    }

    /// The field that the API names so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The field in which this fact is recorded.
    #[must_use]
    pub const fn of(fact: Fact) -> Self {
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

/// A field about a reporter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trait {
    /// 身份
    Capacity,
    /// 姓名
    Name,
    /// 电话
    Phone,
    /// 住址
    Address,
    /// 公民身份号码
    CitizenId,
}

impl Trait {
    /// Every field.
    pub const ALL: [Self; 5] = [
        Self::Capacity,
        Self::Name,
        Self::Phone,
        Self::Address,
        Self::CitizenId,
    ];

    /// As the API names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Capacity => "capacity",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::CitizenId => "citizen_id",
        }
    }

    /// The field, and the place of its reporter, that the API names so: `reporters[1].phone`.
    #[must_use]
    pub fn named(name: &str) -> Option<(usize, Self)> {
        let (place, name) = name.strip_prefix("reporters[")?.split_once("].")?;
        let field = Self::ALL.into_iter().find(|field| field.name() == name)?;
        Some((place.parse().ok()?, field))
    }
}
