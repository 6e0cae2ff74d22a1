//! The rows of a page under their headings, redrawn as time passes.

use super::view::{Band, Group, Mark, band, groups, marks};
use crate::{
    hooks::use_now,
    route::{Route, RouteLink, use_go},
    text::{Language, Texts, format, use_texts},
    ui::{Column, DeadlineBadge, Row, Table, Tag, Tone},
};
use anju_shared::{
    api::cases::{CaseOrder, CasePage, CaseSummary},
    calendar::Calendar,
    deadlines::yellow_from,
    ids::CaseId,
    rules::RuleProfile,
    time::Instant,
    workflow::{Clock, Urgency},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) page: Rc<CasePage>,
    /// The articles, once they are here.
    pub(super) rules: Option<Rc<RuleProfile>>,
    pub(super) order: CaseOrder,
    /// No page comes before this one.
    pub(super) first: bool,
    /// An answer is awaited while these rows stay.
    pub(super) busy: bool,
}

#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let (texts, now, go) = (use_texts(), use_now(), use_go());
    let words = &texts.cases_list;
    let columns: Rc<[Column]> = [
        Column::new(words.number),
        Column::cut(words.matter),
        Column::new(words.unit),
        Column::new(words.stage),
        Column::new(words.left),
        Column::new(words.last_day),
        Column::new(words.basis),
    ]
    .into();
    let onopen = use_callback(go, |key: AttrValue, go| {
        if let Ok(id) = key.parse::<CaseId>() {
            go.emit(Route::Case { id });
        }
    });
    html! {
        <Table caption={words.title} {columns} rows={rows(props, texts, now)} busy={props.busy} {onopen} />
    }
}

fn rows(props: &RowsProps, texts: &'static Texts, now: Instant) -> Vec<Row> {
    let line = |row: &CaseSummary| cells(row, props.rules.as_deref(), texts, now);
    if props.order == CaseOrder::Newest {
        return props.page.items.iter().map(line).collect();
    }
    let edges = (props.first, props.page.next.is_none());
    let groups = groups(Calendar::official(), &props.page.items, now, edges);
    groups
        .iter()
        .flat_map(|group| std::iter::once(heading(group, texts)).chain(group.rows.iter().map(line)))
        .collect()
}

fn heading(group: &Group<'_>, texts: &Texts) -> Row {
    let words = &texts.cases_list;
    let (label, tone) = match group.band {
        Band::Overdue => (words.overdue, Tone::Red),
        Band::Today => (words.today, Tone::Yellow),
        Band::Soon => (words.soon, Tone::Plain),
        Band::Other => (words.other, Tone::Plain),
    };
    let label = match group.whole {
        true => format!("{label} {}", group.rows.len()),
        false => label.to_owned(),
    };
    Row::Group {
        label: label.into(),
        tone,
    }
}

fn cells(row: &CaseSummary, rules: Option<&RuleProfile>, texts: &'static Texts, now: Instant) -> Row {
    let words = &texts.cases_list;
    let stage = row.stage.text(texts.language);
    let unit = match &row.unit {
        Some(unit) => html! { unit.name.clone() },
        None => html! { <span class="quiet">{ words.no_unit }</span> },
    };
    let [left, last_day, basis] = match &row.clock {
        Some(clock) => period(clock, rules, texts, now),
        None => [
            html! { <span class="quiet">{ words.no_clock }</span> },
            Html::default(),
            Html::default(),
        ],
    };
    let number = html! { <span class="number">{ row.number.clone() }</span> };
    Row::Cells {
        key: row.id.to_string().into(),
        cells: vec![
            number,
            matter(row, texts),
            unit,
            html! { stage },
            left,
            last_day,
            basis,
        ],
    }
}

pub(crate) fn matter(row: &CaseSummary, texts: &Texts) -> Html {
    let words = &texts.cases_list;
    let tags = marks(row).into_iter().map(|mark| {
        let label = match mark {
            Mark::Urgent => Urgency::Urgent.text(texts.language),
            Mark::Major => words.major,
            Mark::Concealed => words.concealed,
        };
        html! { <Tag {label} tone={Tone::Red} /> }
    });
    html! {
        <>
            { for tags }
            <RouteLink to={Route::Case { id: row.id }} test={format!("cases-row-{}", row.number)}>{ row.title.clone() }</RouteLink>
        </>
    }
}

/// What is left of a period, its last day, and the article that sets it.
pub(crate) fn period(
    clock: &Clock,
    rules: Option<&RuleProfile>,
    texts: &'static Texts,
    now: Instant,
) -> [Html; 3] {
    let due = clock.due.at;
    let basis = rules.map(|rules| rules.basis(&clock.clause));
    let article = basis
        .as_ref()
        .map_or(clock.clause.clone(), |basis| basis.article.clone());
    let name = clock.name.text(texts.language);
    let length = match texts.language {
        Language::Zh => clock.period.to_string(),
        Language::En => clock.period.text_en(),
    };
    let whole = format!(
        "{name} · {length} · {}{article}",
        basis.map_or(String::new(), |basis| basis.instrument)
    );
    let yellow_from = yellow_from(Calendar::official(), due, clock.yellow);
    let last = format::last_day(due, now, texts.language);
    let overdue = band(Calendar::official(), Some(due), now) == Band::Overdue;
    [
        html! { <DeadlineBadge {due} {yellow_from} clause={whole.clone()} /> },
        html! { <span class={classes!(overdue.then_some("red"))}>{ last }</span> },
        html! {
            <>
                <span class="narrow quiet">{ texts.cases_list.basis }</span>
                <span class="quiet" title={whole}>{ article }</span>
                if clock.due.provisional { { " " }<Tag label={texts.time.provisional} title={texts.time.provisional_more} /> }
            </>
        },
    ]
}
