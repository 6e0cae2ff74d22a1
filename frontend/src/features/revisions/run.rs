//! A walk through the cases: how far it is, and what it came to.

use super::view::percent;
use crate::{
    text::{Texts, format, revisions},
    ui::{Tag, Tone},
};
use anju_shared::{
    api::revisions::{EffectGroup, RevisionRun, RunState, ShiftFigures},
    revision::Shift,
};
use yew::prelude::*;

/// The ways that are counted one by one.
const COUNTED: [Shift; 4] = [
    Shift::NewlyLate,
    Shift::NoLongerLate,
    Shift::Earlier,
    Shift::Later,
];

/// How far it is, and its figures.
pub(super) fn run(run: &RevisionRun, texts: &'static Texts) -> Html {
    let words = texts.revisions();
    let tone = match run.state {
        RunState::Queued | RunState::Running => Tone::Blue,
        RunState::Done => Tone::Green,
        RunState::Failed => Tone::Red,
    };
    let label = match run.state {
        RunState::Running => format!("{} {}%", revisions::run(run.state, texts.language), percent(run)),
        state => revisions::run(state, texts.language).to_owned(),
    };
    let seen = (words.looked_at)(&format::number(run.done), &format::number(run.total));
    let clocks = (words.clocks)(&format::number(run.figures.clocks));
    let (value, max) = (run.done.to_string(), run.total.max(1).to_string());
    html! {
        <div class="stack stack--tight" aria-live="polite" data-test={format!("run-{}", run.state.code())}>
            <p><Tag {label} {tone} />{ " " }<span class="quiet">{ format!("{seen} · {clocks}") }</span></p>
            if run.state.is_under_way() {
                <progress class="meter meter--accent" {value} {max} aria-label={words.simulation} />
            }
            { figures(run, texts) }
        </div>
    }
}

fn figures(run: &RevisionRun, texts: &'static Texts) -> Html {
    let words = texts.revisions();
    let figures = &run.figures;
    let past = run.past.from.is_some() || run.past.until.is_some();
    let groups = [
        (EffectGroup::Open, &figures.open, true),
        (EffectGroup::Kept, &figures.kept, figures.kept.all() > 0),
        (EffectGroup::Past, &figures.past, past),
    ];
    let rows = groups
        .into_iter()
        .filter(|(.., shown)| *shown)
        .map(|(group, counted, _)| {
            let cells = COUNTED.iter().map(|shift| {
                let count = of(counted, *shift);
                let tone = (*shift == Shift::NewlyLate && count > 0).then_some("red");
                let test = format!("{}-{}", group.code(), shift.code());
                html! { <td class={classes!(tone)} data-test={test}>{ format::number(count) }</td> }
            });
            html! { <tr key={group.code()}><th scope="row">{ revisions::group(group, texts.language) }</th>{ for cells }</tr> }
        });
    let heads = COUNTED
        .iter()
        .map(|shift| html! { <th scope="col">{ shift.text(texts.language) }</th> });
    html! {
        <table class="figures">
            <caption class="unseen">{ words.simulation }</caption>
            <thead><tr><td></td>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

const fn of(figures: &ShiftFigures, shift: Shift) -> u64 {
    match shift {
        Shift::NewlyLate => figures.newly_late,
        Shift::NoLongerLate => figures.no_longer_late,
        Shift::Earlier => figures.earlier,
        Shift::Later => figures.later,
        Shift::Confirmed => figures.confirmed,
    }
}
