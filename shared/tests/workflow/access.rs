//! Who may know and ask for what: `tests/golden/access.txt`, and the rules of scope (TJ-17, TJ-19, TJ-20).

use crate::{
    golden::{column, reads_as_reviewed},
    people::{CLIENT, OFFICE, PARK, STREET, everybody, handler, handler_elsewhere, id, officer, staff},
};
use anju_shared::{
    access::{
        AccountRefusal, Actor, CaseScope, CaseSight, Denial, Operation as O, Resource, Role, UnitScope,
        case_scope, incompatible, liaison_scope, may, may_grant, may_manage,
    },
    ids::UserId,
};

/// Every operation with a heading.
const HEADINGS: &[(O, &str)] = &[
    (O::ListCases, "列表"),
    (O::ReadCase, "查看"),
    (O::ReadOriginal, "原文"),
    (O::ReadMessages, "消息"),
    (O::IssueCommand, "办理"),
    (O::OpenIdentity, "身份"),
    (O::RegisterReport, "登记"),
    (O::ManageViews, "视图"),
    (O::ExportCases, "导出"),
    (O::Upload, "上传"),
    (O::Download, "下载"),
    (O::ReadDirectory, "字典"),
    (O::ListUnits, "单位"),
    (O::SubmitReport, "接口提交"),
    (O::ReadSubmission, "接口查询"),
    (O::PublicSubmit, "公众提交"),
    (O::PublicFollow, "公众查询"),
    (O::PublicAct, "公众办理"),
    (O::SignIn, "登录"),
    (O::UseSession, "续期"),
    (O::SignOut, "退出"),
    (O::ChangePassword, "改密码"),
    (O::EnrolOneTimeCode, "动态口令"),
    (O::AcceptAgreement, "保密协议"),
    (O::KeepDraft, "草稿"),
    (O::ObtainToken, "领取令牌"),
    (O::Administer, "设置"),
    (O::ManageUnits, "管单位"),
    (O::ReadPeople, "看人员"),
    (O::ManagePeople, "管账号"),
    (O::GrantRoles, "授岗位"),
    (O::ReadLiaison, "看联络"),
    (O::FileLiaison, "报联络"),
    (O::ReadAudit, "看审计"),
    (O::VerifyAudit, "验审计"),
    (O::ReadRevisions, "看修订"),
    (O::DraftRevision, "起草修订"),
    (O::PublishRevision, "发布修订"),
    (O::ReadRevisionEffects, "看影响"),
    (O::RecountCases, "重算时限"),
];

fn mark(answer: Result<(), Denial>) -> &'static str {
    match answer {
        Ok(()) => "可",
        Err(Denial::SignInFirst) => "先登录",
        Err(Denial::Forbidden) => "禁止",
        Err(Denial::Unknown) => "不知",
    }
}

fn case(region: &str, unit: Option<anju_shared::ids::UnitId>) -> CaseSight {
    CaseSight {
        region: region.into(),
        unit,
        source: None,
    }
}

/// Cases that differ in what decides who may know of them.
fn cases() -> Vec<(&'static str, CaseSight)> {
    let submitted = CaseSight {
        source: Some(CLIENT),
        ..case("120102", None)
    };
    vec![
        ("本区未派单", case("120102", None)),
        ("区域未明", case("", None)),
        ("派一街", case("120102", Some(STREET))),
        ("派园区", case("120105", Some(PARK))),
        ("外区", case("500156", None)),
        ("接口所报", submitted),
    ]
}

