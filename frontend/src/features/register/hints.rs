//! What the server knows of like reports while one types: asked for in the pauses, never waited for.

use super::view::{
    because,
    class::{CLASS, Class, Decision},
    likeness,
};
use crate::{
    api::reports::give_hints,
    route::{Route, RouteLink},
    session::use_client,
    text::{Texts, format, use_texts},
    ui::{Checkbox, Choice, Count, Notice, Panel, RadioGroup, Tag, Tone},
};
use anju_shared::{
    api::{
        cases::CaseSummary,
        hints::{ClassProposal, Duplicate, Hints, HintsBody},
    },
    rules::RuleProfile,
    time::Instant,
    workflow::Urgency,
};
use gloo::timers::callback::Timeout;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds without a key before hints are asked for.
const PAUSE: u32 = 400;
/// From this score on likeness is shown in red.
const STRONG: u32 = 80;

/// What is known of like reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Hinted {
    /// The last answer; it stays while the next is on its way.
    pub(super) hints: Option<Rc<Hints>>,
    /// The last question was not answered.
    failed: bool,
}

impl Hinted {
    pub(super) fn proposal(&self) -> Option<&ClassProposal> {
        self.hints.as_deref().map(|hints| &hints.proposal)
    }
}

/// The hints for what is known, a moment after it last changed. An answer that comes after the next change is
/// thrown away.
#[hook]
pub(super) fn use_hints(asked: Option<HintsBody>) -> Hinted {
    let client = use_client();
    let hinted = use_state_eq(Hinted::default);
    let told = hinted.setter();
    let before = hinted.hints.clone();
    use_effect_with(asked, move |asked| {
        let wanted = Rc::new(Cell::new(true));
        let timer = match asked.clone() {
            Some(body) => {
                let still = wanted.clone();
                Some(Timeout::new(PAUSE, move || {
                    spawn_local(async move {
                        let answer = give_hints(&client, &body).await;
                        if still.get() {
                            told.set(match answer {
                                Ok(hints) => Hinted {
                                    hints: Some(Rc::new(hints)),
                                    failed: false,
                                },
                                Err(_) => Hinted {
                                    hints: before,
                                    failed: true,
                                },
                            });
                        }
                    });
                }))
            }
            None => {
                told.set(Hinted::default());
                None
            }
        };
        move || {
            wanted.set(false);
            drop(timer);
        }
    });
    (*hinted).clone()
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AlikeProps {
    pub(super) hinted: Hinted,
}

/// What it probably repeats, and what else is known of the enterprise.
#[component]
pub(super) fn Alike(props: &AlikeProps) -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let words = texts.hints();
    let hints = props.hinted.hints.as_deref();
    let duplicates = hints.map_or(&[][..], |hints| &hints.duplicates);
    let history = hints.map_or(&[][..], |hints| &hints.history);
    let count = (!duplicates.is_empty())
        .then(|| html! { <Count count={duplicates.len().to_string()} urgent=true /> });
    let said = match (duplicates.len(), hints) {
        (0, None) => words.nothing_yet.to_owned(),
        (0, Some(_)) => words.no_duplicate.to_owned(),
        (found, _) => (words.found)(found),
    };
    html! {
        <>
            <Panel title={words.duplicates} aside={count.unwrap_or_default()}>
                <div class="stack" data-test="register-duplicates">
                    if props.hinted.failed { <Notice tone={Tone::Yellow}>{ words.unreachable }</Notice> }
                    <p class={if duplicates.is_empty() { "quiet" } else { "unseen" }} role="status">{ said }</p>
                    if !duplicates.is_empty() {
                        <ul class="later">{ for duplicates.iter().map(|one| duplicate(one, now, texts)) }</ul>
                    }
                </div>
            </Panel>
            if !history.is_empty() {
                <Panel title={words.history} aside={html! { <Count count={history.len().to_string()} /> }}>
                    <ul class="later" data-test="register-history">{ for history.iter().map(|one| earlier(one, now, texts)) }</ul>
                </Panel>
            }
        </>
    }
}

fn duplicate(one: &Duplicate, now: Instant, texts: &Texts) -> Html {
    let tone = match one.score {
        STRONG.. => Tone::Red,
        _ => Tone::Yellow,
    };
    let reasons: Vec<String> = one
        .reasons
        .iter()
        .map(|reason| likeness(reason, texts.hints()))
        .collect();
    html! {
        <li key={one.case.id.to_string()}>
            <span>{ link(&one.case) }{ " " }{ one.case.title.clone() }</span>
            <Tag label={(texts.hints().score)(one.score)} {tone} />
            <span class="quiet">{ standing(&one.case, now, texts) }</span>
            <span class="quiet">{ reasons.join(" · ") }</span>
        </li>
    }
}

