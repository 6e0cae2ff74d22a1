//! What the server tells of a report, drawn.

use crate::{
    features::statement::{article, panel},
    route::EXPLANATION,
    text::{Language, Texts, when},
    ui::{Tone, notice},
};
use anju_shared::{
    api::public::{Binding, Declined, Progress, Step},
    time::Instant,
    workflow::{Reply, Stage},
};
use yew::prelude::*;

/// How the report stands.
pub(super) fn told(progress: &Progress, now: Instant, texts: &'static Texts, language: Language) -> Html {
    let words = &texts.follow;
    let [before, after] = words.opened;
    html! {
        <div data-test="progress">
            <section class="panel stage">
                <p class="quiet">{ words.number }{ " " }<span data-test="progress-number">{ &progress.number }</span></p>
                <p class="stage__meaning" data-test="progress-meaning">{ progress.meaning.text(language) }</p>
                if let Some(binding) = &progress.binding { { promise(binding, now, texts, language) } }
            </section>
            if let Some(declined) = &progress.declined { { refusal(declined, texts, language) } }
            if let Some(reply) = &progress.reply { { answer(reply, texts) } }
            { panel(words.steps, way(progress, now, texts, language)) }
            { notice(Tone::Safe, html! { <span data-test="progress-opened">{ before }{ progress.identity_opened }{ after }</span> }) }
        </div>
    }
}

/// The period that binds the authority: what is left, until when, under which article; or that it stands still.
fn promise(binding: &Binding, now: Instant, texts: &'static Texts, language: Language) -> Html {
    let words = &texts.follow;
    if let Some(still) = &binding.paused {
        let [before, after] = words.paused;
        return html! {
            <div class="promise">
                <p class="promise__left" data-test="progress-left">{ words.standstill }</p>
                <p>{ binding.name.text(language) }{ before }<strong>{ still.reason.text(language) }</strong>{ after }</p>
                { article(&still.basis, texts) }
            </div>
        };
    }
    let left = binding.due.at.since(now);
    let last = when::last_moment(binding.due.at, now, language);
    let [before, between, after] = words.binding;
    html! {
        <div class={classes!("promise", (left <= 0).then_some("promise--late"))}>
            <p class="promise__left" data-test="progress-left">
                { if left > 0 { when::left(left, language) } else { words.overdue.to_owned() } }
            </p>
            <p>{ before }<strong>{ last }</strong>{ between }{ binding.name.text(language) }{ after }</p>
            if binding.due.provisional { <p class="quiet">{ words.provisional }</p> }
            { article(&binding.basis, texts) }
            <a href={EXPLANATION} data-test="progress-why">{ words.why }</a>
        </div>
    }
}

/// What was done, oldest first, and that it goes on.
fn way(progress: &Progress, now: Instant, texts: &'static Texts, language: Language) -> Html {
    let taken = |step: &Step| {
        html! { <li class="done"><span>{ step.name.text(language) }</span><time>{ when::day_of(step.at, now, language) }</time></li> }
    };
    let goes_on = !matches!(progress.stage, Stage::Closed | Stage::Declined | Stage::Withdrawn);
    html! {
        <ol class="way">
            { for progress.steps.iter().map(taken) }
            if goes_on { <li class="now"><span>{ progress.stage.text(language) }</span><time>{ texts.follow.now }</time></li> }
        </ol>
    }
}

fn refusal(declined: &Declined, texts: &'static Texts, language: Language) -> Html {
    panel(
        texts.follow.declined,
        html! {
            <>
                <p><strong>{ declined.ground.text(language) }</strong></p>
                <p class="prose">{ &declined.reasons }</p>
                { article(&declined.basis, texts) }
            </>
        },
    )
}

/// The five parts of a reply (TJ-11.3, MEM-8.1).
fn answer(reply: &Reply, texts: &'static Texts) -> Html {
    let parts = [
        &reply.conclusion,
        &reply.violations,
        &reply.verification,
        &reply.decision,
        &reply.reward,
    ];
    let rows = texts.follow.reply_parts.iter().zip(parts);
    panel(
        texts.follow.reply,
        html! { <dl class="pairs" data-test="progress-reply">{ for rows.map(|(name, said)| html! { <><dt>{ *name }</dt><dd>{ said }</dd></> }) }</dl> },
    )
}
