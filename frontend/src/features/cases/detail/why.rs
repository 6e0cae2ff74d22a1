//! 为什么是这一天: the count step by step, and its months as a picture.

use super::{
    Seen,
    view::{
        calendar::{DayKind, MonthPicture, months},
        clocks::{explanation, title},
    },
};
use crate::{
    session::use_client,
    text::{Texts, format, use_texts},
    ui::{DayCell, DayLook, Layer, LayerKind, MonthPicture as Picture, Tone, day_class},
};
use anju_shared::workflow::Clock;
use yew::prelude::*;

/// Properties of [`Why`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WhyProps {
    /// Which period.
    pub(super) clock: Clock,
    /// The rules that it rests on, and the calendar.
    pub(super) seen: Seen,
    /// Closes it.
    pub(super) onclose: Callback<()>,
}

/// The explanation of one period.
#[component]
pub(super) fn Why(props: &WhyProps) -> Html {
    let texts = use_texts();
    let words = texts.case_detail();
    let steps = explanation(
        &props.clock,
        (&props.seen.profile, &props.seen.calendar),
        use_client().now(),
        texts,
    );
    let months = months(steps.iter().map(|(step, _)| step));
    let sentences = steps
        .iter()
        .map(|(_, said)| html! { <li><span>{ said.clone() }</span></li> });
    html! {
        <Layer kind={LayerKind::Drawer} title={texts.time().why} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <div class="stack" data-test="why">
                <p class="strong">{ title(&props.clock, texts) }</p>
                if !months.is_empty() {
                    <div class="pictures">{ for months.iter().map(|month| picture(month, texts)) }</div>
                    { legend(texts) }
                }
                <h3>{ words.why_steps }</h3>
                <ol class="count-steps">{ for sentences }</ol>
            </div>
        </Layer>
    }
}

fn picture(month: &MonthPicture, texts: &'static Texts) -> Html {
    let (year, number) = month.month;
    let days: Vec<DayCell> = month
        .days
        .iter()
        .map(|(day, kind)| {
            let (look, tone, mark) = look(kind, texts);
            let title = match kind {
                DayKind::Holiday(name) | DayKind::Worked(name) => Some(AttrValue::from(name.clone())),
                _ => None,
            };
            DayCell {
                number: day.ymd().2,
                look,
                tone,
                mark,
                title,
            }
        })
        .collect();
    html! {
        <Picture title={format::month(year, number, texts.language)} weekdays={texts.time().weekdays} blanks={month.blanks} {days} />
    }
}

fn look(kind: &DayKind, texts: &'static Texts) -> (DayLook, Tone, Option<AttrValue>) {
    let [start, holiday, worked, last] = texts.case_detail().marks.map(AttrValue::Static);
    match kind {
        DayKind::Outside => (DayLook::Faint, Tone::Plain, None),
        DayKind::Start => (DayLook::Strong, Tone::Blue, Some(start)),
        DayKind::Counted => (DayLook::Filled, Tone::Plain, None),
        DayKind::Weekend => (DayLook::Hollow, Tone::Plain, None),
        DayKind::Holiday(_) => (DayLook::Hollow, Tone::Red, Some(holiday)),
        DayKind::Worked(_) => (DayLook::Filled, Tone::Yellow, Some(worked)),
        DayKind::Last => (DayLook::Strong, Tone::Plain, Some(last)),
    }
}

fn legend(texts: &'static Texts) -> Html {
    let name = String::new;
    let kinds = [
        DayKind::Start,
        DayKind::Counted,
        DayKind::Weekend,
        DayKind::Holiday(name()),
        DayKind::Worked(name()),
        DayKind::Last,
    ];
    let entries = kinds.iter().zip(texts.case_detail().legend).map(|(kind, word)| {
        let (look, tone, _) = look(kind, texts);
        html! { <li><span class={day_class(look, tone)} aria-hidden="true"></span>{ word }</li> }
    });
    html! { <ul class="legend">{ for entries }</ul> }
}
