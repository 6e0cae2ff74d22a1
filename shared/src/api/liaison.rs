//! The 联络单 of units (D2-4.5): what is filed, and the board of who has and who has not.

use super::directory::{UnitKind, UnitRef};
use crate::{
    liaison::LiaisonStanding,
    problem::{Basis, Bilingual, Violation},
    text::{LimitedText, PersonName, PhoneNumber, TextFault},
    time::{Instant, LegalDate},
};
use serde::{Deserialize, Serialize};

/// Which year; the present one if left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct LiaisonFilter {
    /// The year, as 2026.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

/// A sheet as a unit files it: who leads, which section, who is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LiaisonBody {
    /// For which year: this one or the next.
    pub year: i32,
    /// 分管领导
    pub leader: String,
    /// Telephone of the 分管领导.
    pub leader_phone: String,
    /// 责任科室
    pub section: String,
    /// 科室负责人
    pub chief: String,
    /// Telephone of the 科室负责人.
    pub chief_phone: String,
    /// 经办人, the contact.
    pub contact: String,
    /// Telephone of the 经办人.
    pub contact_phone: String,
}

/// A unit on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LiaisonRow {
    /// The unit.
    pub unit: UnitRef,
    /// What kind of unit.
    pub kind: UnitKind,
    /// How it stands.
    pub standing: LiaisonStanding,
    /// The sheet, once it is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<LiaisonBody>,
    /// When it was filed first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_at: Option<Instant>,
    /// Counts up with every filing; 0 before the first.
    pub version: i64,
}

/// Who has filed and who has not, and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LiaisonBoard {
    /// The year.
    pub year: i32,
    /// The last day on which a sheet is in time.
    pub last_day: LegalDate,
    /// Who answers for a unit that did not file in time.
    pub default: Bilingual,
    /// The clause.
    pub basis: Basis,
    /// The units that file, those that have not first.
    pub units: Vec<LiaisonRow>,
}

impl LiaisonBody {
    /// The sheet with tidy texts: names that are names and telephone numbers in their one writing.
    ///
    /// # Errors
    /// Everything wrong with it at once.
    pub fn parse(self) -> Result<Self, Vec<Violation>> {
        let mut wrong = Vec::new();
        let mut take = |field: &str, parsed: Result<String, TextFault>| match parsed {
            Ok(text) => text,
            Err(fault) => {
                wrong.push(Violation::of(field, fault));
                String::new()
            }
        };
        let name = |text: &str| PersonName::parse(text).map(|name| name.reveal().to_owned());
        let phone = |text: &str| PhoneNumber::parse(text).map(|phone| phone.reveal().to_owned());
        let section = LimitedText::<64>::parse(&self.section).map(LimitedText::into_string);
        let sheet = Self {
            year: self.year,
            leader: take("leader", name(&self.leader)),
            leader_phone: take("leader_phone", phone(&self.leader_phone)),
            section: take("section", section),
            chief: take("chief", name(&self.chief)),
            chief_phone: take("chief_phone", phone(&self.chief_phone)),
            contact: take("contact", name(&self.contact)),
            contact_phone: take("contact_phone", phone(&self.contact_phone)),
        };
        if wrong.is_empty() { Ok(sheet) } else { Err(wrong) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_without_anybody_lists_everything_that_is_missing() {
        let fields: Vec<String> = LiaisonBody::default()
            .parse()
            .expect_err("seven")
            .into_iter()
            .map(|violation| violation.field)
            .collect();
        assert_eq!(fields.len(), 7, "{fields:?}");
    }

    #[test]
    fn names_and_numbers_get_their_one_writing() {
        let body = LiaisonBody {
            year: 2026,
            leader: " 程立 ".into(),
            leader_phone: "+86 138 1234 1234".into(),
            section: "安全科".into(),
            chief: "高原".into(),
            chief_phone: "022-23456789".into(),
            contact: "林远".into(),
            contact_phone: "13912341234".into(),
        };
        let sheet = body.parse().expect("fits");
        assert_eq!(
            (sheet.leader.as_str(), sheet.leader_phone.as_str()),
            ("程立", "13812341234")
        );
    }
}
