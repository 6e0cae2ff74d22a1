//! 经过: what happened, the latest first.

use super::{
    Seen,
    view::story::{Light, Told, tell},
};
use crate::{
    api::case::read_case_events,
    hooks::{Same, use_now, use_query},
    shell::{LINES, remote_view},
    text::{Texts, format, use_texts},
    ui::{Moment, Tag, Timeline},
};
use anju_shared::{api::cases::Journal, time::Instant};
use std::rc::Rc;
use yew::prelude::*;

use super::PartProps;

/// The journal of the case; it is read again when the case has changed.
#[component]
pub(super) fn Story(props: &PartProps) -> Html {
    let case = props.seen.read.value.case();
    let (id, version) = (case.id, case.version);
    let query = use_query(id, |client, id| read_case_events(&client, id));
    let seen_version = use_mut_ref(|| version);
    {
        let reload = query.reload.clone();
        use_effect_with(version, move |&version| {
            if seen_version.replace(version) != version {
                reload.emit(());
            }
        });
    }
    let seen = props.seen.clone();
    let draw = |journal: Rc<Journal>| html! { <Events {seen} {journal} /> };
    remote_view(&query.remote, &query.reload, LINES, draw)
}

#[derive(Clone, PartialEq, Properties)]
struct EventsProps {
    seen: Seen,
    journal: Same<Journal>,
}

#[component]
fn Events(props: &EventsProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let detail = &props.seen.read.value;
    let light = Light {
        case: detail.case(),
        reporters: detail.reporters(),
        profile: &props.seen.profile,
        now,
        texts,
    };
    let told = tell(&props.journal.events, light);
    let moments: Vec<Moment> = told.into_iter().map(|one| moment(one, now, texts)).collect();
    html! { <Timeline {moments} /> }
}

fn moment(told: Told, now: Instant, texts: &'static Texts) -> Moment {
    let title = html! {
        <span class="told">
            <span class={classes!(told.bad.then_some("told--bad"))}>{ told.title }</span>
            { for told.tags.into_iter().map(|tag| html! { <Tag label={tag} /> }) }
            <span class="told__by">{ told.by }</span>
        </span>
    };
    let more = html! {
        <>
            { for told.more.into_iter().map(|line| html! { <div class="prose">{ line }</div> }) }
            { for told.periods.into_iter().map(|line| html! { <span class="told__period">{ line }</span> }) }
        </>
    };
    Moment {
        key: told.seq.to_string().into(),
        when: format::moment(told.at, now, texts.language).into(),
        datetime: told.at.to_string().into(),
        title,
        more,
    }
}
