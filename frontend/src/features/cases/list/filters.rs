//! What the list can be narrowed to. Every change is a new address.

use super::{search::Search, view::Address};
use crate::{
    api::units::list_units,
    hooks::{Law, use_query},
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Choice, Glyph, Select, TextInput},
};
use anju_shared::{
    api::{cases::CaseOrder, views::CaseColumn},
    deadlines::Band,
    rules::{Entry, RuleProfile},
    workflow::{Nature, Stage, Urgency},
};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Filters that stand in sight only when they are asked for, or narrow the list.
const MORE: [&str; 7] = ["open", "urgency", "nature", "channel", "unit", "from", "to"];

/// In what order: there always is one.
const ORDER: &str = "order";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) address: Address,
    /// The dictionaries, once they are here.
    pub(super) law: Option<Rc<Law>>,
    /// Something else was chosen; the list begins anew with it.
    pub(super) onchange: Callback<Address>,
}

impl FiltersProps {
    /// What is chosen under this name.
    fn value(&self, name: &str) -> String {
        let pairs = self.address.filter.pairs();
        let found = pairs.into_iter().find(|(set, _)| *set == name);
        let usual = || {
            if name == ORDER {
                CaseOrder::default().code().to_owned()
            } else {
                String::new()
            }
        };
        found.map_or_else(usual, |(_, value)| value)
    }

    fn change(&self, name: &'static str) -> Callback<String> {
        let address = self.address.clone();
        self.onchange
            .reform(move |value: String| address.with(name, &value))
    }

    fn pick(
        &self,
        name: &'static str,
        label: &'static str,
        none: Option<&'static str>,
        choices: Vec<Choice>,
    ) -> Html {
        html! {
            <Select key={name} {label} value={self.value(name)} choices={Rc::from(choices)} {none} onchange={self.change(name)}
                test={format!("cases-filter-{name}")} />
        }
    }

    fn day(&self, name: &'static str, label: &'static str) -> Html {
        html! {
            <TextInput key={name} kind="date" {label} value={self.value(name)} onchange={self.change(name)}
                test={format!("cases-filter-{name}")} />
        }
    }

    fn of_rules(&self, entries: fn(&RuleProfile) -> &Vec<Entry>, texts: &Texts) -> Vec<Choice> {
        let entries = self.law.iter().flat_map(|law| entries(&law.profile));
        entries
            .map(|entry| Choice::new(entry.code.clone(), entry.text(texts.language).to_owned()))
            .collect()
    }
}

#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let texts = use_texts();
    let words = texts.cases_list();
    let open = use_state_eq(|| false);
    let more = use_state_eq(|| false);
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        move |()| state.set(!*state)
    };
    let count = props.address.narrowed();
    let label = match count {
        0 => words.filters.to_owned(),
        count => format!("{} {count}", words.filters),
    };
    let all = *more || *open || MORE.iter().any(|name| !props.value(name).is_empty());
    let clear = {
        let cleared = props.address.cleared();
        props.onchange.reform(move |()| cleared.clone())
    };
    let heading = |column: CaseColumn| column.text(texts.language);
    let some = Some(words.all);
    let bands = Band::ALL
        .iter()
        .map(|band| Choice::new(band.code(), words.band(*band)));
    let stages = Stage::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(texts.language)));
    let orders = [
        (CaseOrder::Due, words.order_due),
        (CaseOrder::Newest, words.order_newest),
    ];
    let orders = orders.map(|(order, word)| Choice::new(order.code(), word));
    html! {
        <div class={classes!("filters", open.then_some("filters--open"))} role="search" aria-label={words.filters} onkeydown={leave}>
            <span class="filters__button"><Button {label} glyph={Glyph::Filter} expanded={*open} onclick={toggle(&open)} test="cases-filters" /></span>
            <Search value={props.value("q")} onchange={props.change("q")} />
            { props.pick("due", words.due, some, bands.collect()) }
            { props.pick("stage", heading(CaseColumn::Stage), some, stages.collect()) }
            { props.pick("region", heading(CaseColumn::Region), some, props.of_rules(|rules| &rules.regions, texts)) }
            { props.pick("industry", heading(CaseColumn::Industry), some, props.of_rules(|rules| &rules.industries, texts)) }
            if all { <More ..props.clone() /> }
            { props.pick(ORDER, words.order, None, orders.into()) }
            <span class="filters__end">
                if count > 0 {
                    <Button kind={ButtonKind::Quiet} glyph={Glyph::Close} label={words.clear} onclick={clear} test="cases-clear" />
                }
                if !*open { <Button kind={ButtonKind::Quiet} label={words.more} expanded={all} onclick={toggle(&more)} test="cases-more" /> }
            </span>
        </div>
    }
}

/// By Escape, and out of the words by Enter, one is back where `j` and `k` move through the rows.
fn leave(event: KeyboardEvent) {
    let Some(field) = event.target_dyn_into::<HtmlElement>() else {
        return;
    };
    let words = matches!(field.matches("[type=search]"), Ok(true));
    if !event.is_composing() && (event.key() == "Escape" || words && event.key() == "Enter") {
        event.prevent_default();
        // Where it stays it can still be left by Tab.
        field.blur().unwrap_or_default();
    }
}

/// The filters that are not always in sight.
#[component]
fn More(props: &FiltersProps) -> Html {
    let texts = use_texts();
    let words = texts.cases_list();
    let units = use_query((), |client, ()| list_units(&client));
    let units = units.remote.ready().into_iter().flat_map(|list| &list.units);
    let units = units.map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    let heading = |column: CaseColumn| column.text(texts.language);
    let some = Some(words.all);
    let states = [("true", words.open_yes), ("false", words.open_no)];
    let urgencies = Urgency::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(texts.language)));
    let natures = Nature::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(texts.language)));
    html! {
        <>
            { props.pick("open", words.open, some, states.map(|(code, word)| Choice::new(code, word)).into()) }
            { props.pick("urgency", heading(CaseColumn::Urgency), some, urgencies.collect()) }
            { props.pick("nature", heading(CaseColumn::Nature), some, natures.collect()) }
            { props.pick("channel", heading(CaseColumn::Channel), some, props.of_rules(|rules| &rules.channels, texts)) }
            { props.pick("unit", heading(CaseColumn::Unit), some, units.collect()) }
            { props.day("from", words.from) }
            { props.day("to", words.to) }
        </>
    }
}
