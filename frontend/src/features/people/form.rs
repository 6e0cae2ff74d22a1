//! The drawer in which units, accounts and sheets are changed. What was typed stays through every failure; after a
//! conflict it says what somebody else changed.

use super::view::{Draft, Job, Kind, Request, Spec, became, request, roles, specs, start, ticked, title};
use crate::{
    api::{Client, Failure, field_errors, liaison, people, units},
    hooks::use_command,
    shell::FailureNotice,
    text::{Texts, people::PeopleTexts, use_texts},
    ui::{
        Button, ButtonKind, Checkbox, Choice, Field, FieldWiring, Glyph, Layer, LayerKind, Notice,
        RadioGroup, Select, TextInput, Tone,
    },
};
use anju_shared::{
    access::Role,
    api::{
        directory::{Unit, UnitKind},
        people::FirstPassword,
    },
};
use std::{collections::BTreeMap, rc::Rc};
use yew::prelude::*;

/// Properties of [`Sheet`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SheetProps {
    /// What is being done.
    pub(super) job: Job,
    /// The units that can be chosen.
    #[prop_or_default]
    pub(super) units: Rc<Vec<Unit>>,
    /// Leaves it.
    pub(super) onclose: Callback<()>,
    /// It is done; a first password, where there is one.
    pub(super) ondone: Callback<Option<FirstPassword>>,
}

/// A form in a drawer.
#[component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let texts = use_texts();
    let words = texts.people();
    let draft = use_state(|| start(&props.job));
    let (wrong, fresh) = (use_state(BTreeMap::new), use_state(|| None::<Job>));
    let job = fresh.as_ref().unwrap_or(&props.job).clone();
    let send = use_command(carry_out, props.ondone.clone());
    let reread = {
        let (fresh, clear) = (fresh.setter(), send.clear.clone());
        let done = Callback::from(move |job| {
            fresh.set(Some(job));
            clear.emit(());
        });
        use_command(read_again, done)
    };
    let onsubmit = {
        let (job, draft, wrong, run) = (job.clone(), draft.clone(), wrong.clone(), send.run.clone());
        let language = texts.language;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match request(&job, &draft) {
                Ok(request) => {
                    wrong.set(BTreeMap::new());
                    run.emit(request);
                }
                Err(violations) => {
                    let told = violations
                        .iter()
                        .map(|v| (v.field.clone(), v.message.text(language).to_owned()));
                    wrong.set(told.collect());
                }
            }
        })
    };
    let mut errors = (*wrong).clone();
    errors.extend(send.failure().map(field_errors).unwrap_or_default());
    let read = start(&props.job);
    let now = start(&job);
    let fields = specs(&job, words).into_iter().map(|spec| {
        let other = became(&read, &now, &draft, spec.name).map(|value| shown(&spec, value, props, words));
        field(&spec, &draft, (errors.get(spec.name), other), props, texts)
    });
    let moved = send.failure().is_some_and(Failure::is_moved).then(|| {
        let onclick = reread.run.reform(move |()| job.clone());
        html! { <Button glyph={Glyph::Reload} label={words.reread} busy={reread.running()} {onclick} test="sheet-reread" /> }
    });
    html! {
        <Layer kind={LayerKind::Drawer} title={title(&props.job, words)} close={texts.widgets().close} onclose={props.onclose.clone()}>
            <form class="form" {onsubmit} novalidate=true data-test="sheet">
                if let Some(failure) = send.failure() { <FailureNotice failure={failure.clone()} />{ moved } }
                if matches!(props.job, Job::EndSessions(_)) { <Notice tone={Tone::Yellow}>{ words.end_more }</Notice> }
                { for fields }
                <div class="form__end">
                    <Button label={texts.widgets().cancel} onclick={props.onclose.clone()} />
                    <Button kind={ButtonKind::Primary} submit=true busy={send.running()} label={words.save} test="sheet-save" />
                </div>
            </form>
        </Layer>
    }
}

type Told<'a> = (Option<&'a String>, Option<String>);

