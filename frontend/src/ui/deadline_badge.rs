//! How a legal period is shown in a row: lamp, word and remaining time; by the mouse its last day and clause.

use crate::{
    hooks::use_now,
    text::{
        format::{self, Exactness},
        use_texts,
    },
};
use anju_shared::{deadlines::Lamp as CoreLamp, time::Instant};
use yew::prelude::*;

/// The lamp beside a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lamp {
    /// 绿灯: time enough.
    Green,
    /// 黄灯: the end is near.
    Yellow,
    /// 红灯: overdue.
    Red,
    /// The period no longer runs.
    Off,
}

impl From<CoreLamp> for Lamp {
    fn from(lamp: CoreLamp) -> Self {
        match lamp {
            CoreLamp::Green => Self::Green,
            CoreLamp::Yellow => Self::Yellow,
            CoreLamp::Red => Self::Red,
        }
    }
}

impl Lamp {
    /// The lamp at `now`; `yellow_from` as `anju_shared::deadlines::yellow_from` computes it.
    #[must_use]
    pub fn at(now: Instant, due: Instant, yellow_from: Instant) -> Self {
        if now >= due {
            Self::Red
        } else if now >= yellow_from {
            Self::Yellow
        } else {
            Self::Green
        }
    }

    /// The class of the lamp itself.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Green => "lamp--green",
            Self::Yellow => "lamp--yellow",
            Self::Red => "lamp--red",
            Self::Off => "lamp--off",
        }
    }
}

/// Properties of [`DeadlineBadge`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DeadlineBadgeProps {
    /// The exclusive end of the period.
    pub due: Instant,
    /// From when on the lamp is yellow.
    pub yellow_from: Instant,
    /// The clause that sets the period, as people cite it.
    #[prop_or_default]
    pub clause: AttrValue,
}

/// Lamp, word and ticking remaining time.
#[component]
pub fn DeadlineBadge(props: &DeadlineBadgeProps) -> Html {
    let (now, texts) = (use_now(), use_texts());
    let lamp = Lamp::at(now, props.due, props.yellow_from);
    let word = match lamp {
        Lamp::Green => texts.time().green,
        Lamp::Yellow => texts.time().yellow,
        Lamp::Red => texts.time().red,
        Lamp::Off => texts.time().over,
    };
    let last = format::last_day(props.due, now, texts.language);
    html! {
        <span class={classes!("lamp", lamp.class())} title={format!("{word} · {last} · {}", props.clause)}>
            <span class="lamp__word">{ word }</span>
            { format::remaining(props.due, now, Exactness::Short, texts.language) }
        </span>
    }
}

/// Properties of [`StandstillBadge`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StandstillBadgeProps {
    /// Why, since when, and which period.
    pub title: AttrValue,
}

/// A period that stands still, in a row.
#[component]
pub fn StandstillBadge(props: &StandstillBadgeProps) -> Html {
    let word = use_texts().time().paused;
    html! { <span class={classes!("lamp", Lamp::Off.class())} title={props.title.clone()}>{ word }</span> }
}
