//! The page: verification, filters, entries.

use super::{
    chains::Chains,
    view::{ROWS, actor, fields, filter, on, value, with},
};
use crate::{
    api::{audit::list_audit, people::list_people},
    hooks::{Remote, use_query},
    route::{Route, pairs},
    session::use_client,
    shell::FailurePicture,
    text::{Texts, audit, format, use_texts},
    ui::{
        Button, ButtonKind, Choice, Column, Glyph, PageHead, Pager, Panel, Picture, Row, Select, Skeleton,
        StateKind, Table, Tag, TextInput, Tone,
    },
};
use anju_shared::{
    access::Operation,
    api::{
        audit::{AuditEntry, AuditFilter, AuditPage as Found},
        people::{PeoplePage, PersonFilter},
    },
    time::Instant,
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// The outcome of what was allowed.
const ALLOWED: &str = "allowed";

/// The journal of access.
#[component]
pub fn AuditPage() -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let words = texts.audit();
    let (filter, narrow) = use_filter();
    let entries = use_query(filter.clone(), |client, filter| {
        let limit = Some(ROWS);
        list_audit(&client, &AuditFilter { limit, ..filter })
    });
    let body = match &entries.remote {
        Remote::Ready(page) if page.items.is_empty() => empty(&filter, texts),
        Remote::Ready(page) => html! {
            <>
                { table(page, entries.asking, texts, now) }
                { pager(page, &filter, texts, &narrow) }
            </>
        },
        Remote::Loading | Remote::Missing => {
            html! { <Skeleton label={texts.widgets().loading} lines={12} /> }
        }
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={entries.reload.clone()} /> }
        }
    };
    html! {
        <>
            <PageHead title={texts.frame().audit} after={html! { <span class="quiet">{ words.recorded }</span> }} />
            <Chains />
            <Panel bare=true>
                <Filters key={format!("{filter:?}")} filter={filter.clone()} onfind={narrow} />
                <div data-test="audit">{ body }</div>
            </Panel>
        </>
    }
}

/// The filter in the address, and the way to change it.
#[hook]
fn use_filter() -> (AuditFilter, Callback<AuditFilter>) {
    let (location, navigator) = (use_location(), use_navigator());
    let pairs = location.map(|location| pairs(location.query_str()));
    let narrow = use_callback(navigator, |filter: AuditFilter, navigator| {
        if let Some(navigator) = navigator {
            // An address that cannot be written leaves one where one is.
            let _written = navigator.push_with_query(&Route::Audit, filter);
        }
    });
    (filter(&pairs.unwrap_or_default()), narrow)
}

#[derive(Clone, PartialEq, Properties)]
struct FiltersProps {
    filter: AuditFilter,
    onfind: Callback<AuditFilter>,
}

