//! Reports as they come in: from the desk, from third-party systems, from the public.

use crate::{
    ids::FileId,
    problem::{Bilingual, Violation},
    text::{
        CitizenId, CreditCode, Narrative, PersonName, PhoneNumber, PostalAddress, ShortText, TextFault, Title,
    },
    time::Instant,
    workflow::{Capacity, Matter, Nature, Stage},
};
use serde::{Deserialize, Serialize};

/// Most reporters of one report.
pub const MOST_REPORTERS: usize = 20;
/// Most files of one report.
pub const MOST_FILES: usize = 20;

/// A report (举报) as it is handed in. Whatever is unknown is left out: missing facts are listed, not refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportBody {
    /// Code of the channel; the public page and mini-programs need not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// When it was received, if not just now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Instant>,
    /// Number that another system gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_number: Option<String>,
    /// One line for lists, written by the desk; never the words of the reporter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// 涉事单位名称
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enterprise: Option<String>,
    /// 统一社会信用代码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// 地址
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 所在区域 (code)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// 行业 (code)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
    /// 性质
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// 发生时间, in words
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred: Option<String>,
    /// 具体点位
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// 基本事实
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// 最新线索
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clues: Option<String>,
    /// 是否已向本单位报告
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_employer: Option<bool>,
    /// Who reports; left out means one anonymous reporter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reporters: Vec<ReporterBody>,
    /// Files uploaded before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileId>,
}

/// Who reports. All of it may be left out: that is an anonymous report.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReporterBody {
    /// In what capacity; left out means a member of the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// 姓名
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 电话
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// 住址
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// 公民身份号码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citizen_id: Option<String>,
    /// 是否要求纸质告知
    #[serde(default)]
    pub wants_paper: bool,
}

// A body is logged by nobody, and if somebody tries, it says nothing.
impl std::fmt::Debug for ReporterBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReporterBody(…)")
    }
}

/// The words of a report as they came (举报内容原文, TJ-20): kept apart from the case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Original {
    /// 基本事实
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// 最新线索
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clues: Option<String>,
}

/// A parsed report.
#[derive(Debug)]
pub struct ParsedReport {
    /// Code of the channel, if named.
    pub channel: Option<String>,
    /// When it was received, if not just now.
    pub received_at: Option<Instant>,
    /// Number that another system gave it.
    pub external_number: Option<String>,
    /// One line for lists.
    pub title: Option<String>,
    /// What it is about.
    pub matter: Matter,
    /// The words as they came.
    pub original: Original,
    /// Who reports; at least one.
    pub reporters: Vec<Identity>,
    /// Files uploaded before.
    pub files: Vec<FileId>,
}

/// Who somebody is. Leaves memory only sealed.
#[derive(Debug, Default)]
pub struct Identity {
    /// In what capacity they speak.
    pub capacity: Option<Capacity>,
    /// 姓名
    pub name: Option<PersonName>,
    /// 电话
    pub phone: Option<PhoneNumber>,
    /// 住址
    pub address: Option<PostalAddress>,
    /// 公民身份号码
    pub citizen_id: Option<CitizenId>,
    /// Whether notices are wanted on paper.
    pub wants_paper: bool,
}

impl Identity {
    /// Whether name and a contact are known (实名).
    #[must_use]
    pub const fn is_real_name(&self) -> bool {
        self.name.is_some() && (self.phone.is_some() || self.address.is_some())
    }
}

