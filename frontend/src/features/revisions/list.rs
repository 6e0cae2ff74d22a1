//! The page of all revisions: what is on its way, and who did what last.

use super::{start::Start, view::called};
use crate::{
    api::revisions::list_revisions,
    hooks::use_query,
    route::{Route, RouteLink, use_go},
    session::{use_client, use_session},
    shell::{LINES, remote_view},
    text::{Texts, format, use_texts},
    ui::{Button, ButtonKind, Column, Glyph, PageHead, Panel, Picture, Row, StateKind, Table, Tag, Tone},
};
use anju_shared::{
    access::Operation,
    api::revisions::{RevisionList, RevisionStep, RevisionSummary},
    ids::RevisionId,
    revision::RevisionState,
    time::Instant,
};
use std::rc::Rc;
use yew::prelude::*;

/// All revisions.
#[component]
pub fn RevisionsPage() -> Html {
    let (texts, session, now, go) = (use_texts(), use_session(), use_client().now(), use_go());
    let words = texts.revisions();
    let list = use_query((), |client, ()| list_revisions(&client));
    let starting = use_state_eq(|| false);
    let start = |on| {
        let starting = starting.setter();
        Callback::from(move |()| starting.set(on))
    };
    let open = go.reform(|id: RevisionId| Route::Revision { id });
    let draw = |list: Rc<RevisionList>| table(&list, open, texts, now);
    let begin = session.may(Operation::DraftRevision);
    html! {
        <>
            <PageHead title={words.title} after={html! { <span class="quiet wide">{ words.lead }</span> }}>
                <RouteLink to={Route::Rules} class="button">{ words.to_rules }</RouteLink>
                if begin {
                    <Button kind={ButtonKind::Primary} glyph={Glyph::Plus} label={words.begin} onclick={start(true)} test="revision-new" />
                }
            </PageHead>
            <Panel bare=true><div data-test="revisions">{ remote_view(&list.remote, &list.reload, LINES, draw) }</div></Panel>
            if *starting { <Start onclose={start(false)} /> }
        </>
    }
}

fn table(list: &RevisionList, open: Callback<RevisionId>, texts: &'static Texts, now: Instant) -> Html {
    let words = texts.revisions();
    if list.revisions.is_empty() {
        return html! { <Picture kind={StateKind::Empty} title={words.empty} more={words.empty_more} /> };
    }
    let columns: Rc<[Column]> = [
        Column::cut(words.name),
        Column::new(words.kind),
        Column::new(words.state),
        Column::new(words.in_force_from),
        Column::new(words.last),
    ]
    .into();
    let rows = list.revisions.iter().map(|one| line(one, texts, now));
    let ids: Vec<RevisionId> = list.revisions.iter().map(|one| one.id).collect();
    let onopen = Callback::from(move |key: AttrValue| {
        let id = ids.iter().find(|id| id.to_string() == key.as_str());
        if let Some(id) = id {
            open.emit(*id);
        }
    });
    html! { <Table caption={words.title} {columns} rows={rows.collect::<Vec<_>>()} {onopen} /> }
}

fn line(one: &RevisionSummary, texts: &'static Texts, now: Instant) -> Row {
    let (words, language) = (texts.revisions(), texts.language);
    let name = called(one.kind, &one.name, one.number, words);
    let day = format::day(one.in_force_from, now.local_date().ymd().0, language);
    Row::Cells {
        key: one.id.to_string().into(),
        cells: vec![
            html! {
                <>
                    <RouteLink to={Route::Revision { id: one.id }} test={format!("revision-{}-{}", one.name, one.number)}>{ name }</RouteLink>
                    { " " }<span class="quiet">{ one.title.clone() }</span>
                </>
            },
            html! { one.kind.text(language) },
            state(one.state, texts),
            html! { day },
            html! { one.steps.last().map(|step| told(step, texts, now)).unwrap_or_default() },
        ],
    }
}

/// How far a revision is, as a tag.
pub(super) fn state(state: RevisionState, texts: &'static Texts) -> Html {
    let tone = match state {
        RevisionState::Draft => Tone::Plain,
        RevisionState::Submitted => Tone::Yellow,
        RevisionState::Published => Tone::Blue,
        RevisionState::Applied => Tone::Green,
        RevisionState::Discarded => Tone::Plain,
    };
    html! { <Tag label={state.text(texts.language)} {tone} /> }
}

/// What was done, by whom and when.
pub(super) fn told(step: &RevisionStep, texts: &'static Texts, now: Instant) -> String {
    let by = step.by.as_deref().unwrap_or(texts.revisions().anju);
    let at = format::moment(step.at, now, texts.language);
    format!("{} {by} {at}", step.action.text(texts.language))
}
