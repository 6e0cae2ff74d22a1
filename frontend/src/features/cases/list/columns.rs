//! Which columns the list has. They stand in the address, and belong to a view that is saved with them.

use super::view::Address;
use crate::{
    text::use_texts,
    ui::{Button, ButtonKind, Checkbox, Layer},
};
use anju_shared::api::views::CaseColumn;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ColumnsProps {
    pub(super) address: Address,
    /// Other columns were chosen.
    pub(super) onchange: Callback<Address>,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn Columns(props: &ColumnsProps) -> Html {
    let texts = use_texts();
    let words = texts.cases_tools();
    let shown = props.address.shown();
    let boxes = CaseColumn::ALL.iter().map(|&column| {
        let (address, shown) = (props.address.clone(), shown.clone());
        let checked = shown.contains(&column);
        let onchange = props.onchange.reform(move |on: bool| {
            let kept = shown.iter().copied().filter(|one| *one != column);
            let chosen: Vec<CaseColumn> = kept.chain(on.then_some(column)).collect();
            address.with_columns(&chosen)
        });
        html! {
            <Checkbox key={column.code()} label={column.text(texts.language)} {checked} disabled={column == CaseColumn::Matter} {onchange}
                test={format!("cases-column-{}", column.code())} />
        }
    });
    let usual = {
        let address = props.address.with_columns(&[]);
        props.onchange.reform(move |()| address.clone())
    };
    let foot = html! {
        <>
            <Button kind={ButtonKind::Quiet} label={words.usual} onclick={usual} />
            <Button kind={ButtonKind::Primary} label={texts.widgets().close} onclick={props.onclose.clone()} />
        </>
    };
    html! {
        <Layer title={words.columns} close={texts.widgets().close} onclose={props.onclose.clone()} {foot}>
            <div class="ticks">{ for boxes }</div>
        </Layer>
    }
}
