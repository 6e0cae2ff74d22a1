//! One reporter, as far as entered.

use super::{Trait, filled};
use anju_shared::{
    api::reports::{ReportBody, ReporterBody},
    workflow::Capacity,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One reporter, as far as entered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Tells them from the others while some come and go.
    pub key: u32,
    pub(super) texts: BTreeMap<Trait, String>,
    /// Wants notices on paper.
    pub wants_paper: bool,
}

// Who reports is told to no log.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({}, …)", self.key)
    }
}

/// How much is known of a reporter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// 匿名
    Anonymous,
    /// Something, but not name and contact.
    Partly,
    /// 实名
    RealName,
}

impl Person {
    /// What was entered.
    #[must_use]
    pub fn text(&self, field: Trait) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// How much is known, as the server will judge it.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let named = [Trait::Name, Trait::Phone, Trait::Address, Trait::CitizenId];
        if named.iter().all(|field| self.text(*field).trim().is_empty()) {
            return Standing::Anonymous;
        }
        let alone = ReportBody {
            reporters: vec![self.body()],
            ..ReportBody::default()
        };
        match alone.parse() {
            Ok(report) if report.reporters.iter().all(|one| one.is_real_name()) => Standing::RealName,
            _ => Standing::Partly,
        }
    }

    pub(super) fn body(&self) -> ReporterBody {
        let text = |field| filled(self.text(field));
        ReporterBody {
            capacity: Capacity::parse(self.text(Trait::Capacity)),
            name: text(Trait::Name),
            phone: text(Trait::Phone),
            address: text(Trait::Address),
            citizen_id: text(Trait::CitizenId),
            wants_paper: self.wants_paper,
        }
    }
}
