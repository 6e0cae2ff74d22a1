//! One month to choose a day from. An own one: the browser's follows the browser's language, not the page's.

use super::{
    button::{Button, ButtonKind},
    icon::Glyph,
};
use anju_shared::time::LegalDate;
use yew::prelude::*;

/// Properties of [`Month`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MonthProps {
    /// Year and month shown.
    pub shown: (i32, u32),
    /// The month, as people read it.
    pub title: AttrValue,
    /// Short names of the days of the week, Monday first.
    pub weekdays: [&'static str; 7],
    /// Button to the month before.
    pub before: AttrValue,
    /// Button to the month after.
    pub after: AttrValue,
    /// The day chosen.
    pub chosen: Option<LegalDate>,
    /// Today.
    pub today: LegalDate,
    /// Shows another month.
    pub onshow: Callback<(i32, u32)>,
    /// Chooses a day.
    pub onchoose: Callback<LegalDate>,
}

/// A month, weeks beginning on Monday.
#[component]
pub fn Month(props: &MonthProps) -> Html {
    let (year, month) = props.shown;
    let turn = |by: i32| {
        let target = turned(year, month, by);
        props.onshow.reform(move |()| target)
    };
    let first = LegalDate::new(year, month, 1);
    let blanks = first.map_or(0, LegalDate::weekday);
    let days = (1..=31).filter_map(|day| LegalDate::new(year, month, day));
    html! {
        <div class="month">
            <div class="month__head">
                <Button small=true bare=true kind={ButtonKind::Quiet} glyph={Glyph::Left} label={props.before.clone()} onclick={turn(-1)} />
                <span aria-live="polite">{ props.title.clone() }</span>
                <Button small=true bare=true kind={ButtonKind::Quiet} glyph={Glyph::Right} label={props.after.clone()} onclick={turn(1)} />
            </div>
            <div class="month__days">
                { for props.weekdays.iter().map(|name| html! { <span aria-hidden="true">{ *name }</span> }) }
                { for (0..blanks).map(|_| html! { <i aria-hidden="true"></i> }) }
                { for days.map(|day| day_button(props, day)) }
            </div>
        </div>
    }
}

fn day_button(props: &MonthProps, day: LegalDate) -> Html {
    let onclick = props.onchoose.reform(move |_: MouseEvent| day);
    html! {
        <button type="button" aria-pressed={if props.chosen == Some(day) { "true" } else { "false" }}
            aria-current={(props.today == day).then_some("date")} aria-label={day.to_string()} {onclick}>
            { day.ymd().2 }
        </button>
    }
}

/// The month `by` months away.
fn turned(year: i32, month: u32, by: i32) -> (i32, u32) {
    let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(by);
    let year = i32::try_from(months.div_euclid(12)).unwrap_or(year);
    (
        year,
        u32::try_from(months.rem_euclid(12)).map_or(month, |month| month + 1),
    )
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn months_turn_over_the_year() {
        assert_eq!(turned(2026, 12, 1), (2027, 1));
        assert_eq!(turned(2026, 1, -1), (2025, 12));
        assert_eq!(turned(2026, 11, 1), (2026, 12));
    }
}
