//! The fields about receipt and matter. The facts that a full registration records carry a mark.

use super::view::{Draft, Edit, Faults, Field};
use crate::{
    hooks::use_now,
    text::{Texts, use_texts},
    ui::{Choice, DateTimeInput, DateTimeTexts, Panel, RadioGroup, Select, TextArea, TextInput},
};
use anju_shared::{
    rules::{Entry, RuleProfile},
    workflow::Nature,
};
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        Rc::new(self.edited(edit))
    }
}

/// What every field needs to draw itself.
pub(super) struct Sheet<'a> {
    pub(super) draft: &'a UseReducerHandle<Draft>,
    pub(super) faults: &'a Faults,
    pub(super) rules: &'a RuleProfile,
    pub(super) texts: &'static Texts,
}

impl Sheet<'_> {
    /// Changes a field.
    fn set(&self, field: Field) -> Callback<String> {
        let dispatcher = self.draft.dispatcher();
        Callback::from(move |text| dispatcher.dispatch(Edit::Say(field, text)))
    }

    /// What is wrong with the field of this name.
    pub(super) fn fault(&self, name: &str) -> Option<AttrValue> {
        self.faults.get(name).map(|fault| fault.clone().into())
    }

    /// The mark of a fact that a full registration records (TJ-7.2).
    fn mark(&self, field: Field) -> Option<&'static str> {
        let mut required = self.rules.required.iter();
        required
            .any(|one| Field::of(one.field) == field)
            .then_some(self.texts.register.recorded)
    }

    fn line(&self, field: Field, label: &'static str, hint: Option<&'static str>) -> Html {
        html! {
            <TextInput {label} {hint} name={field.name()} value={self.draft.text(field).to_owned()} onchange={self.set(field)}
                error={self.fault(field.name())} mark={self.mark(field)} autofocus={field == Field::Enterprise}
                test={test(field)} />
        }
    }

    fn lines(&self, field: Field, label: &'static str, hint: Option<&'static str>, rows: u32) -> Html {
        html! {
            <TextArea {label} {hint} {rows} name={field.name()} value={self.draft.text(field).to_owned()} onchange={self.set(field)}
                error={self.fault(field.name())} mark={self.mark(field)} test={test(field)} />
        }
    }

    fn pick(&self, field: Field, label: &'static str, entries: &[Entry], none: Option<&'static str>) -> Html {
        let choices: Rc<[Choice]> = entries
            .iter()
            .map(|entry| Choice::new(entry.code.clone(), entry.text(self.texts.language).to_owned()))
            .collect();
        html! {
            <Select {label} {choices} {none} value={self.draft.text(field).to_owned()} onchange={self.set(field)}
                error={self.fault(field.name())} mark={self.mark(field)} test={test(field)} />
        }
    }

    fn tick(&self, field: Field, label: &'static str, choices: Rc<[Choice]>) -> Html {
        html! {
            <RadioGroup {label} {choices} value={self.draft.text(field).to_owned()} onchange={self.set(field)}
                error={self.fault(field.name())} test={test(field)} />
        }
    }

    /// How the report came.
    pub(super) fn receipt(&self) -> Html {
        let words = &self.texts.register;
        html! {
            <Panel title={words.receipt}>
                <div class="columns columns--even">
                    { self.pick(Field::Channel, words.channel, &self.rules.channels, None) }
                    <ReceivedAt value={self.draft.text(Field::ReceivedAt).to_owned()} onchange={self.set(Field::ReceivedAt)}
                        error={self.fault(Field::ReceivedAt.name())} />
                    { self.line(Field::ExternalNumber, words.external_number, None) }
                    { self.line(Field::Title, words.line, Some(words.line_hint)) }
                </div>
            </Panel>
        }
    }

    /// What it is about.
    pub(super) fn matter(&self) -> Html {
        let words = &self.texts.register;
        let choose = Some(self.texts.widgets.choose);
        let natures = Nature::ALL
            .iter()
            .map(|nature| Choice::new(nature.code(), nature.text(self.texts.language)));
        let told = [
            Choice::new("", words.told_unknown),
            Choice::new("true", words.told_yes),
            Choice::new("false", words.told_no),
        ];
        html! {
            <Panel title={words.matter}>
                <div class="form">
                    <div class="columns columns--even">
                        { self.line(Field::Enterprise, words.enterprise, None) }
                        { self.line(Field::CreditCode, words.credit_code, None) }
                        { self.line(Field::Address, words.address, None) }
                        { self.pick(Field::Region, words.region, &self.rules.regions, choose) }
                        { self.line(Field::Place, words.place, None) }
                        { self.pick(Field::Industry, words.industry, &self.rules.industries, choose) }
                    </div>
                    { self.line(Field::Occurred, words.occurred, Some(words.occurred_hint)) }
                    { self.lines(Field::Facts, words.facts, Some(words.facts_hint), 5) }
                    { self.lines(Field::Clues, words.clues, None, 2) }
                    { self.tick(Field::Nature, words.nature, natures.collect()) }
                    { self.tick(Field::ToldEmployer, words.told_employer, told.into()) }
                </div>
            </Panel>
        }
    }
}

/// Name under which tests find a field.
fn test(field: Field) -> String {
    format!("register-{}", field.name().replace('_', "-"))
}

#[derive(Clone, PartialEq, Properties)]
struct ReceivedAtProps {
    value: AttrValue,
    onchange: Callback<String>,
    error: Option<AttrValue>,
}

/// Drawn anew every second, for its button that fills in the present moment, and nothing else with it.
#[component]
fn ReceivedAt(props: &ReceivedAtProps) -> Html {
    let (now, texts) = (use_now(), use_texts());
    html! {
        <DateTimeInput label={texts.register.received_at} {now} words={DateTimeTexts(texts)} value={props.value.clone()}
            onchange={props.onchange.clone()} error={props.error.clone()} test={test(Field::ReceivedAt)} />
    }
}
