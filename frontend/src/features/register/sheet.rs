//! The fields about receipt and matter. The facts that a full registration records carry a mark.

use super::view::{Draft, Edit, Faults, Field};
use crate::{
    hooks::use_now,
    text::{Texts, use_texts},
    ui::{Choice, DateTimeInput, DateTimeTexts, Panel, RadioGroup, Select, TextArea, TextInput},
};
use anju_shared::{
    rules::{Entry, RuleProfile},
    workflow::{Capacity, Nature},
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
    pub(super) choices: Rc<Choices>,
    pub(super) texts: &'static Texts,
}

impl Sheet<'_> {
    /// What is wrong with the field of this name.
    pub(super) fn fault(&self, name: &str) -> Option<AttrValue> {
        self.faults.get(name).map(|fault| fault.clone().into())
    }

    /// The mark of a fact that a full registration records (TJ-7.2).
    fn mark(&self, field: Field) -> Option<&'static str> {
        let mut required = self.rules.required.iter();
        required
            .any(|one| Field::of(one.field) == field)
            .then_some(self.texts.register().recorded)
    }

    fn line(&self, field: Field, label: &'static str, hint: Option<&'static str>) -> Html {
        self.lines(field, label, hint, 1)
    }

    fn lines(&self, field: Field, label: &'static str, hint: Option<&'static str>, rows: u32) -> Html {
        html! {
            <Words {field} {label} {hint} {rows} value={self.draft.text(field).to_owned()} error={self.fault(field.name())}
                mark={self.mark(field)} edit={self.draft.dispatcher()} />
        }
    }

    fn pick(
        &self,
        field: Field,
        label: &'static str,
        choices: &Rc<[Choice]>,
        none: Option<&'static str>,
    ) -> Html {
        html! {
            <Pick {field} {label} choices={choices.clone()} {none} value={self.draft.text(field).to_owned()}
                error={self.fault(field.name())} mark={self.mark(field)} edit={self.draft.dispatcher()} />
        }
    }

    fn tick(&self, field: Field, label: &'static str, choices: &Rc<[Choice]>) -> Html {
        html! {
            <Pick {field} {label} choices={choices.clone()} value={self.draft.text(field).to_owned()} radio=true
                error={self.fault(field.name())} edit={self.draft.dispatcher()} />
        }
    }

    /// How the report came.
    pub(super) fn receipt(&self) -> Html {
        let words = self.texts.register();
        html! {
            <Panel title={words.receipt}>
                <div class="columns columns--even">
                    { self.pick(Field::Channel, words.channel, &self.choices.channels, None) }
                    <ReceivedAt value={self.draft.text(Field::ReceivedAt).to_owned()} edit={self.draft.dispatcher()}
                        error={self.fault(Field::ReceivedAt.name())} />
                    { self.line(Field::ExternalNumber, words.external_number, None) }
                    { self.line(Field::Title, words.line, Some(words.line_hint)) }
                </div>
            </Panel>
        }
    }

    /// What it is about.
    pub(super) fn matter(&self) -> Html {
        let words = self.texts.register();
        let choose = Some(self.texts.widgets().choose);
        html! {
            <Panel title={words.matter}>
                <div class="form">
                    <div class="columns columns--even">
                        { self.line(Field::Enterprise, words.enterprise, None) }
                        { self.line(Field::CreditCode, words.credit_code, None) }
                        { self.line(Field::Address, words.address, None) }
                        { self.pick(Field::Region, words.region, &self.choices.regions, choose) }
                        { self.line(Field::Place, words.place, None) }
                        { self.pick(Field::Industry, words.industry, &self.choices.industries, choose) }
                    </div>
                    { self.line(Field::Occurred, words.occurred, Some(words.occurred_hint)) }
                    { self.lines(Field::Facts, words.facts, Some(words.facts_hint), 5) }
                    { self.lines(Field::Clues, words.clues, None, 2) }
                    { self.tick(Field::Nature, words.nature, &self.choices.natures) }
                    { self.tick(Field::ToldEmployer, words.told_employer, &self.choices.told) }
                </div>
            </Panel>
        }
    }
}

/// Name under which tests find a field.
fn test(field: Field) -> String {
    format!("register-{}", field.name().replace('_', "-"))
}

