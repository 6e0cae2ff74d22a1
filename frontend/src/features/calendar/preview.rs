//! What a file says: its problems beside their lines, what is unusual, and the days that it changes.

use crate::{
    api::calendar::{Drafted, draft_calendar},
    hooks::use_command,
    shell::FailureNotice,
    text::{Language, Texts, format, use_texts},
    ui::{Button, ButtonKind, Column, Notice, Row, Table, Tone},
};
use anju_shared::{
    api::calendar::{CalendarFile, CalendarPreview, FileProblem, PreviewedArrangement},
    calendar::{Arrangement, DayChange, DayState},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Previewed`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PreviewedProps {
    /// The file and what it says.
    pub(super) told: Rc<(CalendarFile, CalendarPreview)>,
    /// It has become a draft.
    pub(super) ondrafted: Callback<Drafted>,
}

/// What the file says.
#[component]
pub(super) fn Previewed(props: &PreviewedProps) -> Html {
    let texts = use_texts();
    let (file, preview) = &*props.told;
    let words = texts.calendar();
    let draft = use_command(
        |client, arrangement: Arrangement| async move { draft_calendar(&client, &arrangement).await },
        props.ondrafted.clone(),
    );
    let problems = preview.problems.iter().map(|problem| line(problem, file, texts));
    let sound = preview.problems.is_empty();
    let arrangements = preview.arrangements.iter().map(|one| {
        let arrangement = one.arrangement.clone();
        let onclick = draft.run.reform(move |()| arrangement.clone());
        html! {
            <section class="stack" data-test={format!("arrangement-{}", one.arrangement.year)}>
                <h3>{ (words.arrangement)(one.arrangement.year, &one.arrangement.division, one.working_days) }</h3>
                if !one.doubts.is_empty() {
                    <Notice tone={Tone::Yellow}>
                        <p>{ words.doubts }</p>
                        <ul>{ for one.doubts.iter().map(|doubt| html! { <li>{ doubt.text(texts.language).to_owned() }</li> }) }</ul>
                    </Notice>
                }
                { changes(one, texts) }
                if sound && !one.changes.is_empty() {
                    <Button kind={ButtonKind::Primary} label={words.draft} busy={draft.running()} {onclick} test="calendar-draft" />
                }
            </section>
        }
    });
    html! {
        <div class="stack" role="status" data-test="calendar-previewed">
            if !sound {
                <Notice tone={Tone::Red} alert=true>{ (words.problems)(preview.problems.len()) }</Notice>
                <ul class="stack" data-test="calendar-problems">{ for problems }</ul>
            }
            if let Some(failure) = draft.failure() { <FailureNotice failure={failure.clone()} /> }
            { for arrangements }
        </div>
    }
}

/// A problem under the line of which it is one.
fn line(problem: &FileProblem, file: &CalendarFile, texts: &'static Texts) -> Html {
    let number = problem.line.and_then(|line| usize::try_from(line).ok());
    let said = number.and_then(|number| file.text.lines().nth(number.checked_sub(1)?));
    let place = match (problem.line, &problem.member) {
        (Some(line), _) => Some((texts.calendar().line)(line)),
        (None, member) => member.clone(),
    };
    html! {
        <li>
            if let Some(place) = place { <span class="quiet">{ place }</span>{ " " } }
            if let Some(said) = said { <code>{ said.to_owned() }</code> }
            <div class="red">{ problem.message.text(texts.language).to_owned() }</div>
        </li>
    }
}

fn changes(one: &PreviewedArrangement, texts: &'static Texts) -> Html {
    let words = texts.calendar();
    if one.changes.is_empty() {
        return html! { <p class="quiet">{ words.unchanged }</p> };
    }
    let columns: Rc<[Column]> = [
        Column::cut(words.day),
        Column::new(words.before),
        Column::new(words.after),
    ]
    .into();
    let row = |change: &DayChange| {
        let weekday = texts.time().weekday_names[usize::from(change.date.weekday())];
        let day = format::day(change.date, one.arrangement.year, texts.language);
        Row::Cells {
            key: change.date.to_string().into(),
            cells: vec![
                html! { format!("{day} {weekday}") },
                html! { state(&change.before, texts) },
                html! { state(&change.after, texts) },
            ],
        }
    };
    let rows: Vec<Row> = one.changes.iter().map(row).collect();
    html! {
        <>
            <p>{ (words.changed)(one.changes.len()) }</p>
            <Table caption={words.changes} {columns} {rows} />
        </>
    }
}

fn state(state: &DayState, texts: &Texts) -> String {
    let kind = match texts.language {
        Language::Zh => state.kind.zh(),
        Language::En => state.kind.en(),
    };
    if state.name.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} · {}", state.name)
    }
}
