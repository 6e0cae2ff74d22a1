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
    /// It stands still: why, and what its end would be.
    #[prop_or_default]
    pub paused: Option<AttrValue>,
    /// It touches a year without an official calendar.
    #[prop_or_default]
    pub provisional: bool,
    /// Name under which tests find it: `clock-` and this; the question why: `why-` and this.
    #[prop_or_default]
    pub test: Option<AttrValue>,
    /// Asks why this day.
    #[prop_or_default]
    pub onwhy: Option<Callback<()>>,
}

/// A period as a card.
#[component]
pub fn ClockCard(props: &ClockCardProps) -> Html {
    let (now, texts) = (use_now(), use_texts());
    let lamp = match props.ended.as_ref().or(props.paused.as_ref()) {
        Some(_) => Lamp::Off,
        None => Lamp::at(now, props.due, props.yellow_from),
    };
    let (card, word) = match lamp {
        Lamp::Green => ("clock--green", texts.time().green),
        Lamp::Yellow => ("clock--yellow", texts.time().yellow),
        Lamp::Red => ("clock--red", texts.time().red),
        Lamp::Off if props.paused.is_some() => ("clock--paused", texts.time().paused),
        Lamp::Off => ("clock--off", texts.time().over),
    };
    let left = match &props.ended {
        Some(how) => how.clone(),
        None if props.paused.is_some() => texts.time().paused.into(),
        None => format::remaining(props.due, now, Exactness::Full, texts.language).into(),
    };
    let meter = (props.ended.is_none() && props.paused.is_none()).then(|| {
        let (passed, whole) = (now.since(props.started).max(0), props.due.since(props.started).max(1));
        html! { <progress class="meter" value={passed.min(whole).to_string()} max={whole.to_string()} aria-hidden="true" /> }
    });
    let name = |what| {
        props
            .test
            .as_ref()
            .map(|test| AttrValue::from(format!("{what}-{test}")))
    };
    html! {
        <section class={classes!("panel", "clock", card, props.late.then_some("clock--late"))} data-test={name("clock")}>
            <span class={classes!("lamp", lamp.class())}>{ props.title.clone() }<span class="unseen">{ word }</span></span>
            <span class="clock__left">{ left }</span>
            <span class="clock__note">
                if let Some(paused) = &props.paused {
                    { paused.clone() }
                } else {
                    { (texts.time().until)(&format::last_day(props.due, now, texts.language)) }
                }
                if props.provisional { { " " }<Tag label={texts.time().provisional} title={texts.time().provisional_more} /> }
                if let Some(onwhy) = &props.onwhy {
                    { " · " }<Button kind={ButtonKind::Link} label={texts.time().why} test={name("why")} onclick={onwhy.clone()} />
                }
            </span>
            <span class="clock__note">{ props.clause.clone() }</span>
            { meter }
        </section>
    }
}
