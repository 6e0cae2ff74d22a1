//! The page: asks for the rules, sends the form, shows the answer.

use super::{
    answer::{Answer, card},
    fill::Fill,
    form::{Form, Mode},
    text::texts,
};
use crate::{
    api::{self, Failure},
    route::asks_for_explanation,
    text::{Language, frame_of},
    ui::{Heading, Tone, focus, notice, waiting},
};
use anju_shared::api::{deadlines::RegimePeriods, rules::RegimeList};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`CalculatorPage`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CalculatorPageProps {
    /// The language chosen.
    pub(super) language: Language,
}

/// What became of the question.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// Nothing was asked.
    None,
    /// The answer is waited for.
    Asked,
    /// The answer.
    Told(Rc<Answer>),
    /// Nothing binds the authority now.
    Nothing,
    /// It could not be told.
    Failed(Failure),
}

impl Outcome {
    /// What is wrong with this field.
    pub(super) fn mistake(&self, field: &str) -> Option<&str> {
        let Self::Failed(failure) = self else {
            return None;
        };
        let mut violations = failure.problem()?.violations.iter();
        let found = violations.find(|one| one.field == field);
        found.map(|one| one.message.as_str())
    }
}

/// The rules to choose from, as far as they are here.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rules {
    pub(super) regimes: Option<Rc<RegimeList>>,
    pub(super) periods: Option<Rc<RegimePeriods>>,
    pub(super) failure: Option<Failure>,
    /// Asks for them again.
    pub(super) again: Callback<()>,
}

/// Asks for the regimes, and for the periods of the one that is chosen.
#[hook]
fn use_rules(language: Language, form: &UseStateHandle<Form>) -> Rules {
    let (regimes, periods) = (use_state(|| None), use_state(|| None));
    let (failure, round) = (use_state(|| None), use_state(|| 0_u32));
    use_effect_with(*round, {
        let (regimes, failure, form) = (regimes.setter(), failure.setter(), form.setter());
        move |_| {
            spawn_local(async move {
                match api::list_regimes(language).await {
                    Ok(list) => {
                        // Now the server's time is known too.
                        form.set(Form {
                            regime: list.in_force.clone(),
                            ..begun()
                        });
                        regimes.set(Some(Rc::new(list)));
                        failure.set(None);
                    }
                    Err(why) => failure.set(Some(why)),
                }
            });
        }
    });
    use_effect_with((form.regime.clone(), *round), {
        let (periods, failure) = (periods.setter(), failure.setter());
        move |(regime, _)| {
            let regime = regime.clone();
            if !regime.is_empty() {
                spawn_local(async move {
                    match api::list_regime_periods(language, &regime).await {
                        Ok(list) => periods.set(Some(Rc::new(list))),
                        Err(why) => failure.set(Some(why)),
                    }
                });
            }
        }
    });
    let again = {
        let (failure, round) = (failure.clone(), round.clone());
        Callback::from(move |()| {
            failure.set(None);
            round.set(*round + 1);
        })
    };
    Rules {
        regimes: (*regimes).clone(),
        periods: (*periods)
            .clone()
            .filter(|list: &Rc<RegimePeriods>| list.id == form.regime),
        failure: (*failure).clone(),
        again,
    }
}

/// Asks the server, and takes down what it answers.
async fn ask(form: &Form, language: Language) -> Outcome {
    let told = match form.mode {
        Mode::Report => match api::explain_report(language, form.code.clone()).await {
            Ok(told) => told.period.map(|period| Answer::of_report(period, api::now())),
            Err(failure) => return Outcome::Failed(failure),
        },
        Mode::Rules | Mode::Any => match api::calculate_deadline(language, &form.body()).await {
            Ok(told) => Some(Answer::counted(told, api::now())),
            Err(failure) => return Outcome::Failed(failure),
        },
    };
    told.map_or(Outcome::Nothing, |answer| Outcome::Told(Rc::new(answer)))
}

/// The form as it is found: the period of the own report, if that is what was asked for.
fn begun() -> Form {
    let mode = if asks_for_explanation() {
        Mode::Report
    } else {
        Mode::default()
    };
    Form {
        mode,
        ..Form::at(api::now())
    }
}

/// The page.
#[component]
pub(super) fn CalculatorPage(props: &CalculatorPageProps) -> Html {
    let language = props.language;
    let words = texts(language);
    let form = use_state_eq(begun);
    let outcome = use_state(|| Outcome::None);
    let rules = use_rules(language, &form);
    if rules.regimes.is_none() && rules.failure.is_none() {
        return html! { <><Heading text={words.title} />{ waiting(frame_of(language).loading) }</> };
    }
    let fill = Fill {
        form: form.clone(),
        outcome: (*outcome).clone(),
        words,
        language,
    };
    let onsubmit = {
        let (form, outcome) = (form.clone(), outcome.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            outcome.set(Outcome::Asked);
            let (form, outcome) = ((*form).clone(), outcome.clone());
            spawn_local(async move {
                let told = ask(&form, language).await;
                let wrong = match &told {
                    Outcome::Failed(failure) => failure.problem().and_then(|one| one.violations.first()),
                    _ => None,
                };
                let wrong = wrong.map(|one| one.field.clone());
                outcome.set(told);
                if let Some(field) = wrong {
                    focus(&field);
                }
            });
        })
    };
    let waits = *outcome == Outcome::Asked;
    html! {
        <>
            <Heading text={words.title} />
            <p class="lead no-print">{ words.lead }</p>
            <form class="no-print" {onsubmit} novalidate=true autocomplete="off">
                { fill.mode() }
                { fill.fields(&rules) }
                { fill.trouble(&rules) }
                <button type="submit" class="btn go" disabled={waits} data-test="calculate">{ if waits { words.counting } else { words.count } }</button>
            </form>
            <div aria-live="polite">
                { match &*outcome {
                    Outcome::Told(answer) => card(answer, words, language),
                    Outcome::Nothing => notice(Tone::Safe, html! { <p data-test="answer-nothing">{ words.nothing }</p> }),
                    Outcome::None | Outcome::Asked | Outcome::Failed(_) => Html::default(),
                } }
            </div>
        </>
    }
}
