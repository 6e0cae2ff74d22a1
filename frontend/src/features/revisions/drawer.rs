//! The drawer in which an entry is read and changed. What was typed stays through every failure; after a conflict it says
//! what somebody else made of the entry, and saving lays this entry over what is there now.

use super::{
    input::{Sheet, inputs},
    view::{
        content::{Entry, Item, KEY, Standing, drop, has_key, is_list, items, key_of, put, restore},
        faults,
        fields::{Wrong, name, named, wrong},
        may,
    },
};
use crate::{
    api::{Failure, revisions::edit_revision},
    hooks::{use_command, use_leave_guard},
    shell::FailureNotice,
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Glyph, Layer, LayerKind, Notice, ToastKind, Tone, use_toaster},
};
use anju_shared::{
    api::revisions::{RevisionBody, RevisionDetail},
    revision::RevisionAction,
    rules::form::Section,
};
use serde_json::Value;
use std::{collections::BTreeMap, fmt, rc::Rc};
use yew::prelude::*;

/// What is opened.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    section: &'static Section,
    /// The entry with this key; without one, a new entry.
    key: Option<String>,
}

impl Opened {
    pub(super) fn entry(section: &'static Section, key: &str) -> Self {
        let key = Some(key.to_owned());
        Self { section, key }
    }

    pub(super) const fn new_in(section: &'static Section) -> Self {
        Self { section, key: None }
    }
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        self.section.code == other.section.code && self.key == other.key
    }
}

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}",
            self.section.code,
            self.key.as_deref().unwrap_or("#new")
        )
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DrawerProps {
    pub(super) detail: Rc<RevisionDetail>,
    pub(super) opened: Opened,
    pub(super) onclose: Callback<()>,
    /// Reads the revision again.
    pub(super) reload: Callback<()>,
}

/// The entry as it is there now.
fn found(props: &DrawerProps) -> Option<Item> {
    let detail = &props.detail;
    let key = props.opened.key.as_ref()?;
    let items = items(props.opened.section, &detail.content, detail.inherited.as_ref());
    items.into_iter().find(|item| item.key == *key)
}

/// The form of an entry.
#[component]
pub(super) fn Drawer(props: &DrawerProps) -> Html {
    let (texts, toaster) = (use_texts(), use_toaster());
    let words = texts.revisions();
    let (detail, section) = (&props.detail, props.opened.section);
    let item = found(props);
    let present = item.as_ref().map(Item::entry).unwrap_or_default();
    let read = use_memo((), |()| present.clone());
    let draft = use_state(|| present.clone());
    let told = use_state(BTreeMap::<String, String>::new);
    let done = {
        let (close, reload) = (props.onclose.clone(), props.reload.clone());
        Callback::from(move |()| {
            toaster.say(ToastKind::Done, words.saved);
            close.emit(());
            reload.emit(());
        })
    };
    let of = (detail.revision.id, detail.revision.version);
    let send = use_command(
        move |client, content: Value| async move { edit_revision(&client, of, &RevisionBody { content }).await },
        done,
    );
    // What was read again is what the next attempt is laid over.
    use_effect_with(detail.revision.version, {
        let clear = send.clear.clone();
        move |_| clear.emit(())
    });
    let editable = may(detail, RevisionAction::Edit);
    use_leave_guard(*draft != *read);
    let onsubmit = {
        let (props, draft, told, run) = (props.clone(), draft.clone(), told.clone(), send.run.clone());
        let present = present.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let wrong = refused(&props, &draft, &present, texts);
            if wrong.is_empty() {
                let before = props.opened.key.as_deref();
                run.emit(put(props.opened.section, &props.detail.content, before, &draft));
            }
            told.set(wrong);
        })
    };
    let sheet = Sheet {
        section,
        entry: (*draft).clone(),
        below: item.as_ref().and_then(|item| item.below.clone()),
        other: (present != *read).then_some(present),
        errors: Rc::new(errors(props, &told, texts)),
        layer: (detail.content.clone(), detail.inherited.clone()),
        onchange: {
            let draft = draft.setter();
            Callback::from(move |entry| draft.set(entry))
        },
        disabled: !editable,
        texts,
    };
    let title = match &props.opened.key {
        Some(key) => name(section, &read, key, texts.language),
        None => words.new_entry.to_owned(),
    };
    let title = format!("{} · {title}", named(section.name, texts.language));
    let whole = told.get("").cloned();
    html! {
        <Layer kind={LayerKind::Drawer} {title} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <form class="form" {onsubmit} novalidate=true data-test="entry-form">
                if !editable { <Notice>{ words.read_only }</Notice> }
                if let Some(failure) = send.failure() { { failed(failure, props, texts) } }
                if let Some(whole) = whole { <Notice tone={Tone::Yellow} alert=true>{ whole }</Notice> }
                { about_whole(props, texts) }
                { inputs(&sheet) }
                if editable {
                    <div class="form__end">
                        { back(props, item.as_ref(), &send.run, texts) }
                        <span class="push" />
                        <Button label={texts.widgets().cancel} onclick={props.onclose.clone()} />
                        <Button kind={ButtonKind::Primary} submit=true busy={send.running()} label={words.save} test="entry-save" />
                    </div>
                } else {
                    <div class="form__end"><Button label={texts.widgets().close} onclick={props.onclose.clone()} /></div>
                }
            </form>
        </Layer>
    }
}

