//! What a revision does, period by period: old end, new end, and what becomes late by it.

use super::view::{Address, ROWS};
use crate::{
    api::revisions::list_revision_effects,
    hooks::use_query,
    route::{Route, RouteLink},
    session::{use_client, use_session},
    shell::{LINES, remote_view},
    text::{Texts, format, revisions, use_texts},
    ui::{Choice, Column, Pager, Picture, Row, Select, StateKind, Table, Tag, Tone},
};
use anju_shared::{
    access::Operation,
    api::revisions::{EffectFilter, EffectGroup, EffectPage, RevisionDetail, RevisionEffect},
    deadlines::Due,
    revision::Shift,
    time::Instant,
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EffectsProps {
    pub(super) detail: Rc<RevisionDetail>,
    pub(super) address: Address,
    pub(super) turn: Callback<Address>,
}

/// The rows, or why there are none to see.
#[component]
pub(super) fn Effects(props: &EffectsProps) -> Html {
    let (texts, session) = (use_texts(), use_session());
    let words = texts.revisions();
    let run = props
        .detail
        .simulation
        .as_ref()
        .or(props.detail.application.as_ref());
    match run {
        None => {
            html! { <Picture kind={StateKind::Empty} title={words.not_simulated} more={words.simulation_more} /> }
        }
        Some(_) if !session.may(Operation::ReadRevisionEffects) => {
            html! { <Picture kind={StateKind::Refused} title={words.effects} more={words.not_for_you} /> }
        }
        Some(run) => {
            let key = format!("{} {:?}", run.asked_at, run.state);
            html! { <Found {key} ..props.clone() /> }
        }
    }
}

#[component]
fn Found(props: &EffectsProps) -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let filter = props.address.effects.clone();
    let key = (props.detail.revision.id, filter.clone());
    let query = use_query(key, |client, (id, filter)| {
        let limit = Some(ROWS);
        list_revision_effects(&client, id, &EffectFilter { limit, ..filter })
    });
    let narrow = {
        let address = props.address.clone();
        props.turn.reform(move |effects| Address {
            effects,
            ..address.clone()
        })
    };
    let draw = {
        let (filter, narrow) = (filter.clone(), narrow.clone());
        move |page: Rc<EffectPage>| table(&page, &filter, &narrow, (texts, now))
    };
    html! {
        <>
            { filters(&filter, &narrow, texts) }
            <div data-test="effects">{ remote_view(&query.remote, &query.reload, LINES, draw) }</div>
        </>
    }
}

fn filters(filter: &EffectFilter, narrow: &Callback<EffectFilter>, texts: &'static Texts) -> Html {
    let words = texts.revisions();
    let groups: Rc<[Choice]> = [EffectGroup::Open, EffectGroup::Kept, EffectGroup::Past]
        .map(|group| Choice::new(group.code(), revisions::group(group, texts.language)))
        .into();
    let shifts: Rc<[Choice]> = Shift::ALL
        .iter()
        .map(|shift| Choice::new(shift.code(), shift.text(texts.language)))
        .collect();
    let group = {
        let filter = filter.clone();
        narrow.reform(move |code: String| EffectFilter {
            group: EffectGroup::parse(&code),
            after: None,
            ..filter.clone()
        })
    };
    let shift = {
        let filter = filter.clone();
        narrow.reform(move |code: String| EffectFilter {
            shift: Shift::parse(&code),
            after: None,
            ..filter.clone()
        })
    };
    html! {
        <div class="filters filters--open" role="search" aria-label={words.effects}>
            <Select label={words.group} value={filter.group.map_or("", EffectGroup::code)} choices={groups} none={words.all} onchange={group} test="effects-group" />
            <Select label={words.shift} value={filter.shift.map_or("", Shift::code)} choices={shifts} none={words.all} onchange={shift} test="effects-shift" />
        </div>
    }
}

fn table(
    page: &EffectPage,
    filter: &EffectFilter,
    narrow: &Callback<EffectFilter>,
    (texts, now): (&'static Texts, Instant),
) -> Html {
    let words = texts.revisions();
    if page.items.is_empty() {
        return html! { <Picture kind={StateKind::Empty} title={words.no_effect} /> };
    }
    let columns: Rc<[Column]> = [
        Column::new(words.case),
        Column::new(words.period),
        Column::new(words.old_end),
        Column::new(words.new_end),
        Column::new(words.shift),
    ]
    .into();
    let rows = page.items.iter().map(|effect| line(effect, texts, now));
    let to = |after: Option<i64>| {
        let filter = filter.clone();
        narrow.reform(move |()| EffectFilter {
            after,
            ..filter.clone()
        })
    };
    let onprevious = filter.after.is_some().then(|| to(None));
    let onnext = page.next.map(|next| to(Some(next)));
    let pages = texts.widgets();
    html! {
        <>
            <Table caption={words.effects} {columns} rows={rows.collect::<Vec<_>>()} />
            <Pager label={pages.pages} previous={pages.previous} next={pages.next} {onprevious} {onnext} />
        </>
    }
}

fn line(effect: &RevisionEffect, texts: &'static Texts, now: Instant) -> Row {
    let (words, language) = (texts.revisions(), texts.language);
    let end = |due: Due| {
        let provisional = due.provisional.then(|| format!("（{}）", words.provisional));
        format!(
            "{}{}",
            format::last_day(due.at, now, language),
            provisional.unwrap_or_default()
        )
    };
    let tone = match effect.shift {
        Shift::NewlyLate => Tone::Red,
        Shift::NoLongerLate => Tone::Green,
        Shift::Earlier => Tone::Yellow,
        Shift::Later | Shift::Confirmed => Tone::Plain,
    };
    let round = (effect.round > 1).then(|| (words.round)(effect.round));
    Row::Cells {
        key: format!("{} {} {}", effect.case, effect.clock, effect.round).into(),
        cells: vec![
            html! {
                <span class="proposal">
                    <RouteLink to={Route::Case { id: effect.case }} class="number">{ effect.number.clone() }</RouteLink>
                    <small class="quiet">{ revisions::group(effect.group, language) }</small>
                </span>
            },
            html! { <>{ effect.clock.text(language) }{ " " }<span class="quiet">{ round }</span></> },
            html! { end(effect.before) },
            html! { end(effect.after) },
            html! { <Tag label={effect.shift.text(language)} {tone} /> },
        ],
    }
}
