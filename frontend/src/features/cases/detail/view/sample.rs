//! Cases brought to a stage by real commands, for the tests of these views.

use anju_shared::{
    access::{Actor, Role, Staff},
    api::{
        cases::{CaseDetail, MaskedReporter, OfficeDetail},
        reports::Original,
        session::Account,
    },
    calendar::Calendar,
    ids::{CaseId, EvidenceId, ReporterId, SessionId, UnitId, UserId},
    rules::{ClockKind, RuleProfile, built_in},
    time::Instant,
    workflow::{
        Accept, ApproveExtension, Capacity, Case, Command, Context, Dispatch, DispatchKind, Lookups, Matter,
        Nature, NewReporter, Numbered, Recorded, Register, RequestExtension, Urgency, decide, evolve, fold,
        register,
    },
};
use uuid::Uuid;

pub(crate) fn at(text: &str) -> Instant {
    Instant::parse(text).expect("a valid instant")
}

pub(crate) fn profile() -> RuleProfile {
    built_in("TJ").expect("TJ comes with Anju").clone()
}

pub(crate) fn with_context<T>(profile: &RuleProfile, look: impl FnOnce(&Context<'_>) -> T) -> T {
    let calendar = Calendar::official();
    let now = at("2026-11-12T15:00:00+08:00");
    look(&Context {
        profile,
        calendar,
        now,
    })
}

fn account(number: u128, name: &str, role: Role) -> Account {
    let text = format!(
        r#"{{"id": "{}", "session": "{}", "login": "{name}", "name": "{name}", "region": "1201",
            "unit": {{"id": "{}", "name": "区规自局"}}, "roles": ["{}"]}}"#,
        UserId(Uuid::from_u128(number)),
        SessionId(Uuid::from_u128(1)),
        UNIT,
        role.code(),
    );
    serde_json::from_str(&text).expect("an account as the API gives it")
}

const UNIT: UnitId = UnitId(Uuid::from_u128(40));
pub(crate) const REPORTER: ReporterId = ReporterId(Uuid::from_u128(50));

fn staff(account: &Account) -> Actor {
    let staff: Staff = account.staff();
    Actor::Staff(staff)
}

pub(crate) fn handler_account() -> Account {
    account(12, "林远", Role::Handler)
}

pub(crate) fn intake() -> Actor {
    staff(&account(10, "陈一鸣", Role::IntakeOfficer))
}

fn dispatcher() -> Actor {
    staff(&account(11, "周晓", Role::Dispatcher))
}

pub(crate) fn handler() -> Actor {
    staff(&handler_account())
}

/// A case with its journal.
pub(crate) struct Told {
    pub(crate) case: Case,
    pub(crate) journal: Vec<Recorded>,
}

fn begin() -> Told {
    let now = at("2026-11-12T11:00:00+08:00");
    let profile = profile();
    let context = Context {
        profile: &profile,
        calendar: Calendar::official(),
        now,
    };
    let report = Register {
        channel: "hotline".into(),
        received_at: None,
        source: None,
        external_number: None,
        matter: Matter {
            enterprise: Some("某停产铁矿".into()),
            ..Matter::default()
        },
        title: Some("停产铁矿夜间恢复开采".into()),
        has_facts: true,
        has_clues: false,
        original_digest: "00".into(),
        reporters: vec![NewReporter {
            id: REPORTER,
            capacity: Capacity::Public,
            real_name: true,
            wants_paper: false,
        }],
        files: vec![],
    };
    let numbered = Numbered {
        id: CaseId(Uuid::from_u128(60)),
        number: "1201-20261112-0001".into(),
    };
    let channel = profile.channels[0].code.clone();
    let report = Register { channel, ..report };
    let events = register(report, numbered, intake().reference(), &context).expect("nothing is refused");
    let journal: Vec<Recorded> = (1..)
        .zip(events)
        .map(|(seq, event)| Recorded {
            seq,
            at: now,
            by: intake().reference(),
            event,
        })
        .collect();
    let case = fold(journal.iter()).expect("it begins with a registration");
    Told { case, journal }
}

impl Told {
    fn then(mut self, when: &str, by: &Actor, command: Command) -> Self {
        let profile = profile();
        let now = at(when);
        let context = Context {
            profile: &profile,
            calendar: Calendar::official(),
            now,
        };
        let lookups = Lookups {
            unit_name: Some("区规自局".into()),
            file_is_free: true,
            new_evidence: Some(EvidenceId(Uuid::from_u128(70))),
            said: None,
        };
        let events = decide(&self.case, by, command, &lookups, &context).expect("nothing is refused");
        for (seq, event) in (self.case.version + 1..).zip(events) {
            let recorded = Recorded {
                seq,
                at: now,
                by: by.reference(),
                event,
            };
            self.case = evolve(self.case, &recorded);
            self.journal.push(recorded);
        }
        self
    }
}

pub(crate) fn registered() -> Case {
    begin().case
}

fn to_unit() -> Told {
    let accept = Accept {
        urgency: Urgency::General,
        reasons: vec![],
        nature: Nature::Violation,
    };
    let dispatch = Dispatch {
        unit: UNIT,
        kind: DispatchKind::Sideways,
        task_sheet: "核查是否夜间开采".into(),
        instructions: None,
    };
    begin()
        .then("2026-11-12T11:10:00+08:00", &intake(), Command::Accept(accept))
        .then(
            "2026-11-12T11:20:00+08:00",
            &dispatcher(),
            Command::Dispatch(dispatch),
        )
}

pub(crate) fn dispatched() -> Case {
    to_unit().case
}

pub(crate) fn signed() -> Told {
    to_unit().then("2026-11-12T14:00:00+08:00", &handler(), Command::SignIn)
}

/// Ten days more were asked for, endorsed and granted.
pub(crate) fn extended() -> Case {
    let leader = staff(&account(13, "曾辉", Role::UnitLeader));
    let ask = RequestExtension {
        kind: ClockKind::Handling,
        days: 10,
        reasons: "需委托检测".into(),
    };
    let approve = ApproveExtension {
        opinion: "同意延期".into(),
        document: None,
    };
    let asked = signed().then(
        "2026-11-13T09:00:00+08:00",
        &handler(),
        Command::RequestExtension(ask),
    );
    let endorsed = asked.then("2026-11-13T10:00:00+08:00", &leader, Command::EndorseExtension);
    let approve = Command::ApproveExtension(approve);
    let granted = endorsed.then("2026-11-13T11:00:00+08:00", &dispatcher(), approve);
    granted.case
}

pub(crate) fn verifying() -> Case {
    signed().case
}

pub(crate) fn masked() -> Vec<MaskedReporter> {
    vec![MaskedReporter {
        id: REPORTER,
        name: Some("张**".into()),
        phone: Some("138****1234".into()),
        more: false,
    }]
}

pub(crate) fn office(case: Case) -> CaseDetail {
    CaseDetail::Office(OfficeDetail {
        case,
        original: Original {
            facts: Some("我家楼下每晚都听见挖掘机".into()),
            clues: None,
        },
        reporters: masked(),
        proposal: None,
    })
}