#[test]
fn who_may_ask_for_what_reads_as_it_was_reviewed() {
    let mut told = String::from(
        "访问规则\n\
         可：允许。先登录：须先登录（401）。禁止：可知其存在而不得为之（403）。不知：如同不存在（404）。\n\n\
         一、人员 × 操作\n",
    );
    told.push_str(&column("", 20));
    HEADINGS
        .iter()
        .for_each(|(_, heading)| told.push_str(&column(heading, 10)));
    for (name, actor) in everybody() {
        told.push_str(&format!("\n{}", column(name, 20)));
        for (operation, _) in HEADINGS {
            told.push_str(&column(mark(may(&actor, *operation, &Resource::Everything)), 10));
        }
    }
    told.push_str("\n\n二、人员 × 举报件：查看（接口为查询，举报人为凭查询码查询）\n");
    told.push_str(&column("", 20));
    cases()
        .iter()
        .for_each(|(heading, _)| told.push_str(&column(heading, 12)));
    for (name, actor) in everybody() {
        told.push_str(&format!("\n{}", column(name, 20)));
        let operation = match name {
            name if name.starts_with("接口") => O::ReadSubmission,
            name if name.starts_with("举报人") => O::PublicFollow,
            _ => O::ReadCase,
        };
        for (_, sight) in cases() {
            told.push_str(&column(mark(may(&actor, operation, &Resource::Case(&sight))), 12));
        }
    }
    told.push('\n');
    let straight: String = told
        .lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect();
    reads_as_reviewed("access.txt", &straight);
}

#[test]
fn every_operation_stands_in_the_table() {
    let listed: Vec<_> = HEADINGS.iter().map(|(operation, _)| *operation).collect();
    assert_eq!(listed, O::ALL);
}

#[test]
fn another_units_case_is_unknown_and_not_merely_forbidden_tj_17() {
    let street = case("120102", Some(STREET));
    for operation in [O::ReadCase, O::IssueCommand, O::OpenIdentity, O::Download] {
        assert_eq!(may(&handler(), operation, &Resource::Case(&street)), Ok(()));
        let answer = may(&handler_elsewhere(), operation, &Resource::Case(&street));
        assert_eq!(answer, Err(Denial::Unknown), "{}", operation.name());
    }
}

#[test]
fn a_unit_knows_nothing_of_a_case_before_it_is_dispatched_tj_17() {
    let undispatched = case("120102", None);
    let answer = may(&handler(), O::ReadCase, &Resource::Case(&undispatched));
    assert_eq!(answer, Err(Denial::Unknown));
}

#[test]
fn the_office_knows_of_its_own_district_only_tj_17() {
    let ours = case("120105", Some(PARK));
    let theirs = case("500156", None);
    assert_eq!(may(&officer(), O::ReadCase, &Resource::Case(&ours)), Ok(()));
    assert_eq!(
        may(&officer(), O::ReadCase, &Resource::Case(&theirs)),
        Err(Denial::Unknown)
    );
}

#[test]
fn the_unit_never_reads_the_words_of_the_report_tj_20() {
    let street = case("120102", Some(STREET));
    let answer = may(&handler(), O::ReadOriginal, &Resource::Case(&street));
    assert_eq!(answer, Err(Denial::Forbidden));
}

#[test]
fn administrators_see_no_case_whatever_else_the_account_may_hold() {
    let administrators = Role::ALL.iter().filter(|role| role.is_administrator());
    for administrator in administrators {
        for other in Role::ALL {
            let actor = staff(77, "管理员", STREET, &[*administrator, *other]);
            assert_eq!(case_scope(&actor), CaseScope::Nothing);
            let own = [
                O::ReadDirectory,
                O::ListUnits,
                O::SignIn,
                O::UseSession,
                O::SignOut,
                O::ChangePassword,
                O::EnrolOneTimeCode,
                O::AcceptAgreement,
                O::KeepDraft,
            ];
            let own: Vec<O> = own.into_iter().chain(powers(&[*administrator, *other])).collect();
            for operation in O::ALL.iter().filter(|one| !own.contains(one)) {
                let answer = may(&actor, *operation, &Resource::Everything);
                assert_eq!(answer, Err(Denial::Forbidden), "{other:?}: {}", operation.name());
            }
        }
    }
}

