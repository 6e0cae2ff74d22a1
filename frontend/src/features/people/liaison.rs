//! 联络单: whom each unit named for this year, who has not, and who answers then.

use super::{form::Sheet, view::Job};
use crate::{
    api::liaison::list_liaison,
    hooks::{Remote, use_query},
    session::{use_client, use_session},
    shell::FailurePicture,
    text::{Texts, format, use_texts},
    ui::{
        Button, ButtonKind, Column, Notice, PageHead, Panel, Picture, Row, Skeleton, StateKind, Table, Tag,
        Tile, ToastKind, Tone, use_toaster,
    },
};
use anju_shared::{
    access::Operation,
    api::{
        liaison::{LiaisonBoard, LiaisonRow},
        people::FirstPassword,
    },
    liaison::LiaisonStanding,
    time::Instant,
};
use std::rc::Rc;
use yew::prelude::*;

/// The board of sheets.
#[component]
pub fn LiaisonPage() -> Html {
    let (texts, session, toaster, now) = (use_texts(), use_session(), use_toaster(), use_client().now());
    let words = texts.people();
    let (year, job) = (use_state_eq(|| None::<i32>), use_state(|| None::<Job>));
    let board = use_query(*year, |client, year| list_liaison(&client, year));
    let files = session.may(Operation::FileLiaison);
    let begin = {
        let job = job.setter();
        Callback::from(move |next: Job| job.set(Some(next)))
    };
    let close = {
        let job = job.setter();
        Callback::from(move |()| job.set(None))
    };
    let done = {
        let (close, reload) = (close.clone(), board.reload.clone());
        Callback::from(move |_: Option<FirstPassword>| {
            close.emit(());
            reload.emit(());
            toaster.say(ToastKind::Done, words.saved);
        })
    };
    let body = match &board.remote {
        Remote::Ready(board) => shown(board, files.then_some(&begin), texts, now),
        Remote::Loading | Remote::Missing => {
            html! { <Skeleton label={texts.widgets().loading} lines={10} /> }
        }
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={board.reload.clone()} /> }
        }
    };
    let present = now.local_date().ymd().0;
    let years = [present - 1, present, present + 1].map(|one| {
        let chosen = year.unwrap_or(present) == one;
        let set = year.setter();
        let kind = if chosen { ButtonKind::Primary } else { ButtonKind::Plain };
        let onclick = Callback::from(move |()| set.set(Some(one)));
        html! { <Button small=true {kind} label={one.to_string()} expanded={chosen.then_some(true)} {onclick} test={format!("year-{one}")} /> }
    });
    html! {
        <>
            <PageHead title={texts.frame().liaison}>{ for years }</PageHead>
            { body }
            if let Some(job) = &*job { <Sheet job={job.clone()} onclose={close} ondone={done} /> }
        </>
    }
}

fn shown(
    board: &Rc<LiaisonBoard>,
    begin: Option<&Callback<Job>>,
    texts: &'static Texts,
    now: Instant,
) -> Html {
    let words = texts.people();
    let filed = board.units.iter().filter(|row| row.standing.is_filed()).count();
    let last_day = format::day(board.last_day, now.local_date().ymd().0, texts.language);
    let default = board.default.text(texts.language);
    let note = format!(
        "{}{default}{} {}{}",
        words.by_default, words.by_default_end, board.basis.instrument, board.basis.article
    );
    let columns: Rc<[Column]> = [
        Column::cut(words.unit),
        Column::new(words.state),
        Column::new(words.responsible),
        Column::new(words.leader),
        Column::new(words.contact),
        Column::new(words.filed_at),
        Column::silent(words.actions),
    ]
    .into();
    let rows: Vec<Row> = board
        .units
        .iter()
        .map(|row| line(row, board, begin, texts, now))
        .collect();
    html! {
        <>
            <div class="tiles">
                <Tile name={words.last_day} figure={last_day} />
                <Tile name={words.filed_count} figure={filed.to_string()} />
                <Tile name={words.missing_count} figure={(board.units.len() - filed).to_string()} />
            </div>
            <Notice>{ note }</Notice>
            <Panel bare=true>
                if rows.is_empty() {
                    <Picture kind={StateKind::Empty} title={words.no_units} />
                } else {
                    <div data-test="liaison"><Table caption={texts.frame().liaison} {columns} {rows} /></div>
                }
            </Panel>
        </>
    }
}

fn line(
    row: &LiaisonRow,
    board: &LiaisonBoard,
    begin: Option<&Callback<Job>>,
    texts: &'static Texts,
    now: Instant,
) -> Row {
    let words = texts.people();
    let (label, tone) = match row.standing {
        LiaisonStanding::Filed => (words.filed, Tone::Green),
        LiaisonStanding::FiledLate => (words.filed_late, Tone::Yellow),
        LiaisonStanding::Awaited => (words.awaited, Tone::Blue),
        LiaisonStanding::Defaulted => (words.defaulted, Tone::Red),
    };
    let person = |name: &str, phone: &str| html! { <>{ name }{ " " }<span class="quiet">{ phone }</span></> };
    let [responsible, leader, contact] = match &row.sheet {
        Some(sheet) => [
            html! { <>{ sheet.section.clone() }{ " " }{ person(&sheet.chief, &sheet.chief_phone) }</> },
            person(&sheet.leader, &sheet.leader_phone),
            person(&sheet.contact, &sheet.contact_phone),
        ],
        None if row.standing == LiaisonStanding::Defaulted => {
            let default = board.default.text(texts.language).to_owned();
            [
                html! { <strong>{ default }</strong> },
                Html::default(),
                Html::default(),
            ]
        }
        None => Default::default(),
    };
    let filed_at = row.filed_at.map(|at| format::moment(at, now, texts.language));
    let act = begin.map(|begin| {
        let (job, label) = (
            Job::File(row.clone(), board.year),
            if row.sheet.is_some() {
                words.correct
            } else {
                words.file
            },
        );
        let onclick = begin.reform(move |()| job.clone());
        html! { <Button small=true {label} {onclick} test={format!("file-{}", row.unit.id)} /> }
    });
    Row::Cells {
        key: row.unit.id.to_string().into(),
        cells: vec![
            html! { row.unit.name.clone() },
            html! { <Tag {label} {tone} /> },
            responsible,
            leader,
            contact,
            html! { <>{ filed_at }</> },
            html! { <>{ act }</> },
        ],
    }
}
