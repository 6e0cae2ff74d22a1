//! The access policy: who may ask for what. Total, pure, and the only place where this is decided
//! (what may be done *to a case at its stage* is decided in [`crate::workflow::permit`]).

use super::actor::{Actor, Role, Scope, Staff};
use crate::ids::{ClientId, UnitId};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// See the list of cases.
    ListCases,
    /// Open one case, with everything but identities.
    ReadCase,
    /// Read the words of the report as they came (举报内容原文, TJ-20).
    ReadOriginal,
    /// Read the messages between the handling side and the reporters of a case.
    ReadMessages,
    /// Do something to a case; whether the stage allows it, `permit` decides.
    IssueCommand,
    /// Open the identity of a reporter, with a reason (TJ-19, MEM-10.2).
    OpenIdentity,
    /// Register a report that came by telephone, letter or visit (TJ-7.1).
    RegisterReport,
    /// Keep views of the list of cases: the own ones.
    ManageViews,
    /// Export the list of cases, and fetch the own exports.
    ExportCases,
    /// Store a file to be attached afterwards.
    Upload,
    /// Read a stored file of a case.
    Download,
    /// Read the rules and their dictionaries.
    ReadDirectory,
    /// See the units that get work.
    ListUnits,
    /// Submit a report as a third-party system.
    SubmitReport,
    /// Ask how a report that was submitted by this system stands.
    ReadSubmission,
    /// Submit a report as a citizen without an account.
    PublicSubmit,
    /// Follow a report by receipt code.
    PublicFollow,
    /// Write, supplement or withdraw by receipt code.
    PublicAct,
    /// Sign in by user name and password.
    SignIn,
    /// Renew the own sign-in, or read whose it is.
    UseSession,
    /// End a sign-in, or all of one person.
    SignOut,
    /// Change the own password.
    ChangePassword,
    /// Set up the own one-time code.
    EnrolOneTimeCode,
    /// Read and accept the confidentiality agreement (TJ-17).
    AcceptAgreement,
    /// Keep, read and remove the own drafts.
    KeepDraft,
    /// Get a token as a third-party system.
    ObtainToken,
    /// Set up units, accounts and routes, at the command line of the server itself.
    Administer,
    /// Make, change and retire units.
    ManageUnits,
    /// See who has an account, with unit and roles.
    ReadPeople,
    /// Make accounts, change, close and open them, replace their passwords, end their sign-ins.
    ManagePeople,
    /// Give and take roles.
    GrantRoles,
    /// See which unit filed its 联络单 and who answers for it (D2-4.5).
    ReadLiaison,
    /// File the 联络单 of a unit (D2-4.5).
    FileLiaison,
    /// Read the journal of access: who saw what, when, why.
    ReadAudit,
    /// Verify the chains of the journals.
    VerifyAudit,
    /// Read revisions of rules and calendar, and the figures of what they would change.
    ReadRevisions,
    /// Draft, change, simulate, submit and discard a revision.
    DraftRevision,
    /// Send a submitted revision back, or publish it.
    PublishRevision,
    /// Read case by case what a revision would change.
    ReadRevisionEffects,
    /// Look at all cases for a simulation, and count their periods again.
    RecountCases,
}

impl Operation {
    /// Every operation.
    pub const ALL: &'static [Self] = &[
        Self::ListCases,
        Self::ReadCase,
        Self::ReadOriginal,
        Self::ReadMessages,
        Self::IssueCommand,
        Self::OpenIdentity,
        Self::RegisterReport,
        Self::ManageViews,
        Self::ExportCases,
        Self::Upload,
        Self::Download,
        Self::ReadDirectory,
        Self::ListUnits,
        Self::SubmitReport,
        Self::ReadSubmission,
        Self::PublicSubmit,
        Self::PublicFollow,
        Self::PublicAct,
        Self::SignIn,
        Self::UseSession,
        Self::SignOut,
        Self::ChangePassword,
        Self::EnrolOneTimeCode,
        Self::AcceptAgreement,
        Self::KeepDraft,
        Self::ObtainToken,
        Self::Administer,
        Self::ManageUnits,
        Self::ReadPeople,
        Self::ManagePeople,
        Self::GrantRoles,
        Self::ReadLiaison,
        Self::FileLiaison,
        Self::ReadAudit,
        Self::VerifyAudit,
        Self::ReadRevisions,
        Self::DraftRevision,
        Self::PublishRevision,
        Self::ReadRevisionEffects,
        Self::RecountCases,
    ];

    /// The name under which the journal of access records it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ListCases => "list_cases",
            Self::ReadCase => "read_case",
            Self::ReadOriginal => "read_original",
            Self::ReadMessages => "read_messages",
            Self::IssueCommand => "issue_command",
            Self::OpenIdentity => "open_identity",
            Self::RegisterReport => "register_report",
            Self::ManageViews => "manage_views",
            Self::ExportCases => "export_cases",
            Self::Upload => "upload",
            Self::Download => "download",
            Self::ReadDirectory => "read_directory",
            Self::ListUnits => "list_units",
            Self::SubmitReport => "submit_report",
            Self::ReadSubmission => "read_submission",
            Self::PublicSubmit => "public_submit",
            Self::PublicFollow => "public_follow",
            Self::PublicAct => "public_act",
            Self::SignIn => "sign_in",
            Self::UseSession => "use_session",
            Self::SignOut => "sign_out",
            Self::ChangePassword => "change_password",
            Self::EnrolOneTimeCode => "enrol_one_time_code",
            Self::AcceptAgreement => "accept_agreement",
            Self::KeepDraft => "keep_draft",
            Self::ObtainToken => "obtain_token",
            Self::Administer => "administer",
            Self::ManageUnits => "manage_units",
            Self::ReadPeople => "read_people",
            Self::ManagePeople => "manage_people",
            Self::GrantRoles => "grant_roles",
            Self::ReadLiaison => "read_liaison",
            Self::FileLiaison => "file_liaison",
            Self::ReadAudit => "read_audit",
            Self::VerifyAudit => "verify_audit",
            Self::ReadRevisions => "read_revisions",
            Self::DraftRevision => "draft_revision",
            Self::PublishRevision => "publish_revision",
            Self::ReadRevisionEffects => "read_revision_effects",
            Self::RecountCases => "recount_cases",
        }
    }

    /// The operation of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|operation| operation.name() == name)
    }
}

