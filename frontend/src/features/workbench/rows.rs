//! The rows under their headings, redrawn as time passes.

use super::view::{acts, stale_from};
use crate::{
    features::cases::{
        detail::view::words::say,
        list::rows::{matter, period},
    },
    hooks::{Law, Same, use_law, use_now},
    route::{Route, use_go},
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Column, Row, Table, Tone},
};
use anju_shared::{
    api::{
        views::CaseColumn,
        workbench::{Work, WorkGroup, WorkItem, Workbench},
    },
    deadlines::Band,
    ids::CaseId,
    time::Instant,
    workflow::Action,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Rows`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) bench: Same<Workbench>,
    pub(super) work: Work,
    pub(super) busy: bool,
    /// Wants this done to this case.
    pub(super) onact: Callback<(CaseId, Action)>,
    /// What is shown stands under the wrong headings by now.
    pub(super) onstale: Callback<()>,
}

#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let (texts, now, go, law) = (use_texts(), use_now(), use_go(), use_law());
    let stale_at = use_memo(props.bench.clone(), |bench| stale_from(bench, now));
    {
        let onstale = props.onstale.clone();
        use_effect_with((*stale_at, now >= *stale_at), move |&(_, stale)| {
            if stale {
                onstale.emit(());
            }
        });
    }
    let columns: Rc<[Column]> = [
        Column::new(CaseColumn::Number.text(texts.language)),
        Column::cut(CaseColumn::Matter.text(texts.language)),
        Column::new(CaseColumn::Unit.text(texts.language)),
        Column::new(CaseColumn::Stage.text(texts.language)),
        Column::new(CaseColumn::Left.text(texts.language)),
        Column::new(CaseColumn::LastDay.text(texts.language)),
        Column::new(CaseColumn::Basis.text(texts.language)),
        Column::silent(texts.workbench().next),
    ]
    .into();
    let law = law.ready();
    let rows = props
        .bench
        .groups
        .iter()
        .filter(|group| group.total > 0)
        .flat_map(|group| {
            let lines = group
                .items
                .iter()
                .map(|item| line(props, item, law.map(|law| &**law), texts, now));
            std::iter::once(heading(group, texts)).chain(lines)
        });
    let onopen = use_callback(go, |key: AttrValue, go| {
        if let Ok(id) = key.parse::<CaseId>() {
            go.emit(Route::Case { id });
        }
    });
    html! {
        <Table caption={texts.frame().workbench} {columns} rows={rows.collect::<Vec<_>>()} busy={props.busy} {onopen} />
    }
}

/// The heading of a group with how many there are in all.
pub(crate) fn heading(group: &WorkGroup, texts: &Texts) -> Row {
    let words = texts.cases_list();
    let (label, tone) = match group.band {
        Band::Overdue => (words.overdue, Tone::Red),
        Band::Today => (words.today, Tone::Yellow),
        Band::Soon => (words.soon, Tone::Plain),
        Band::Other => (words.other, Tone::Plain),
    };
    let label = format!("{label} {}", group.total).into();
    Row::Group { label, tone }
}

fn line(props: &RowsProps, item: &WorkItem, law: Option<&Law>, texts: &'static Texts, now: Instant) -> Row {
    let row = &item.case;
    let [left, last_day, basis] = match &row.clock {
        Some(clock) => period(clock, law, texts, now),
        None => [
            html! { texts.cases_list().no_clock },
            Html::default(),
            Html::default(),
        ],
    };
    let unit = row
        .unit
        .as_ref()
        .map_or(texts.cases_list().no_unit, |unit| &unit.name)
        .to_owned();
    let buttons = acts(props.work, item).into_iter().enumerate();
    let buttons = buttons.map(|(place, action)| button(props, row.id, action, place == 0, texts));
    Row::Cells {
        key: row.id.to_string().into(),
        cells: vec![
            html! { <span class="number">{ row.number.clone() }</span> },
            matter(row, texts),
            html! { unit },
            html! { row.stage.text(texts.language) },
            left,
            last_day,
            basis,
            html! { <span class="row">{ for buttons }</span> },
        ],
    }
}

fn button(props: &RowsProps, id: CaseId, action: Action, first: bool, texts: &'static Texts) -> Html {
    let kind = if first && props.work == Work::Decisions {
        ButtonKind::Primary
    } else {
        ButtonKind::Plain
    };
    let test = format!("act-{}", action.code().replace('_', "-"));
    html! { <Button small=true {kind} label={say!(action, texts)} {test} onclick={props.onact.reform(move |()| (id, action))} /> }
}
