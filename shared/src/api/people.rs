//! People with accounts, as administrators see and change them. Nothing of a case is here.

use super::directory::UnitRef;
use crate::{
    access::{Role, incompatible},
    ids::{UnitId, UserId},
    problem::{Bilingual, Violation},
    text::LimitedText,
    time::Instant,
};
use serde::{Deserialize, Serialize};

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Which.
    pub id: UserId,
    /// User name.
    pub login: String,
    /// Shown name.
    pub name: String,
    /// The unit.
    pub unit: UnitRef,
    /// The roles held.
    pub roles: Vec<Role>,
    /// Whether the account may sign in.
    pub active: bool,
    /// Whether the password is a first one that must be changed.
    pub must_change: bool,
    /// Sign-ins that are live now.
    pub sessions: i64,
    /// When the account was made.
    pub created_at: Instant,
    /// Counts up with every change.
    pub version: i64,
}

/// Which people to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct PersonFilter {
    /// Those of this unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Those with accounts that are open, or closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Part of the name or of the user name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Rows, 1 to 100; 50 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A page of people, by user name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeoplePage {
    /// The people.
    pub items: Vec<Person>,
    /// For `after`, if there are more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u64,
}

/// A person who gets an account. Roles are given by the security administrator afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// User name: 2 to 64 letters, digits and `.`, `-`, `_`; capitals are not told apart.
    pub login: String,
    /// Name of the person, as shown to colleagues.
    pub name: String,
    /// The unit.
    pub unit: UnitId,
}

/// An account with its first password, which is shown now or never and must be changed at first use.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FirstPassword {
    /// The account.
    pub person: Person,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for FirstPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FirstPassword({}, …)", self.person.login)
    }
}

/// An account as it should be from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// Shown name.
    pub name: String,
    /// The unit.
    pub unit: UnitId,
    /// Whether the account may sign in. Closing it ends every sign-in.
    pub active: bool,
}

/// The roles that a person should hold from now on: these and no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RolesChange {
    /// The roles; none, to take them all.
    pub roles: Vec<Role>,
    /// Why; it is recorded.
    pub reason: String,
}

/// A new first password for somebody who cannot sign in any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordReset {
    /// Why; it is recorded.
    pub reason: String,
}

impl NewPerson {
    /// The body with tidy texts.
    ///
    /// # Errors
    /// Everything wrong with it at once.
    pub fn parse(mut self) -> Result<Self, Vec<Violation>> {
        self.login = self.login.trim().to_lowercase();
        let mut wrong: Vec<Violation> = login_fault(&self.login).into_iter().collect();
        tidy_name(&mut self.name, &mut wrong);
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

impl PersonChange {
    /// The body with tidy texts.
    ///
    /// # Errors
    /// Everything wrong with it at once.
    pub fn parse(mut self) -> Result<Self, Vec<Violation>> {
        let mut wrong = Vec::new();
        tidy_name(&mut self.name, &mut wrong);
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

impl RolesChange {
    /// The body, each role once and in the order of the list.
    ///
    /// # Errors
    /// Everything wrong with it at once: no reason, or roles that no one person may hold together.
    pub fn parse(mut self) -> Result<Self, Vec<Violation>> {
        let mut wrong = Vec::new();
        self.roles.sort_unstable();
        self.roles.dedup();
        wrong.extend(roles_fault(&self.roles));
        tidy_reason(&mut self.reason, &mut wrong);
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

impl PasswordReset {
    /// The body with a tidy reason.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(mut self) -> Result<Self, Vec<Violation>> {
        let mut wrong = Vec::new();
        tidy_reason(&mut self.reason, &mut wrong);
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

/// What is wrong with a user name, already in small letters.
#[must_use]
pub fn login_fault(login: &str) -> Option<Violation> {
    let length = login.chars().count();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if (2..=64).contains(&length) && login.chars().all(fits) {
        return None;
    }
    let zh = "用户名须为2至64个字母、数字或 . - _";
    let en = "A user name is 2 to 64 letters, digits or . - _";
    Some(Violation::new("login", "wrong_form", Bilingual::new(zh, en)))
}

/// What is wrong with these roles in one hand.
#[must_use]
pub fn roles_fault(roles: &[Role]) -> Option<Violation> {
    let zh = incompatible(roles)?;
    let en = "No one person may hold these roles together: each administrator is a separate person";
    Some(Violation::new("roles", "incompatible", Bilingual::new(zh, en)))
}

fn tidy_name(name: &mut String, wrong: &mut Vec<Violation>) {
    match LimitedText::<64>::parse(name) {
        Ok(tidy) => *name = tidy.into_string(),
        Err(fault) => wrong.push(Violation::of("name", fault)),
    }
}

fn tidy_reason(reason: &mut String, wrong: &mut Vec<Violation>) {
    match LimitedText::<200>::parse(reason) {
        Ok(tidy) => *reason = tidy.into_string(),
        Err(fault) => wrong.push(Violation::of("reason", fault)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_name_has_no_blanks_or_signs() {
        for (login, fits) in [
            ("zhang.wei", true),
            ("张伟", true),
            ("a", false),
            ("a b", false),
            ("a@b", false),
        ] {
            assert_eq!(login_fault(login).is_none(), fits, "{login}");
        }
    }

    #[test]
    fn roles_are_given_with_a_reason_and_no_person_is_two_administrators() {
        let change = |roles: &[Role], reason: &str| {
            let change = RolesChange {
                roles: roles.to_vec(),
                reason: reason.to_owned(),
            };
            change
                .parse()
                .map_err(|wrong| wrong.into_iter().map(|v| v.field).collect::<Vec<_>>())
        };
        use Role::{AuditAdministrator, Handler, SystemAdministrator, UnitLeader};
        let given = change(&[UnitLeader, Handler, Handler], " 新到岗 ").expect("fits");
        assert_eq!(given.roles, [Handler, UnitLeader]);
        assert_eq!(given.reason, "新到岗");
        assert!(change(&[], "离岗").is_ok());
        assert_eq!(
            change(&[SystemAdministrator, AuditAdministrator], ""),
            Err(vec!["roles".to_owned(), "reason".to_owned()])
        );
        assert_eq!(
            change(&[SystemAdministrator, Handler], "x"),
            Err(vec!["roles".to_owned()])
        );
    }
}
