//! What the unit wrote down: talks, the verification report, replies, feedback; at the end the closing.

use super::{
    Seen,
    view::words::{actor_word, code_words, masked, reporter_word, say},
};
use crate::{
    text::{Texts, format},
    ui::{Fact, Facts, Picture, StateKind, Tag, Tone},
};
use anju_shared::{
    time::Instant,
    workflow::{Contact, Feedback, Progress, Reply, Report, Visit},
};
use yew::prelude::*;

fn empty(place: usize, texts: &Texts) -> Html {
    html! { <Picture kind={StateKind::Empty} title={texts.case_detail.empty[place]} /> }
}

/// 沟通
pub(super) fn contacts(seen: &Seen, now: Instant, texts: &'static Texts) -> Html {
    let detail = &seen.read.value;
    let contacts = detail
        .case()
        .handling()
        .map_or(&[][..], |handling| handling.contacts.as_slice());
    if contacts.is_empty() {
        return empty(1, texts);
    }
    let item = |contact: &Contact| {
        html! {
            <li>
                <div class="records__head">
                    <span class="strong">{ reporter_word(detail.reporters(), contact.reporter, texts) }</span>
                    <Tag label={say!(contact.means, texts)} />
                </div>
                <div class="prose">{ contact.summary.clone() }</div>
                <div class="records__note">{ format::moment(contact.at, now, texts.language) }</div>
            </li>
        }
    };
    html! { <ul class="records">{ for contacts.iter().rev().map(item) }</ul> }
}

/// 核查报告, with the visits on which it rests.
pub(super) fn report(seen: &Seen, now: Instant, texts: &'static Texts) -> Html {
    let Some(handling) = seen.read.value.case().handling() else {
        return empty(2, texts);
    };
    let visit = |visit: &Visit| {
        let methods = code_words(&seen.profile.methods, &visit.methods, texts);
        html! {
            <li>
                <div class="records__head"><span class="strong">{ visit.inspectors.clone() }</span><Tag label={methods} /></div>
                <div class="prose">{ visit.findings.clone() }</div>
                <div class="records__note">{ format::moment(visit.at, now, texts.language) }</div>
            </li>
        }
    };
    html! {
        <>
            { handling.report.as_ref().map_or_else(|| empty(2, texts), |report| report_facts(report, seen, now, texts)) }
            if !handling.visits.is_empty() {
                <h3 class="section">{ texts.case_detail.visits }</h3>
                <ul class="records">{ for handling.visits.iter().rev().map(visit) }</ul>
            }
        </>
    }
}

/// What a report says.
pub(super) fn report_facts(report: &Report, seen: &Seen, now: Instant, texts: &'static Texts) -> Html {
    let (words, none) = (&texts.case_forms, texts.case_detail.none);
    let measures = code_words(&seen.profile.dispositions, &report.dispositions, texts);
    let by = format!(
        "{} · {}",
        actor_word(&report.by, texts),
        format::moment(report.at, now, texts.language)
    );
    let conclusion = html! { <Tag label={say!(report.conclusion, texts)} tone={Tone::Blue} /> };
    let facts = vec![
        Fact::new(words.conclusion, conclusion),
        Fact::text(words.facts, Some(&report.facts), none),
        Fact::text(words.beyond, report.beyond.as_deref(), none),
        Fact::text(words.legal_basis, report.legal_basis.as_deref(), none),
        Fact::text(words.dispositions, Some(&measures), none),
        Fact::text(words.recommendation, Some(&report.recommendation), none),
        Fact::text(texts.case_detail.by, Some(&by), none),
    ];
    html! { <Facts {facts} /> }
}

/// 回复: every reporter with the reply, or without one yet (逐一回复, TJ-11.2).
pub(super) fn replies(seen: &Seen, now: Instant, texts: &'static Texts) -> Html {
    let detail = &seen.read.value;
    if detail.case().handling().is_none() {
        return empty(3, texts);
    }
    let words = &texts.case_detail;
    let items = detail.case().reporters.iter().map(|reporter| {
        let known = detail.reporters().iter().find(|one| one.id == reporter.id);
        let who = known.map(masked).filter(|who| !who.is_empty());
        let (label, tone) = match &reporter.reply {
            Some(_) => (words.replied, Tone::Green),
            None => (words.waiting, Tone::Yellow),
        };
        html! {
            <li key={reporter.id.to_string()}>
                <div class="records__head">
                    <span class="strong">{ reporter_word(detail.reporters(), reporter.id, texts) }</span>
                    <span class="quiet">{ who.unwrap_or_else(|| words.anonymous.to_owned()) }</span>
                    <Tag {label} {tone} />
                </div>
                { for reporter.reply.as_ref().map(|reply| reply_facts(reply, now, texts)) }
            </li>
        }
    });
    html! { <ul class="records">{ for items }</ul> }
}

fn reply_facts(reply: &Reply, now: Instant, texts: &'static Texts) -> Html {
    let (words, none) = (&texts.case_forms, texts.case_detail.none);
    let delivered = format!(
        "{} · {}",
        format::moment(reply.delivered_at, now, texts.language),
        say!(reply.means, texts)
    );
    let facts = vec![
        Fact::text(words.reply_conclusion, Some(&reply.conclusion), none),
        Fact::text(words.violations, Some(&reply.violations), none),
        Fact::text(words.verification, Some(&reply.verification), none),
        Fact::text(words.decision, Some(&reply.decision), none),
        Fact::text(words.reward, Some(&reply.reward), none),
        Fact::text(words.delivered_at, Some(&delivered), none),
    ];
    html! { <Facts {facts} /> }
}

/// 反馈, and the closing that answers it.
pub(super) fn feedback(seen: &Seen, now: Instant, texts: &'static Texts) -> Html {
    let case = seen.read.value.case();
    let Some(feedback) = case.handling().and_then(|handling| handling.feedback.as_ref()) else {
        return empty(4, texts);
    };
    let closing = match &case.progress {
        Progress::Closed { closing, .. } => {
            let at = format::moment(closing.at, now, texts.language);
            Some(html! {
                <>
                    <h3 class="section">{ texts.case_detail.closing }</h3>
                    <p class="prose">{ closing.opinion.clone() }</p>
                    <p class="records__note">{ format!("{at} · {}", actor_word(&closing.by, texts)) }</p>
                </>
            })
        }
        _ => None,
    };
    html! { <>{ feedback_facts(feedback, now, texts) }{ for closing }</> }
}

fn feedback_facts(feedback: &Feedback, now: Instant, texts: &'static Texts) -> Html {
    let (words, none) = (&texts.case_forms, texts.case_detail.none);
    let at = format::moment(feedback.at, now, texts.language);
    let facts = vec![
        Fact::text(words.department, Some(&feedback.department), none),
        Fact::text(words.handler, Some(&feedback.handler), none),
        Fact::text(words.telephone, Some(&feedback.telephone), none),
        Fact::text(words.course, Some(&feedback.course), none),
        Fact::text(words.violations, Some(&feedback.violations), none),
        Fact::text(words.decision, Some(&feedback.decision), none),
        Fact::text(words.satisfaction, Some(say!(feedback.satisfaction, texts)), none),
        Fact::text(words.response, feedback.response.as_deref(), none),
        Fact::text(texts.case_detail.at, Some(&at), none),
    ];
    html! { <Facts {facts} /> }
}
