//! What helps while one fills in the form: what is still missing, and until when what will have to be done.

use super::view::{Course, Expected, expected};
use crate::{
    hooks::{Law, use_now},
    text::{Language, Texts, format, use_texts},
    ui::{ClockCard, Glyph, Icon, Notice, Panel, Tag, Tone},
};
use anju_shared::{rules::RuleProfile, time::Instant, workflow::Urgency};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CompletenessProps {
    /// Whether each fact is recorded, in the order of the rules.
    pub(super) recorded: Vec<bool>,
    pub(super) rules: Rc<RuleProfile>,
}

/// Which facts are recorded and which are not (TJ-7.2). Missing ones are listed, not refused.
#[component]
pub(super) fn Completeness(props: &CompletenessProps) -> Html {
    let texts = use_texts();
    let words = texts.register();
    let required = &props.rules.required;
    let recorded = props.recorded.iter().filter(|there| **there).count();
    let basis = required.first().map(|one| {
        let basis = props.rules.basis(&one.clause);
        format!("{}{}", basis.instrument, basis.article)
    });
    let facts = required.iter().zip(&props.recorded).map(|(one, &there)| {
        let (class, glyph, word) = match there {
            true => ("green", Glyph::Done, words.is_there),
            false => ("quiet", Glyph::Undone, words.is_missing),
        };
        html! {
            <li class={classes!("facet", class)}>
                <Icon {glyph} /><span>{ one.field.text(texts.language) }</span>
                <span class={classes!(there.then_some("unseen"))}>{ word }</span>
            </li>
        }
    });
    html! {
        <Panel title={words.completeness} aside={html! { <span class="push quiet" data-test="register-recorded">{ (words.recorded_of)(recorded, required.len()) }</span> }}>
            <div class="stack">
                <progress class="meter meter--accent" value={recorded.to_string()} max={required.len().max(1).to_string()} aria-label={words.completeness} />
                <ul class="facets" data-test="register-facts">{ for facts }</ul>
                <p class="quiet">{ words.missing_hint }{ basis }</p>
            </div>
        </Panel>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PeriodsProps {
    /// When it was received, if that can be read.
    pub(super) start: Option<Instant>,
    /// A reporter gives name and contact.
    pub(super) real_name: bool,
    pub(super) law: Rc<Law>,
}

/// The periods that run from the entered receipt.
#[component]
pub(super) fn Periods(props: &PeriodsProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let words = texts.register();
    let Some(start) = props.start else {
        return html! { <Panel title={words.periods}><Notice tone={Tone::Yellow}>{ words.no_start }</Notice></Panel> };
    };
    let expect = |course| {
        expected(
            &props.law.profile,
            &props.law.calendar,
            start,
            course,
            props.real_name,
        )
    };
    let first = expect(Course::Received);
    let first = first
        .iter()
        .map(|one| card(one, &props.law.profile, start, texts));
    let later = [
        (
            Some(Urgency::General),
            expect(Course::Classified(Urgency::General)),
        ),
        (Some(Urgency::Urgent), expect(Course::Classified(Urgency::Urgent))),
        (None, expect(Course::Always)),
    ];
    let later = later.iter().flat_map(|(urgency, list)| {
        list.iter()
            .map(|one| row(*urgency, one, &props.law.profile, now, texts))
    });
    html! {
        <>
            { for first }
            <Panel title={words.later}>
                <div class="stack">
                    <p class="quiet">{ words.later_hint }</p>
                    <ul class="later">{ for later }</ul>
                </div>
            </Panel>
        </>
    }
}

fn card(one: &Expected<'_>, rules: &RuleProfile, start: Instant, texts: &Texts) -> Html {
    let title = format!(
        "{} · {}",
        one.rule.name.text(texts.language),
        length(one, texts.language)
    );
    html! {
        <ClockCard {title} started={start} due={one.due.at} yellow_from={one.yellow_from}
            clause={clause(one, rules)} provisional={one.due.provisional} />
    }
}

fn row(
    urgency: Option<Urgency>,
    one: &Expected<'_>,
    rules: &RuleProfile,
    now: Instant,
    texts: &Texts,
) -> Html {
    let language = texts.language;
    let class = urgency.map(|urgency| format!("{} · ", urgency.text(language)));
    html! {
        <li>
            <span>{ class }{ one.rule.name.text(language) }{ " · " }{ length(one, language) }</span>
            <span class="later__day">
                if one.due.provisional { <Tag label={texts.time().provisional} title={texts.time().provisional_more} />{ " " } }
                { format::last_day(one.due.at, now, language) }
            </span>
            <span class="quiet">{ clause(one, rules) }</span>
        </li>
    }
}

fn length(one: &Expected<'_>, language: Language) -> String {
    match language {
        Language::Zh => one.rule.period.to_string(),
        Language::En => one.rule.period.text_en(),
    }
}

fn clause(one: &Expected<'_>, rules: &RuleProfile) -> String {
    let basis = rules.basis(&one.rule.clause);
    format!("{}{}", basis.instrument, basis.article)
}