/// Why nothing is sent: by path, under no path what concerns the entry as a whole.
fn refused(
    props: &DrawerProps,
    draft: &Entry,
    present: &Entry,
    texts: &'static Texts,
) -> BTreeMap<String, String> {
    let (words, section) = (texts.revisions(), props.opened.section);
    let sentence = |wrong: Wrong| match wrong {
        Wrong::Missing => words.missing.to_owned(),
        Wrong::OutOfRange(from, to) => (words.out_of_range)(from, to),
    };
    let found = wrong(section, draft);
    let mut told: BTreeMap<String, String> = found
        .into_iter()
        .map(|(path, wrong)| (path, sentence(wrong)))
        .collect();
    let key = key_of(section, draft);
    let (content, inherited) = (&props.detail.content, props.detail.inherited.as_ref());
    let mut others = items(section, content, inherited).into_iter();
    let moved = props.opened.key.as_deref() != Some(key.as_str());
    if is_list(section) && moved && others.any(|item| item.key == key && item.standing != Standing::Dropped) {
        let place = if has_key(section) { KEY } else { "" };
        told.insert(place.to_owned(), words.taken.to_owned());
    }
    if told.is_empty() && draft == present && props.opened.key.is_some() {
        told.insert(String::new(), words.unchanged.to_owned());
    }
    told
}

/// What is wrong with the fields: what was told here, else what the server found in what is saved.
fn errors(
    props: &DrawerProps,
    told: &BTreeMap<String, String>,
    texts: &'static Texts,
) -> BTreeMap<String, String> {
    let mut errors = BTreeMap::new();
    if let Some(key) = &props.opened.key {
        for found in faults(&props.detail) {
            if found.is_at(props.opened.section.code, key) {
                let field = found.place.as_ref().map(|place| place.field.clone());
                let message = found.fault.message.text(texts.language).to_owned();
                errors.insert(field.unwrap_or_default(), message);
            }
        }
    }
    errors.extend(told.iter().map(|(path, told)| (path.clone(), told.clone())));
    errors
}

/// What does not fit about the entry as a whole.
fn about_whole(props: &DrawerProps, texts: &'static Texts) -> Html {
    let Some(key) = &props.opened.key else {
        return Html::default();
    };
    let faults = faults(&props.detail);
    let whole = faults.iter().filter(|one| {
        one.is_at(props.opened.section.code, key)
            && one.place.as_ref().is_some_and(|place| place.field.is_empty())
    });
    let told = whole.map(|one| {
        html! { <Notice tone={Tone::Red}>{ one.fault.message.text(texts.language).to_owned() }</Notice> }
    });
    html! { <>{ for told }</> }
}

/// What the server said, each of its sentences; after a conflict the way on.
fn failed(failure: &Failure, props: &DrawerProps, texts: &'static Texts) -> Html {
    let violations = failure.problem().map(|problem| problem.violations.as_slice());
    let told = violations.unwrap_or_default().iter().map(|one| {
        html! { <li>{ format!("{} {}", one.field, one.message) }</li> }
    });
    let reload = props.reload.clone();
    html! {
        <>
            <FailureNotice failure={failure.clone()} />
            <ul class="red">{ for told }</ul>
            if failure.is_moved() {
                <div><Button glyph={Glyph::Reload} label={texts.revisions().reread} onclick={reload} test="entry-reread" /></div>
            }
        </>
    }
}

/// What becomes of the entry without its form: inherited again, dropped, removed.
fn back(props: &DrawerProps, item: Option<&Item>, run: &Callback<Value>, texts: &'static Texts) -> Html {
    let words = texts.revisions();
    let (Some(item), section) = (item, props.opened.section) else {
        return Html::default();
    };
    // The head is the layer's own, whole.
    if section.code.is_empty() {
        return Html::default();
    }
    let button = |label: &'static str, test: &'static str, change: fn(&Section, &Value, &str) -> Value| {
        let (detail, key) = (props.detail.clone(), item.key.clone());
        let onclick = run.reform(move |()| change(section, &detail.content, &key));
        html! { <Button {label} {onclick} {test} /> }
    };
    let drops = is_list(section).then(|| button(words.drop, "entry-drop", drop));
    match item.standing {
        Standing::Own => button(words.remove, "entry-remove", restore),
        Standing::Overrides => html! { <>{ button(words.restore, "entry-restore", restore) }{ drops }</> },
        Standing::Inherited => html! { <>{ drops }</> },
        Standing::Dropped => button(words.restore, "entry-restore", restore),
    }
}
