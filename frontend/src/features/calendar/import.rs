//! The drawer in which a file with an arrangement is looked at. What was typed stays through every failure.

use super::preview::Previewed;
use crate::{
    api::calendar::{Drafted, preview_calendar},
    hooks::use_command,
    shell::FailureNotice,
    text::use_texts,
    ui::{Button, ButtonKind, FileInput, Layer, LayerKind, TextArea, TextInput},
};
use anju_shared::api::calendar::{CalendarFile, CalendarPreview};
use js_sys::Object;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, TextDecoder};
use yew::prelude::*;

/// Properties of [`Import`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ImportProps {
    /// Closes it.
    pub(super) onclose: Callback<()>,
    /// What stood in it has become a draft.
    pub(super) ondrafted: Callback<Drafted>,
}

/// A field of the form is typed into.
enum Typed {
    Text(String),
    Division(String),
    Source(String),
}

/// A file as text. Tables that were saved in China are often not in UTF-8.
fn decoded(bytes: &Object) -> Option<String> {
    let read = |label| {
        TextDecoder::new_with_label(label)
            .ok()?
            .decode_with_buffer_source(bytes)
            .ok()
    };
    let text = read("utf-8")?;
    if text.contains(char::REPLACEMENT_CHARACTER) {
        read("gb18030")
    } else {
        Some(text)
    }
}

/// The form and, below it, what the file says.
#[component]
pub(super) fn Import(props: &ImportProps) -> Html {
    let texts = use_texts();
    let words = texts.calendar();
    let file = use_state(|| CalendarFile {
        text: String::new(),
        division: String::new(),
        source: String::new(),
    });
    let preview = use_state(|| None::<Rc<(CalendarFile, CalendarPreview)>>);
    let show = {
        let preview = preview.setter();
        Callback::from(move |told: (CalendarFile, CalendarPreview)| preview.set(Some(Rc::new(told))))
    };
    let ask = use_command(
        |client, file: CalendarFile| async move {
            let told = preview_calendar(&client, &file).await?;
            Ok((file, told))
        },
        show,
    );
    let typed = {
        let (file, preview) = (file.clone(), preview.setter());
        Callback::from(move |typed| {
            let mut next = (*file).clone();
            match typed {
                Typed::Text(text) => next.text = text,
                Typed::Division(division) => next.division = division.trim().to_owned(),
                Typed::Source(source) => next.source = source,
            }
            file.set(next);
            // What was previewed is not what stands there any more.
            preview.set(None);
        })
    };
    let onadd = {
        let typed = typed.clone();
        Callback::from(move |files: Vec<File>| {
            let typed = typed.clone();
            spawn_local(async move {
                if let Some(file) = files.first()
                    && let Ok(bytes) = JsFuture::from(file.array_buffer()).await
                    && let Some(text) = decoded(bytes.unchecked_ref())
                {
                    typed.emit(Typed::Text(text));
                }
            });
        })
    };
    let onsubmit = {
        let (file, run) = (file.clone(), ask.run.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            run.emit((*file).clone());
        })
    };
    html! {
        <Layer kind={LayerKind::Drawer} title={words.import} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <form class="stack" {onsubmit} data-test="calendar-file">
                <TextArea label={words.text} hint={words.text_hint} value={file.text.clone()} rows=8 onchange={typed.reform(Typed::Text)} test="calendar-text" />
                <FileInput label={words.file} prompt={words.file_prompt} remove={words.file} chosen={Vec::new()} {onadd}
                    onremove={Callback::noop()} accept=".json,.ics,.csv,.txt" test="calendar-upload" />
                <TextInput label={words.source} hint={words.source_hint} value={file.source.clone()} onchange={typed.reform(Typed::Source)} test="calendar-source" />
                <TextInput label={words.division} hint={words.division_hint} value={file.division.clone()} onchange={typed.reform(Typed::Division)} test="calendar-division" />
                if let Some(failure) = ask.failure() { <FailureNotice failure={failure.clone()} /> }
                <Button submit=true kind={ButtonKind::Primary} label={words.preview} busy={ask.running()} disabled={file.text.trim().is_empty()} test="calendar-preview" />
            </form>
            if let Some(told) = &*preview { <Previewed told={told.clone()} ondrafted={props.ondrafted.clone()} /> }
        </Layer>
    }
}
