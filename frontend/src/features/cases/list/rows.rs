//! The rows of a page under their headings, redrawn as time passes.

use super::view::{Group, Mark, Selection, groups, marks};
use crate::{
    hooks::{Law, Same, use_now},
    route::{Route, RouteLink, href},
    text::{Language, Texts, format, use_texts},
    ui::{Anchor, Column, DeadlineBadge, Row, StandstillBadge, Table, Tag, Tick, Tone},
};
use anju_shared::{
    api::{
        cases::{CaseOrder, CasePage, CaseSummary},
        views::CaseColumn,
    },
    deadlines::{Band, yellow_from},
    ids::CaseId,
    rules::{Entry, RuleProfile, entry},
    time::Instant,
    workflow::{Clock, Urgency},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) page: Same<CasePage>,
    /// Articles, dictionaries and the calendar, once they are here.
    pub(super) law: Option<Rc<Law>>,
    pub(super) order: CaseOrder,
    pub(super) columns: Vec<CaseColumn>,
    /// What is selected; nothing can be where nothing can be done to many.
    pub(super) selection: Option<Selection>,
    /// A row was selected, or no longer.
    pub(super) onselect: Callback<(usize, bool)>,
    /// A row is opened.
    pub(super) onopen: Callback<CaseId>,
    /// No page comes before this one.
    pub(super) first: bool,
    /// An answer is awaited while these rows stay.
    pub(super) busy: bool,
}

#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let words = texts.cases_list();
    let boxes = props.selection.iter().map(|_| Column::silent(words.select));
    let chosen = props.columns.iter().map(|column| match column {
        CaseColumn::Matter => Column::cut(column.text(texts.language)),
        column => Column::new(column.text(texts.language)),
    });
    let columns: Rc<[Column]> = boxes.chain(chosen).collect();
    let onopen = use_callback(props.onopen.clone(), |key: AttrValue, onopen| {
        if let Ok(id) = key.parse::<CaseId>() {
            onopen.emit(id);
        }
    });
    html! {
        <Table caption={words.title} {columns} rows={rows(props, texts, now)} busy={props.busy} {onopen} />
    }
}

fn rows(props: &RowsProps, texts: &'static Texts, now: Instant) -> Vec<Row> {
    let place = |row: &CaseSummary| props.page.items.iter().position(|one| one.id == row.id);
    let line = |row: &CaseSummary| cells(props, (place(row).unwrap_or_default(), row), texts, now);
    let Some(law) = props.law.as_ref().filter(|_| props.order != CaseOrder::Newest) else {
        return props.page.items.iter().map(line).collect();
    };
    let edges = (props.first, props.page.next.is_none());
    let groups = groups(&law.calendar, &props.page.items, now, edges);
    groups
        .iter()
        .flat_map(|group| std::iter::once(heading(group, texts)).chain(group.rows.iter().map(line)))
        .collect()
}

