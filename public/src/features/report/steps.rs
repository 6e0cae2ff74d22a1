//! The first three steps: what is asked.

use super::state::{Act, Desk};
use crate::{
    draft::{Field, Step, Who},
    features::files::{FileList, files},
    text::{Language, Texts},
    ui::{Choice, Labelled, Tone, area, choices, line, notice, select},
};
use anju_shared::{
    api::public::{Guide, Word},
    workflow::Nature,
};
use yew::prelude::*;

/// What a step needs to be drawn.
pub(super) struct Sheet<'a> {
    pub(super) desk: &'a UseReducerHandle<Desk>,
    pub(super) guide: &'a Guide,
    pub(super) texts: &'static Texts,
    pub(super) language: Language,
}

impl Sheet<'_> {
    /// What is asked at this step.
    pub(super) fn step(&self, step: Step) -> Html {
        match step {
            Step::Matter => self.matter(),
            Step::Evidence => self.evidence(),
            Step::Person | Step::Check => self.person(),
        }
    }

    fn matter(&self) -> Html {
        let industries: Vec<&Word> = self
            .guide
            .departments
            .iter()
            .flat_map(|one| &one.industries)
            .collect();
        let regions: Vec<&Word> = self.guide.regions.iter().collect();
        html! {
            <>
                { self.nature() }
                { self.list(Field::Industry, &industries) }
                { self.line(Field::Enterprise, "text") }
                { self.list(Field::Region, &regions) }
                { self.line(Field::Address, "text") }
            </>
        }
    }

    fn evidence(&self) -> Html {
        html! {
            <>
                { self.line(Field::Occurred, "text") }
                { self.line(Field::Place, "text") }
                { self.area(Field::Facts) }
                { self.area(Field::Clues) }
                { self.files() }
            </>
        }
    }

    fn files(&self) -> Html {
        files(&FileList {
            uploads: &self.desk.uploads,
            tell: self.act(Act::Files),
            guide: self.guide,
            texts: self.texts,
        })
    }

    fn person(&self) -> Html {
        let (words, draft) = (&self.texts.report, &self.desk.draft);
        let offered = Who::ALL.map(|who| {
            let (label, hint) = (words.as_whom)(who);
            let test = match who {
                Who::Anonymous => "anonymous",
                Who::Named => "named",
                Who::Employee => "employee",
            };
            Choice {
                value: who,
                test,
                label,
                hint,
            }
        });
        html! {
            <>
                { notice(Tone::Safe, html! { words.safe }) }
                { choices("who", words.who, offered, Some(draft.who), &self.act(Act::As)) }
                if draft.who == Who::Employee { { self.told() } }
                if draft.who != Who::Anonymous {
                    { self.line(Field::Name, "text") }
                    { self.line(Field::Phone, "tel") }
                    { self.line(Field::Home, "text") }
                    { self.keep() }
                }
            </>
        }
    }

    fn nature(&self) -> Html {
        let offered = Nature::ALL.iter().map(|&nature| Choice {
            value: nature,
            test: nature.code(),
            label: nature.text(self.language),
            hint: "",
        });
        choices(
            "nature",
            self.texts.report.nature,
            offered,
            self.desk.draft.nature,
            &self.act(Act::About),
        )
    }

    fn told(&self) -> Html {
        let [yes, no] = self.texts.report.yes_no;
        let offered = [(true, "yes", yes), (false, "no", no)].map(|(value, test, label)| Choice {
            value,
            test,
            label,
            hint: "",
        });
        choices(
            "told",
            self.texts.report.told,
            offered,
            self.desk.draft.told_employer,
            &self.act(Act::Told),
        )
    }

    fn keep(&self) -> Html {
        let (desk, keep) = (self.desk.clone(), self.desk.draft.keep_identity);
        let onchange = Callback::from(move |_: Event| desk.dispatch(Act::Keep(!keep)));
        html! {
            <label class="choice" data-test="keep-identity"><input type="checkbox" checked={keep} {onchange} /><span>{ self.texts.report.keep }</span></label>
        }
    }

    fn line(&self, field: Field, kind: &'static str) -> Html {
        line(
            &self.around(field),
            kind,
            self.desk.draft.text(field),
            self.typed(field),
        )
    }

    fn area(&self, field: Field) -> Html {
        area(
            &self.around(field),
            self.desk.draft.text(field),
            self.typed(field),
        )
    }

    fn list(&self, field: Field, words: &[&Word]) -> Html {
        let options: Vec<(&str, &str)> = words
            .iter()
            .map(|word| (word.code.as_str(), word.name.text(self.language)))
            .collect();
        let value = (self.desk.draft.text(field), self.texts.report.unknown);
        select(&self.around(field), value, &options, self.typed(field))
    }

    fn around(&self, field: Field) -> Labelled<'_> {
        let words = &self.texts.report;
        let (label, hint) = (words.field)(field);
        let required = match field {
            Field::Facts => true,
            Field::Name | Field::Phone => self.desk.draft.who == Who::Named,
            _ => false,
        };
        Labelled {
            id: field.path(),
            label,
            optional: (!required).then_some(words.optional),
            hint,
            mistake: self
                .desk
                .mistake(field)
                .map(|(_, message)| message.text(self.language)),
        }
    }

    fn typed(&self, field: Field) -> Callback<String> {
        let desk = self.desk.clone();
        Callback::from(move |text| desk.dispatch(Act::Typed(field, text)))
    }

    fn act<T: 'static>(&self, act: fn(T) -> Act) -> Callback<T> {
        let desk = self.desk.clone();
        Callback::from(move |value| desk.dispatch(act(value)))
    }
}
