//! 办理指南: scope, what is not accepted and where to go instead, periods, rewards, protection; all from the server.

use super::statement::{article, panel, statements};
use crate::{
    hooks::{use_guide, use_language},
    route::CALCULATOR,
    text::{Language, Texts, use_texts},
    ui::Heading,
};
use anju_shared::api::public::{Guide, GuideElsewhere, GuidePeriod};
use yew::prelude::*;

/// The guide.
#[component]
pub(crate) fn GuidePage() -> Html {
    let (texts, language, guide) = (use_texts(), use_language(), use_guide());
    html! {
        <>
            <Heading text={texts.guide.title} />
            { guide.map_or_else(|instead| instead, |guide| rules(&guide, texts, language)) }
        </>
    }
}

fn rules(guide: &Guide, texts: &'static Texts, language: Language) -> Html {
    let words = &texts.guide;
    let periods = html! {
        <>
            { for guide.periods.iter().map(|one| period(one, texts, language)) }
            <p class="quiet">{ words.counted }{ " " }<a href={CALCULATOR} data-test="to-calculator">{ words.calculator }</a></p>
        </>
    };
    let elsewhere = html! { <dl class="pairs pairs--stacked">{ for guide.elsewhere.iter().map(|one| other_way(one, language)) }</dl> };
    html! {
        <>
            <p class="lead">{ words.lead }{ &guide.authority }</p>
            { panel(words.accepted, statements(&guide.scope, texts, language)) }
            { panel(words.refused, statements(&guide.refused, texts, language)) }
            { panel(words.elsewhere, elsewhere) }
            { panel(words.periods, periods) }
            { panel(words.rewards, statements(&guide.rewards, texts, language)) }
            { panel(words.protection, statements(&guide.protection, texts, language)) }
        </>
    }
}

fn period(one: &GuidePeriod, texts: &Texts, language: Language) -> Html {
    html! {
        <div class="period" data-test="guide-period">
            <b class="period__length">{ one.length.text(language) }</b>
            <div>
                <b>{ one.name.text(language) }</b>
                if let Some(only) = &one.only { <span class="tag">{ only.text(language) }</span> }
                <p class="quiet">{ one.since.text(language) }</p>
                { article(&one.basis, texts) }
            </div>
        </div>
    }
}

fn other_way(one: &GuideElsewhere, language: Language) -> Html {
    html! { <><dt>{ one.matter.text(language) }</dt><dd>{ one.instead.text(language) }</dd></> }
}