fn heading(group: &Group<'_>, texts: &Texts) -> Row {
    let label = texts.cases_list().band(group.band);
    let tone = match group.band {
        Band::Overdue => Tone::Red,
        Band::Today => Tone::Yellow,
        Band::Soon | Band::Other => Tone::Plain,
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

fn cells(props: &RowsProps, (place, row): (usize, &CaseSummary), texts: &'static Texts, now: Instant) -> Row {
    let boxes = props.selection.iter().map(|selection| {
        let onchange = props.onselect.reform(move |on| (place, on));
        let label = format!("{} {}", texts.cases_list().select, row.number);
        html! { <Tick {label} checked={selection.has(row.id)} {onchange} test={format!("cases-select-{}", row.number)} /> }
    });
    let chosen = props
        .columns
        .iter()
        .map(|column| cell(*column, row, props, (texts, now)));
    Row::Cells {
        key: row.id.to_string().into(),
        cells: boxes.chain(chosen).collect(),
    }
}

fn cell(
    column: CaseColumn,
    row: &CaseSummary,
    props: &RowsProps,
    (texts, now): (&'static Texts, Instant),
) -> Html {
    let (words, language, law) = (texts.cases_list(), texts.language, props.law.as_deref());
    let word = |dictionary: fn(&RuleProfile) -> &Vec<Entry>, code: Option<&str>| {
        let code = code.unwrap_or_default();
        let found = law.and_then(|law| entry(dictionary(&law.profile), code));
        Html::from(found.map_or(code, |entry| entry.text(language)))
    };
    match column {
        CaseColumn::Number => html! { <span class="number">{ row.number.clone() }</span> },
        CaseColumn::Matter => {
            let id = row.id;
            let go = props.onopen.reform(move |()| id);
            html! {
                <>
                    { tags(row, texts) }
                    <Anchor href={href(Route::Case { id })} {go} test={link_test(row)}>{ row.title.clone() }</Anchor>
                </>
            }
        }
        CaseColumn::Unit => match &row.unit {
            Some(unit) => Html::from(&unit.name),
            None => html! { <span class="quiet">{ words.no_unit }</span> },
        },
        CaseColumn::Stage => Html::from(row.stage.text(language)),
        CaseColumn::Left | CaseColumn::LastDay | CaseColumn::Basis => match &row.clock {
            Some(clock) => {
                let [left, last_day, basis] = period(clock, law, texts, now);
                match column {
                    CaseColumn::Left => left,
                    CaseColumn::LastDay => last_day,
                    _ => basis,
                }
            }
            None if column == CaseColumn::Left => html! { <span class="quiet">{ words.no_clock }</span> },
            None => Html::default(),
        },
        CaseColumn::Urgency => Html::from(row.urgency.map_or("", |one| one.text(language))),
        CaseColumn::Nature => Html::from(row.nature.map_or("", |one| one.text(language))),
        CaseColumn::Region => word(|rules| &rules.regions, row.region.as_deref()),
        CaseColumn::Industry => word(|rules| &rules.industries, row.industry.as_deref()),
        CaseColumn::Channel => word(|rules| &rules.channels, Some(&row.channel)),
        CaseColumn::Received => Html::from(format::moment(row.received_at, now, language)),
        CaseColumn::Registered => Html::from(format::moment(row.registered_at, now, language)),
    }
}

/// The matter of a case as a link to it, with its marks before.
pub(crate) fn matter(row: &CaseSummary, texts: &Texts) -> Html {
    html! {
        <>
            { tags(row, texts) }
            <RouteLink to={Route::Case { id: row.id }} test={link_test(row)}>{ row.title.clone() }</RouteLink>
        </>
    }
}

fn link_test(row: &CaseSummary) -> String {
    format!("cases-row-{}", row.number)
}

fn tags(row: &CaseSummary, texts: &Texts) -> Html {
    let words = texts.cases_list();
    let tags = marks(row).into_iter().map(|mark| {
        let label = match mark {
            Mark::Urgent => Urgency::Urgent.text(texts.language),
            Mark::Major => words.major,
            Mark::Concealed => words.concealed,
        };
        html! { <Tag {label} tone={Tone::Red} /> }
    });
    html! { <>{ for tags }</> }
}

/// What is left of a period, its last day, and the article that sets it.
pub(crate) fn period(clock: &Clock, law: Option<&Law>, texts: &'static Texts, now: Instant) -> [Html; 3] {
    let due = clock.due.at;
    let basis = law.map(|law| law.profile.basis(&clock.clause));
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
    // Without the calendar nothing is yellow before it is red.
    let yellow_from = law.map_or(due, |law| yellow_from(&law.calendar, due, clock.yellow));
    let last = format::last_day(due, now, texts.language);
    let (badge, last) = match clock.pause() {
        Some(pause) => {
            let reason = pause.reason.text(texts.language).to_owned();
            let since = format::moment(pause.from, now, texts.language);
            (
                html! { <StandstillBadge title={format!("{reason} · {since} · {whole}")} /> },
                html! { <span class="quiet">{ reason }</span> },
            )
        }
        None => (
            html! { <DeadlineBadge {due} {yellow_from} clause={whole.clone()} /> },
            html! { <span class={classes!((now >= due).then_some("red"))}>{ last }</span> },
        ),
    };
    [
        badge,
        last,
        html! {
            <>
                <span class="narrow quiet">{ CaseColumn::Basis.text(texts.language) }</span>
                <span class="quiet" title={whole}>{ article }</span>
                if clock.due.provisional { { " " }<Tag label={texts.time().provisional} title={texts.time().provisional_more} /> }
            </>
        },
    ]
}
