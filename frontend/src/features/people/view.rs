//! What is done to units, accounts and sheets: which fields a form has, with what it begins, what it sends. Pure.

use crate::text::people::PeopleTexts;
use anju_shared::{
    access::Role,
    api::{
        directory::{Unit, UnitKind},
        liaison::{LiaisonBody, LiaisonRow},
        people::{NewPerson, PasswordReset, Person, PersonChange, RolesChange},
        units::{NewUnit, UnitChange},
    },
    ids::{UnitId, UserId},
    problem::Violation,
};
use std::collections::BTreeMap;

/// What somebody is doing.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// Sets up a unit under this one.
    NewUnit(Option<UnitId>),
    /// Changes a unit.
    ChangeUnit(Unit),
    /// Makes an account in this unit.
    NewPerson(Option<UnitId>),
    /// Changes an account.
    ChangePerson(Person),
    /// Gives and takes roles.
    Roles(Person),
    /// Gives a new first password.
    Reset(Person),
    /// Ends every sign-in.
    EndSessions(Person),
    /// Files the sheet of a unit for a year.
    File(LiaisonRow, i32),
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// A unit; with `true` none will do.
    Unit(bool),
    /// A kind of unit.
    UnitKind,
    /// In use or not: the words for it.
    Active(&'static str, &'static str),
    /// Boxes to tick.
    Roles,
}

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Its name in the body.
    pub name: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// How it is filled in.
    pub kind: Kind,
    /// What helps to answer.
    pub hint: Option<&'static str>,
}

/// What stands in the fields, by name.
pub type Draft = BTreeMap<&'static str, String>;

/// What a form sends.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// A new unit.
    CreateUnit(NewUnit),
    /// A unit over the version read.
    ChangeUnit(UnitId, i64, UnitChange),
    /// A new account.
    CreatePerson(NewPerson),
    /// An account over the version read.
    ChangePerson(UserId, i64, PersonChange),
    /// Roles over the version read.
    Grant(UserId, i64, RolesChange),
    /// A new first password.
    Reset(UserId, PasswordReset),
    /// No sign-in any more.
    EndSessions(UserId),
    /// A sheet over the version read.
    File(UnitId, i64, LiaisonBody),
}

/// Heading of the form.
#[must_use]
pub fn title(job: &Job, words: &PeopleTexts) -> String {
    let of = |what: &str, who: &str| format!("{what} · {who}");
    match job {
        Job::NewUnit(_) => words.new_unit.to_owned(),
        Job::ChangeUnit(unit) => of(words.change_unit, &unit.name),
        Job::NewPerson(_) => words.new_person.to_owned(),
        Job::ChangePerson(person) => of(words.change_person, &person.name),
        Job::Roles(person) => of(words.grant, &person.name),
        Job::Reset(person) => of(words.reset, &person.name),
        Job::EndSessions(person) => of(words.end_sessions, &person.name),
        Job::File(row, _) => of(words.sheet, &row.unit.name),
    }
}

/// The fields of the form.
#[must_use]
pub fn specs(job: &Job, words: &PeopleTexts) -> Vec<Spec> {
    let field = |name, label, kind| Spec {
        name,
        label,
        kind,
        hint: None,
    };
    let line = |name, label| field(name, label, Kind::Line);
    let hinted = |spec: Spec, hint| Spec {
        hint: Some(hint),
        ..spec
    };
    let reason = hinted(line("reason", words.reason), words.reason_hint);
    let unit = [
        line("name", words.unit_name),
        field("kind", words.kind, Kind::UnitKind),
        line("region", words.region),
        field("parent", words.parent, Kind::Unit(true)),
    ];
    match job {
        Job::NewUnit(_) => {
            let code = hinted(line("code", words.code), words.code_hint);
            std::iter::once(code).chain(unit).collect()
        }
        Job::ChangeUnit(_) => {
            let state = Kind::Active(words.in_use, words.retire);
            unit.into_iter()
                .chain([field("active", words.unit_active, state)])
                .collect()
        }
        Job::NewPerson(_) => vec![
            hinted(line("login", words.login), words.login_hint),
            line("name", words.name),
            field("unit", words.unit, Kind::Unit(false)),
        ],
        Job::ChangePerson(_) => vec![
            line("name", words.name),
            field("unit", words.unit, Kind::Unit(false)),
            field(
                "active",
                words.state,
                Kind::Active(words.active, words.close_account),
            ),
        ],
        Job::Roles(_) => vec![
            hinted(field("roles", words.roles, Kind::Roles), words.grant_hint),
            reason,
        ],
        Job::Reset(_) => vec![reason],
        Job::EndSessions(_) => vec![],
        Job::File(..) => vec![
            line("leader", words.leader),
            line("leader_phone", words.leader_phone),
            line("section", words.section),
            line("chief", words.chief),
            line("chief_phone", words.chief_phone),
            line("contact", words.contact),
            line("contact_phone", words.contact_phone),
        ],
    }
}

