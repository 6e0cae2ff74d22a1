//! The head: where it belongs, what it is, how far it is.

use super::{
    PartProps,
    view::{
        steps::steps,
        words::{actor_word, article, code_word, say},
    },
};
use crate::{
    route::{Route, RouteLink},
    text::{Texts, use_texts},
    ui::{Notice, PageHead, Panel, Picture, StateKind, Stepper, Tag, Tone},
};
use anju_shared::{
    rules::entry,
    workflow::{Case, DeclineProposal, Progress, Stage, Urgency},
};
use yew::prelude::*;

/// Title, tags, stepper; what stands in the way of going on.
#[component]
pub(super) fn Head(props: &PartProps) -> Html {
    let texts = use_texts();
    let (words, case) = (texts.case_detail(), props.seen.read.value.case());
    let before = html! {
        <span class="quiet"><RouteLink to={Route::Cases} test="to-list">{ words.list }</RouteLink>{ " /" }</span>
    };
    let way = match &case.progress {
        Progress::Declined {
            proposal,
            confirmed_by,
            ..
        } => {
            let by = (words.declined_by)(actor_word(&proposal.by, texts), actor_word(confirmed_by, texts));
            declined(props, proposal, by, texts)
        }
        Progress::Withdrawn { .. } => html! {
            <Panel><Picture kind={StateKind::Refused} title={words.withdrawn} more={words.withdrawn_more} /></Panel>
        },
        _ => html! { <Stepper label={words.way} steps={steps(case.stage(), texts)} /> },
    };
    html! {
        <>
            <PageHead title={case.intake.title.clone()} {before} after={tags(case, texts)}>
                if let Some(acceptance) = case.acceptance() {
                    <span class="quiet">{ (words.profile)(&acceptance.profile.id, acceptance.profile.version) }</span>
                }
            </PageHead>
            { way }
            { notices(props, case, texts) }
        </>
    }
}

fn tags(case: &Case, texts: &'static Texts) -> Html {
    let urgency = case.urgency().map(|urgency| {
        let tone = if urgency == Urgency::Urgent {
            Tone::Red
        } else {
            Tone::Plain
        };
        html! { <Tag label={say!(urgency, texts)} {tone} /> }
    });
    html! {
        <>
            <span class="number" data-test="case-number">{ case.number.clone() }</span>
            { for urgency }
            <span data-test="case-stage" data-stage={case.stage().code()}><Tag label={say!(case.stage(), texts)} tone={Tone::Blue} /></span>
            <Tag label={texts.frame().secret} tone={Tone::Yellow} />
        </>
    }
}

/// A declined case has left the way: its picture says why, under which article, and who decided.
fn declined(props: &PartProps, proposal: &DeclineProposal, by: String, texts: &Texts) -> Html {
    let profile = &props.seen.profile;
    let ground = code_word(&profile.grounds, &proposal.ground, texts.language);
    let clause = entry(&profile.grounds, &proposal.ground).map(|entry| article(profile, &entry.clause));
    let note = [Some(ground), clause]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" — ");
    html! {
        <Panel>
            <Picture kind={StateKind::Refused} title={texts.case_detail().declined} more={proposal.reasons.clone()} {note}>
                <span class="quiet">{ by }</span>
            </Picture>
        </Panel>
    }
}

/// What stands in the way of going on as usual.
fn notices(props: &PartProps, case: &Case, texts: &'static Texts) -> Html {
    let words = texts.case_detail();
    if let Progress::Registered {
        proposal: Some(proposal),
    } = &case.progress
    {
        let ground = code_word(&props.seen.profile.grounds, &proposal.ground, texts.language);
        let by = actor_word(&proposal.by, texts);
        return html! {
            <Notice tone={Tone::Yellow}>
                <span class="strong">{ words.decline_pending }</span>
                <div>{ format!("{ground} · {} — {by}", proposal.reasons) }</div>
            </Notice>
        };
    }
    if let Progress::SupplementRequested(request) = &case.progress {
        return html! {
            <Notice tone={Tone::Yellow}>
                <span class="strong">{ words.asked }</span>
                <div>{ format!("{} — {}", request.note, actor_word(&request.by, texts)) }</div>
            </Notice>
        };
    }
    html! { <>{ extension(case, texts) }{ returned(case, texts) }</> }
}

/// An extension that waits for somebody.
fn extension(case: &Case, texts: &'static Texts) -> Html {
    let words = texts.case_detail();
    let Some(handling) = case.handling() else {
        return Html::default();
    };
    let waits = match (handling.pending_extension(), handling.untold_extension()) {
        (Some(request), _) if request.endorsed.is_none() => Some((request, 0)),
        (Some(request), _) => Some((request, 1)),
        (None, untold) => untold.map(|request| (request, 2)),
    };
    let notice = waits.map(|(request, place)| {
        let clock = case.clocks.iter().rfind(|clock| clock.kind == request.kind);
        let name = clock.map_or("", |clock| clock.name.text(texts.language));
        html! {
            <Notice>
                <span class="strong" data-test="extension-waits">{ words.extension_waits[place] }</span>
                <div>{ (words.extension_asked)(name, request.days) }{ " — " }{ actor_word(&request.by, texts) }</div>
            </Notice>
        }
    });
    html! { { for notice } }
}

/// Why it came back.
fn returned(case: &Case, texts: &'static Texts) -> Html {
    let words = texts.case_detail();
    let last = case.handling().and_then(|handling| handling.returns.last());
    match last.filter(|_| case.stage() == Stage::Verifying) {
        Some(back) => html! {
            <Notice tone={Tone::Yellow}>
                <span class="strong">{ words.sent_back }</span>
                <div>{ format!("{} — {}", back.reasons, actor_word(&back.by, texts)) }</div>
            </Notice>
        },
        None => Html::default(),
    }
}
