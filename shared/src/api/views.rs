//! Saved views of the list of cases: a name, a query, and the columns that belong to it.

use super::cases::CaseFilter;
use crate::{
    ids::ViewId,
    problem::{Bilingual, Language, Violation},
    text::LimitedText,
};
use serde::{Deserialize, Serialize};

/// Views that one person may keep.
pub const MOST_VIEWS: usize = 20;

/// The name of a view: 1 to 40 characters.
pub type ViewName = LimitedText<40>;

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $zh:literal, $en:literal);+ $(;)?) => {
        /// A column of the list and of what is exported from it. None tells who reported.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum CaseColumn { $($(#[$doc])* $name),+ }

        impl CaseColumn {
            /// Every column, in the order in which they stand.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// As it stands on the wire and in addresses.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Its heading.
            #[must_use]
            pub const fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::Zh) => $zh, (Self::$name, Language::En) => $en),+
                }
            }
        }
    };
}

columns! {
    /// 编号
    Number = "number", "编号", "Number";
    /// 事项: always there, for it opens the case.
    Matter = "matter", "事项", "Matter";
    /// 承办单位
    Unit = "unit", "承办单位", "Unit";
    /// 环节
    Stage = "stage", "环节", "Stage";
    /// 剩余: lamp and remaining time of what is due first.
    Left = "left", "剩余", "Left";
    /// 最后一日
    LastDay = "last_day", "最后一日", "Last day";
    /// 依据: the article that sets the period.
    Basis = "basis", "依据", "Basis";
    /// 紧急程度
    Urgency = "urgency", "紧急程度", "Urgency";
    /// 性质
    Nature = "nature", "性质", "Nature";
    /// 所在区域
    Region = "region", "所在区域", "Region";
    /// 行业
    Industry = "industry", "行业", "Industry";
    /// 来源
    Channel = "channel", "来源", "Source";
    /// 接收时间
    Received = "received", "接收时间", "Received";
    /// 登记时间
    Registered = "registered", "登记时间", "Registered";
}

impl CaseColumn {
    /// The columns of a list for which nobody chose any.
    pub const USUAL: [Self; 7] = [
        Self::Number,
        Self::Matter,
        Self::Unit,
        Self::Stage,
        Self::Left,
        Self::LastDay,
        Self::Basis,
    ];

    /// The column with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.code() == code)
    }

    /// These columns in the order in which they stand, each once, with the one that is always there; the usual ones
    /// for none.
    #[must_use]
    pub fn tidy(chosen: &[Self]) -> Vec<Self> {
        if chosen.is_empty() {
            return Self::USUAL.to_vec();
        }
        let kept = |column: &Self| *column == Self::Matter || chosen.contains(column);
        Self::ALL.iter().copied().filter(kept).collect()
    }
}

/// A view that somebody saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct View {
    /// Which.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// What it is narrowed to, and in what order it comes.
    pub query: CaseFilter,
    /// The columns.
    pub columns: Vec<CaseColumn>,
}

/// The views of one person, in their own order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewList {
    /// The views.
    pub views: Vec<View>,
}

/// A view to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ViewBody {
    /// Its name, 1 to 40 characters.
    pub name: String,
    /// What it is narrowed to. Where a page begins belongs to no view and is left out.
    pub query: CaseFilter,
    /// The columns; the usual ones if none is named.
    #[serde(default)]
    pub columns: Vec<CaseColumn>,
}

/// In what order the views come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ViewOrder {
    /// Every view of the caller, once.
    pub views: Vec<ViewId>,
}

/// A view to be saved, as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedView {
    /// Its name.
    pub name: ViewName,
    /// What it is narrowed to.
    pub query: CaseFilter,
    /// The columns.
    pub columns: Vec<CaseColumn>,
}

impl ViewBody {
    /// Parses the name, puts the columns in their order and leaves the page out.
    ///
    /// # Errors
    /// The name is empty, too long, or has a control character.
    pub fn parse(&self) -> Result<ParsedView, Vec<Violation>> {
        let name = ViewName::parse(&self.name).map_err(|fault| vec![Violation::of("name", fault)])?;
        Ok(ParsedView {
            name,
            query: self.query.without_page(),
            columns: CaseColumn::tidy(&self.columns),
        })
    }
}

/// Said to whoever keeps as many views as one may.
#[must_use]
pub fn too_many_views() -> Bilingual {
    Bilingual::new(
        format!("最多保存 {MOST_VIEWS} 个视图，请先删除不用的视图"),
        format!("At most {MOST_VIEWS} views can be kept; delete one first"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_one_order_and_the_matter_is_always_there() {
        let chosen = [CaseColumn::Nature, CaseColumn::Number, CaseColumn::Nature];
        assert_eq!(
            CaseColumn::tidy(&chosen),
            [CaseColumn::Number, CaseColumn::Matter, CaseColumn::Nature]
        );
        assert_eq!(CaseColumn::tidy(&[]), CaseColumn::USUAL);
    }

    #[test]
    fn every_column_is_found_by_the_code_under_which_it_travels() {
        for column in CaseColumn::ALL {
            assert_eq!(CaseColumn::parse(column.code()), Some(*column));
            assert_eq!(serde_json::json!(column), column.code());
        }
    }

    #[test]
    fn a_view_forgets_the_page_on_which_it_was_saved() {
        let query = CaseFilter {
            region: Some("120102".into()),
            after: Some("x".into()),
            limit: Some(30),
            ..CaseFilter::default()
        };
        let body = ViewBody {
            name: " 我的 ".into(),
            query,
            columns: vec![],
        };
        let view = body.parse().expect("a view");
        assert_eq!(
            (view.name.as_str(), view.query.after, view.query.limit),
            ("我的", None, None)
        );
        assert_eq!(view.query.region.as_deref(), Some("120102"));
    }
}
