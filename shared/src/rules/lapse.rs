//! What follows when a period has passed, and how often a duty comes round.

use crate::{problem::Language, workflow::words};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

words! {
    /// What follows when a period has passed.
    Lapse {
        /// It is recorded as overdue.
        Overdue = "overdue", "记为超期", "Recorded as overdue";
        /// It is overdue, and whoever is late is urged.
        Urging = "urging", "记为超期，催办", "Overdue; urged";
        /// It is overdue, and supervision by telephone begins.
        Supervision = "supervision", "记为超期，启动电话督办", "Overdue; supervised by telephone";
        /// It is overdue, and costs points in the assessment.
        Deduction = "deduction", "记为超期，考核扣分", "Overdue; points are deducted";
        /// The right is gone.
        RightEnds = "right_ends", "权利消灭", "The right ends";
        /// The desk decides on what it has.
        DecideAnyway = "decide_anyway", "按现有材料决定", "Decided on what there is";
        /// The reward counts as waived.
        Waived = "waived", "视为放弃领取", "Counts as waived";
        /// The next step of the ladder.
        NextStep = "next_step", "转入下一级督办", "The next step of supervision";
    }
}

words! {
    /// How often something is due.
    Cycle {
        /// 每月.
        Month = "month", "每月", "Every month";
        /// 每季度.
        Quarter = "quarter", "每季度", "Every quarter";
        /// 每年.
        Year = "year", "每年", "Every year";
    }
}

impl Cycle {
    /// Months of one round.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}
