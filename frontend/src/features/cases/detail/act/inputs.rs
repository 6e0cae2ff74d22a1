//! Draws the fields of a form from their description.

use super::{
    super::view::{
        command::Errors,
        draft::{Change, Draft},
        form::{Desk, Kind, Spec},
    },
    upload::Upload,
};
use crate::ui::{
    Checkbox, Choice, DateTimeInput, DateTimeTexts, Field, FieldWiring, RadioGroup, Select, TextArea,
    TextInput,
};
use std::rc::Rc;
use yew::prelude::*;

/// What all fields of a form share.
pub(super) struct Inputs<'a> {
    pub(super) draft: &'a Draft,
    pub(super) errors: &'a Errors,
    pub(super) onchange: Callback<Change>,
    pub(super) desk: Desk<'a>,
}

impl Inputs<'_> {
    /// One field with its label, hint and error.
    pub(super) fn field(&self, spec: &Spec) -> Html {
        let name = spec.name;
        let (label, hint) = (spec.label, spec.hint.clone());
        let error = self.errors.get(name).cloned().map(AttrValue::from);
        let required = spec.required.then_some(self.desk.texts.widgets().required);
        let value = AttrValue::from(self.draft.text(name).to_owned());
        let onchange = self.onchange.reform(move |text| Change::Text(name, text));
        let test = format!("field-{}", name.replace('_', "-"));
        match &spec.kind {
            Kind::Line => {
                html! { <TextInput key={name} {label} {hint} {error} {required} {value} {onchange} {test} /> }
            }
            Kind::Lines(rows) => {
                html! { <TextArea key={name} {label} {hint} {error} {required} {value} {onchange} {test} rows={*rows} /> }
            }
            Kind::Select(choices) => html! {
                <Select key={name} {label} {hint} {error} {required} {value} {onchange} {test} choices={choices.clone()}
                    none={self.desk.texts.widgets().choose} />
            },
            Kind::Radio(choices) => {
                let list = choices.iter().any(|choice| choice.more.is_some());
                html! { <RadioGroup key={name} {label} {hint} {error} {required} {value} {onchange} {test} {list} choices={choices.clone()} /> }
            }
            Kind::Ticks(choices) => self.ticks(spec, choices, error, test),
            Kind::Tick => {
                let onchange = onchange.reform(|on: bool| if on { "yes".to_owned() } else { String::new() });
                html! { <Checkbox key={name} {label} checked={!value.is_empty()} {onchange} {test} /> }
            }
            Kind::Moment => html! {
                <DateTimeInput key={name} {label} {error} {required} {value} {onchange} {test} now={self.desk.now}
                    words={DateTimeTexts(self.desk.texts)} />
            },
            Kind::File | Kind::Files => {
                let many = spec.kind == Kind::Files;
                html! { <Upload key={name} {label} {hint} {error} files={self.draft.files.clone()} {many} onchange={self.onchange.clone()} {test} /> }
            }
        }
    }

    fn ticks(&self, spec: &Spec, choices: &Rc<[Choice]>, error: Option<AttrValue>, test: String) -> Html {
        let (draft, onchange, name, choices) = (
            self.draft.clone(),
            self.onchange.clone(),
            spec.name,
            choices.clone(),
        );
        let input = Callback::from(move |_: FieldWiring| {
            let boxes = choices.iter().map(|choice| {
                let code = choice.value.clone();
                let checked = draft.ticked(name).iter().any(|one| *one == *code);
                let onchange = onchange.reform(move |on| Change::Tick(name, code.to_string(), on));
                html! {
                    <Checkbox key={choice.value.to_string()} label={choice.label.clone()} more={choice.more.clone()} {checked} {onchange}
                        test={format!("{test}-{}", choice.value)} />
                }
            });
            html! { <div class="ticks">{ for boxes }</div> }
        });
        let required = spec.required.then_some(self.desk.texts.widgets().required);
        html! { <Field key={name} group=true label={spec.label} hint={spec.hint.clone()} {error} {required} {input} /> }
    }
}
