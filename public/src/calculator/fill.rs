//! The form while it is filled in: its fields, what is wrong with them, and why there is no answer.

use super::{
    form::{Form, Mode, PAUSES, UNITS, called, key, local},
    page::{Outcome, Rules},
    text::CalculatorTexts,
};
use crate::{
    api,
    hooks::failed,
    text::{Language, frame_of},
    ui::{Choice, Glyph, Labelled, Tone, choices, icon, line, notice, select},
};
use anju_shared::api::{deadlines::RegimePeriod, rules::RegimeSummary};
use yew::prelude::*;

/// The form while it is filled in.
pub(super) struct Fill {
    pub(super) form: UseStateHandle<Form>,
    pub(super) outcome: Outcome,
    pub(super) words: &'static CalculatorTexts,
    pub(super) language: Language,
}

impl Fill {
    /// Changes the form by what was typed or chosen.
    fn typed<T: 'static>(&self, change: impl Fn(&mut Form, T) + 'static) -> Callback<T> {
        let form = self.form.clone();
        Callback::from(move |value| {
            let mut changed = (*form).clone();
            change(&mut changed, value);
            form.set(changed);
        })
    }

    fn labelled<'a>(&'a self, id: &'static str, label: &'a str, hint: &'a str) -> Labelled<'a> {
        Labelled {
            id,
            label,
            optional: None,
            hint,
            mistake: self.outcome.mistake(id),
        }
    }

    /// What to count by.
    pub(super) fn mode(&self) -> Html {
        let offered = Mode::ALL.into_iter().zip(self.words.modes);
        let offered = offered.map(|((value, test), [label, hint])| Choice {
            value,
            test,
            label,
            hint,
        });
        let choose = self.typed(|form: &mut Form, mode| form.mode = mode);
        choices("mode", self.words.mode, offered, Some(self.form.mode), &choose)
    }

    /// The fields that this asks for.
    pub(super) fn fields(&self, rules: &Rules) -> Html {
        let words = self.words;
        match self.form.mode {
            Mode::Report => {
                let of = self.labelled("receipt_code", words.code, words.code_hint);
                line(
                    &of,
                    "tel",
                    &self.form.code,
                    self.typed(|form: &mut Form, text| form.code = text),
                )
            }
            Mode::Any => html! { <>{ self.length() }{ self.rest(None) }</> },
            Mode::Rules => {
                let chosen = rules.periods.as_ref().and_then(|list| {
                    let mut periods = list.periods.iter();
                    periods.find(|one| key(one) == self.form.period)
                });
                html! { <>{ self.rule(rules, chosen) }{ self.rest(Some(chosen)) }</> }
            }
        }
    }

    fn rule(&self, rules: &Rules, chosen: Option<&RegimePeriod>) -> Html {
        let words = self.words;
        let regimes = rules
            .regimes
            .as_ref()
            .map(|list| &list.regimes[..])
            .unwrap_or_default();
        // Of several versions the server takes the one that is in force when the period begins.
        let first = |(place, one): &(usize, &RegimeSummary)| {
            !regimes[..*place].iter().any(|before| before.id == one.id)
        };
        let regimes = regimes.iter().enumerate().filter(first);
        let regimes: Vec<(&str, &str)> = regimes
            .map(|(_, one)| (one.id.as_str(), one.title.as_str()))
            .collect();
        let periods = rules
            .periods
            .as_ref()
            .map(|list| &list.periods[..])
            .unwrap_or_default();
        let periods: Vec<(String, String)> = periods
            .iter()
            .map(|one| (key(one), called(one, self.language)))
            .collect();
        let periods: Vec<(&str, &str)> = periods
            .iter()
            .map(|(key, name)| (key.as_str(), name.as_str()))
            .collect();
        let since = chosen.map(|one| {
            format!(
                "{}{} — {}",
                words.since,
                one.starts.text(self.language),
                one.basis.citation()
            )
        });
        let change = self.typed(|form: &mut Form, regime| {
            form.regime = regime;
            form.period = String::new();
        });
        let of_regime = self.labelled("regime", words.regime, "");
        let of_period = self.labelled("clock", words.period, since.as_deref().unwrap_or_default());
        html! {
            <>
                { select(&of_regime, (&self.form.regime, words.choose), &regimes, change) }
                { select(&of_period, (&self.form.period, words.choose), &periods, self.typed(|form: &mut Form, period| form.period = period)) }
            </>
        }
    }

    fn length(&self) -> Html {
        let words = self.words;
        let units: Vec<(&str, &str)> = UNITS.into_iter().zip(words.units).collect();
        let of_amount = self.labelled("period.amount", words.amount, "");
        let of_unit = self.labelled("period.unit", words.unit, "");
        html! {
            <div class="length">
                { line(&of_amount, "tel", &self.form.amount, self.typed(|form: &mut Form, text| form.amount = text)) }
                { select(&of_unit, (&self.form.unit, words.choose), &units, self.typed(|form: &mut Form, unit| form.unit = unit)) }
            </div>
        }
    }

    /// Start, extension and pauses; for a period of the rules only what they permit.
    fn rest(&self, ruled: Option<Option<&RegimePeriod>>) -> Html {
        let words = self.words;
        let extension = match ruled {
            None => Some(words.extension_hint.to_owned()),
            Some(period) => period.and_then(|one| one.extension).map(words.extension_most),
        };
        let pauses = ruled.is_none_or(|period| period.is_some_and(|one| one.pause.is_some()));
        let of_start = self.labelled("start", words.start, words.start_hint);
        let start = line(
            &of_start,
            "datetime-local",
            &self.form.start,
            self.typed(|form: &mut Form, text| form.start = text),
        );
        let now = self.typed(|form: &mut Form, _: MouseEvent| form.start = local(api::now()));
        html! {
            <>
                { start }
                <button type="button" class="small" onclick={now} data-test="start-now">{ words.now }</button>
                { for extension.map(|hint| self.extension(&hint)) }
                if pauses { { self.pauses() } }
            </>
        }
    }

    fn extension(&self, hint: &str) -> Html {
        let of = Labelled {
            optional: Some(self.words.optional),
            ..self.labelled("extension_days", self.words.extension, hint)
        };
        line(
            &of,
            "tel",
            &self.form.extension,
            self.typed(|form: &mut Form, text| form.extension = text),
        )
    }

    fn pauses(&self) -> Html {
        let words = self.words;
        let one = |(place, ids): (usize, &[&'static str; 2])| {
            let side = |side: usize| {
                let of = self.labelled(ids[side], words.pause[side], "");
                let typed = self.typed(move |form: &mut Form, text| form.pauses[place][side] = text);
                line(&of, "datetime-local", &self.form.pauses[place][side], typed)
            };
            let away = self.typed(move |form: &mut Form, _: MouseEvent| drop(form.pauses.remove(place)));
            html! {
                <div class="panel">
                    { side(0) }{ side(1) }
                    <button type="button" class="plain" onclick={away}>{ words.drop_pause }</button>
                </div>
            }
        };
        let add = self.typed(|form: &mut Form, _: MouseEvent| form.pauses.push(Default::default()));
        html! {
            <>
                { for PAUSES.iter().enumerate().take(self.form.pauses.len()).map(one) }
                if self.form.pauses.len() < PAUSES.len() {
                    <button type="button" class="btn" onclick={add} data-test="add-pause">{ icon(Glyph::Plus) }{ words.add_pause }</button>
                }
            </>
        }
    }

    /// Why there is no answer: the fields that are wrong, or the failure itself.
    pub(super) fn trouble(&self, rules: &Rules) -> Html {
        let frame = frame_of(self.language);
        let Outcome::Failed(failure) = &self.outcome else {
            return rules
                .failure
                .as_ref()
                .map(|failure| failed(failure, frame, Some(&rules.again)))
                .unwrap_or_default();
        };
        let violations = failure
            .problem()
            .map(|one| &one.violations[..])
            .unwrap_or_default();
        if violations.is_empty() {
            return failed(failure, frame, None);
        }
        let said = violations.iter().map(|one| html! { <li>{ &one.message }</li> });
        notice(
            Tone::Wrong,
            html! { <div data-test="mistakes"><p>{ self.words.mistakes }</p><ul>{ for said }</ul></div> },
        )
    }
}
