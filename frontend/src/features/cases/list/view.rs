//! What the list shows: which filter and columns an address holds, which rows belong together, what is selected. Pure.

use anju_shared::{
    access::Staff,
    api::{
        bulk::{BulkAccept, BulkAnswer, BulkCase, BulkCommand, BulkDispatch},
        cases::{CaseFilter, CaseOrder, CaseSummary},
        exports::Export,
        views::{CaseColumn, View},
    },
    calendar::Calendar,
    deadlines::Band,
    ids::CaseId,
    time::Instant,
    workflow::{Action, Close, DispatchKind, Nature, Urgency, role},
};

/// Rows of one page.
pub const ROWS: u32 = 30;

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The heading.
    pub band: Band,
    /// The rows.
    pub rows: &'a [CaseSummary],
    /// No row of this heading stands on another page, so that they can be counted.
    pub whole: bool,
}

/// Puts the rows of a page, ordered by what is due first, under their headings.
///
/// `first` and `last` say whether the page is the first and the last of the list.
#[must_use]
pub fn groups<'a>(
    calendar: &Calendar,
    rows: &'a [CaseSummary],
    now: Instant,
    (first, last): (bool, bool),
) -> Vec<Group<'a>> {
    let band = |row: &CaseSummary| {
        Band::of(
            calendar,
            row.clock.as_ref().and_then(|clock| clock.runs_to()),
            now,
        )
    };
    let parts: Vec<&[CaseSummary]> = rows.chunk_by(|a, b| band(a) == band(b)).collect();
    let count = parts.len();
    let group = |(place, rows): (usize, &'a [CaseSummary])| {
        Some(Group {
            band: band(rows.first()?),
            rows,
            whole: (place > 0 || first) && (place + 1 < count || last),
        })
    };
    parts.into_iter().enumerate().filter_map(group).collect()
}

/// What an address of the list says: what it is narrowed to, and its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What it is narrowed to, its order, and its page.
    pub filter: CaseFilter,
    /// The columns chosen; empty for the usual ones.
    pub columns: Vec<CaseColumn>,
}

/// The name under which an address holds the columns.
const COLUMNS: &str = "columns";

impl Address {
    /// What an address holds. What it does not know it leaves out, so that an old link still leads to a list.
    #[must_use]
    pub fn of(pairs: &[(String, String)]) -> Self {
        let mut address = Self::default();
        for (name, value) in pairs {
            if name == COLUMNS {
                address.columns = value.split(',').filter_map(CaseColumn::parse).collect();
            } else if name != "limit" {
                address.filter.set(name, value);
            }
        }
        address
    }

    /// As it is written.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.filter.pairs();
        if !self.columns.is_empty() {
            let codes: Vec<&str> = self.columns.iter().map(|column| column.code()).collect();
            pairs.push((COLUMNS, codes.join(",")));
        }
        pairs
    }

    /// The columns shown.
    #[must_use]
    pub fn shown(&self) -> Vec<CaseColumn> {
        CaseColumn::tidy(&self.columns)
    }

    /// With one thing changed, from the first page on.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut address = self.clone();
        address.filter.after = None;
        address.filter.set(name, value);
        // The usual order needs no word in the address.
        address.filter.order = address
            .filter
            .order
            .filter(|order| *order != CaseOrder::default());
        address
    }

    /// Whether these are only other words than there: while one types, the history keeps one entry.
    #[must_use]
    pub fn retypes(&self, before: &Self) -> bool {
        let typed = |address: &Self| address.filter.q.is_some();
        typed(self) && typed(before) && self.with("q", "") == before.with("q", "")
    }

    /// With these columns.
    #[must_use]
    pub fn with_columns(&self, columns: &[CaseColumn]) -> Self {
        let chosen = CaseColumn::tidy(columns);
        Self {
            columns: if chosen == CaseColumn::USUAL {
                vec![]
            } else {
                chosen
            },
            ..self.clone()
        }
    }

    /// Without what narrows the list, in the same order and with the same columns.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            filter: CaseFilter {
                order: self.filter.order,
                ..CaseFilter::default()
            },
            ..self.clone()
        }
    }

    /// How many filters narrow the list. The order and the page do not.
    #[must_use]
    pub fn narrowed(&self) -> usize {
        let free = ["order", "after", "limit"];
        let pairs = self.filter.pairs();
        pairs.iter().filter(|(name, _)| !free.contains(name)).count()
    }

    /// The address of a view.
    #[must_use]
    pub fn of_view(view: &View) -> Self {
        Self {
            filter: view.query.clone(),
            columns: vec![],
        }
        .with_columns(&view.columns)
    }

    /// Whether this is a page of that view.
    #[must_use]
    pub fn is_of(&self, view: &View) -> bool {
        let here = Self {
            filter: self.filter.without_page(),
            columns: self.columns.clone(),
        };
        here == Self::of_view(view)
    }
}

