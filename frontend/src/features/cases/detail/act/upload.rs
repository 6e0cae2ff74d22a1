//! A file that is uploaded as soon as it is chosen; the form then names it.

use crate::{
    api::files::upload_file,
    hooks::use_command,
    shell::FailureNotice,
    text::{format, use_texts},
    ui::FileInput,
};
use anju_shared::api::files::StoredFile;
use web_sys::File;
use yew::prelude::*;

/// Properties of [`Upload`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct UploadProps {
    /// What is asked for.
    pub(super) label: AttrValue,
    /// What helps.
    pub(super) hint: Option<AttrValue>,
    /// What is wrong.
    pub(super) error: Option<AttrValue>,
    /// The one that was uploaded.
    pub(super) file: Option<StoredFile>,
    /// Another was uploaded, or it was taken out.
    pub(super) onchange: Callback<Option<StoredFile>>,
    /// Name under which tests find it.
    pub(super) test: AttrValue,
}

/// One file to upload.
#[component]
pub(super) fn Upload(props: &UploadProps) -> Html {
    let texts = use_texts();
    let command = use_command(
        |client, file: File| async move { upload_file(&client, &file).await },
        props.onchange.reform(Some),
    );
    let onadd = {
        let run = command.run.clone();
        Callback::from(move |files: Vec<File>| {
            if let Some(file) = files.into_iter().next() {
                run.emit(file);
            }
        })
    };
    let chosen: Vec<(AttrValue, AttrValue)> = props
        .file
        .iter()
        .map(|file| (file.name.clone().into(), format::bytes(file.size).into()))
        .collect();
    let prompt = if command.running() {
        texts.widgets.sending
    } else {
        texts.widgets.choose_files
    };
    html! {
        <div class="stack">
            <FileInput label={props.label.clone()} {prompt} remove={texts.widgets.remove} {chosen} {onadd}
                onremove={props.onchange.reform(|_| None)} hint={props.hint.clone()} error={props.error.clone()} test={props.test.clone()} />
            if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
        </div>
    }
}