impl ReportBody {
    /// Parses every field.
    ///
    /// # Errors
    /// Every violation at once.
    pub fn parse(self) -> Result<ParsedReport, Vec<Violation>> {
        let mut found = Collector::default();
        let title = found.text("title", self.title.as_deref(), |t| {
            Title::parse(t).map(Title::into_string)
        });
        let matter = Matter {
            enterprise: found.short("enterprise", self.enterprise.as_deref()),
            credit_code: found.text("credit_code", self.credit_code.as_deref(), |t| {
                CreditCode::parse(t).map(|code| code.as_str().to_owned())
            }),
            address: found.short("address", self.address.as_deref()),
            region: blank_is_none(self.region),
            industry: blank_is_none(self.industry),
            nature: self.nature,
            occurred: found.short("occurred", self.occurred.as_deref()),
            place: found.short("place", self.place.as_deref()),
            told_employer: self.told_employer,
        };
        let original = Original {
            facts: found.narrative("facts", self.facts.as_deref()),
            clues: found.narrative("clues", self.clues.as_deref()),
        };
        let external_number = found.short("external_number", self.external_number.as_deref());
        if self.reporters.len() > MOST_REPORTERS {
            found.too_many("reporters", MOST_REPORTERS);
        }
        if self.files.len() > MOST_FILES {
            found.too_many("files", MOST_FILES);
        }
        let mut reporters: Vec<Identity> = self
            .reporters
            .into_iter()
            .enumerate()
            .map(|(i, one)| one.parse(i, &mut found))
            .collect();
        if reporters.is_empty() {
            reporters.push(Identity::default());
        }
        found.done(ParsedReport {
            channel: blank_is_none(self.channel),
            received_at: self.received_at,
            external_number,
            title,
            matter,
            original,
            reporters,
            files: self.files,
        })
    }
}

impl ReporterBody {
    fn parse(self, i: usize, found: &mut Collector) -> Identity {
        let at = |field: &str| format!("reporters[{i}].{field}");
        Identity {
            capacity: self.capacity,
            name: found.text(&at("name"), self.name.as_deref(), PersonName::parse),
            phone: found.text(&at("phone"), self.phone.as_deref(), PhoneNumber::parse),
            address: found.text(&at("address"), self.address.as_deref(), PostalAddress::parse),
            citizen_id: found.text(&at("citizen_id"), self.citizen_id.as_deref(), CitizenId::parse),
            wants_paper: self.wants_paper,
        }
    }
}

#[derive(Default)]
struct Collector(Vec<Violation>);

impl Collector {
    /// A field that may be left out or blank; if it says something, it must parse.
    fn text<T>(
        &mut self,
        field: &str,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, TextFault>,
    ) -> Option<T> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        parse(text)
            .map_err(|fault| self.0.push(Violation::of(field, fault)))
            .ok()
    }

    fn short(&mut self, field: &str, text: Option<&str>) -> Option<String> {
        self.text(field, text, |t| ShortText::parse(t).map(ShortText::into_string))
    }

    fn narrative(&mut self, field: &str, text: Option<&str>) -> Option<String> {
        self.text(field, text, |t| Narrative::parse(t).map(Narrative::into_string))
    }

    fn too_many(&mut self, field: &str, most: usize) {
        let message = Bilingual::new(format!("最多 {most} 项"), format!("At most {most}"));
        self.0.push(Violation::new(field, "too_many", message));
    }

    fn done<T>(self, value: T) -> Result<T, Vec<Violation>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

fn blank_is_none(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// What a submitter gets back: the number, and the code with which to follow the report.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubmissionReceipt {
    /// Number for people.
    #[cfg_attr(feature = "openapi", schema(example = "1201-20261112-0006"))]
    pub number: String,
    /// Receipt code (查询码) of each reporter, in the order of the body. Shown this once: only a keyed hash is kept.
    #[cfg_attr(feature = "openapi", schema(example = json!(["1234-5678-9012-3456-7888"])))]
    pub receipt_codes: Vec<String>,
    /// When it was received.
    pub received_at: Instant,
}

impl std::fmt::Debug for SubmissionReceipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SubmissionReceipt({}, …)", self.number)
    }
}

/// How a submitted report stands, for the system that submitted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubmissionStatus {
    /// Number for people.
    pub number: String,
    /// Number that the system gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_number: Option<String>,
    /// The stage.
    pub stage: Stage,
    /// When it was received.
    pub received_at: Instant,
    /// When it was last changed.
    pub changed_at: Instant,
}

#[cfg(test)]
mod tests;
