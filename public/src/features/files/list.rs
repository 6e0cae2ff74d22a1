//! The files of a form, drawn: pictures with their progress, taken back or sent again one by one.

use super::{
    FileAct, Upload, Uploads, Way,
    send::{begin, retry, take_back},
};
use crate::{
    text::{Texts, when},
    ui::{Glyph, icon},
};
use anju_shared::api::public::Guide;
use wasm_bindgen::JsCast as _;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// What is drawn, and whom to tell what happens.
pub(crate) struct FileList<'a> {
    /// The files.
    pub(crate) uploads: &'a Uploads,
    /// Hears what happens to them.
    pub(crate) tell: Callback<FileAct>,
    /// How large and how many they may be.
    pub(crate) guide: &'a Guide,
    /// Words.
    pub(crate) texts: &'static Texts,
}

/// The files, and the button that adds more.
pub(crate) fn files(of: &FileList<'_>) -> Html {
    let words = &of.texts.report;
    let onchange = {
        let (uploads, tell) = (of.uploads.clone(), of.tell.clone());
        let bounds = (of.guide.file_bytes, of.texts.language);
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                begin(&uploads, &tell, chosen(&input), bounds);
                // The same file may be chosen again after it was taken back.
                input.set_value("");
            }
        })
    };
    let [before, after] = words.files_hint;
    html! {
        <div class="field">
            <span class="label">{ words.files }<small>{ words.optional }</small></span>
            <p class="field__hint" id="files-hint">{ before }{ when::size(of.guide.file_bytes) }{ after }</p>
            <ul class="files" aria-live="polite">{ for of.uploads.list.iter().map(|one| file(of, one)) }</ul>
            <label class="add">{ icon(Glyph::Plus) }<span>{ words.add }</span>
                <input type="file" multiple=true class="unseen" id="files" data-test="files" {onchange} aria-describedby="files-hint"
                    accept="image/*,video/*,audio/*,.pdf,.docx,.xlsx,.txt" />
            </label>
            if of.uploads.count() > of.guide.most_files { <p class="field__mistake" role="alert">{ words.too_many }</p> }
        </div>
    }
}

fn file(of: &FileList<'_>, one: &Upload) -> Html {
    let (words, language) = (&of.texts.report, of.texts.language);
    let (state, class) = state(one, of.texts);
    let again = matches!(one.way, Way::Failed(_)) && one.file.is_some();
    let onretry = {
        let (tell, one) = (of.tell.clone(), one.clone());
        Callback::from(move |_| retry(&one, &tell, language))
    };
    let ontake = {
        let (tell, one) = (of.tell.clone(), one.clone());
        Callback::from(move |_| take_back(&one, &tell))
    };
    html! {
        <li {class} key={one.key} data-test={format!("file-{}", one.key)}>
            <div class="file__picture">
                if let Some(preview) = &one.preview { <img src={preview.clone()} alt="" /> } else { { icon(Glyph::File) } }
                if let Way::Going(_, percent) = one.way { <progress max="100" value={percent.to_string()} aria-label={one.name.clone()} /> }
            </div>
            <div class="file__words"><b>{ &one.name }</b><small>{ when::size(one.size) }{ " · " }{ state }</small></div>
            if again {
                <button type="button" class="small" onclick={onretry} data-test={format!("retry-{}", one.key)}>{ words.retry }</button>
            }
            <button type="button" class="small" onclick={ontake} data-test={format!("take-back-{}", one.key)}
                aria-label={format!("{} {}", words.take_back, one.name)}>{ words.take_back }</button>
        </li>
    }
}

/// How far it is, in words, and how it looks.
fn state(one: &Upload, texts: &Texts) -> (String, &'static str) {
    let [going, stored, failed] = texts.report.file_states;
    match &one.way {
        Way::Going(_, percent) => (format!("{going} {percent}%"), "file"),
        Way::Stored(_) => (stored.to_owned(), "file file--stored"),
        Way::Failed(failure) => {
            let why = failure.problem().map(|problem| problem.title.as_str());
            (why.unwrap_or(failed).to_owned(), "file file--failed")
        }
        Way::TooLarge => (texts.report.too_large.to_owned(), "file file--failed"),
    }
}

fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let Some(list) = input.files() else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|at| list.item(at)?.dyn_into().ok())
        .collect()
}
