//! What stands over a column: which regime it is, and what can be put in its place.

use super::view::Offer;
use crate::{
    text::{Texts, format},
    ui::{Button, ButtonKind, Choice, Glyph, Select, Tag, Tone},
};
use anju_shared::{api::rules::RegimeSummary, time::LegalDate};
use std::rc::Rc;
use yew::prelude::*;

/// A column of regimes: its place, and those in all places.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// Counted from the left, from 0.
    pub(super) at: usize,
    /// What stands in all places.
    pub(super) shown: &'a [String],
}

/// The head of a column.
pub(super) fn head(
    place: Place<'_>,
    (offers, in_force): (&[Offer], &str),
    choose: Callback<String>,
    remove: Option<Callback<()>>,
    (texts, today): (&'static Texts, LegalDate),
) -> Html {
    let words = texts.rules();
    let Some(code) = place.shown.get(place.at) else {
        return Html::default();
    };
    let choices: Rc<[Choice]> = offers
        .iter()
        .map(|one| Choice {
            disabled: one.code != *code && place.shown.contains(&one.code),
            ..Choice::new(one.code.clone(), called(one, texts))
        })
        .collect();
    let offer = offers.iter().find(|one| one.code == *code);
    let about = offer.map(|one| {
        let holds = one.is_present && one.regime.id == in_force;
        about(&one.regime, holds, texts, today)
    });
    html! {
        <div class="beside__head">
            <div class="beside__pick">
                <Select label={(words.column)(place.at + 1)} value={code.clone()} {choices} onchange={choose} test={format!("regime-{}", place.at + 1)} />
                if let Some(onclick) = remove {
                    <Button bare=true kind={ButtonKind::Quiet} glyph={Glyph::Close} label={(words.remove)(code)} {onclick} test={format!("remove-{code}")} />
                }
            </div>
            { about }
        </div>
    }
}

/// A regime, and where there are several versions of it, which one.
fn called(offer: &Offer, texts: &'static Texts) -> String {
    let regime = &offer.regime;
    let named = format!("{} {}", regime.id, regime.title);
    match offer.has_versions {
        true => format!("{named} · {}", (texts.rules().version)(regime.version)),
        false => named,
    }
}

fn about(one: &RegimeSummary, in_force: bool, texts: &'static Texts, today: LegalDate) -> Html {
    let (words, language) = (texts.rules(), texts.language);
    let day = |day| format::day(day, today.ymd().0, language);
    let mut said = vec![
        one.level.text(language).to_owned(),
        (words.version)(one.version),
        (words.since)(&day(one.in_force_from)),
    ];
    said.extend(one.in_force_until.map(|until| (words.until)(&day(until))));
    html! {
        <p class="beside__about">
            if in_force { <Tag label={words.in_force} tone={Tone::Green} />{ " " } }
            <span>{ said.join(" · ") }</span>{ " " }
            <span class="wide">{ (words.counts)(one.own, one.overriding, one.inherited) }</span>
        </p>
    }
}
