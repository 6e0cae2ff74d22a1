//! Beside what a revision says: what does not fit, what it would change, what can be done with it, and who did what.

use super::{
    drawer::Opened,
    list::told,
    run::run,
    view::{Address, Tab, faults, offer, place::section, spoken},
};
use crate::{
    api::{
        Client, Failure, field_errors,
        revisions::{
            Read, discard_revision, download_revision, publish_revision, return_revision, simulate_revision,
            submit_revision,
        },
    },
    hooks::{Command, save, use_command},
    session::use_client,
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{
        Button, ButtonKind, Glyph, Layer, Notice, Panel, Tag, TextArea, TextInput, ToastKind, Tone,
        use_toaster,
    },
};
use anju_shared::{
    api::revisions::{ReturnBody, RevisionDetail, SimulationBody},
    revision::{RevisionAction, RevisionKind},
    time::LegalDate,
};
use std::rc::Rc;
use yew::prelude::*;

/// What is asked of the server.
#[derive(Clone, Debug, PartialEq)]
enum Ask {
    Simulate(SimulationBody),
    Submit,
    Return(ReturnBody),
    Publish,
    Discard,
    Fetch(String),
}

async fn ask(client: Client, (read, ask): (Read, Ask)) -> Result<(), Failure> {
    match ask {
        Ask::Simulate(body) => simulate_revision(&client, read, &body).await,
        Ask::Submit => submit_revision(&client, read).await,
        Ask::Return(body) => return_revision(&client, read, &body).await,
        Ask::Publish => publish_revision(&client, read).await,
        Ask::Discard => discard_revision(&client, read).await,
        Ask::Fetch(name) => save(&download_revision(&client, read.0).await?, &name),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct AsideProps {
    pub(super) detail: Rc<RevisionDetail>,
    /// Opens an entry.
    pub(super) open: Callback<Opened>,
    /// Shows another part of the page.
    pub(super) turn: Callback<Address>,
    /// Reads the revision again.
    pub(super) reload: Callback<()>,
}

/// The column.
#[component]
pub(super) fn Aside(props: &AsideProps) -> Html {
    let texts = use_texts();
    html! {
        <div class="stack">
            { check(props, texts) }
            <Simulation ..props.clone() />
            <Acts ..props.clone() />
            <Story ..props.clone() />
        </div>
    }
}

/// Everything that does not fit, each leading to its place.
fn check(props: &AsideProps, texts: &'static Texts) -> Html {
    let (words, language, detail) = (texts.revisions(), texts.language, &props.detail);
    let faults = faults(detail);
    let aside = match faults.len() {
        0 => Html::default(),
        count => html! { <Tag label={(words.faults)(count)} tone={Tone::Red} /> },
    };
    let lines = faults.iter().map(|found| {
        let message = found.fault.message.text(language).to_owned();
        let place = match &found.place {
            Some(place) => {
                let label = spoken(place, detail, language);
                let (code, key) = (place.section, place.key.clone());
                let (open, turn) = (props.open.clone(), props.turn.clone());
                let onclick = Callback::from(move |()| {
                    turn.emit(Address {
                        section: code.to_owned(),
                        ..Address::default()
                    });
                    if let (Some(section), Some(key)) = (section(code), &key) {
                        open.emit(Opened::entry(section, key));
                    }
                });
                html! { <Button kind={ButtonKind::Link} {label} {onclick} test="fault" /> }
            }
            None => html! { <span class="strong">{ found.fault.place.clone() }</span> },
        };
        html! { <li>{ place }<p>{ message }</p></li> }
    });
    let doubts = detail
        .doubts
        .iter()
        .map(|doubt| html! { <Notice tone={Tone::Yellow}>{ doubt.text(language).to_owned() }</Notice> });
    html! {
        <Panel title={words.check} {aside}>
            <div class="stack" data-test={format!("faults-{}", faults.len())}>
                if faults.is_empty() && detail.doubts.is_empty() { <p class="green">{ words.fits }</p> }
                if !faults.is_empty() { <ul class="faults">{ for lines }</ul> }
                { for doubts }
            </div>
        </Panel>
    }
}

#[hook]
fn use_ask(props: &AsideProps, then: Callback<()>) -> Command<(Read, Ask)> {
    let reload = props.reload.clone();
    use_command(
        ask,
        Callback::from(move |()| {
            then.emit(());
            reload.emit(());
        }),
    )
}

/// The simulation: what it runs on, how far it is, what it came to.
#[component]
fn Simulation(props: &AsideProps) -> Html {
    let texts = use_texts();
    let (words, detail) = (texts.revisions(), &props.detail);
    let past = use_state_eq(|| (String::new(), String::new()));
    let send = use_ask(props, Callback::noop());
    let read = (detail.revision.id, detail.revision.version);
    let simulate = {
        let past = past.clone();
        send.run.reform(move |()| {
            let body = SimulationBody {
                from: LegalDate::parse(&past.0),
                until: LegalDate::parse(&past.1),
            };
            (read, Ask::Simulate(body))
        })
    };
    let set = |end: bool| {
        let past = past.clone();
        Callback::from(move |typed: String| {
            let (from, until) = (*past).clone();
            past.set(if end { (from, typed) } else { (typed, until) });
        })
    };
    let shown = detail.simulation.as_ref();
    let outdated = shown.is_some_and(|run| !run.current);
    let label = if shown.is_some() {
        words.simulate_again
    } else {
        words.simulate
    };
    let refused = offer(detail, RevisionAction::Simulate).and_then(|offer| offer.refused.as_ref());
    let errors = send.failure().map(field_errors).unwrap_or_default();
    let error = |name: &str| errors.get(name).cloned().map(AttrValue::from);
    let to_effects = props.turn.reform(|()| Address {
        tab: Tab::Effects,
        ..Address::default()
    });
    let busy = send.running() || shown.is_some_and(|run| run.state.is_under_way());
    html! {
        <Panel title={words.simulation}>
            <div class="stack">
                if refused.is_none() {
                    <p class="quiet">{ words.simulation_more }</p>
                    <div class="stack stack--tight">
                        <TextInput kind="date" label={words.past_from} value={past.0.clone()} error={error("from")} onchange={set(false)} test="past-from" />
                        <TextInput kind="date" label={words.past_until} value={past.1.clone()} error={error("until")} onchange={set(true)} test="past-until" />
                    </div>
                }
                if let Some(failure) = send.failure() { <FailureNotice failure={failure.clone()} /> }
                <div class="acts">{ acted(refused.map(|why| why.text(texts.language).to_owned()), html! {
                    <Button wide=true {label} {busy} disabled={refused.is_some()} onclick={simulate} test="simulate" />
                }) }</div>
                if outdated { <Notice tone={Tone::Yellow}>{ words.outdated }</Notice> }
                if let Some(shown) = shown {
                    { run(shown, texts) }
                    <div><Button kind={ButtonKind::Link} label={words.to_effects} onclick={to_effects} test="to-effects" /></div>
                }
            </div>
        </Panel>
    }
}

/// A button with why it cannot be pressed below it.
fn acted(refused: Option<String>, button: Html) -> Html {
    html! { <div class="act">{ button }if let Some(refused) = refused { <span class="act__note">{ refused }</span> }</div> }
}

/// What lies over the page before something is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Publish,
    Return,
    Discard,
}

/// What can be done, and why the rest may not.
#[component]
fn Acts(props: &AsideProps) -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    let (words, detail) = (texts.revisions(), &props.detail);
    let over = use_state_eq(|| Over::Nothing);
    let reasons = use_state_eq(String::new);
    let done = {
        let over = over.setter();
        Callback::from(move |()| {
            over.set(Over::Nothing);
            toaster.say(ToastKind::Done, words.done);
        })
    };
    let send = use_ask(props, done);
    let read = (detail.revision.id, detail.revision.version);
    let show = |what| {
        let (over, clear) = (over.setter(), send.clear.clone());
        Callback::from(move |()| {
            clear.emit(());
            over.set(what);
        })
    };
    let submit = send.run.reform(move |()| (read, Ask::Submit));
    let fetch = {
        let name = format!("{}-{}.toml", detail.revision.name, detail.revision.number);
        send.run.reform(move |()| (read, Ask::Fetch(name.clone())))
    };
    let button = |action: RevisionAction, kind: ButtonKind, onclick: Callback<()>| {
        let offer = offer(detail, action)?;
        let refused = offer
            .refused
            .as_ref()
            .map(|why| why.text(texts.language).to_owned());
        let (disabled, busy) = (refused.is_some(), send.running() && *over == Over::Nothing);
        let kind = if disabled { ButtonKind::Plain } else { kind };
        let label = action.text(texts.language);
        let test = format!("act-{}", action.code());
        Some(acted(
            refused,
            html! { <Button wide=true {kind} {label} {disabled} {busy} {onclick} {test} /> },
        ))
    };
    let follows = match detail.revision.kind {
        RevisionKind::Layer => words.follows,
        RevisionKind::Calendar => words.follows_calendar,
    };
    let layer = match *over {
        Over::Nothing => Html::default(),
        what => sure(what, detail, (&reasons, &send), show(Over::Nothing), texts),
    };
    let failure = send.failure().filter(|_| *over == Over::Nothing);
    html! {
        <Panel title={words.act}>
            <div class="stack">
                if let Some(failure) = failure { <FailureNotice failure={failure.clone()} /> }
                <div class="acts">
                    { button(RevisionAction::Submit, ButtonKind::Primary, submit) }
                    { button(RevisionAction::Publish, ButtonKind::Primary, show(Over::Publish)) }
                    { button(RevisionAction::Return, ButtonKind::Plain, show(Over::Return)) }
                    { button(RevisionAction::Discard, ButtonKind::Plain, show(Over::Discard)) }
                    <Button wide=true glyph={Glyph::Download} label={words.file} onclick={fetch} test="revision-file" />
                </div>
                <p class="quiet">{ follows }</p>
            </div>
            { layer }
        </Panel>
    }
}

