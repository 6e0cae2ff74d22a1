//! A file is uploaded as soon as it is chosen; the form then names it.

use super::super::view::draft::Change;
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
    /// Those that were uploaded.
    pub(super) files: Vec<StoredFile>,
    /// Whether there may be several.
    pub(super) many: bool,
    /// Another was uploaded, or one was taken out.
    pub(super) onchange: Callback<Change>,
    /// Name under which tests find it.
    pub(super) test: AttrValue,
}

/// Files to upload.
#[component]
pub(super) fn Upload(props: &UploadProps) -> Html {
    let texts = use_texts();
    let command = use_command(
        |client, file: File| async move { upload_file(&client, &file).await },
        {
            let many = props.many;
            props.onchange.reform(move |file| Change::File(file, many))
        },
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
        .files
        .iter()
        .map(|file| (file.name.clone().into(), format::bytes(file.size).into()))
        .collect();
    let prompt = if command.running() {
        texts.widgets().sending
    } else {
        texts.widgets().choose_files
    };
    html! {
        <div class="stack">
            <FileInput label={props.label.clone()} {prompt} remove={texts.widgets().remove} {chosen} {onadd}
                onremove={props.onchange.reform(Change::Without)} hint={props.hint.clone()} error={props.error.clone()} test={props.test.clone()} />
            if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
        </div>
    }
}
