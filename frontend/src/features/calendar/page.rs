//! The page: twelve months of a year, and the way to another year.

use super::{
    import::Import,
    view::{Month, holidays, months},
};
use crate::{
    api::calendar::Drafted,
    hooks::{Law, use_key, use_law, use_rules_reload},
    route::{Route, RouteLink},
    session::{use_client, use_session},
    shell::{LINES, remote_view},
    text::{Texts, calendar::CalendarTexts, format, use_texts},
    ui::{
        Button, ButtonKind, Choice, DayCell, DayLook, Glyph, MonthPicture, Notice, PageHead, Panel, Select,
        Tone, day_class,
    },
};
use anju_shared::{
    access::Operation,
    calendar::{CalendarYear, DayKind},
    time::LegalDate,
};
use std::rc::Rc;
use yew::prelude::*;

/// Years that the calendar knows.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A year of working days.
#[component]
pub fn CalendarPage() -> Html {
    let (texts, session, law, reload) = (use_texts(), use_session(), use_law(), use_rules_reload());
    let words = texts.calendar();
    let present = use_client().now().local_date().ymd().0;
    let year = use_state_eq(|| present);
    let importing = use_state_eq(|| false);
    // It stays until the page is left: a draft is still to be simulated and handed in.
    let drafted = use_state_eq(|| None::<Drafted>);
    let turn = |by: i32| {
        let year = year.clone();
        Callback::from(move |()| year.set((*year + by).clamp(*YEARS.start(), *YEARS.end())))
    };
    use_key("ArrowLeft", Some(words.year_before), turn(-1));
    use_key("ArrowRight", Some(words.year_after), turn(1));
    let choose = {
        let year = year.setter();
        Callback::from(move |chosen: String| year.set(chosen.parse().unwrap_or(present)))
    };
    let open = |is_open| {
        let importing = importing.setter();
        Callback::from(move |()| importing.set(is_open))
    };
    let ondrafted = {
        let (importing, drafted) = (importing.setter(), drafted.setter());
        Callback::from(move |made: Drafted| {
            importing.set(false);
            drafted.set(Some(made));
        })
    };
    let choices: Rc<[Choice]> = YEARS
        .map(|year| Choice::new(year.to_string(), year.to_string()))
        .collect();
    let shown = *year;
    html! {
        <>
            <PageHead title={words.title}>
                <div class="row no-print" data-test="calendar-years">
                    <Button bare=true glyph={Glyph::Left} label={words.year_before} onclick={turn(-1)} test="year-before" />
                    <Select label={words.year} value={shown.to_string()} {choices} onchange={choose} test="year" />
                    <Button bare=true glyph={Glyph::Right} label={words.year_after} onclick={turn(1)} test="year-after" />
                    if session.may(Operation::DraftRevision) {
                        <Button kind={ButtonKind::Primary} glyph={Glyph::Upload} label={words.import} onclick={open(true)} test="calendar-import" />
                    }
                </div>
            </PageHead>
            { for drafted.iter().map(|made| told(made, words)) }
            { remote_view(&law, &reload, 2 * LINES, |law: Rc<Law>| match law.calendar.year(shown) {
                Some(year) => drawn(&year, texts),
                None => Html::default(),
            }) }
            if *importing { <Import onclose={open(false)} {ondrafted} /> }
        </>
    }
}

/// What an arrangement has become, and the way there.
fn told(made: &Drafted, words: &CalendarTexts) -> Html {
    let Drafted { revision } = made;
    html! {
        <Notice tone={Tone::Green} alert=true>
            { words.drafted }
            <RouteLink to={Route::Revision { id: revision.id }} test="to-draft">{ revision.title.clone() }</RouteLink>
        </Notice>
    }
}

fn drawn(year: &CalendarYear, texts: &'static Texts) -> Html {
    let words = texts.calendar();
    let source = match (year.source.is_empty(), year.official) {
        (false, _) => year.source.clone(),
        (true, true) => words.delivered.to_owned(),
        (true, false) => words.by_law.to_owned(),
    };
    let months = months(year);
    html! {
        <div class="stack" data-test="calendar">
            if !year.official { <Notice tone={Tone::Yellow}>{ (words.provisional)(year.year) }</Notice> }
            <p class="strong">{ (words.working_days)(year.year, year.working_days) }</p>
            <Panel>
                <div class="pictures">{ for months.iter().map(|month| picture(month, year.year, texts)) }</div>
                { legend(texts) }
            </Panel>
            <Panel title={words.holidays}>{ list(year, texts) }</Panel>
            <p class="quiet">{ (words.origin)(&source, &year.version) }</p>
        </div>
    }
}

fn picture(month: &Month, year: i32, texts: &'static Texts) -> Html {
    let days = month.days.iter().map(|(number, kind, name)| {
        let (look, tone) = look(*kind);
        DayCell {
            number: *number,
            look,
            tone,
            mark: mark(*kind, texts),
            title: (!name.is_empty()).then(|| name.clone().into()),
        }
    });
    let title = format!(
        "{} · {}",
        format::month(year, month.number, texts.language),
        (texts.calendar().of_month)(month.working_days)
    );
    html! { <MonthPicture {title} weekdays={texts.time().weekdays} blanks={month.blanks} days={days.collect::<Vec<_>>()} /> }
}

const fn look(kind: DayKind) -> (DayLook, Tone) {
    match kind {
        DayKind::Working => (DayLook::Filled, Tone::Plain),
        DayKind::WorkedWeekend => (DayLook::Filled, Tone::Yellow),
        DayKind::Weekend => (DayLook::Hollow, Tone::Plain),
        DayKind::Holiday => (DayLook::Hollow, Tone::Red),
    }
}

fn mark(kind: DayKind, texts: &Texts) -> Option<AttrValue> {
    let words = texts.calendar();
    match kind {
        DayKind::WorkedWeekend => Some(words.worked.into()),
        DayKind::Holiday => Some(words.closed.into()),
        DayKind::Working | DayKind::Weekend => None,
    }
}

fn legend(texts: &'static Texts) -> Html {
    let kinds = [
        DayKind::Working,
        DayKind::WorkedWeekend,
        DayKind::Weekend,
        DayKind::Holiday,
    ];
    let entries = kinds.into_iter().zip(texts.calendar().kinds).map(|(kind, word)| {
        let (look, tone) = look(kind);
        html! { <li><span class={day_class(look, tone)} aria-hidden="true"></span>{ word }</li> }
    });
    html! { <ul class="legend">{ for entries }</ul> }
}

/// The same for who cannot see the pictures, and for paper.
fn list(year: &CalendarYear, texts: &'static Texts) -> Html {
    let words = texts.calendar();
    let dates = |dates: &[LegalDate]| {
        let dates = dates
            .iter()
            .map(|date| format::day(*date, year.year, texts.language));
        dates.collect::<Vec<_>>().join(words.between)
    };
    let entries = holidays(year).into_iter().map(|holiday| {
        html! {
            <li>
                <b>{ holiday.name.clone() }</b>{ " " }
                if !holiday.closed.is_empty() { { words.closed }{ " " }{ dates(&holiday.closed) } }
                if !holiday.worked.is_empty() { { words.between }{ words.worked }{ " " }{ dates(&holiday.worked) } }
            </li>
        }
    });
    html! { <ul class="stack" data-test="holidays">{ for entries }</ul> }
}
