//! The page of a report: the step that is open, and the way on.

use super::{
    done::Done,
    send::{mistakes, send, send_anew},
    state::{Act, Desk, Phase},
    steps::Sheet,
};
use crate::{
    api::own_time,
    draft::{Step, keep},
    hooks::{failed, use_guide, use_language},
    text::{Language, Texts, use_texts},
    ui::{Heading, Tone, focus, focus_heading, notice},
};
use anju_shared::api::public::Guide;
use yew::prelude::*;

/// 我要举报
#[component]
pub(crate) fn ReportPage() -> Html {
    let (texts, language, guide) = (use_texts(), use_language(), use_guide());
    let desk = use_reducer_eq(|| Desk::with(keep::load(own_time())));
    let deleted = use_state_eq(|| false);
    use_effect_with((desk.draft.clone(), desk.phase.clone()), |(draft, phase)| {
        if !matches!(phase, Phase::Done(_)) {
            keep::save(draft, own_time());
        }
    });
    use_effect_with(desk.found, {
        let first = desk.mistakes.first().map(|(field, _)| *field);
        move |_| {
            if let Some(field) = first {
                focus(field.path());
            }
        }
    });
    let guide = match guide {
        Ok(guide) => guide,
        Err(instead) => return html! { <><Heading text={texts.report.steps[0]} />{ instead }</> },
    };
    if let Phase::Done(receipt) = &desk.phase {
        return html! { <Done receipt={receipt.clone()} hotline={guide.hotline.clone()} /> };
    }
    let delete = {
        let (desk, deleted) = (desk.clone(), deleted.clone());
        Callback::from(move |_| {
            keep::delete();
            deleted.set(true);
            focus_heading();
            desk.dispatch(Act::Emptied);
        })
    };
    html! {
        <>
            { head(&desk, texts) }
            <p class="quiet">{ texts.report.draft }
                if !desk.draft.is_empty() {
                    { " " }<button type="button" class="plain" onclick={delete} data-test="draft-delete">{ texts.report.delete }</button>
                }
            </p>
            if desk.restored && !desk.draft.is_empty() { <p class="quiet" role="status" data-test="draft-restored">{ texts.report.restored }</p> }
            if *deleted && desk.draft.is_empty() { <p class="quiet" role="status">{ texts.report.deleted }</p> }
            { body(&desk, &guide, texts, language) }
        </>
    }
}

/// The heading, and how far one is.
fn head(desk: &Desk, texts: &'static Texts) -> Html {
    let words = &texts.report;
    let step = desk.draft.step;
    let [before, between, after] = words.step;
    let far = format!("{before}{}{between}{}{after}", step as usize + 1, Step::ALL.len());
    html! {
        <>
            <p class="far" data-test="report-step">{ far }</p>
            <Heading text={words.steps[step as usize]} />
            <div class="steps" aria-hidden="true">
                { for Step::ALL.iter().map(|&one| html! { <i class={classes!((one <= step).then_some("on"))}></i> }) }
            </div>
        </>
    }
}

fn body(desk: &UseReducerHandle<Desk>, guide: &Guide, texts: &'static Texts, language: Language) -> Html {
    let sheet = Sheet {
        desk,
        guide,
        texts,
        language,
    };
    let step = desk.draft.step;
    let onsubmit = {
        let desk = desk.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match step {
                Step::Check => send(&desk, language),
                _ => go_on(&desk),
            }
        })
    };
    html! {
        <form {onsubmit} novalidate=true autocomplete="off">
            { wrong(desk, texts, language) }
            { if step == Step::Check { sheet.check() } else { sheet.step(step) } }
            { ways(desk, guide, texts) }
        </form>
    }
}

/// What is to be put right, said at once.
fn wrong(desk: &Desk, texts: &'static Texts, language: Language) -> Html {
    if desk.mistakes.is_empty() {
        return Html::default();
    }
    let words = &texts.report;
    let one = |(field, message): &crate::draft::Mistake| {
        html! { <li>{ (words.field)(*field).0 }{ ": " }{ message.text(language) }</li> }
    };
    notice(
        Tone::Wrong,
        html! { <div data-test="mistakes"><p>{ words.mistakes }</p><ul>{ for desk.mistakes.iter().map(one) }</ul></div> },
    )
}

/// The buttons below, and why one cannot go on.
fn ways(desk: &UseReducerHandle<Desk>, guide: &Guide, texts: &'static Texts) -> Html {
    let words = &texts.report;
    let step = desk.draft.step;
    let last = step == Step::Check;
    let sending = desk.phase == Phase::Sending;
    let held = hold(desk, guide, texts).filter(|_| last);
    let (label, test) = match (last, sending) {
        (true, true) => (words.sending, "report-send"),
        (true, false) => (words.send, "report-send"),
        (false, _) => (words.next, "report-next"),
    };
    let onback = {
        let desk = desk.clone();
        Callback::from(move |_| {
            focus_heading();
            desk.dispatch(Act::To(step.moved(-1)));
        })
    };
    html! {
        <>
            { unsent(desk, texts) }
            if let Some(reason) = held { { notice(Tone::Wrong, html! { reason }) } }
            <button type="submit" class="btn go" disabled={sending || held.is_some()} data-test={test}>{ label }</button>
            if step != Step::Matter {
                <button type="button" class="btn" disabled={sending} onclick={onback} data-test="report-back">{ words.back }</button>
            }
        </>
    }
}

/// What keeps the report from being sent.
fn hold(desk: &Desk, guide: &Guide, texts: &'static Texts) -> Option<&'static str> {
    let words = &texts.report;
    if desk.uploads.count() > guide.most_files {
        Some(words.too_many)
    } else if desk.uploads.waits() {
        Some(words.files_waiting)
    } else if desk.uploads.lacks() {
        Some(words.files_failed)
    } else {
        None
    }
}

/// How sending went wrong, and that nothing is lost.
fn unsent(desk: &UseReducerHandle<Desk>, texts: &'static Texts) -> Html {
    let words = &texts.report;
    match &desk.phase {
        Phase::Unsent(failure) => html! {
            <div data-test="unsent">{ failed(failure, texts.frame, None) }<p class="quiet">{ words.unsent }</p></div>
        },
        Phase::CameBefore => {
            let desk = desk.clone();
            let onclick = Callback::from(move |_| send_anew(&desk));
            let again = html! { <button type="button" class="btn" {onclick}>{ words.send_new }</button> };
            notice(Tone::Wrong, html! { <><p>{ words.came_before }</p>{ again }</> })
        }
        Phase::Writing | Phase::Sending | Phase::Done(_) => Html::default(),
    }
}

/// To the next step, if this one is right.
fn go_on(desk: &UseReducerHandle<Desk>) {
    let step = desk.draft.step;
    let found = mistakes(&desk.draft, step);
    if found.is_empty() {
        focus_heading();
        desk.dispatch(Act::To(step.moved(1)));
    } else {
        desk.dispatch(Act::Found(found));
    }
}
