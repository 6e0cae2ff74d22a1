//! Day and time, typed as people write them, or taken from a calendar.

use super::{
    button::Button,
    field::{Field, FieldWiring},
    icon::Glyph,
    month::Month,
};
use crate::text::{Texts, format};
use anju_shared::time::{Instant, LegalDate};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`DateTimeInput`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DateTimeInputProps {
    /// What is asked for.
    pub label: AttrValue,
    /// What was typed; [`format::parse_moment`] reads it.
    pub value: AttrValue,
    /// What is typed now.
    pub onchange: Callback<String>,
    /// The present moment.
    pub now: Instant,
    /// Words of the calendar and its buttons.
    pub words: DateTimeTexts,
    /// What is wrong with the answer, besides that it cannot be read.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Must be answered: the word that is said aloud for the mark.
    #[prop_or_default]
    pub required: Option<AttrValue>,
    /// Name under which tests find it.
    #[prop_or_default]
    pub test: Option<AttrValue>,
}

/// The texts that a [`DateTimeInput`] needs.
#[derive(Clone, Copy, Debug)]
pub struct DateTimeTexts(pub &'static Texts);

impl PartialEq for DateTimeTexts {
    fn eq(&self, other: &Self) -> bool {
        self.0.language == other.0.language
    }
}

/// A field for day and time. An empty one is no error; an unreadable one is, once it has been left.
#[component]
pub fn DateTimeInput(props: &DateTimeInputProps) -> Html {
    let open = use_state_eq(|| false);
    let left = use_state_eq(|| false);
    let shown = use_state_eq(|| None::<(i32, u32)>);
    let words = props.words.0.time();
    let today = props.now.local_date();
    let unreadable = !props.value.trim().is_empty() && format::parse_moment(&props.value, today).is_none();
    let error = props
        .error
        .clone()
        .or((unreadable && *left).then_some(AttrValue::Static(words.moment_invalid)));
    let input = {
        let (props, open, left, shown) = (props.clone(), open.clone(), left.clone(), shown.clone());
        Callback::from(move |wiring: FieldWiring| {
            let view = Open {
                open: open.clone(),
                left: left.clone(),
                shown: shown.clone(),
            };
            draw(&props, &view, wiring)
        })
    };
    html! {
        <Field label={props.label.clone()} hint={words.moment_hint} {error} required={props.required.clone()} {input} />
    }
}

struct Open {
    open: UseStateHandle<bool>,
    left: UseStateHandle<bool>,
    shown: UseStateHandle<Option<(i32, u32)>>,
}

fn draw(props: &DateTimeInputProps, view: &Open, wiring: FieldWiring) -> Html {
    let words = props.words.0.time();
    let oninput = props
        .onchange
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onblur = {
        let left = view.left.setter();
        move |_: FocusEvent| left.set(true)
    };
    let toggle = {
        let open = view.open.clone();
        move |()| open.set(!*open)
    };
    let fill_now = {
        let now = props.now;
        props.onchange.reform(move |()| format::moment_input(now))
    };
    html! {
        <>
            <div class="moment">
                <input class="input" id={wiring.id} data-test={props.test.clone()} type="text" inputmode="text" autocomplete="off" value={props.value.clone()}
                    aria-invalid={wiring.invalid.then_some("true")} aria-required={wiring.required.then_some("true")}
                    aria-describedby={wiring.described_by} {oninput} {onblur} />
                <Button bare=true glyph={Glyph::Calendar} label={words.open_calendar} expanded={*view.open} onclick={toggle} />
                <Button label={words.now} onclick={fill_now} />
            </div>
            if *view.open { { calendar(props, view) } }
        </>
    }
}

fn calendar(props: &DateTimeInputProps, view: &Open) -> Html {
    let (words, language) = (props.words.0.time(), props.words.0.language);
    let today = props.now.local_date();
    let moment = format::parse_moment(&props.value, today);
    let chosen = moment.map(Instant::local_date);
    let (year, month) = view.shown.unwrap_or_else(|| {
        let (year, month, _) = chosen.unwrap_or(today).ymd();
        (year, month)
    });
    let onchoose = {
        let (onchange, open) = (props.onchange.clone(), view.open.setter());
        let (hour, minute, _) = moment.unwrap_or(props.now).local_time();
        move |day: LegalDate| {
            onchange.emit(format!("{day} {hour:02}:{minute:02}"));
            open.set(false);
        }
    };
    let onshow = {
        let shown = view.shown.setter();
        move |month| shown.set(Some(month))
    };
    html! {
        <Month shown={(year, month)} title={format::month(year, month, language)} weekdays={words.weekdays}
            before={words.month_before} after={words.month_after} {chosen} {today} {onshow} {onchoose} />
    }
}
