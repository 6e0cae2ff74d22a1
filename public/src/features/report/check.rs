//! The fourth step: everything once more, and what is still wanted.

use super::{
    state::{Act, Desk},
    steps::Sheet,
};
use crate::{
    draft::{Draft, Field, Step},
    text::{Language, Texts},
    ui::{Tone, focus_heading, notice},
};
use anju_shared::api::public::Guide;
use yew::prelude::*;

impl Sheet<'_> {
    /// Everything once more.
    pub(super) fn check(&self) -> Html {
        let words = &self.texts.report;
        let missing = self.desk.draft.missing(&self.guide.wanted);
        let named: Vec<&str> = missing.iter().map(|&field| (words.field)(field).0).collect();
        let between = match self.language {
            Language::Zh => "、",
            Language::En => ", ",
        };
        html! {
            <>
                { for Step::ALL[..3].iter().map(|&step| self.part(step)) }
                if !named.is_empty() {
                    { notice(Tone::Safe, html! { <p>{ words.wanted }{ named.join(between) }</p> }) }
                }
            </>
        }
    }

    fn part(&self, step: Step) -> Html {
        let words = &self.texts.report;
        let rows = rows(&self.desk.draft, step, self.guide, self.texts, self.language);
        html! {
            <section class="panel">
                <div class="panel__head">
                    <h2>{ words.steps[step as usize] }</h2>
                    <button type="button" class="small" onclick={to(self.desk, step)} data-test={format!("change-{}", step as usize)}
                        aria-label={format!("{} {}", words.change, words.steps[step as usize])}>{ words.change }</button>
                </div>
                <dl class="pairs">
                    { for rows.into_iter().map(|(label, said)| html! { <><dt>{ label }</dt><dd>{ said }</dd></> }) }
                </dl>
            </section>
        }
    }
}

/// Goes to a step.
pub(super) fn to(desk: &UseReducerHandle<Desk>, step: Step) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| {
        focus_heading();
        desk.dispatch(Act::To(step));
    })
}

/// What was said at a step, in words.
fn rows(
    draft: &Draft,
    step: Step,
    guide: &Guide,
    texts: &'static Texts,
    language: Language,
) -> Vec<(&'static str, String)> {
    let words = &texts.report;
    let mut rows = Vec::new();
    match (step, draft.nature) {
        (Step::Matter, Some(nature)) => rows.push((words.nature, nature.text(language).to_owned())),
        (Step::Person, _) => rows.push((words.who, (words.as_whom)(draft.who).0.to_owned())),
        _ => {}
    }
    for field in Field::ALL {
        let text = draft.text(field).trim();
        if field.step() == step && draft.asks(field) && !text.is_empty() {
            rows.push(((words.field)(field).0, in_words(field, text, guide, language)));
        }
    }
    if step == Step::Evidence && !draft.files.is_empty() {
        let names: Vec<&str> = draft.files.iter().map(|file| file.name.as_str()).collect();
        rows.push((words.files, names.join("\n")));
    }
    rows
}

/// A code as its word; anything else as it was typed.
fn in_words(field: Field, text: &str, guide: &Guide, language: Language) -> String {
    let mut industries = guide.departments.iter().flat_map(|one| &one.industries);
    let found = match field {
        Field::Industry => industries.find(|word| word.code == text),
        Field::Region => guide.regions.iter().find(|word| word.code == text),
        _ => None,
    };
    found.map_or(text, |word| word.name.text(language)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Who;
    use anju_shared::{api::public::guide, rules::built_in};

    #[test]
    fn codes_are_shown_as_words_and_nobody_is_named_in_an_anonymous_report() {
        let guide = guide(built_in("TJ").expect("TJ comes with Anju"), 1);
        let mut draft = Draft::default();
        for (field, text) in [
            (Field::Region, "120102"),
            (Field::Industry, "light_industry"),
            (Field::Name, "张示范"),
        ] {
            draft.set(field, text.into());
        }
        let texts = Texts::of(Language::En);
        let matter = rows(&draft, Step::Matter, &guide, texts, Language::En);
        let said: Vec<_> = matter.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(said, ["Light industry", "Xinqiao Street"]);
        let person = |draft: &Draft| rows(draft, Step::Person, &guide, texts, Language::En).len();
        assert_eq!(person(&draft), 1);
        draft.who = Who::Named;
        assert_eq!(person(&draft), 2);
    }
}