/// What stands in the fields at first.
#[must_use]
pub fn start(job: &Job) -> Draft {
    let id = |unit: &Option<UnitId>| unit.map(|unit| unit.to_string()).unwrap_or_default();
    let pairs = match job {
        Job::NewUnit(parent) => vec![
            ("kind", UnitKind::Department.code().to_owned()),
            ("parent", id(parent)),
        ],
        Job::ChangeUnit(unit) => vec![
            ("name", unit.name.clone()),
            ("kind", unit.kind.code().to_owned()),
            ("region", unit.region.clone()),
            ("parent", id(&unit.parent)),
            ("active", unit.active.to_string()),
        ],
        Job::NewPerson(unit) => vec![("unit", id(unit))],
        Job::ChangePerson(person) => vec![
            ("name", person.name.clone()),
            ("unit", person.unit.id.to_string()),
            ("active", person.active.to_string()),
        ],
        Job::Roles(person) => vec![("roles", codes(&person.roles))],
        Job::Reset(_) | Job::EndSessions(_) => vec![],
        Job::File(row, _) => row.sheet.as_ref().map_or_else(Vec::new, of_sheet),
    };
    pairs.into_iter().collect()
}

fn of_sheet(sheet: &LiaisonBody) -> Vec<(&'static str, String)> {
    vec![
        ("leader", sheet.leader.clone()),
        ("leader_phone", sheet.leader_phone.clone()),
        ("section", sheet.section.clone()),
        ("chief", sheet.chief.clone()),
        ("chief_phone", sheet.chief_phone.clone()),
        ("contact", sheet.contact.clone()),
        ("contact_phone", sheet.contact_phone.clone()),
    ]
}

/// What the form sends, by the same `parse` as the server.
///
/// # Errors
/// Everything wrong with it at once.
pub fn request(job: &Job, draft: &Draft) -> Result<Request, Vec<Violation>> {
    let text = |name: &str| draft.get(name).cloned().unwrap_or_default();
    let unit = |name: &str| text(name).parse::<UnitId>().ok();
    let kind = UnitKind::parse(&text("kind")).unwrap_or(UnitKind::Department);
    let active = text("active") != "false";
    Ok(match job {
        Job::NewUnit(_) => {
            let (code, name, region, parent) = (text("code"), text("name"), text("region"), unit("parent"));
            let body = NewUnit {
                code,
                name,
                kind,
                region,
                parent,
            };
            Request::CreateUnit(body.parse()?)
        }
        Job::ChangeUnit(present) => {
            let (name, region, parent) = (text("name"), text("region"), unit("parent"));
            let body = UnitChange {
                name,
                kind,
                region,
                parent,
                active,
            };
            Request::ChangeUnit(present.id, present.version, body.parse()?)
        }
        Job::NewPerson(_) => {
            let unit = unit("unit").unwrap_or_else(nowhere);
            let body = NewPerson {
                login: text("login"),
                name: text("name"),
                unit,
            };
            Request::CreatePerson(body.parse()?)
        }
        Job::ChangePerson(present) => {
            let unit = unit("unit").unwrap_or(present.unit.id);
            let body = PersonChange {
                name: text("name"),
                unit,
                active,
            };
            Request::ChangePerson(present.id, present.version, body.parse()?)
        }
        Job::Roles(present) => {
            let body = RolesChange {
                roles: roles(&text("roles")),
                reason: text("reason"),
            };
            Request::Grant(present.id, present.version, body.parse()?)
        }
        Job::Reset(present) => {
            let body = PasswordReset {
                reason: text("reason"),
            };
            Request::Reset(present.id, body.parse()?)
        }
        Job::EndSessions(present) => Request::EndSessions(present.id),
        Job::File(row, year) => {
            let body = LiaisonBody {
                year: *year,
                leader: text("leader"),
                leader_phone: text("leader_phone"),
                section: text("section"),
                chief: text("chief"),
                chief_phone: text("chief_phone"),
                contact: text("contact"),
                contact_phone: text("contact_phone"),
            };
            Request::File(row.unit.id, row.version, body.parse()?)
        }
    })
}

/// No unit has this id: the server says that one must be chosen.
fn nowhere() -> UnitId {
    UnitId(uuid::Uuid::nil())
}

/// Roles as a draft keeps them.
#[must_use]
pub fn codes(roles: &[Role]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(",")
}

/// Roles out of a draft.
#[must_use]
pub fn roles(codes: &str) -> Vec<Role> {
    codes.split(',').filter_map(Role::parse).collect()
}

/// The draft of roles after one was ticked or not.
#[must_use]
pub fn ticked(codes_before: &str, role: Role, on: bool) -> String {
    let mut held = roles(codes_before);
    held.retain(|one| *one != role);
    if on {
        held.push(role);
    }
    held.sort_unstable();
    codes(&held)
}

/// What somebody else made of a field meanwhile, where that is not what stands in the form.
#[must_use]
pub fn became<'a>(read: &Draft, now: &'a Draft, draft: &Draft, name: &str) -> Option<&'a str> {
    let present = now.get(name)?;
    (read.get(name) != Some(present) && draft.get(name) != Some(present)).then_some(present)
}

#[cfg(test)]
mod tests;
