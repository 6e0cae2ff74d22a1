//! 首页: what may be reported and to whom, how reporters are protected and rewarded, whom to call.

use super::statement::{article, panel, statements};
use crate::{
    hooks::{use_guide, use_language},
    route::{Link, Page},
    text::{Language, Texts, use_texts},
    ui::Heading,
};
use anju_shared::api::public::{Guide, GuideDepartment, Word};
use yew::prelude::*;

/// The home page.
#[component]
pub(crate) fn HomePage() -> Html {
    let (texts, language, guide) = (use_texts(), use_language(), use_guide());
    let words = &texts.home;
    html! {
        <>
            <Heading text={words.title} />
            <p class="lead">{ words.lead }</p>
            <Link to={Page::Report} class="btn go btn--two" test="home-report"><b>{ words.report }</b><small>{ words.report_hint }</small></Link>
            <Link to={Page::Follow} class="btn btn--two" test="home-follow"><b>{ words.follow }</b><small>{ words.follow_hint }</small></Link>
            { guide.map_or_else(|instead| instead, |guide| rules(&guide, texts, language)) }
        </>
    }
}

fn rules(guide: &Guide, texts: &'static Texts, language: Language) -> Html {
    let words = &texts.home;
    html! {
        <>
            <section class="panel calls">
                <a class="call call--hotline" href={format!("tel:{}", guide.hotline)} data-test="hotline"><span>{ words.hotline }</span><b>{ &guide.hotline }</b></a>
                <h2>{ words.emergency }</h2>
                { for guide.emergencies.iter().map(|number| emergency(number, language)) }
            </section>
            { panel(words.scope, html! {
                <>
                    { statements(&guide.scope, texts, language) }
                    <h3>{ words.departments }</h3>
                    { for guide.departments.iter().map(|one| department(one, texts, language)) }
                </>
            }) }
            { panel(words.protection, statements(&guide.protection, texts, language)) }
            { panel(words.rewards, statements(&guide.rewards, texts, language)) }
            <Link to={Page::Guide} class="btn" test="home-guide">{ words.guide }</Link>
        </>
    }
}

fn emergency(number: &Word, language: Language) -> Html {
    html! {
        <a class="call" href={format!("tel:{}", number.code)}><b>{ &number.code }</b><span>{ number.name.text(language) }</span></a>
    }
}

fn department(one: &GuideDepartment, texts: &Texts, language: Language) -> Html {
    let between = match language {
        Language::Zh => "、",
        Language::En => ", ",
    };
    let industries: Vec<&str> = one
        .industries
        .iter()
        .map(|word| word.name.text(language))
        .collect();
    html! {
        <details>
            <summary>{ one.name.text(language) }</summary>
            <p>{ industries.join(between) }</p>
            { article(&one.basis, texts) }
        </details>
    }
}