fn earlier(case: &CaseSummary, now: Instant, texts: &Texts) -> Html {
    html! {
        <li key={case.id.to_string()}>
            <span>{ link(case) }{ " " }{ case.title.clone() }</span>
            <span class="quiet">{ standing(case, now, texts) }</span>
        </li>
    }
}

fn link(case: &CaseSummary) -> Html {
    html! { <RouteLink to={Route::Case { id: case.id }} test="register-alike">{ case.number.clone() }</RouteLink> }
}

/// "核查中 · 11月2日接收"
fn standing(case: &CaseSummary, now: Instant, texts: &Texts) -> String {
    let (this_year, _, _) = now.local_date().ymd();
    let day = format::day(case.received_at.local_date(), this_year, texts.language);
    let stage = case.stage.text(texts.language);
    let unit = case
        .unit
        .as_ref()
        .map_or(String::new(), |unit| format!(" · {}", unit.name));
    format!("{stage}{unit} · {day} {}", texts.hints().received)
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProposedProps {
    pub(super) hinted: Hinted,
    pub(super) class: Class,
    pub(super) decide: Callback<Decision>,
    pub(super) rules: Rc<RuleProfile>,
    pub(super) error: Option<AttrValue>,
}

/// The class to which it points, with the reasons; the officer's word goes before.
#[component]
pub(super) fn Proposed(props: &ProposedProps) -> Html {
    let texts = use_texts();
    let words = texts.hints();
    let proposal = props.hinted.proposal();
    let urgency = props.class.urgency(proposal);
    let choices: Rc<[Choice]> = Urgency::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.text(texts.language)))
        .collect();
    let onchange = {
        let decide = props.decide.clone();
        Callback::from(move |code: String| {
            if let Some(urgency) = Urgency::parse(&code) {
                decide.emit(Decision::Urgency(urgency));
            }
        })
    };
    html! {
        <Panel title={words.class} aside={html! { <Tag label={urgency.text(texts.language)} tone={tone(urgency)} /> }}>
            <div class="form" data-test="register-class">
                <p class="quiet">{ words.class_hint }</p>
                <RadioGroup label={words.urgency} {choices} value={urgency.code()} {onchange} error={props.error.clone()} test="register-urgency" />
                if urgency == Urgency::Urgent {
                    <fieldset class="field"><legend>{ words.reasons }</legend>
                        <div class="choices choices--list">{ for reasons(props, texts) }</div>
                    </fieldset>
                } else if proposal.is_some_and(|proposal| proposal.reasons.is_empty()) {
                    <p class="quiet">{ words.no_reason }</p>
                }
            </div>
        </Panel>
    }
}

const fn tone(urgency: Urgency) -> Tone {
    match urgency {
        Urgency::General => Tone::Plain,
        Urgency::Urgent => Tone::Red,
    }
}

/// Those that were seen first, then the others of the rules.
fn reasons(props: &ProposedProps, texts: &Texts) -> Vec<Html> {
    let proposal = props.hinted.proposal();
    let seen =
        |code: &str| proposal.and_then(|proposal| proposal.reasons.iter().find(|one| one.reason == code));
    let (first, rest): (Vec<_>, Vec<_>) = props
        .rules
        .urgency_reasons
        .iter()
        .partition(|entry| seen(&entry.code).is_some());
    let box_of = |entry: &anju_shared::rules::Entry| {
        let code = entry.code.clone();
        let onchange = props
            .decide
            .reform(move |holds| Decision::Reason(code.clone(), holds));
        let why = seen(&entry.code).map(|one| because(&one.because, texts));
        let basis = props.rules.basis(&entry.clause);
        let more = why
            .into_iter()
            .chain([format!("{}{}", basis.instrument, basis.article)]);
        html! {
            <Checkbox key={entry.code.clone()} label={entry.text(texts.language).to_owned()} more={more.collect::<Vec<_>>().join(" — ")}
                checked={props.class.holds(&entry.code, proposal)} {onchange} test={format!("register-{CLASS}-{}", entry.code.replace('_', "-"))} />
        }
    };
    first.into_iter().chain(rest).map(box_of).collect()
}
