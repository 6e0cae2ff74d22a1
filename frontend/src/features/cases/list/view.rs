//! What the list shows: which filter an address holds, how urgent a row is, which rows belong together. Pure.

use anju_shared::{
    api::cases::{CaseFilter, CaseOrder, CaseSummary},
    calendar::Calendar,
    deadlines::{Period, Unit, yellow_from},
    time::Instant,
    workflow::{Nature, Stage, Urgency},
};

/// Rows of one page.
pub const ROWS: u32 = 30;

/// "Soon" is within so many working days, today and the last day both counted, as for a lamp.
const SOON: Period = Period::new(3, Unit::WorkingDays);

/// Under which heading a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// 已超期
    Overdue,
    /// 今日到期
    Today,
    /// 三个工作日内
    Soon,
    /// 其他
    Other,
}

/// The heading for what is due at `due`, the exclusive end of its period.
#[must_use]
pub fn band(calendar: &Calendar, due: Option<Instant>, now: Instant) -> Band {
    let Some(due) = due else { return Band::Other };
    if now >= due {
        Band::Overdue
    } else if due <= now.local_date().plus(1).start() {
        Band::Today
    } else if now >= yellow_from(calendar, due, SOON) {
        Band::Soon
    } else {
        Band::Other
    }
}

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
    let band = |row: &CaseSummary| band(calendar, row.clock.as_ref().map(|clock| clock.due.at), now);
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

/// The filter that an address holds. What it does not know it leaves out, so that an old link still leads
/// to a list.
#[must_use]
pub fn filter(pairs: &[(String, String)]) -> CaseFilter {
    let mut filter = CaseFilter::default();
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        match name.as_str() {
            "stage" => filter.stage = Stage::parse(value),
            "open" => filter.open = value.parse().ok(),
            "urgency" => filter.urgency = Urgency::parse(value),
            "region" => filter.region = Some(value.clone()),
            "industry" => filter.industry = Some(value.clone()),
            "channel" => filter.channel = Some(value.clone()),
            "order" => filter.order = order(value),
            "after" => filter.after = Some(value.clone()),
            _ => {}
        }
    }
    filter
}

/// The order with this code.
#[must_use]
pub fn order(code: &str) -> Option<CaseOrder> {
    [CaseOrder::Due, CaseOrder::Newest]
        .into_iter()
        .find(|order| order.code() == code)
}

/// How many filters narrow the list. The order and the page do not.
#[must_use]
pub fn narrowed(filter: &CaseFilter) -> usize {
    let set = [
        filter.stage.is_some(),
        filter.open.is_some(),
        filter.urgency.is_some(),
        filter.region.is_some(),
        filter.industry.is_some(),
        filter.channel.is_some(),
    ];
    set.into_iter().filter(|set| *set).count()
}

/// The filter without what narrows it, in the same order.
#[must_use]
pub fn cleared(filter: &CaseFilter) -> CaseFilter {
    CaseFilter {
        order: filter.order,
        ..CaseFilter::default()
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

#[cfg(test)]
mod tests;
