//! What the list can be narrowed to. Every change is a new address.

use super::view::{cleared, narrowed, order};
use crate::{
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Choice, Glyph, Select},
};
use anju_shared::{
    api::cases::{CaseFilter, CaseOrder},
    rules::{Entry, RuleProfile},
    workflow::{Stage, Urgency},
};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) filter: CaseFilter,
    /// The dictionaries, once they are here.
    pub(super) rules: Option<Rc<RuleProfile>>,
    /// Another filter was chosen; the list begins anew with it.
    pub(super) onchange: Callback<CaseFilter>,
}

#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let texts = use_texts();
    let words = &texts.cases_list;
    let open = use_state_eq(|| false);
    let toggle = {
        let open = open.clone();
        move |()| open.set(!*open)
    };
    let count = narrowed(&props.filter);
    let label = match count {
        0 => words.filters.to_owned(),
        count => format!("{} {count}", words.filters),
    };
    let clear = {
        let cleared = cleared(&props.filter);
        props.onchange.reform(move |()| cleared.clone())
    };
    html! {
        <div class={classes!("filters", open.then_some("filters--open"))} role="search" aria-label={words.filters}>
            <span class="filters__button"><Button {label} glyph={Glyph::Filter} expanded={*open} onclick={toggle} test="cases-filters" /></span>
            { for own(props, texts) }
            { for of_rules(props, texts) }
            { sorting(props, texts) }
            if count > 0 {
                <Button kind={ButtonKind::Quiet} glyph={Glyph::Close} label={words.clear} onclick={clear} test="cases-clear" />
            }
        </div>
    }
}

/// The filters whose words stand in the procedure itself.
fn own(props: &FiltersProps, texts: &'static Texts) -> [Html; 3] {
    let (words, filter) = (&texts.cases_list, &props.filter);
    let stages = Stage::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(texts.language)));
    let urgencies = Urgency::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(texts.language)));
    let states = [
        Choice::new("true", words.open_yes),
        Choice::new("false", words.open_no),
    ];
    let state = filter.open.map(|open| open.to_string());
    [
        pick(
            props,
            ("open", words.open, words.all),
            state,
            states.into(),
            |filter, value| {
                filter.open = value.parse().ok();
            },
        ),
        pick(
            props,
            ("stage", words.stage, words.all),
            filter.stage.map(|one| one.code().to_owned()),
            stages.collect(),
            |filter, value| filter.stage = Stage::parse(&value),
        ),
        pick(
            props,
            ("urgency", words.urgency, words.all),
            filter.urgency.map(|one| one.code().to_owned()),
            urgencies.collect(),
            |filter, value| filter.urgency = Urgency::parse(&value),
        ),
    ]
}

/// The filters whose words stand in the rules.
fn of_rules(props: &FiltersProps, texts: &'static Texts) -> [Html; 3] {
    let (words, filter) = (&texts.cases_list, &props.filter);
    let entries = |dictionary: fn(&RuleProfile) -> &Vec<Entry>| {
        let entries = props.rules.iter().flat_map(|rules| dictionary(rules));
        entries
            .map(|entry| Choice::new(entry.code.clone(), entry.text(texts.language).to_owned()))
            .collect::<Rc<[Choice]>>()
    };
    let filled = |value: String| Some(value).filter(|value| !value.is_empty());
    [
        pick(
            props,
            ("region", words.region, words.all),
            filter.region.clone(),
            entries(|rules| &rules.regions),
            move |filter, value| filter.region = filled(value),
        ),
        pick(
            props,
            ("industry", words.industry, words.all),
            filter.industry.clone(),
            entries(|rules| &rules.industries),
            move |filter, value| filter.industry = filled(value),
        ),
        pick(
            props,
            ("channel", words.channel, words.all),
            filter.channel.clone(),
            entries(|rules| &rules.channels),
            move |filter, value| filter.channel = filled(value),
        ),
    ]
}

fn sorting(props: &FiltersProps, texts: &'static Texts) -> Html {
    let words = &texts.cases_list;
    let choices: Rc<[Choice]> = [
        Choice::new(CaseOrder::Due.code(), words.order_due),
        Choice::new(CaseOrder::Newest.code(), words.order_newest),
    ]
    .into();
    let chosen = props.filter.order.unwrap_or_default().code();
    let onchange = change(props, |filter, value| {
        // The usual order needs no word in the address.
        filter.order = order(&value).filter(|order| *order != CaseOrder::default());
    });
    html! { <Select label={words.order} value={chosen} {choices} {onchange} test="cases-filter-order" /> }
}

fn pick(
    props: &FiltersProps,
    (name, label, all): (&'static str, &'static str, &'static str),
    value: Option<String>,
    choices: Rc<[Choice]>,
    set: impl Fn(&mut CaseFilter, String) + 'static,
) -> Html {
    let value = value.unwrap_or_default();
    html! {
        <Select {label} {value} {choices} none={all} onchange={change(props, set)} test={format!("cases-filter-{name}")} />
    }
}

/// The filter with one thing changed, from its first page on.
fn change(props: &FiltersProps, set: impl Fn(&mut CaseFilter, String) + 'static) -> Callback<String> {
    let filter = props.filter.clone();
    props.onchange.reform(move |value| {
        let mut filter = filter.clone();
        filter.after = None;
        set(&mut filter, value);
        filter
    })
}
