//! 单位与人员: units on the left, the people of the chosen one on the right.

use super::{
    form::Sheet,
    tree::{Tree, new_unit},
    view::Job,
};
use crate::{
    api::{people::list_people, units::list_all_units},
    hooks::{Remote, use_query},
    route::Route,
    session::use_session,
    shell::{FailurePicture, LINES, remote_view},
    text::{Texts, use_texts},
    ui::{
        Button, ButtonKind, Column, Layer, Notice, PageHead, Pager, Panel, Picture, Row, Skeleton, StateKind,
        Table, Tag, TextInput, ToastKind, Tone, use_toaster,
    },
};
use anju_shared::{
    access::Operation,
    api::{
        directory::{Unit, UnitList},
        people::{FirstPassword, PeoplePage as Found, Person, PersonFilter},
    },
    problem::Language,
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Units and people.
#[component]
pub fn PeoplePage() -> Html {
    let (texts, session, toaster) = (use_texts(), use_session(), use_toaster());
    let words = texts.people();
    let (filter, narrow) = use_filter();
    let (job, password) = (use_state(|| None::<Job>), use_state(|| None::<FirstPassword>));
    let units = use_query((), |client, ()| list_all_units(&client));
    let people = use_query(filter.clone(), |client, filter| list_people(&client, &filter));
    let (manages, grants) = (
        session.may(Operation::ManagePeople),
        session.may(Operation::GrantRoles),
    );
    let builds = session.may(Operation::ManageUnits);
    let begin = {
        let job = job.setter();
        Callback::from(move |next: Job| job.set(Some(next)))
    };
    let close = {
        let job = job.setter();
        Callback::from(move |()| job.set(None))
    };
    let done = {
        let (close, password) = (close.clone(), password.setter());
        let reloads = [units.reload.clone(), people.reload.clone()];
        Callback::from(move |first: Option<FirstPassword>| {
            close.emit(());
            reloads.iter().for_each(|reload| reload.emit(()));
            toaster.say(ToastKind::Done, words.saved);
            password.set(first);
        })
    };
    let all: Rc<Vec<Unit>> = Rc::new(
        units
            .remote
            .ready()
            .map(|list| list.units.clone())
            .unwrap_or_default(),
    );
    let chosen = filter.unit;
    let tree = {
        let (narrow, begin, filter) = (narrow.clone(), begin.clone(), filter.clone());
        move |list: Rc<UnitList>| {
            let onchoose = narrow.reform(move |unit| PersonFilter {
                unit,
                after: None,
                ..filter.clone()
            });
            let onchange = builds.then(|| begin.reform(Job::ChangeUnit));
            html! { <Tree units={Rc::new(list.units.clone())} {chosen} {onchoose} {onchange} /> }
        }
    };
    let search = {
        let filter = filter.clone();
        narrow.reform(move |q: String| PersonFilter {
            q: Some(q).filter(|q| !q.is_empty()),
            after: None,
            ..filter.clone()
        })
    };
    let body = match &people.remote {
        Remote::Ready(page) if page.items.is_empty() => {
            html! { <Picture kind={StateKind::Empty} title={words.empty} more={words.empty_more} /> }
        }
        Remote::Ready(page) => html! {
            <>
                { table(page, (manages, grants), texts, (&begin, people.asking)) }
                { pager(page, &filter, texts, &narrow) }
            </>
        },
        Remote::Loading | Remote::Missing => html! { <Skeleton label={texts.widgets().loading} lines={8} /> },
        Remote::Failed(failure) => {
            html! { <FailurePicture failure={failure.clone()} onretry={people.reload.clone()} /> }
        }
    };
    let new_person = begin.reform(move |()| Job::NewPerson(chosen));
    let aside = if builds {
        new_unit(words.new_unit, begin.reform(move |()| Job::NewUnit(chosen)))
    } else {
        Html::default()
    };
    let forget = {
        let password = password.setter();
        Callback::from(move |()| password.set(None))
    };
    html! {
        <>
            <PageHead title={texts.frame().people}>
                if manages { <Button kind={ButtonKind::Primary} label={words.new_person} onclick={new_person} test="person-new" /> }
            </PageHead>
            <div class="columns columns--tree">
                <Panel title={words.units} {aside}>
                    { remote_view(&units.remote, &units.reload, LINES, tree) }
                </Panel>
                <Panel bare=true>
                    <div class="filters" role="search" aria-label={words.people}>
                        <TextInput kind="search" label={words.search} value={filter.q.clone().unwrap_or_default()} onchange={search} test="people-search" />
                    </div>
                    <div data-test="people">{ body }</div>
                </Panel>
            </div>
            if let Some(job) = &*job { <Sheet job={job.clone()} units={all} onclose={close} ondone={done} /> }
            if let Some(first) = &*password { { secret(first, texts, forget) } }
        </>
    }
}

/// The filter in the address, and the way to change it.
#[hook]
fn use_filter() -> (PersonFilter, Callback<PersonFilter>) {
    let (location, navigator) = (use_location(), use_navigator());
    let filter = location
        .and_then(|location| location.query::<PersonFilter>().ok())
        .unwrap_or_default();
    let narrow = use_callback(navigator, |filter: PersonFilter, navigator| {
        if let Some(navigator) = navigator {
            // An address that cannot be written leaves one where one is.
            let _written = navigator.replace_with_query(&Route::People, filter);
        }
    });
    (filter, narrow)
}

fn table(
    page: &Found,
    (manages, grants): (bool, bool),
    texts: &'static Texts,
    (begin, busy): (&Callback<Job>, bool),
) -> Html {
    let words = texts.people();
    let columns: Rc<[Column]> = [
        Column::cut(words.name),
        Column::new(words.login),
        Column::new(words.roles),
        Column::new(words.state),
        Column::silent(words.actions),
    ]
    .into();
    let rows = page.items.iter().map(|person| Row::Cells {
        key: person.id.to_string().into(),
        cells: vec![
            html! { <>{ person.name.clone() }{ " " }<span class="quiet">{ person.unit.name.clone() }</span></> },
            html! { person.login.clone() },
            roles(person, texts),
            state(person, texts),
            acts(person, (manages, grants), texts, begin),
        ],
    });
    html! { <Table caption={words.people} {columns} rows={rows.collect::<Vec<_>>()} {busy} /> }
}

fn roles(person: &Person, texts: &Texts) -> Html {
    if person.roles.is_empty() {
        return html! { <span class="quiet">{ texts.people().no_roles }</span> };
    }
    let names = person.roles.iter().map(|role| match texts.language {
        Language::Zh => role.zh(),
        Language::En => role.en(),
    });
    html! { names.collect::<Vec<_>>().join(if texts.language == Language::Zh { "、" } else { ", " }) }
}

fn state(person: &Person, texts: &Texts) -> Html {
    let words = texts.people();
    let (label, tone) = if person.active {
        (words.active, Tone::Green)
    } else {
        (words.closed, Tone::Plain)
    };
    html! {
        <>
            <Tag {label} {tone} />
            if person.must_change { { " " }<Tag label={words.must_change} tone={Tone::Yellow} /> }
            if person.sessions > 0 { { " " }<Tag label={words.signed_in} tone={Tone::Blue} /> }
        </>
    }
}

fn acts(person: &Person, (manages, grants): (bool, bool), texts: &Texts, begin: &Callback<Job>) -> Html {
    let words = texts.people();
    let button = |label: &'static str, test: &str, job: fn(Person) -> Job| {
        let (person, test) = (person.clone(), format!("{test}-{}", person.login));
        let onclick = begin.reform(move |()| job(person.clone()));
        html! { <Button small=true kind={ButtonKind::Quiet} {label} {onclick} {test} /> }
    };
    html! {
        <>
            if manages {
                { button(words.change, "change", Job::ChangePerson) }
                { button(words.reset, "reset", Job::Reset) }
                if person.sessions > 0 { { button(words.end_sessions, "end", Job::EndSessions) } }
            }
            if grants { { button(words.grant, "grant", Job::Roles) } }
        </>
    }
}

fn pager(page: &Found, filter: &PersonFilter, texts: &Texts, narrow: &Callback<PersonFilter>) -> Html {
    let words = texts.widgets();
    let to = |after: Option<String>| {
        let filter = PersonFilter {
            after,
            ..filter.clone()
        };
        narrow.reform(move |()| filter.clone())
    };
    let onprevious = filter.after.is_some().then(|| to(None));
    let onnext = page.next.clone().map(|next| to(Some(next)));
    html! {
        <Pager label={words.pages} total={page.total.to_string()} previous={words.previous} next={words.next} {onprevious} {onnext} />
    }
}

/// The first password, shown this once.
fn secret(first: &FirstPassword, texts: &Texts, onclose: Callback<()>) -> Html {
    let words = texts.people();
    html! {
        <Layer title={words.first_password} close={texts.widgets().close} {onclose}>
            <div class="form">
                <div class="code"><span>{ format!("{} {}", first.person.name, first.person.login) }</span>
                    <span class="code__digits" data-test="first-password">{ first.password.clone() }</span></div>
                <Notice tone={Tone::Yellow}>{ words.first_more }</Notice>
            </div>
        </Layer>
    }
}