/// Asks before what cannot be taken back, and for reasons where they are wanted.
fn sure(
    what: Over,
    detail: &RevisionDetail,
    (reasons, send): (&UseStateHandle<String>, &Command<(Read, Ask)>),
    close: Callback<()>,
    texts: &'static Texts,
) -> Html {
    let words = texts.revisions();
    let read = (detail.revision.id, detail.revision.version);
    let (action, text) = match what {
        Over::Return => (RevisionAction::Return, String::new()),
        Over::Discard => (RevisionAction::Discard, words.discard_sure.to_owned()),
        Over::Publish | Over::Nothing => {
            let day = format!("{} {}", words.in_force_from, detail.revision.in_force_from);
            let follows = match detail.revision.kind {
                RevisionKind::Layer => words.follows,
                RevisionKind::Calendar => words.follows_calendar,
            };
            (
                RevisionAction::Publish,
                format!("{day}。{follows}{}", words.publish_sure),
            )
        }
    };
    let onclick = {
        let reasons = (**reasons).clone();
        send.run.reform(move |()| {
            let ask = match what {
                Over::Return => Ask::Return(ReturnBody {
                    reasons: reasons.clone(),
                }),
                Over::Discard => Ask::Discard,
                Over::Publish | Over::Nothing => Ask::Publish,
            };
            (read, ask)
        })
    };
    let onchange = {
        let reasons = reasons.setter();
        Callback::from(move |typed| reasons.set(typed))
    };
    let errors = send.failure().map(field_errors).unwrap_or_default();
    let error = errors.get("reasons").cloned().map(AttrValue::from);
    let kind = match what {
        Over::Discard => ButtonKind::Danger,
        _ => ButtonKind::Primary,
    };
    let label = action.text(texts.language);
    html! {
        <Layer title={label} close={texts.widgets().close} onclose={close.clone()}>
            <div class="form">
                if let Some(failure) = send.failure() { <FailureNotice failure={failure.clone()} /> }
                if what == Over::Return {
                    <TextArea label={words.reasons} value={(**reasons).clone()} {error} required={texts.widgets().required} {onchange} test="return-reasons" />
                } else { <p>{ text }</p> }
                <div class="form__end">
                    <Button label={texts.widgets().cancel} onclick={close} />
                    <Button {kind} {label} busy={send.running()} {onclick} test="sure" />
                </div>
            </div>
        </Layer>
    }
}

/// How far its application is, and who did what to it.
#[component]
fn Story(props: &AsideProps) -> Html {
    let (texts, now) = (use_texts(), use_client().now());
    let words = texts.revisions();
    let steps = props.detail.revision.steps.iter().map(|step| {
        html! {
            <li>
                <span>{ told(step, texts, now) }</span>
                if let Some(reasons) = &step.reasons { <p class="prose quiet">{ reasons.clone() }</p> }
            </li>
        }
    });
    html! {
        <>
            if let Some(application) = &props.detail.application {
                <Panel title={words.application}>{ run(application, texts) }</Panel>
            }
            <Panel title={words.story}><ol class="faults">{ for steps }</ol></Panel>
        </>
    }
}
