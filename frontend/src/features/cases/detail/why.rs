//! 为什么是这一天: the months of a period as a picture, and the sheet with its clause and its steps, to read and to print.

use super::{
    Seen,
    sheet::{Sheet, print, use_explanation},
};
use crate::{
    shell::{LINES, remote_view},
    text::{Texts, format, use_texts},
    ui::{Button, DayCell, DayLook, Layer, LayerKind, MonthPicture as Picture, Tone, day_class},
};
use anju_shared::{
    api::deadlines::ClockExplanation,
    deadlines::{DayRole, DayRun, Month, months},
    rules::ClockKind,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Why`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WhyProps {
    /// What is seen.
    pub(super) seen: Seen,
    /// Which period: kind and round.
    pub(super) clock: (ClockKind, u32),
    /// Closes it.
    pub(super) onclose: Callback<()>,
}

/// The explanation of one period.
#[component]
pub(super) fn Why(props: &WhyProps) -> Html {
    let texts = use_texts();
    let query = use_explanation(props.seen.read.value.case(), props.clock);
    let foot = html! { <Button label={texts.case_detail().print} test="print-why" onclick={|()| print()} disabled={query.remote.ready().is_none()} /> };
    let draw = |told: Rc<ClockExplanation>| {
        let days = &told.explanation.days;
        html! {
            <div class="stack" data-test="why">
                { pictures(days, texts) }
                <Sheet account={props.seen.account.clone()} {told} />
            </div>
        }
    };
    html! {
        <Layer kind={LayerKind::Drawer} title={texts.time().why} close={texts.widgets().close} onclose={props.onclose.clone()} {foot}>
            { remote_view(&query.remote, &query.reload, LINES, draw) }
        </Layer>
    }
}

fn pictures(days: &[DayRun], texts: &'static Texts) -> Html {
    let months = months(days);
    if months.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <div class="pictures">{ for months.iter().map(|month| picture(month, texts)) }</div>
            { legend(days, texts) }
        </>
    }
}

fn picture(month: &Month<'_>, texts: &'static Texts) -> Html {
    let days: Vec<DayCell> = month
        .days
        .iter()
        .map(|(day, run)| {
            let (look, tone, mark) = run.map_or_else(Default::default, |run| look(run.role, texts));
            DayCell {
                number: day.ymd().2,
                look,
                tone,
                mark,
                title: run.and_then(|run| run.holiday.clone()).map(AttrValue::from),
            }
        })
        .collect();
    let title = format::month(month.year, month.month, texts.language);
    html! { <Picture {title} weekdays={texts.time().weekdays} blanks={month.blanks} {days} /> }
}

fn look(role: DayRole, texts: &'static Texts) -> (DayLook, Tone, Option<AttrValue>) {
    let [start, holiday, worked, last] = texts.sheet().marks.map(AttrValue::Static);
    match role {
        DayRole::Start => (DayLook::Strong, Tone::Blue, Some(start)),
        DayRole::Counted => (DayLook::Filled, Tone::Plain, None),
        DayRole::Weekend => (DayLook::Hollow, Tone::Plain, None),
        DayRole::Holiday => (DayLook::Hollow, Tone::Red, Some(holiday)),
        DayRole::Worked => (DayLook::Filled, Tone::Yellow, Some(worked)),
        DayRole::Paused => (DayLook::Hollow, Tone::Yellow, None),
        DayRole::Extended => (DayLook::Filled, Tone::Green, None),
        DayRole::Last => (DayLook::Strong, Tone::Plain, Some(last)),
    }
}

/// Only what is in the picture.
fn legend(days: &[DayRun], texts: &'static Texts) -> Html {
    let entries = DayRole::shown(days).map(|role| {
        let (look, tone, _) = look(role, texts);
        let word = role.text(texts.language);
        html! { <li><span class={day_class(look, tone)} aria-hidden="true"></span>{ word }</li> }
    });
    html! { <ul class="legend">{ for entries }</ul> }
}
