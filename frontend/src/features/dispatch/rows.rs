//! The rows: what it is, where it would go and why, and the buttons.

use super::{
    hold::Hold,
    view::{place, seconds_left},
};
use crate::{
    features::{
        cases::list::rows::{matter, period},
        workbench::heading,
    },
    hooks::{Law, use_law, use_now},
    route::{Route, use_go},
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Column, Row, Table},
};
use anju_shared::{
    api::{
        views::CaseColumn,
        workbench::{WorkItem, Workbench},
    },
    ids::CaseId,
    time::Instant,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) bench: Rc<Workbench>,
    pub(super) hold: Hold,
    pub(super) busy: bool,
    /// Wants another unit, or there is none proposed.
    pub(super) onother: Callback<CaseId>,
}

#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let (texts, now, go, law) = (use_texts(), use_now(), use_go(), use_law());
    let words = texts.workbench();
    let columns: Rc<[Column]> = [
        Column::new(CaseColumn::Number.text(texts.language)),
        Column::cut(CaseColumn::Matter.text(texts.language)),
        Column::new(words.place),
        Column::new(words.proposal),
        Column::new(CaseColumn::Left.text(texts.language)),
        Column::silent(words.next),
    ]
    .into();
    let law = law.ready().cloned();
    let groups = props.bench.groups.iter().filter(|group| group.total > 0);
    let rows = groups.flat_map(|group| {
        let lines = group
            .items
            .iter()
            .map(|item| line(props, item, law.as_deref(), texts, now));
        std::iter::once(heading(group, texts)).chain(lines)
    });
    let onopen = use_callback(go, |key: AttrValue, go| {
        if let Ok(id) = key.parse::<CaseId>() {
            go.emit(Route::Case { id });
        }
    });
    html! { <Table caption={texts.frame().dispatch} {columns} rows={rows.collect::<Vec<_>>()} busy={props.busy} {onopen} /> }
}

fn line(props: &RowsProps, item: &WorkItem, law: Option<&Law>, texts: &'static Texts, now: Instant) -> Row {
    let row = &item.case;
    let [left, _, _] = match &row.clock {
        Some(clock) => period(clock, law, texts, now),
        None => [
            html! { texts.cases_list().no_clock },
            Html::default(),
            Html::default(),
        ],
    };
    let proposal = match &item.proposal {
        Some(proposal) => {
            let reason = proposal.reason.text(texts.language).to_owned();
            html! { <span class="proposal" title={reason.clone()}><span class="strong">{ proposal.unit.name.clone() }</span><small class="quiet">{ reason }</small></span> }
        }
        None => html! { <span class="quiet">{ texts.workbench().no_proposal }</span> },
    };
    Row::Cells {
        key: row.id.to_string().into(),
        cells: vec![
            html! { <span class="number">{ row.number.clone() }</span> },
            matter(row, texts),
            html! { <span class="quiet">{ place(row, law.map(|law| &*law.profile), texts.language) }</span> },
            proposal,
            left,
            buttons(props, item, texts, now),
        ],
    }
}

/// To confirm or to choose another; while it is held, to take it back.
fn buttons(props: &RowsProps, item: &WorkItem, texts: &'static Texts, now: Instant) -> Html {
    let (words, id) = (texts.workbench(), item.case.id);
    if let Some(held) = props.hold.holding.of(id) {
        let undo = props.hold.undo.reform(move |()| id);
        return html! {
            <span class="row row--tight" role="status">
                <span>{ (words.held)(seconds_left(held, now)) }</span>
                <Button small=true label={words.undo} disabled={held.until.is_none()} onclick={undo} test="dispatch-undo" />
            </span>
        };
    }
    let other = props.onother.reform(move |()| id);
    html! {
        <span class="row row--tight">
            if item.proposal.is_some() {
                <Button small=true kind={ButtonKind::Primary} label={words.confirm} test="dispatch-confirm" onclick={{
                    let item = item.clone();
                    props.hold.confirm.reform(move |()| item.clone())
                }} />
            }
            <Button small=true label={words.other_unit} onclick={other} test="dispatch-other" />
        </span>
    }
}
