//! The page: one paper of a case at a time, which the address names.

use super::list::{Matter, PAPER, Paper, chosen, papers};
use crate::{
    api::Versioned,
    features::cases::detail::{
        read::use_case,
        sheet::{Sheet, lines, print, use_explanation},
        tabs::{DOCUMENTS, TAB},
        view::story::Light,
    },
    hooks::{Law, Same, use_law_of, use_live_reload, use_now, use_regard},
    route::{Route, RouteLink, use_said},
    session::use_session,
    shell::{LINES, ViewerMark, remote_view},
    text::{Texts, use_texts},
    ui::{Button, ButtonKind, Choice, PageHead, Picture, Select, StateKind, Tag, Tone},
};
use anju_shared::{api::cases::CaseDetail, ids::CaseId, rules::ClockKind};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`PapersPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PapersPageProps {
    /// Of which case.
    pub id: CaseId,
}

/// The papers of one case.
#[component]
pub fn PapersPage(props: &PapersPageProps) -> Html {
    let (remote, reload, _) = use_case(props.id);
    use_regard(reload.clone());
    use_live_reload(Some(props.id), reload.clone());
    remote_view(&remote, &reload, 2 * LINES, |read| html! { <Loaded {read} /> })
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    read: Same<Versioned<CaseDetail>>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let texts = use_texts();
    let words = texts.case_detail();
    let detail = &props.read.value;
    let case = detail.case();
    let (wanted, choose) = use_said(Route::Papers { id: case.id }, PAPER);
    let papers = papers(case, detail.reporters(), texts);
    let before = html! {
        <span class="quiet">
            <RouteLink to={Route::Case { id: case.id }} query={format!("{TAB}={DOCUMENTS}")} test="to-case">{ case.number.clone() }</RouteLink>{ " /" }
        </span>
    };
    let after = html! {
        <>
            <span class="quiet">{ case.intake.title.clone() }</span>
            <Tag label={texts.frame().secret} tone={Tone::Yellow} />
        </>
    };
    let body = match chosen(&papers, wanted.as_deref()) {
        Some(paper) => opened(&props.read, (&papers, paper), choose, texts),
        None => html! { <Picture kind={StateKind::Empty} title={words.empty[2]} /> },
    };
    html! {
        <>
            <ViewerMark />
            <PageHead title={words.documents} {before} {after} />
            { body }
        </>
    }
}

/// One of the papers, below the way to the others.
fn opened(
    read: &Same<Versioned<CaseDetail>>,
    (papers, paper): (&[Paper<'_>], &Paper<'_>),
    onchange: Callback<String>,
    texts: &'static Texts,
) -> Html {
    let choices: Rc<[Choice]> = papers
        .iter()
        .map(|paper| Choice::new(paper.key.clone(), paper.title.clone()))
        .collect();
    let shown = match paper.matter {
        Matter::Sheet(clock) => {
            html! { <Explained read={read.clone()} clock={(clock.kind, clock.round)} /> }
        }
        _ => html! { <Written read={read.clone()} which={paper.key.clone()} /> },
    };
    html! {
        <>
            <div class="papers no-print">
                <Select label={texts.papers().choose} value={paper.key.clone()} {choices} {onchange} test="document-choice" />
                <Button kind={ButtonKind::Primary} label={texts.case_detail().print} test="print" onclick={|()| print()} />
            </div>
            { shown }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WrittenProps {
    read: Same<Versioned<CaseDetail>>,
    which: String,
}

/// A paper of the procedure, in the words of the rules that hold for the case.
#[component]
fn Written(props: &WrittenProps) -> Html {
    let (texts, now) = (use_texts(), use_now());
    let detail = &props.read.value;
    let case = detail.case();
    let accepted = case.acceptance();
    let (law, reload) = use_law_of(accepted.map(|acceptance| &acceptance.profile));
    let draw = |law: Rc<Law>| {
        let light = Light {
            case,
            reporters: detail.reporters(),
            profile: &law.profile,
            now,
            texts,
        };
        let all = papers(case, light.reporters, texts);
        let paper = chosen(&all, Some(&props.which));
        let written = paper.and_then(|paper| Some((paper, light.written(paper.matter)?)));
        let Some((paper, written)) = written else {
            return Html::default();
        };
        html! {
            <article class="document" data-test="document">
                <h2 class="document__title">{ paper.title.clone() }</h2>
                <p class="document__number">{ format!("{} {}", texts.case_detail().number, case.number) }</p>
                { lines(&written.lines) }
                <p class="document__signed">{ written.signed }</p>
            </article>
        }
    };
    remote_view(&law, &reload, LINES, draw)
}

#[derive(Clone, PartialEq, Properties)]
struct ExplainedProps {
    read: Same<Versioned<CaseDetail>>,
    clock: (ClockKind, u32),
}

/// The sheet of one period, once the server has explained it.
#[component]
fn Explained(props: &ExplainedProps) -> Html {
    let session = use_session();
    let query = use_explanation(props.read.value.case(), props.clock);
    let Some(account) = session.account().cloned() else {
        return Html::default();
    };
    let draw = |told| html! { <Sheet {account} {told} /> };
    remote_view(&query.remote, &query.reload, LINES, draw)
}
