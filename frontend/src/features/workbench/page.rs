//! The page: the day, the figures, the own work.

use super::{
    bench::{Bench, BenchProps},
    view::{ROWS, day_line},
};
use crate::{
    hooks::{use_law, use_live_stands, use_work},
    route::{Route, use_go},
    session::{use_client, use_session},
    text::{Texts, format, use_texts},
    ui::{Button, ButtonKind, Glyph, PageHead, Tag, Tile, Tone},
};
use anju_shared::{
    access::Operation,
    api::workbench::{Tiles, Work},
};
use yew::prelude::*;

/// 工作台
#[component]
pub fn WorkbenchPage() -> Html {
    let (texts, session, go, stands) = (use_texts(), use_session(), use_go(), use_live_stands());
    let words = texts.workbench();
    let limit = use_state_eq(|| ROWS.0);
    let query = use_work(Work::All, *limit);
    let bench = BenchProps::of(Work::All, &query, &limit, [words.empty, words.empty_more]);
    let (law, now) = (use_law(), use_client().now());
    let day = law.ready().map(|law| day_line(&law.calendar, now, texts));
    let register = go.reform(|()| Route::Register);
    html! {
        <>
            <PageHead title={texts.frame().workbench} after={html! { <span class="quiet">{ day }</span> }}>
                <LiveTag {stands} />
                <span class="quiet wide">{ texts.cases_list().keys }</span>
                if !stands {
                    <Button glyph={Glyph::Reload} label={texts.cases_list().refresh} busy={query.asking} onclick={query.reload.clone()} />
                }
                if session.may(Operation::RegisterReport) {
                    <Button kind={ButtonKind::Primary} label={words.register} key_hint="N" onclick={register} />
                }
            </PageHead>
            { tiles(query.remote.ready().map(|bench| bench.tiles), texts) }
            <Bench ..bench />
        </>
    }
}

fn tiles(tiles: Option<Tiles>, texts: &Texts) -> Html {
    let words = texts.workbench();
    let figure = |of: fn(&Tiles) -> u64| {
        tiles
            .as_ref()
            .map_or("–".to_owned(), |tiles| format::number(of(tiles)))
    };
    let overdue = tiles.is_some_and(|tiles| tiles.overdue > 0);
    let soon = tiles.is_some_and(|tiles| tiles.soon > 0);
    html! {
        <section class="tiles" aria-label={words.figures}>
            <Tile name={words.today} figure={figure(|tiles| tiles.today)} />
            <Tile name={words.open} figure={figure(|tiles| tiles.open)} />
            <Tile name={words.soon} figure={figure(|tiles| tiles.soon)} tone={if soon { Tone::Yellow } else { Tone::Plain }} />
            <Tile name={words.overdue} figure={figure(|tiles| tiles.overdue)} tone={if overdue { Tone::Red } else { Tone::Plain }} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LiveTagProps {
    stands: bool,
}

/// Whether the page follows what happens by itself.
#[component]
fn LiveTag(props: &LiveTagProps) -> Html {
    let words = use_texts().workbench();
    let (label, title, tone) = match props.stands {
        true => (words.live, words.live_more, Tone::Green),
        false => (words.not_live, words.not_live_more, Tone::Plain),
    };
    html! { <span role="status" data-test="live"><Tag {label} {title} {tone} /></span> }
}