/// What of a case decides who may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseSight {
    /// Division code of the place.
    pub region: String,
    /// The unit that handles it, once dispatched.
    pub unit: Option<UnitId>,
    /// The system that submitted it.
    pub source: Option<ClientId>,
}

/// What the operation is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource<'a> {
    /// Nothing in particular.
    Everything,
    /// One case.
    Case(&'a CaseSight),
}

/// Why not. `backend::http` answers 401, 404 and 403.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// Nobody is signed in.
    SignInFirst,
    /// The caller may not even know that it exists.
    Unknown,
    /// The caller may know, but may not do this.
    Forbidden,
}

/// Which cases an actor may know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseScope {
    /// None.
    Nothing,
    /// Those whose place lies in this division (a prefix of its code).
    Region(String),
    /// Those that this unit handles.
    Unit(UnitId),
    /// Those that this system submitted.
    Source(ClientId),
}

impl CaseScope {
    /// Whether a case lies within.
    #[must_use]
    pub fn covers(&self, case: &CaseSight) -> bool {
        match self {
            Self::Nothing => false,
            Self::Region(region) => case.region.is_empty() || case.region.starts_with(region.as_str()),
            Self::Unit(unit) => case.unit == Some(*unit),
            Self::Source(client) => case.source == Some(*client),
        }
    }
}

/// The cases that this actor may know of (知悉范围最小化, TJ-17).
#[must_use]
pub fn case_scope(actor: &Actor) -> CaseScope {
    match actor {
        Actor::Staff(staff) if is_administrator(staff) => CaseScope::Nothing,
        Actor::Staff(staff) if is_office(staff) => CaseScope::Region(staff.region.clone()),
        Actor::Staff(staff) if is_unit(staff) => CaseScope::Unit(staff.unit),
        Actor::Client { client, scopes: _ } => CaseScope::Source(*client),
        Actor::Staff(_) | Actor::Public | Actor::Reporter(_) | Actor::System => CaseScope::Nothing,
    }
}

/// Whose 联络单 an actor may see or file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitScope {
    /// Nobody's.
    Nothing,
    /// That of the own unit.
    Own(UnitId),
    /// Everybody's.
    All,
}

impl UnitScope {
    /// Whether a unit lies within.
    #[must_use]
    pub fn covers(self, unit: UnitId) -> bool {
        match self {
            Self::Nothing => false,
            Self::Own(own) => own == unit,
            Self::All => true,
        }
    }
}

/// The units whose 联络单 this actor may see; of those, whoever may file at all may file for.
#[must_use]
pub fn liaison_scope(actor: &Actor) -> UnitScope {
    match actor {
        Actor::Staff(staff) if is_administrator(staff) && administers(staff).is_none() => UnitScope::Nothing,
        Actor::Staff(staff) if is_administrator(staff) || is_office(staff) => UnitScope::All,
        Actor::Staff(staff) if is_unit(staff) => UnitScope::Own(staff.unit),
        _ => UnitScope::Nothing,
    }
}

/// Whether this actor may do this to that.
///
/// # Errors
/// The [`Denial`] that says how much the caller may be told.
pub fn may(actor: &Actor, operation: Operation, resource: &Resource<'_>) -> Result<(), Denial> {
    allowed(actor, operation)?;
    match resource {
        Resource::Everything => Ok(()),
        // The receipt code named the case, or the sweep did; there is no other to confuse it with.
        Resource::Case(_) if matches!(actor, Actor::Reporter(_) | Actor::System) => Ok(()),
        Resource::Case(case) if case_scope(actor).covers(case) => Ok(()),
        Resource::Case(_) => Err(Denial::Unknown),
    }
}