/// What administrators do, and nobody else. Whoever wrongly holds two roles does none of it.
fn powers(roles: &[Role]) -> Vec<O> {
    match roles {
        [one, other] if one != other => vec![],
        [Role::SystemAdministrator, ..] => {
            vec![O::ManageUnits, O::ManagePeople, O::ReadPeople, O::ReadLiaison]
        }
        [Role::SecurityAdministrator, ..] => vec![O::GrantRoles, O::ReadPeople],
        [Role::AuditAdministrator, ..] => vec![O::ReadAudit, O::VerifyAudit, O::ReadPeople],
        _ => vec![],
    }
}

#[test]
fn each_administrator_has_powers_of_their_own() {
    let administrators = Role::ALL.iter().filter(|role| role.is_administrator());
    let all: Vec<O> = administrators.clone().flat_map(|role| powers(&[*role])).collect();
    for role in Role::ALL {
        let actor = staff(77, "某人", STREET, &[*role]);
        let mine = powers(&[*role]);
        for power in all.iter().filter(|power| **power != O::ReadLiaison) {
            let allowed = may(&actor, *power, &Resource::Everything).is_ok();
            assert_eq!(allowed, mine.contains(power), "{role:?}: {}", power.name());
        }
    }
}

#[test]
fn a_system_administrator_cannot_become_another_administrator_by_their_password() {
    let Actor::Staff(me) = staff(77, "系统管理员", OFFICE, &[Role::SystemAdministrator]) else {
        panic!("staff")
    };
    let other = UserId(id(78));
    assert_eq!(may_manage(&me, other, &[Role::Handler]), Ok(()));
    assert_eq!(may_manage(&me, other, &[Role::SystemAdministrator]), Ok(()));
    assert_eq!(may_manage(&me, me.user, &[]), Err(AccountRefusal::Own));
    assert_eq!(may_grant(&me, me.user), Err(AccountRefusal::Own));
    for role in [Role::SecurityAdministrator, Role::AuditAdministrator] {
        assert_eq!(
            may_manage(&me, other, &[role]),
            Err(AccountRefusal::Administrator)
        );
    }
}

#[test]
fn a_unit_sees_its_own_liaison_sheet_and_the_office_all_d2_4_5() {
    let scope = |role| liaison_scope(&staff(77, "某人", STREET, &[role]));
    for role in [Role::Handler, Role::UnitLeader] {
        assert_eq!(scope(role), UnitScope::Own(STREET));
        assert!(scope(role).covers(STREET) && !scope(role).covers(PARK));
    }
    for role in [Role::Dispatcher, Role::OfficeLeader, Role::SystemAdministrator] {
        assert!(scope(role).covers(PARK), "{role:?}");
    }
    assert_eq!(scope(Role::Analyst), UnitScope::Nothing);
    assert_eq!(liaison_scope(&Actor::Public), UnitScope::Nothing);
}

#[test]
fn no_person_is_two_administrators_or_administers_and_handles() {
    use Role as R;
    assert_eq!(incompatible(&[R::SystemAdministrator]), None);
    assert_eq!(incompatible(&[R::Handler, R::UnitLeader]), None);
    assert!(incompatible(&[R::SystemAdministrator, R::AuditAdministrator]).is_some());
    assert!(incompatible(&[R::SecurityAdministrator, R::Handler]).is_some());
}

#[test]
fn a_client_asks_only_about_what_it_submitted_itself() {
    let (_, client) = everybody()
        .into_iter()
        .find(|(name, _)| *name == "接口客户端（查询）")
        .expect("it is there");
    let mut sight = case("120102", None);
    assert_eq!(
        may(&client, O::ReadSubmission, &Resource::Case(&sight)),
        Err(Denial::Unknown)
    );
    sight.source = Some(CLIENT);
    assert_eq!(may(&client, O::ReadSubmission, &Resource::Case(&sight)), Ok(()));
}

#[test]
fn a_person_of_the_office_who_also_handles_sees_the_whole_district() {
    let both = staff(78, "交办员兼承办人", OFFICE, &[Role::Dispatcher, Role::Handler]);
    assert_eq!(case_scope(&both), CaseScope::Region("1201".into()));
}