/// What can be chosen, put together once.
pub(super) struct Choices {
    channels: Rc<[Choice]>,
    regions: Rc<[Choice]>,
    industries: Rc<[Choice]>,
    natures: Rc<[Choice]>,
    told: Rc<[Choice]>,
    pub(super) capacities: Rc<[Choice]>,
}

impl Choices {
    fn of(rules: &RuleProfile, texts: &Texts) -> Self {
        let language = texts.language;
        let of = |entries: &[Entry]| {
            let choices = entries.iter();
            choices
                .map(|entry| Choice::new(entry.code.clone(), entry.text(language).to_owned()))
                .collect()
        };
        let words = texts.register();
        Self {
            channels: of(&rules.channels),
            regions: of(&rules.regions),
            industries: of(&rules.industries),
            natures: Nature::ALL
                .iter()
                .map(|nature| Choice::new(nature.code(), nature.text(language)))
                .collect(),
            told: [
                Choice::new("", words.told_unknown),
                Choice::new("true", words.told_yes),
                Choice::new("false", words.told_no),
            ]
            .into(),
            capacities: Capacity::ALL
                .iter()
                .map(|one| Choice::new(one.code(), one.text(language)))
                .collect(),
        }
    }
}

/// The choices of the form in the language chosen.
#[hook]
pub(super) fn use_choices(rules: &Rc<RuleProfile>) -> Rc<Choices> {
    let texts = use_texts();
    use_memo((rules.clone(), texts.language), move |(rules, _)| {
        Choices::of(rules, texts)
    })
}

#[derive(Clone, PartialEq, Properties)]
struct WordsProps {
    field: Field,
    label: &'static str,
    hint: Option<&'static str>,
    /// More than one for several lines.
    rows: u32,
    value: AttrValue,
    error: Option<AttrValue>,
    mark: Option<&'static str>,
    edit: UseReducerDispatcher<Draft>,
}

/// A field of text, drawn anew only when something about it changes.
#[component]
fn Words(props: &WordsProps) -> Html {
    let WordsProps {
        field,
        label,
        hint,
        rows,
        value,
        error,
        mark,
        edit,
    } = props.clone();
    let onchange = use_callback((edit, field), |text, (edit, field)| {
        edit.dispatch(Edit::Say(*field, text))
    });
    match rows {
        1 => html! {
            <TextInput {label} {hint} name={field.name()} {value} {onchange} {error} {mark} autofocus={field == Field::Enterprise}
                test={test(field)} />
        },
        rows => html! {
            <TextArea {label} {hint} {rows} name={field.name()} {value} {onchange} {error} {mark} test={test(field)} />
        },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PickProps {
    field: Field,
    label: &'static str,
    choices: Rc<[Choice]>,
    #[prop_or_default]
    none: Option<&'static str>,
    value: AttrValue,
    error: Option<AttrValue>,
    #[prop_or_default]
    mark: Option<&'static str>,
    /// All in sight.
    #[prop_or_default]
    radio: bool,
    edit: UseReducerDispatcher<Draft>,
}

/// A choice, drawn anew only when something about it changes.
#[component]
fn Pick(props: &PickProps) -> Html {
    let PickProps {
        field,
        label,
        choices,
        none,
        value,
        error,
        mark,
        radio,
        edit,
    } = props.clone();
    let onchange = use_callback((edit, field), |text, (edit, field)| {
        edit.dispatch(Edit::Say(*field, text))
    });
    match radio {
        true => html! { <RadioGroup {label} {choices} {value} {onchange} {error} test={test(field)} /> },
        false => {
            html! { <Select {label} {choices} {none} {value} {onchange} {error} {mark} test={test(field)} /> }
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ReceivedAtProps {
    value: AttrValue,
    edit: UseReducerDispatcher<Draft>,
    error: Option<AttrValue>,
}

/// Drawn anew every second, for its button that fills in the present moment, and nothing else with it.
#[component]
fn ReceivedAt(props: &ReceivedAtProps) -> Html {
    let (now, texts) = (use_now(), use_texts());
    let onchange = use_callback(props.edit.clone(), |text, edit| {
        edit.dispatch(Edit::Say(Field::ReceivedAt, text))
    });
    html! {
        <DateTimeInput label={texts.register().received_at} {now} words={DateTimeTexts(texts)} value={props.value.clone()}
            {onchange} error={props.error.clone()} test={test(Field::ReceivedAt)} />
    }
}