fn field(
    spec: &Spec,
    draft: &UseStateHandle<Draft>,
    (error, other): Told<'_>,
    props: &SheetProps,
    texts: &'static Texts,
) -> Html {
    let name = spec.name;
    let value = AttrValue::from(draft.get(name).cloned().unwrap_or_default());
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |value: String| {
            let mut changed = (*draft).clone();
            changed.insert(name, value);
            draft.set(changed);
        })
    };
    let error = error.cloned().map(AttrValue::from);
    let hint = other
        .map(|other| format!("{}{other}", texts.people().became))
        .or_else(|| spec.hint.map(str::to_owned))
        .map(AttrValue::from);
    let (label, test) = (spec.label, format!("field-{name}"));
    let required = texts.widgets().required;
    match spec.kind {
        Kind::Line => html! { <TextInput {label} {value} {onchange} {error} {hint} {required} {test} /> },
        Kind::Unit(none) => {
            let choices = units_of(props, none);
            let none = if none {
                texts.people().no_parent
            } else {
                texts.widgets().choose
            };
            html! { <Select {label} {value} {onchange} {error} {hint} {none} {choices} {test} /> }
        }
        Kind::UnitKind => {
            let choices = UnitKind::ALL
                .iter()
                .map(|kind| Choice::new(kind.code(), kind_word(*kind, texts.people())));
            html! { <Select {label} {value} {onchange} {error} {hint} choices={choices.collect::<Rc<[Choice]>>()} {test} /> }
        }
        Kind::Active(yes, no) => {
            let choices: Rc<[Choice]> = [Choice::new("true", yes), Choice::new("false", no)].into();
            html! { <RadioGroup {label} {value} {onchange} {error} {hint} {choices} list=true {test} /> }
        }
        Kind::Roles => {
            let language = texts.language;
            let input = Callback::from(move |_: FieldWiring| {
                let boxes = Role::ALL.iter().map(|role| {
                    let (before, onchange, role) = (value.clone(), onchange.clone(), *role);
                    let checked = roles(&before).contains(&role);
                    let label = match language {
                        anju_shared::problem::Language::Zh => role.zh(),
                        anju_shared::problem::Language::En => role.en(),
                    };
                    let onchange = onchange.reform(move |on| ticked(&before, role, on));
                    html! { <Checkbox {label} {checked} {onchange} test={format!("role-{}", role.code())} /> }
                });
                html! { <div>{ for boxes }</div> }
            });
            html! { <Field group=true {label} {error} {hint} {input} /> }
        }
    }
}

fn units_of(props: &SheetProps, above: bool) -> Rc<[Choice]> {
    let own = match &props.job {
        Job::ChangeUnit(unit) if above => Some(unit.id),
        _ => None,
    };
    let fits = |unit: &&Unit| unit.active && Some(unit.id) != own;
    let choices = props.units.iter().filter(fits);
    choices
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()))
        .collect()
}

/// The word for a kind of unit.
pub(super) const fn kind_word(kind: UnitKind, words: &PeopleTexts) -> &'static str {
    match kind {
        UnitKind::Office => words.office,
        UnitKind::Street => words.street,
        UnitKind::Park => words.park,
        UnitKind::Department => words.department,
    }
}

/// A value of a draft as people read it.
fn shown(spec: &Spec, value: &str, props: &SheetProps, words: &PeopleTexts) -> String {
    match spec.kind {
        Kind::Line => value.to_owned(),
        Kind::Unit(_) => {
            let unit = props.units.iter().find(|unit| unit.id.to_string() == value);
            unit.map_or_else(|| words.no_parent.to_owned(), |unit| unit.name.clone())
        }
        Kind::UnitKind => UnitKind::parse(value)
            .map_or("", |kind| kind_word(kind, words))
            .to_owned(),
        Kind::Active(yes, no) => if value == "true" { yes } else { no }.to_owned(),
        Kind::Roles => roles(value)
            .iter()
            .map(|role| role.zh())
            .collect::<Vec<_>>()
            .join("、"),
    }
}

async fn carry_out(client: Client, request: Request) -> Result<Option<FirstPassword>, Failure> {
    match request {
        Request::CreateUnit(body) => units::create_unit(&client, &body).await.map(|_| None),
        Request::ChangeUnit(id, version, body) => units::change_unit(&client, (id, version), &body)
            .await
            .map(|_| None),
        Request::CreatePerson(body) => people::create_person(&client, &body).await.map(Some),
        Request::ChangePerson(id, version, body) => people::change_person(&client, (id, version), &body)
            .await
            .map(|_| None),
        Request::Grant(id, version, body) => people::grant_roles(&client, (id, version), &body)
            .await
            .map(|_| None),
        Request::Reset(id, body) => people::reset_password(&client, id, &body).await.map(Some),
        Request::EndSessions(id) => people::end_sessions(&client, id).await.map(|()| None),
        Request::File(unit, version, body) => liaison::file_liaison(&client, (unit, version), &body)
            .await
            .map(|_| None),
    }
}

/// The same job on what is there now.
async fn read_again(client: Client, job: Job) -> Result<Job, Failure> {
    Ok(match job {
        Job::ChangeUnit(unit) => Job::ChangeUnit(units::read_unit(&client, unit.id).await?),
        Job::ChangePerson(person) => Job::ChangePerson(people::read_person(&client, person.id).await?),
        Job::Roles(person) => Job::Roles(people::read_person(&client, person.id).await?),
        Job::File(row, year) => Job::File(liaison::read_liaison(&client, row.unit.id, year).await?, year),
        other => other,
    })
}
