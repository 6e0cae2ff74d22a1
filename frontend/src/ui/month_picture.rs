//! A month to look at: what each day is to a period. A picture only; the words beside it say the same.

use super::tag::Tone;
use yew::prelude::*;

/// How a day stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayLook {
    /// Outside of what is shown.
    #[default]
    Faint,
    /// Belongs to it.
    Filled,
    /// Is passed over.
    Hollow,
    /// Begins or ends it.
    Strong,
}

/// One day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCell {
    /// Its number in the month.
    pub number: u32,
    /// How it stands out.
    pub look: DayLook,
    /// What its colour says.
    pub tone: Tone,
    /// A sign in its corner.
    pub mark: Option<AttrValue>,
    /// More, shown by the mouse.
    pub title: Option<AttrValue>,
}

/// Properties of [`MonthPicture`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MonthPictureProps {
    /// The month, as people read it.
    pub title: AttrValue,
    /// Short names of the days of the week, Monday first.
    pub weekdays: [&'static str; 7],
    /// Empty cells before the first.
    pub blanks: u8,
    /// Its days.
    pub days: Vec<DayCell>,
}

/// A month, weeks beginning on Monday. Silent to screen readers.
#[component]
pub fn MonthPicture(props: &MonthPictureProps) -> Html {
    html! {
        <div class="picture" aria-hidden="true">
            <div class="picture__title">{ props.title.clone() }</div>
            <div class="picture__days">
                { for props.weekdays.iter().map(|name| html! { <b>{ *name }</b> }) }
                { for (0..props.blanks).map(|_| html! { <i></i> }) }
                { for props.days.iter().map(day) }
            </div>
        </div>
    }
}

fn day(cell: &DayCell) -> Html {
    html! {
        <span class={day_class(cell.look, cell.tone)} title={cell.title.clone()}>
            { cell.number }
            if let Some(mark) = &cell.mark { <small>{ mark.clone() }</small> }
        </span>
    }
}

/// The classes of a day, for a legend too.
#[must_use]
pub fn day_class(look: DayLook, tone: Tone) -> Classes {
    let look = match look {
        DayLook::Faint => "day--faint",
        DayLook::Filled => "day--filled",
        DayLook::Hollow => "day--hollow",
        DayLook::Strong => "day--strong",
    };
    let tone = match tone {
        Tone::Plain => None,
        Tone::Blue => Some("day--blue"),
        Tone::Green => Some("day--green"),
        Tone::Yellow => Some("day--yellow"),
        Tone::Red => Some("day--red"),
    };
    classes!("day", look, tone)
}
