//! The answer as a card that stands alone on paper: the last day, its months, the clause with its words, every step.

use super::text::CalculatorTexts;
use crate::{
    text::Language,
    ui::{Tone, notice},
};
use anju_shared::{
    api::{
        deadlines::{Deadline, Explanation},
        public::ExplainedBinding,
        rules::CitedClause,
    },
    deadlines::{DayRole, DayRun, Month, months},
    problem::Bilingual,
    time::{Instant, LegalDate},
};
use web_sys::window;
use yew::prelude::*;

/// What was answered, whoever was asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    /// Which period, if a rule sets it.
    name: Option<Bilingual>,
    /// How long it is, where that was asked.
    length: Option<Bilingual>,
    start: Instant,
    explanation: Explanation,
    /// When it was answered.
    at: Instant,
}

impl Answer {
    /// Of the calculator.
    pub(super) fn counted(told: Deadline, at: Instant) -> Self {
        let period = told.count.period;
        Self {
            name: told.name,
            length: Some(Bilingual::new(period.to_string(), period.text_en())),
            start: told.count.start,
            explanation: told.explanation,
            at,
        }
    }

    /// Of the own report.
    pub(super) fn of_report(told: ExplainedBinding, at: Instant) -> Self {
        Self {
            name: Some(told.binding.name),
            length: None,
            start: told.binding.started_at,
            explanation: told.explanation,
            at,
        }
    }

    /// Which period: its name and its length, as far as they are known.
    fn called(&self, language: Language) -> String {
        let parts = [&self.name, &self.length].into_iter().flatten();
        let parts: Vec<&str> = parts.map(|part| part.text(language)).collect();
        parts.join(" · ")
    }
}

/// The end as people write it: a last day with 24:00, else the minute.
fn end(explanation: &Explanation) -> String {
    let due = explanation.due;
    due.last_day
        .map_or_else(|| minute(due.at), |day| format!("{day} 24:00"))
}

fn minute(at: Instant) -> String {
    let (hour, minute, _) = at.local_time();
    format!("{} {hour:02}:{minute:02}", at.local_date())
}

/// The card.
pub(super) fn card(answer: &Answer, words: &'static CalculatorTexts, language: Language) -> Html {
    let why = &answer.explanation;
    let print = |_: MouseEvent| {
        if let Some(window) = window() {
            // A browser that does not print says so itself.
            let _ = window.print();
        }
    };
    html! {
        <section class="panel card" data-test="answer">
            <p class="answer__of">{ answer.called(language) }</p>
            <h2 class="answer__end"><small>{ words.ends }</small><span data-test="answer-end">{ end(why) }</span></h2>
            if why.due.provisional { { notice(Tone::Safe, html! { <p>{ words.provisional }</p> }) } }
            { pictures(&why.days, words, language) }
            <dl class="pairs pairs--stacked">
                { for why.clause.as_ref().map(|clause| cited(words.clause, clause)) }
                { for why.extension.as_ref().map(|clause| cited(words.extension_clause, clause)) }
                <dt>{ words.from }</dt><dd>{ minute(answer.start) }</dd>
            </dl>
            <h3>{ words.steps }</h3>
            <ol class="count" data-test="answer-steps">
                { for why.steps.iter().map(|step| html! { <li>{ step.text.text(language) }</li> }) }
            </ol>
            <p class="quiet">{ words.calendar }{ " " }{ &why.calendar }</p>
            <p class="quiet">{ (words.made)(&minute(answer.at)) }</p>
            <button type="button" class="btn no-print" onclick={print} data-test="answer-print">{ words.print }</button>
        </section>
    }
}

fn cited(name: &'static str, clause: &CitedClause) -> Html {
    html! { <><dt>{ name }</dt><dd data-test="answer-clause">{ clause.basis.citation() }<small>{ &clause.text }</small></dd></> }
}

/// The months; silent to who hears the page, for the steps say the same.
fn pictures(days: &[DayRun], words: &CalculatorTexts, language: Language) -> Html {
    let months = months(days);
    if months.is_empty() {
        return Html::default();
    }
    html! {
        <div class="months" aria-hidden="true">
            { for months.iter().map(|month| picture(month, words)) }
            <ul>{ for DayRole::shown(days).map(|role| html! { <li><i class={look(role)}></i>{ role.text(language) }</li> }) }</ul>
        </div>
    }
}

fn picture(month: &Month<'_>, words: &CalculatorTexts) -> Html {
    let day = |(day, run): &(LegalDate, Option<&DayRun>)| {
        html! { <i class={run.map(|run| look(run.role))}>{ day.ymd().2 }</i> }
    };
    html! {
        <div class="month">
            <b>{ (words.month)(month.year, month.month) }</b>
            { for words.weekdays.iter().map(|name| html! { <small>{ *name }</small> }) }
            { for (0..month.blanks).map(|_| html! { <span></span> }) }
            { for month.days.iter().map(day) }
        </div>
    }
}

const fn look(role: DayRole) -> &'static str {
    match role {
        DayRole::Start => "day-start",
        DayRole::Counted => "day-counted",
        DayRole::Weekend => "day-weekend",
        DayRole::Holiday => "day-holiday",
        DayRole::Worked => "day-worked",
        DayRole::Paused => "day-paused",
        DayRole::Extended => "day-extended",
        DayRole::Last => "day-last",
    }
}
