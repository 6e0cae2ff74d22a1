//! Who acts: staff in roles, systems with scopes, reporters by receipt code, the public, Anju itself.

use crate::ids::{CaseId, ClientId, SessionId, UnitId, UserId};
use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal);+ $(;)?) => {
        /// A role of staff (岗位). What each may do stands in [`crate::workflow`] and [`super::policy`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $($(#[$doc])* $name),+ }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name that the staff use.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$name => $zh),+ }
            }

            /// In English.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $(Self::$name => $en),+ }
            }

            /// The role with this code, as it stands on the wire.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|role| role.code() == code)
            }

            /// As it stands on the wire and in the database.
            #[must_use]
            pub fn code(self) -> String {
                serde_json::to_string(&self).map(|word| word.trim_matches('"').to_owned()).unwrap_or_default()
            }
        }
    };
}

roles! {
    /// 12350 desk: registers, screens, accepts, declines.
    IntakeOfficer = "受理员", "intake officer";
    /// Office of the safety committee: dispatches, reviews closure, supervises.
    Dispatcher = "交办员", "dispatcher";
    /// Head of that office.
    OfficeLeader = "安委办负责人", "office leader";
    /// The unit's responsible section: verifies, replies, feeds back.
    Handler = "承办人", "handler";
    /// The unit's leader in charge: approves what leaves the unit.
    UnitLeader = "单位分管领导", "unit leader";
    /// Decides requests to open an identity.
    IdentityCustodian = "身份保管人", "identity custodian";
    /// Figures without identities.
    Analyst = "统计员", "analyst";
    /// Accounts and settings; sees no case.
    SystemAdministrator = "系统管理员", "system administrator";
    /// Permissions and keys; sees no case.
    SecurityAdministrator = "安全管理员", "security administrator";
    /// Audit; sees no case.
    AuditAdministrator = "审计管理员", "audit administrator";
}

impl Role {
    /// The three administrators are separate persons (三员分立) and see no case.
    #[must_use]
    pub const fn is_administrator(self) -> bool {
        matches!(
            self,
            Self::SystemAdministrator | Self::SecurityAdministrator | Self::AuditAdministrator
        )
    }
}

/// Roles that no one person may hold together, with the reason.
#[must_use]
pub fn incompatible(roles: &[Role]) -> Option<&'static str> {
    let administrators = roles.iter().filter(|role| role.is_administrator()).count();
    if administrators > 1 {
        return Some("系统管理员、安全管理员、审计管理员须由不同人员担任");
    }
    if administrators == 1 && roles.len() > 1 {
        return Some("管理员不得兼任办理岗位");
    }
    None
}

/// What an API client may do, as granted at its registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Scope {
    /// Submit reports and their files.
    #[serde(rename = "reports:submit")]
    ReportsSubmit,
    /// Ask for the status of reports that this client submitted.
    #[serde(rename = "reports:status")]
    ReportsStatus,
}

impl Scope {
    /// Every scope.
    pub const ALL: &'static [Self] = &[Self::ReportsSubmit, Self::ReportsStatus];

    /// The scope as it stands in a token.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReportsSubmit => "reports:submit",
            Self::ReportsStatus => "reports:status",
        }
    }

    /// The scope of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.as_str() == text)
    }
}

/// A member of staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// The account.
    pub user: UserId,
    /// The sign-in.
    pub session: SessionId,
    /// Shown name.
    pub name: String,
    /// The unit to which the person belongs.
    pub unit: UnitId,
    /// The region for which the unit is responsible (division code).
    pub region: String,
    /// The roles held.
    pub roles: Vec<Role>,
}

impl Staff {
    /// Whether the person holds this role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Whoever asks for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Nobody in particular: the public without an account.
    Public,
    /// A reporter who showed the receipt code of this case.
    Reporter(CaseId),
    /// Staff.
    Staff(Staff),
    /// A third-party system.
    Client {
        /// Which one.
        client: ClientId,
        /// What it may do.
        scopes: Vec<Scope>,
    },
    /// Anju itself: the deadline sweep.
    System,
}

/// An actor as the journal names them: ids and functions, never a reporter's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(tag = "kind", rename_all = "snake_case"))]
#[cfg_attr(target_arch = "wasm32", serde(rename = "kind", rename_all = "snake_case"))]
pub enum ActorRef {
    /// The public without an account.
    Public,
    /// A reporter by receipt code.
    Reporter,
    /// Staff.
    Staff {
        /// The account.
        user: UserId,
        /// The name at that time.
        name: String,
        /// The unit at that time.
        unit: UnitId,
    },
    /// A third-party system.
    Client {
        /// Which one.
        client: ClientId,
    },
    /// Anju itself.
    System,
}

impl Actor {
    /// As the journal names this actor.
    #[must_use]
    pub fn reference(&self) -> ActorRef {
        match self {
            Self::Public => ActorRef::Public,
            Self::Reporter(_) => ActorRef::Reporter,
            Self::Staff(staff) => ActorRef::Staff {
                user: staff.user,
                name: staff.name.clone(),
                unit: staff.unit,
            },
            Self::Client { client, scopes: _ } => ActorRef::Client { client: *client },
            Self::System => ActorRef::System,
        }
    }

    /// The member of staff, if it is one.
    #[must_use]
    pub const fn staff(&self) -> Option<&Staff> {
        match self {
            Self::Staff(staff) => Some(staff),
            _ => None,
        }
    }
}

impl ActorRef {
    /// The account, if it is staff.
    #[must_use]
    pub const fn user(&self) -> Option<UserId> {
        match self {
            Self::Staff { user, .. } => Some(*user),
            _ => None,
        }
    }
}
