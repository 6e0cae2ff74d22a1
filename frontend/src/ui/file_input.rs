//! Files from this machine, chosen or dropped.

use super::{
    button::{Button, ButtonKind},
    field::{Field, FieldWiring},
    icon::{Glyph, Icon},
};
use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`FileInput`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FileInputProps {
    /// What is asked for.
    pub label: AttrValue,
    /// What stands in the place to drop them.
    pub prompt: AttrValue,
    /// What the buttons that take one out are called.
    pub remove: AttrValue,
    /// Names and sizes of those chosen so far, as text.
    pub chosen: Vec<(AttrValue, AttrValue)>,
    /// More were chosen.
    pub onadd: Callback<Vec<File>>,
    /// The one at this place is taken out.
    pub onremove: Callback<usize>,
    /// What helps to choose.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with those chosen.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What kinds of file the browser offers, as `image/*,.pdf`.
    #[prop_or_default]
    pub accept: Option<AttrValue>,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// Files from this machine.
#[component]
pub fn FileInput(props: &FileInputProps) -> Html {
    let input = {
        let props = props.clone();
        Callback::from(move |wiring: FieldWiring| draw(&props, wiring))
    };
    html! { <Field label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()} {input} /> }
}

fn draw(props: &FileInputProps, wiring: FieldWiring) -> Html {
    let onchange = {
        let onadd = props.onadd.clone();
        move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            onadd.emit(listed(input.files()));
            // The same file can be chosen again after it was taken out.
            input.set_value("");
        }
    };
    let ondrop = {
        let onadd = props.onadd.clone();
        move |event: DragEvent| {
            event.prevent_default();
            onadd.emit(listed(event.data_transfer().and_then(|data| data.files())));
        }
    };
    let items = props.chosen.iter().enumerate().map(|(place, (name, size))| {
        let onclick = props.onremove.reform(move |()| place);
        html! {
            <li>
                <Icon glyph={Glyph::File} /><span>{ name.clone() }</span><span class="quiet">{ size.clone() }</span>
                <span class="push"></span>
                <Button kind={ButtonKind::Quiet} small=true bare=true glyph={Glyph::Close} label={format!("{} {name}", props.remove)} {onclick} />
            </li>
        }
    });
    html! {
        <div class="files">
            <label class="files__drop" {ondrop} ondragover={|event: DragEvent| event.prevent_default()}>
                <Icon glyph={Glyph::Upload} />
                <span>{ props.prompt.clone() }</span>
                <input class="unseen" type="file" data-test={props.test.clone()} multiple=true id={wiring.id} accept={props.accept.clone()}
                    aria-invalid={wiring.invalid.then_some("true")} aria-describedby={wiring.described_by} {onchange} />
            </label>
            if !props.chosen.is_empty() { <ul class="files__list">{ for items }</ul> }
        </div>
    }
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return vec![] };
    (0..files.length())
        .filter_map(|place| files.item(place))
        .collect()
}
