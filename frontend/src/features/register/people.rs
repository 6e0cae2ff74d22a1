//! The reporters. Whoever says nothing of themselves is anonymous: there is no box to tick.

use super::{
    sheet::Sheet,
    view::{Draft, Edit, Person, Standing, Trait},
};
use crate::{
    text::register::RegisterTexts,
    ui::{Button, ButtonKind, Checkbox, Glyph, Panel, Select, Tag, TextInput, Tone},
};
use anju_shared::{api::reports::MOST_REPORTERS, workflow::Capacity};
use yew::prelude::*;

impl Sheet<'_> {
    /// Who reports.
    pub(super) fn people(&self) -> Html {
        let words = self.texts.register();
        let people = &self.draft.people;
        let add = {
            let dispatcher = self.draft.dispatcher();
            move |()| dispatcher.dispatch(Edit::Add)
        };
        html! {
            <Panel title={words.people}>
                <div class="form">
                    <p class="quiet">{ words.reporter_hint }</p>
                    { for people.iter().enumerate().map(|(place, person)| self.person(place, person, people.len() > 1)) }
                    if people.len() < MOST_REPORTERS {
                        <div><Button glyph={Glyph::Plus} label={words.add_reporter} onclick={add} test="register-add-reporter" /></div>
                    }
                </div>
            </Panel>
        }
    }

    fn person(&self, place: usize, person: &Person, removable: bool) -> Html {
        let words = self.texts.register();
        let capacities = self.choices.capacities.clone();
        let dispatcher = self.draft.dispatcher();
        let wants_paper = {
            let dispatcher = dispatcher.clone();
            move |wants| dispatcher.dispatch(Edit::Paper(place, wants))
        };
        let remove = move |()| dispatcher.dispatch(Edit::Remove(place));
        let told = self.say(place, Trait::Capacity);
        let capacity = match person.text(Trait::Capacity) {
            "" => Capacity::Public.code().to_owned(),
            code => code.to_owned(),
        };
        html! {
            <fieldset class="person" key={person.key} data-test={format!("register-reporter-{place}")}>
                <legend class="row row--tight">
                    <span class="strong">{ (words.reporter)(place + 1) }</span>{ standing_tag(person.standing(), words) }
                </legend>
                <div class="columns columns--even">
                    { self.trait_of(place, person, Trait::Name, words.name) }
                    { self.trait_of(place, person, Trait::Phone, words.phone) }
                    { self.trait_of(place, person, Trait::Address, words.home) }
                    { self.trait_of(place, person, Trait::CitizenId, words.citizen_id) }
                    <Select label={words.capacity} choices={capacities} value={capacity} onchange={told}
                        test={test(place, Trait::Capacity.name())} />
                    <div class="person__end">
                        <Checkbox label={words.wants_paper} checked={person.wants_paper} onchange={wants_paper}
                            test={test(place, "wants_paper")} />
                        if removable {
                            <Button kind={ButtonKind::Quiet} small=true glyph={Glyph::Close} onclick={remove}
                                label={format!("{} {}", words.remove_reporter, (words.reporter)(place + 1))} test={test(place, "remove")} />
                        }
                    </div>
                </div>
            </fieldset>
        }
    }

    fn trait_of(&self, place: usize, person: &Person, field: Trait, label: &'static str) -> Html {
        let error = self.fault(&format!("reporters[{place}].{}", field.name()));
        let kind = if field == Trait::Phone { "tel" } else { "text" };
        html! {
            <Said {place} {field} {label} {kind} {error} value={person.text(field).to_owned()} edit={self.draft.dispatcher()} />
        }
    }

    fn say(&self, place: usize, field: Trait) -> Callback<String> {
        let dispatcher = self.draft.dispatcher();
        Callback::from(move |text| dispatcher.dispatch(Edit::SayOf(place, field, text)))
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SaidProps {
    place: usize,
    field: Trait,
    label: &'static str,
    kind: &'static str,
    value: AttrValue,
    error: Option<AttrValue>,
    edit: UseReducerDispatcher<Draft>,
}

/// A field about a reporter, drawn anew only when something about it changes.
#[component]
fn Said(props: &SaidProps) -> Html {
    let SaidProps {
        place,
        field,
        label,
        kind,
        value,
        error,
        edit,
    } = props.clone();
    let onchange = use_callback((edit, place, field), |text, (edit, place, field)| {
        edit.dispatch(Edit::SayOf(*place, *field, text));
    });
    html! { <TextInput {label} {kind} {error} {value} {onchange} test={test(place, field.name())} /> }
}

/// How much is known of a reporter, as a tag.
pub(super) fn standing_tag(standing: Standing, words: &RegisterTexts) -> Html {
    let (label, tone) = match standing {
        Standing::Anonymous => (words.anonymous, Tone::Plain),
        Standing::Partly => (words.partly_named, Tone::Yellow),
        Standing::RealName => (words.real_name, Tone::Blue),
    };
    html! { <Tag {label} {tone} /> }
}

/// Name under which tests find a field of a reporter.
fn test(place: usize, name: &str) -> String {
    format!("register-reporter-{place}-{}", name.replace('_', "-"))
}
