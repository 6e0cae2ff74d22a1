//! Exports: asked for here, made by the server, looked at again and again until they are there.

use super::view::{Address, percent};
use crate::{
    api::lists,
    hooks::{save, use_command, use_now, use_query},
    shell::{FailureNotice, remote_view},
    text::{Texts, format, use_texts},
    ui::{Button, ButtonKind, Glyph, Layer},
};
use anju_shared::{
    api::exports::{Export, ExportBody, ExportList, ExportState},
    ids::ExportId,
    time::Instant,
};
use gloo::timers::callback::Interval;
use std::rc::Rc;
use yew::prelude::*;

/// How often somebody who waits looks again, in milliseconds.
const LOOK: u32 = 1_000;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ExportsProps {
    pub(super) address: Address,
    /// How many cases there are under these filters.
    pub(super) total: u64,
    pub(super) onclose: Callback<()>,
}

/// What is asked of the server.
enum Ask {
    Make(ExportBody),
    Fetch(ExportId),
    Forget(ExportId),
}

#[component]
pub(super) fn Exports(props: &ExportsProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let words = texts.cases_tools();
    let query = use_query((), |client, ()| lists::list_exports(&client));
    let command = use_command(
        |client, ask| async move {
            match ask {
                Ask::Make(body) => lists::request_export(&client, &body).await.map(|_| ()),
                Ask::Fetch(id) => save(&lists::download_export(&client, id).await?, "export.xlsx"),
                Ask::Forget(id) => lists::delete_export(&client, id).await,
            }
        },
        query.reload.clone(),
    );
    let waiting = query
        .remote
        .ready()
        .is_some_and(|list| list.exports.iter().any(|export| export.state.is_under_way()));
    {
        let reload = query.reload.clone();
        use_effect_with(waiting, move |&waiting| {
            let timer = waiting.then(|| Interval::new(LOOK, move || reload.emit(())));
            move || drop(timer)
        });
    }
    let make = {
        let body = ExportBody {
            query: props.address.filter.without_page(),
            columns: props.address.shown(),
        };
        command.run.reform(move |()| Ask::Make(body.clone()))
    };
    let draw = |list: Rc<ExportList>| kept(&list, &command.run, texts, now);
    html! {
        <Layer title={words.export} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <div class="stack">
            <p>{ (words.export_what)(props.total) }</p>
            <p class="quiet">{ words.export_note }</p>
            if let Some(failure) = command.failure() { <FailureNotice failure={failure.clone()} /> }
            <div><Button kind={ButtonKind::Primary} glyph={Glyph::Download} label={words.export_go} busy={command.running()} onclick={make} test="export-make" /></div>
            <h3>{ words.exports }</h3>
            <div aria-live="polite">{ remote_view(&query.remote, &query.reload, 2, draw) }</div>
            </div>
        </Layer>
    }
}

fn kept(list: &ExportList, run: &Callback<Ask>, texts: &'static Texts, now: Instant) -> Html {
    let words = texts.cases_tools();
    if list.exports.is_empty() {
        return html! { <p class="quiet">{ words.no_exports }</p> };
    }
    let lines = list.exports.iter().map(|export| {
        let id = export.id;
        let fetch = run.reform(move |()| Ask::Fetch(id));
        let forget = run.reform(move |()| Ask::Forget(id));
        let until = format::moment(export.expires_at, now, texts.language);
        html! {
            <li key={id.to_string()}>
                <span class="kept__what">
                    <b>{ format::moment(export.created_at, now, texts.language) }</b>{ " " }{ state(export, texts) }
                    <span class="quiet">{ format!(" · {} {until}", words.kept_until) }</span>
                </span>
                if export.state == ExportState::Ready {
                    <Button small=true glyph={Glyph::Download} label={words.download} onclick={fetch} test="export-download" />
                }
                <Button small=true kind={ButtonKind::Quiet} bare=true glyph={Glyph::Close} label={words.forget} onclick={forget} />
            </li>
        }
    });
    html! { <ul class="kept">{ for lines }</ul> }
}

fn state(export: &Export, texts: &Texts) -> Html {
    let words = texts.cases_tools();
    match export.state {
        ExportState::Queued => Html::from(words.queued),
        ExportState::Running => html! {
            <><progress max="100" value={percent(export).to_string()} />{ " " }{ (words.running)(export.done, export.total) }</>
        },
        ExportState::Ready => html! { <span data-test="export-ready">{ (words.ready)(export.total) }</span> },
        ExportState::Failed => html! { <span class="red">{ words.failed }</span> },
    }
}
