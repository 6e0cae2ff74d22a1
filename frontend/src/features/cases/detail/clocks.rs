//! The clocks of the case as cards, and the answer to "why this day".

use super::{PartProps, view::clocks::cards, why::Why};
use crate::{hooks::use_now, text::use_texts, ui::ClockCard};
use yew::prelude::*;

/// Every period that has started. Drawn every second; the explanation is not.
#[component]
pub(super) fn Clocks(props: &PartProps) -> Html {
    let asked = use_state_eq(|| None::<usize>);
    let onask = {
        let asked = asked.setter();
        use_callback((), move |place: usize, ()| asked.set(Some(place)))
    };
    let onclose = {
        let asked = asked.setter();
        use_callback((), move |(), ()| asked.set(None))
    };
    let clock = asked
        .and_then(|place| props.seen.read.value.case().clocks.get(place))
        .map(|clock| (clock.kind, clock.round));
    html! {
        <>
            <Cards seen={props.seen.clone()} {onask} />
            if let Some(clock) = clock { <Why seen={props.seen.clone()} {clock} {onclose} /> }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardsProps {
    seen: super::Seen,
    onask: Callback<usize>,
}

#[component]
fn Cards(props: &CardsProps) -> Html {
    let (now, texts) = (use_now(), use_texts());
    let case = props.seen.read.value.case();
    let cards = cards(case, (&props.seen.profile, &props.seen.calendar), now, texts);
    let cards = cards.into_iter().map(|card| {
        let place = card.place;
        html! {
            <ClockCard key={place} test={card.kind.code()} title={card.title} started={card.started} due={card.due} yellow_from={card.yellow_from}
                clause={card.clause} ended={card.ended} late={card.late} paused={card.paused} provisional={card.provisional} onwhy={props.onask.reform(move |()| place)} />
        }
    });
    html! { <div class="clocks clocks--case">{ for cards }</div> }
}
