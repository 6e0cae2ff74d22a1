//! The rows of one kind of work, the keys that move through them, and the drawer of the step in hand.

use super::{
    rows::Rows,
    view::{ROWS, extent},
};
use crate::{
    features::cases::{detail::ActHere, list::keys::use_row_keys},
    hooks::{Query, Remote},
    shell::FailurePicture,
    text::use_texts,
    ui::{Button, ButtonKind, Panel, Picture, Skeleton, StateKind},
};
use anju_shared::{
    api::workbench::{Work, Workbench},
    ids::CaseId,
    workflow::Action,
};
use yew::prelude::*;

/// Properties of [`Bench`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct BenchProps {
    /// Which kind of work.
    pub(crate) work: Work,
    /// What is here of it.
    pub(crate) remote: Remote<Workbench>,
    /// An answer is awaited.
    pub(crate) busy: bool,
    /// Asks again.
    pub(crate) onreload: Callback<()>,
    /// Asks for more rows of each group.
    pub(crate) onmore: Callback<()>,
    /// There is nothing to do.
    pub(crate) empty: AttrValue,
    /// When there will be.
    pub(crate) empty_more: AttrValue,
}

impl BenchProps {
    pub(crate) fn of(
        work: Work,
        query: &Query<Workbench>,
        limit: &UseStateHandle<u32>,
        empty: [&'static str; 2],
    ) -> Self {
        let limit = limit.setter();
        let [empty, empty_more] = empty.map(AttrValue::from);
        Self {
            work,
            remote: query.remote.clone(),
            busy: query.asking,
            onreload: query.reload.clone(),
            onmore: Callback::from(move |()| limit.set(ROWS.1)),
            empty,
            empty_more,
        }
    }
}

/// The rows, whatever state they are in.
#[component]
pub(crate) fn Bench(props: &BenchProps) -> Html {
    let texts = use_texts();
    let acting = use_state_eq(|| None::<(CaseId, Action)>);
    let list = use_node_ref();
    use_row_keys(list.clone());
    let onclose = {
        let acting = acting.setter();
        Callback::from(move |()| acting.set(None))
    };
    let ondone = {
        let reload = props.onreload.clone();
        onclose.reform(move |()| reload.emit(()))
    };
    let onact = {
        let acting = acting.setter();
        Callback::from(move |act| acting.set(Some(act)))
    };
    let body = match &props.remote {
        Remote::Loading | Remote::Missing => {
            html! { <Skeleton label={texts.widgets().loading} lines={10} /> }
        }
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={props.onreload.clone()} /> }
        }
        Remote::Ready(bench) if extent(bench).0 == 0 => {
            html! { <Picture kind={StateKind::Empty} title={props.empty.clone()} more={props.empty_more.clone()} /> }
        }
        Remote::Ready(bench) => {
            let (total, shown) = extent(bench);
            html! {
                <>
                    <Rows bench={bench.clone()} work={props.work} busy={props.busy} {onact} onstale={props.onreload.clone()} />
                    if shown < total {
                        <div class="pager"><span class="quiet">{ (texts.workbench().shown)(shown, total) }</span>
                            <Button kind={ButtonKind::Quiet} label={texts.workbench().more} onclick={props.onmore.clone()} test="work-more" /></div>
                    }
                </>
            }
        }
    };
    html! {
        <>
            <Panel bare=true><div ref={list} data-test="work-list">{ body }</div></Panel>
            if let Some((id, action)) = *acting {
                <ActHere key={format!("{id} {action}")} {id} {action} {onclose} {ondone} />
            }
        </>
    }
}