/// What the list can be narrowed to. Every reading is recorded, so nothing is asked before the button is pressed.
#[component]
fn Filters(props: &FiltersProps) -> Html {
    let texts = use_texts();
    let words = texts.audit();
    let draft = use_state(|| fields(&props.filter));
    let people = use_query((), |client, ()| {
        let limit = Some(100);
        list_people(
            &client,
            &PersonFilter {
                limit,
                ..PersonFilter::default()
            },
        )
    });
    let set = |name: &'static str| {
        let draft = draft.clone();
        Callback::from(move |value: String| draft.set(with(&draft, name, value)))
    };
    let onsubmit = {
        let (draft, find) = (draft.clone(), props.onfind.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            find.emit(filter(&draft));
        })
    };
    let said = |name: &str| AttrValue::from(value(&draft, name).to_owned());
    let everybody = people
        .remote
        .ready()
        .map(|page| choices(page))
        .unwrap_or_default();
    let operations: Rc<[Choice]> = Operation::ALL
        .iter()
        .map(|one| Choice::new(one.name(), audit::operation(*one, texts.language)))
        .collect();
    let outcomes: Rc<[Choice]> = [
        Choice::new("false", words.allowed),
        Choice::new("true", words.refused),
    ]
    .into();
    let clear = props.onfind.reform(|()| AuditFilter::default());
    html! {
        <form class="filters filters--open" role="search" aria-label={words.filters} {onsubmit}>
            <Select label={words.person} value={said("person")} choices={everybody} none={words.all} onchange={set("person")} test="audit-person" />
            <Select label={words.operation} value={said("operation")} choices={operations} none={words.all} onchange={set("operation")} test="audit-operation" />
            <TextInput label={words.case} value={said("case")} onchange={set("case")} test="audit-case" />
            <Select label={words.outcome} value={said("refused")} choices={outcomes} none={words.all} onchange={set("refused")} test="audit-outcome" />
            <TextInput kind="date" label={words.from} value={said("from")} onchange={set("from")} test="audit-from" />
            <TextInput kind="date" label={words.to} value={said("to")} onchange={set("to")} test="audit-to" />
            <Button submit=true kind={ButtonKind::Primary} label={words.find} test="audit-find" />
            if props.filter != AuditFilter::default() {
                <Button kind={ButtonKind::Quiet} glyph={Glyph::Close} label={words.clear} onclick={clear} test="audit-clear" />
            }
        </form>
    }
}

fn choices(page: &PeoplePage) -> Rc<[Choice]> {
    let people = page.items.iter();
    people
        .map(|one| Choice::new(one.id.to_string(), format!("{} {}", one.name, one.login)))
        .collect()
}

fn table(page: &Found, busy: bool, texts: &'static Texts, now: Instant) -> Html {
    let words = texts.audit();
    let columns: Rc<[Column]> = [
        Column::new(words.when),
        Column::new(words.person),
        Column::new(words.operation),
        Column::cut(words.on),
        Column::new(words.outcome),
        Column::new(words.why),
    ]
    .into();
    let rows: Vec<Row> = page.items.iter().map(|entry| line(entry, texts, now)).collect();
    html! { <Table caption={texts.frame().audit} {columns} {rows} {busy} /> }
}

fn line(entry: &AuditEntry, texts: &'static Texts, now: Instant) -> Row {
    let words = texts.audit();
    let operation = Operation::parse(&entry.operation).map_or_else(
        || entry.operation.clone(),
        |one| audit::operation(one, texts.language).to_owned(),
    );
    let outcome = match entry.outcome.as_str() {
        ALLOWED => html! { <Tag label={words.allowed} tone={Tone::Green} /> },
        other => html! { <Tag label={words.refused} tone={Tone::Red} title={other.to_owned()} /> },
    };
    Row::Cells {
        key: format!("{}/{}", entry.lane, entry.seq).into(),
        cells: vec![
            html! { format::moment(entry.at, now, texts.language) },
            html! { actor(&entry.actor, words) },
            html! { operation },
            html! { <span title={on(entry)}>{ on(entry) }</span> },
            outcome,
            html! { <span class="why" title={entry.reason.clone()}>{ entry.reason.clone() }</span> },
        ],
    }
}

fn pager(page: &Found, filter: &AuditFilter, texts: &Texts, narrow: &Callback<AuditFilter>) -> Html {
    let words = texts.widgets();
    let to = |after: Option<String>| {
        let filter = AuditFilter {
            after,
            ..filter.clone()
        };
        narrow.reform(move |()| filter.clone())
    };
    let onprevious = filter.after.is_some().then(|| to(None));
    let onnext = page.next.clone().map(|next| to(Some(next)));
    html! { <Pager label={words.pages} previous={words.previous} next={words.next} {onprevious} {onnext} /> }
}

fn empty(filter: &AuditFilter, texts: &Texts) -> Html {
    let words = texts.audit();
    if *filter == AuditFilter::default() {
        return html! { <Picture kind={StateKind::Empty} title={words.empty} /> };
    }
    html! { <Picture kind={StateKind::Empty} title={words.none_fits} more={words.none_more} /> }
}
