//! Everybody who appears: one of every role, a second one where the law asks for two persons, another unit.

use anju_shared::{
    access::{Actor, Role, Scope, Staff},
    ids::{CaseId, ClientId, SessionId, UnitId, UserId},
};
use uuid::Uuid;

pub(crate) const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// 区安委办
pub(crate) const OFFICE: UnitId = UnitId(id(0xA0));
/// 一街: the unit that handles every case of these tests.
pub(crate) const STREET: UnitId = UnitId(id(0xA1));
/// 工业园区: another unit.
pub(crate) const PARK: UnitId = UnitId(id(0xA2));
/// 小程序后台
pub(crate) const CLIENT: ClientId = ClientId(id(0xC1));
/// The case of these tests.
pub(crate) const CASE: CaseId = CaseId(id(0xE1));

/// A member of staff in these roles.
pub(crate) fn staff(number: u128, name: &str, unit: UnitId, roles: &[Role]) -> Actor {
    Actor::Staff(Staff {
        user: UserId(id(number)),
        session: SessionId(id(number + 0x1000)),
        name: name.to_owned(),
        unit,
        region: "1201".to_owned(),
        roles: roles.to_vec(),
    })
}

pub(crate) fn officer() -> Actor {
    staff(1, "受理员甲", OFFICE, &[Role::IntakeOfficer])
}

pub(crate) fn second_officer() -> Actor {
    staff(2, "受理员乙", OFFICE, &[Role::IntakeOfficer])
}

pub(crate) fn dispatcher() -> Actor {
    staff(3, "交办员", OFFICE, &[Role::Dispatcher])
}

pub(crate) fn head() -> Actor {
    staff(4, "安委办负责人", OFFICE, &[Role::OfficeLeader])
}

pub(crate) fn handler() -> Actor {
    staff(5, "承办人", STREET, &[Role::Handler])
}

pub(crate) fn leader() -> Actor {
    staff(6, "单位分管领导", STREET, &[Role::UnitLeader])
}

/// In a small unit one person may hold both roles, but not take both steps.
pub(crate) fn handler_and_leader() -> Actor {
    staff(7, "承办人兼分管领导", STREET, &[Role::Handler, Role::UnitLeader])
}

pub(crate) fn handler_elsewhere() -> Actor {
    staff(8, "外单位承办人", PARK, &[Role::Handler])
}

pub(crate) fn leader_elsewhere() -> Actor {
    staff(9, "外单位分管领导", PARK, &[Role::UnitLeader])
}

/// Everybody, under the name that the golden files show.
pub(crate) fn everybody() -> Vec<(&'static str, Actor)> {
    let office = |number, name, role| (name, staff(number, name, OFFICE, &[role]));
    vec![
        ("受理员甲", officer()),
        ("受理员乙", second_officer()),
        ("交办员", dispatcher()),
        ("安委办负责人", head()),
        ("承办人", handler()),
        ("单位分管领导", leader()),
        ("承办人兼分管领导", handler_and_leader()),
        ("外单位承办人", handler_elsewhere()),
        ("外单位分管领导", leader_elsewhere()),
        office(10, "身份保管人", Role::IdentityCustodian),
        office(11, "统计员", Role::Analyst),
        office(12, "系统管理员", Role::SystemAdministrator),
        office(13, "安全管理员", Role::SecurityAdministrator),
        office(14, "审计管理员", Role::AuditAdministrator),
        ("公众", Actor::Public),
        ("举报人（凭查询码）", reporter()),
        ("接口客户端（提交）", client(Scope::ReportsSubmit)),
        ("接口客户端（查询）", client(Scope::ReportsStatus)),
        ("系统（时限巡查）", Actor::System),
    ]
}

/// Whoever holds a receipt code of the case.
pub(crate) const fn reporter() -> Actor {
    Actor::Reporter(CASE)
}

fn client(scope: Scope) -> Actor {
    Actor::Client {
        client: CLIENT,
        scopes: vec![scope],
    }
}