fn allowed(actor: &Actor, operation: Operation) -> Result<(), Denial> {
    use Operation as O;
    let yes = match (actor, operation) {
        // Anju itself ends a sign-in whose renewal token was used twice.
        (Actor::System, O::IssueCommand | O::SignOut | O::Administer | O::RecountCases) => true,
        (Actor::Public, O::PublicSubmit | O::PublicFollow | O::Upload | O::ReadDirectory) => true,
        // Whoever has not proved yet who they are may try to.
        (Actor::Public, O::SignIn | O::ObtainToken) => true,
        (Actor::Public, _) => return Err(Denial::SignInFirst),
        (Actor::Reporter(_), O::PublicFollow | O::PublicAct) => true,
        (Actor::Client { client: _, scopes }, O::SubmitReport | O::Upload) => {
            scopes.contains(&Scope::ReportsSubmit)
        }
        (Actor::Client { client: _, scopes }, O::ReadSubmission) => scopes.contains(&Scope::ReportsStatus),
        (Actor::Client { .. }, O::ReadDirectory | O::ObtainToken) => true,
        (Actor::Staff(staff), operation) => staff_may(staff, operation),
        (Actor::System | Actor::Reporter(_) | Actor::Client { .. }, _) => false,
    };
    if yes { Ok(()) } else { Err(Denial::Forbidden) }
}

fn staff_may(staff: &Staff, operation: Operation) -> bool {
    use Operation as O;
    match operation {
        O::ReadDirectory
        | O::ListUnits
        | O::SignIn
        | O::UseSession
        | O::SignOut
        | O::ChangePassword
        | O::EnrolOneTimeCode
        | O::AcceptAgreement
        | O::KeepDraft => true,
        // Three administrators with separate powers (三员分立): accounts, permissions, audit.
        O::ManageUnits | O::ManagePeople => administers(staff) == Some(Role::SystemAdministrator),
        O::GrantRoles => administers(staff) == Some(Role::SecurityAdministrator),
        O::ReadAudit | O::VerifyAudit => administers(staff) == Some(Role::AuditAdministrator),
        O::ReadPeople => administers(staff).is_some(),
        // Rules are drafted by whoever keeps the settings or leads the office, and published by the latter alone.
        O::ReadRevisions | O::DraftRevision if administers(staff) == Some(Role::SystemAdministrator) => true,
        O::ReadLiaison if administers(staff) == Some(Role::SystemAdministrator) => true,
        _ if is_administrator(staff) => false,
        O::ReadRevisions => is_office(staff),
        O::DraftRevision | O::PublishRevision => staff.is(Role::OfficeLeader),
        // An administrator sees how many; which cases they are, the office sees.
        O::ReadRevisionEffects => is_office(staff),
        O::RecountCases => false,
        O::ReadLiaison => is_office(staff) || is_unit(staff),
        // The unit files for itself; what comes on paper, the office enters.
        O::FileLiaison => is_unit(staff) || staff.is(Role::Dispatcher) || staff.is(Role::OfficeLeader),
        O::ListCases | O::ManageViews | O::ExportCases => is_office(staff) || is_unit(staff),
        O::ReadCase | O::ReadMessages | O::IssueCommand | O::Upload | O::Download => {
            is_office(staff) || is_unit(staff)
        }
        // The unit works from the rewritten task sheet; the words as they came stay with the office.
        O::ReadOriginal => is_office(staff),
        O::RegisterReport => staff.is(Role::IntakeOfficer),
        // The desk must be able to call back (MEM-6.1) and the handler to reply (TJ-11.1); each gives a
        // reason, and each opening is recorded.
        O::OpenIdentity => {
            staff.is(Role::IntakeOfficer) || staff.is(Role::Handler) || staff.is(Role::IdentityCustodian)
        }
        O::SubmitReport | O::ReadSubmission | O::PublicSubmit | O::PublicFollow | O::PublicAct => false,
        O::ObtainToken | O::Administer => false,
    }
}

/// Which administrator this person is. Whoever wrongly holds a second role besides is none.
fn administers(staff: &Staff) -> Option<Role> {
    match staff.roles.as_slice() {
        [role] if role.is_administrator() => Some(*role),
        _ => None,
    }
}

/// Whoever administers sees no case, whatever other role the account may wrongly hold (三员分立).
fn is_administrator(staff: &Staff) -> bool {
    staff.roles.iter().any(|role| role.is_administrator())
}

fn is_office(staff: &Staff) -> bool {
    [
        Role::IntakeOfficer,
        Role::Dispatcher,
        Role::OfficeLeader,
        Role::IdentityCustodian,
    ]
    .iter()
    .any(|role| staff.is(*role))
}

fn is_unit(staff: &Staff) -> bool {
    staff.is(Role::Handler) || staff.is(Role::UnitLeader)
}
