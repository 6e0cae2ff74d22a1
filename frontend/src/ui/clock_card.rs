//! A legal period as the hero of a case: what runs, how long still, until when, under which clause, and the
//! way to ask why.

use super::{
    button::{Button, ButtonKind},
    deadline_badge::Lamp,
    tag::Tag,
};
use crate::{
    hooks::use_now,
    text::{
        format::{self, Exactness},
        use_texts,
    },
};
use anju_shared::time::Instant;
use yew::prelude::*;

/// Properties of [`ClockCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ClockCardProps {
    /// What runs: `核查并反馈 · 10 个工作日`.
    pub title: AttrValue,
    /// When it began.
    pub started: Instant,
    /// Its exclusive end.
    pub due: Instant,
    /// From when on the lamp is yellow.
    pub yellow_from: Instant,
    /// The clause that sets it, as people cite it.
    pub clause: AttrValue,
    /// It runs no longer; how it ended.
    #[prop_or_default]
    pub ended: Option<AttrValue>,
    /// It ended too late.
    #[prop_or_default]
    pub late: bool,
    /// It touches a year without an official calendar.
    #[prop_or_default]
    pub provisional: bool,
    /// Asks why this day.
    #[prop_or_default]
    pub onwhy: Option<Callback<()>>,
}

/// A period as a card.
#[component]
pub fn ClockCard(props: &ClockCardProps) -> Html {
    let (now, texts) = (use_now(), use_texts());
    let lamp = match &props.ended {
        Some(_) => Lamp::Off,
        None => Lamp::at(now, props.due, props.yellow_from),
    };
    let (card, word) = match lamp {
        Lamp::Green => ("clock--green", texts.time().green),
        Lamp::Yellow => ("clock--yellow", texts.time().yellow),
        Lamp::Red => ("clock--red", texts.time().red),
        Lamp::Off => ("clock--off", texts.time().over),
    };
    let left = match &props.ended {
        Some(how) => how.clone(),
        None => format::remaining(props.due, now, Exactness::Full, texts.language).into(),
    };
    let meter = props.ended.is_none().then(|| {
        let (passed, whole) = (now.since(props.started).max(0), props.due.since(props.started).max(1));
        html! { <progress class="meter" value={passed.min(whole).to_string()} max={whole.to_string()} aria-hidden="true" /> }
    });
    html! {
        <section class={classes!("panel", "clock", card, props.late.then_some("clock--late"))}>
            <span class={classes!("lamp", lamp.class())}>{ props.title.clone() }<span class="unseen">{ word }</span></span>
            <span class="clock__left">{ left }</span>
            <span class="clock__note">
                { (texts.time().until)(&format::last_day(props.due, now, texts.language)) }
                if props.provisional { { " " }<Tag label={texts.time().provisional} title={texts.time().provisional_more} /> }
                if let Some(onwhy) = &props.onwhy {
                    { " · " }<Button kind={ButtonKind::Link} label={texts.time().why} onclick={onwhy.clone()} />
                }
            </span>
            <span class="clock__note">{ props.clause.clone() }</span>
            { meter }
        </section>
    }
}