/// What must be seen before the words of a row are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// 紧急
    Urgent,
    /// 重大事故隐患
    Major,
    /// 瞒报谎报事故
    Concealed,
}

/// The marks of a row.
#[must_use]
pub fn marks(row: &CaseSummary) -> Vec<Mark> {
    let urgent = (row.urgency == Some(Urgency::Urgent)).then_some(Mark::Urgent);
    let nature = match row.nature {
        Some(Nature::MajorHazard) => Some(Mark::Major),
        Some(Nature::ConcealedAccident) => Some(Mark::Concealed),
        _ => None,
    };
    urgent.into_iter().chain(nature).collect()
}

/// Which row gets the cursor, `forward` or back from the one that has it.
#[must_use]
pub fn step(at: Option<usize>, count: usize, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, forward) {
        (None, _) => 0,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1),
    })
}

/// The cases that are selected, in the order in which they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    cases: Vec<CaseSummary>,
}

impl Selection {
    /// Whether this case is.
    #[must_use]
    pub fn has(&self, id: CaseId) -> bool {
        self.cases.iter().any(|case| case.id == id)
    }

    /// All of them.
    #[must_use]
    pub fn cases(&self) -> &[CaseSummary] {
        &self.cases
    }

    /// With or without these.
    #[must_use]
    pub fn with(&self, rows: &[CaseSummary], on: bool) -> Self {
        let mut cases: Vec<CaseSummary> = self.cases.clone();
        cases.retain(|case| !rows.iter().any(|row| row.id == case.id));
        if on {
            cases.extend_from_slice(rows);
        }
        Self { cases }
    }

    /// The same cases as they stand on a page that was fetched since.
    #[must_use]
    pub fn refreshed(&self, rows: &[CaseSummary]) -> Self {
        let newest = |case: &CaseSummary| rows.iter().find(|row| row.id == case.id).unwrap_or(case).clone();
        Self {
            cases: self.cases.iter().map(newest).collect(),
        }
    }

    /// As a bulk command names them.
    #[must_use]
    pub fn named(&self) -> Vec<BulkCase> {
        let named = |case: &CaseSummary| BulkCase {
            id: case.id,
            version: case.version,
        };
        self.cases.iter().map(named).collect()
    }
}

/// What is asked for many cases, as far as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkDraft {
    /// What is to be done.
    pub action: Option<Action>,
    /// 紧急程度
    pub urgency: Option<Urgency>,
    /// Codes of the reasons of urgency.
    pub reasons: Vec<String>,
    /// 性质; none keeps that of each case.
    pub nature: Option<Nature>,
    /// 交办方式
    pub kind: Option<DispatchKind>,
    /// Task sheet or opinion.
    pub words: String,
}

impl BulkDraft {
    /// The command, if nothing is missing that all of them need. The rest the server says for each case.
    #[must_use]
    pub fn command(&self) -> Option<BulkCommand> {
        let words = Some(self.words.trim().to_owned()).filter(|words| !words.is_empty());
        Some(match self.action? {
            Action::Accept => {
                let urgency = self.urgency?;
                let urgent = urgency == Urgency::Urgent;
                let reasons = if urgent { self.reasons.clone() } else { vec![] };
                BulkCommand::Accept(BulkAccept {
                    urgency,
                    reasons,
                    nature: self.nature,
                })
            }
            Action::ConfirmDecline => BulkCommand::ConfirmDecline,
            Action::Dispatch => BulkCommand::Dispatch(BulkDispatch {
                kind: self.kind?,
                task_sheet: words?,
                instructions: None,
            }),
            Action::SignIn => BulkCommand::SignIn,
            Action::ApproveReport => BulkCommand::ApproveReport,
            Action::Close => BulkCommand::Close(Close { opinion: words? }),
            _ => return None,
        })
    }
}

/// How many were or can be done, and how many not.
#[must_use]
pub fn split(answer: &BulkAnswer) -> (usize, usize) {
    let refused = answer.cases.iter().filter(|case| case.problem.is_some()).count();
    (answer.cases.len() - refused, refused)
}

/// The bulk actions that belong to a role of this person.
#[must_use]
pub fn offered(staff: &Staff) -> Vec<Action> {
    let mine = |action: &Action| role(*action).is_some_and(|role| staff.is(role));
    BulkCommand::ACTIONS.into_iter().filter(mine).collect()
}

/// How much of an export is done, in hundredths.
#[must_use]
pub fn percent(export: &Export) -> u64 {
    (export.done * 100)
        .checked_div(export.total)
        .unwrap_or(100)
        .min(100)
}

#[cfg(test)]
mod tests;
