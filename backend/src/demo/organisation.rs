//! The invented district: its office, streets, departments, the people in them, and who gets what (TJ-8.1).

use crate::{
    auth::account::{self, NewUser},
    error::{Error, Result},
    state::State,
    units::service::{self as units, NewUnit},
};
use anju_shared::{
    access::{Role, Staff},
    api::directory::{UnitKind, UnitRef},
};
use zeroize::Zeroizing;

/// The password of every demonstration account. Such accounts exist in demonstrations only.
pub const PASSWORD: &str = "Anju-Demo-2026";

/// A unit: code, name, kind, region, the industries that go to it.
type UnitSpec = (
    &'static str,
    &'static str,
    UnitKind,
    &'static str,
    &'static [&'static str],
);

const UNITS: [UnitSpec; 12] = [
    ("anwei", "区安委办", UnitKind::Office, "1201", &[]),
    (
        "yingji",
        "区应急管理局",
        UnitKind::Department,
        "1201",
        &[
            "hazardous_chemicals",
            "chemical",
            "fireworks",
            "coal",
            "oil_extraction",
            "pharmaceutical",
        ],
    ),
    (
        "zhujian",
        "区住建委",
        UnitKind::Department,
        "1201",
        &["construction"],
    ),
    ("chengguan", "区城管委", UnitKind::Department, "1201", &["gas"]),
    ("guizi", "区规自局", UnitKind::Department, "1201", &["mines"]),
    (
        "shijian",
        "区市场监管局",
        UnitKind::Department,
        "1201",
        &["special_equipment"],
    ),
    (
        "xiaofang",
        "区消防救援大队",
        UnitKind::Department,
        "1201",
        &["fire"],
    ),
    ("huayuan", "华苑街道", UnitKind::Street, "120101", &[]),
    ("xinqiao", "新桥街道", UnitKind::Street, "120102", &[]),
    ("hewan", "河湾街道", UnitKind::Street, "120103", &[]),
    ("beishan", "北山镇", UnitKind::Street, "120104", &[]),
    ("yuanqu", "工业园区管委会", UnitKind::Park, "120105", &[]),
];

/// Who takes what nobody else takes.
const FALLBACK: &str = "yingji";

/// People of the office: login, name, roles.
const OFFICE: [(&str, &str, &[Role]); 8] = [
    ("shouli1", "陈一鸣", &[Role::IntakeOfficer]),
    ("shouli2", "赵文静", &[Role::IntakeOfficer]),
    ("jiaoban", "周晓", &[Role::Dispatcher]),
    ("anwei", "何平", &[Role::OfficeLeader]),
    ("baoguan", "孙谨", &[Role::IdentityCustodian]),
    ("xitong", "吴维", &[Role::SystemAdministrator]),
    ("anquan", "秦守", &[Role::SecurityAdministrator]),
    ("shenji", "郑核", &[Role::AuditAdministrator]),
];

/// Surnames and given names of the units' people, in the order of the units.
const HANDLERS: [&str; 11] = [
    "林远",
    "高原",
    "马超群",
    "罗敏",
    "梁栋",
    "宋恒",
    "郭宁",
    "韩青",
    "唐舟",
    "冯远山",
    "董力",
];
const LEADERS: [&str; 11] = [
    "程立",
    "曹德明",
    "袁方",
    "邓涛",
    "许正",
    "傅国强",
    "沈岚",
    "曾辉",
    "彭越",
    "吕清",
    "苏建",
];

/// The people of a unit.
#[derive(Debug)]
pub struct UnitPeople {
    /// The unit.
    pub unit: UnitRef,
    /// Division code of its region.
    pub region: &'static str,
    /// Industries that go to it wherever they are.
    pub industries: &'static [&'static str],
    /// Who handles.
    pub handler: Staff,
    /// Who approves.
    pub leader: Staff,
}

/// The demonstration district.
#[derive(Debug)]
pub struct Demonstration {
    /// Registers and decides.
    pub intake_officer: Staff,
    /// Confirms what the first declines.
    pub second_intake_officer: Staff,
    /// Dispatches and closes.
    pub dispatcher: Staff,
    /// The units that handle.
    pub units: Vec<UnitPeople>,
    /// Division codes of streets and parks.
    pub regions: Vec<String>,
}

impl Demonstration {
    /// The unit to which an industry points, else the region.
    #[must_use]
    pub fn unit_for(&self, region: &str, industry: &str) -> &UnitPeople {
        let by_industry = self.units.iter().find(|unit| unit.industries.contains(&industry));
        let by_region = || self.units.iter().find(|unit| unit.region == region);
        by_industry.or_else(by_region).unwrap_or(&self.units[0])
    }

    /// Logins with what they are, for the person who tries it out.
    #[must_use]
    pub fn accounts() -> Vec<(String, String)> {
        let office = OFFICE.iter().map(|(login, name, roles)| {
            let roles: Vec<&str> = roles.iter().map(|role| role.zh()).collect();
            (
                (*login).to_owned(),
                format!("区安委办 {name} {}", roles.join("、")),
            )
        });
        let units = UNITS[1..].iter().zip(HANDLERS.iter().zip(LEADERS)).flat_map(
            |((code, unit, ..), (handler, leader))| {
                [
                    (format!("{code}.chengban"), format!("{unit} {handler} 承办人")),
                    (format!("{code}.lingdao"), format!("{unit} {leader} 单位分管领导")),
                ]
            },
        );
        office.chain(units).collect()
    }
}

/// Makes the district where nobody has an account yet; `None` where somebody has.
pub(super) async fn set_up(state: &State) -> Result<Option<Demonstration>> {
    if account::any(state).await? {
        return Ok(None);
    }
    for (code, name, kind, region, industries) in UNITS {
        units::add_unit(
            state,
            NewUnit {
                code,
                name,
                kind,
                region,
            },
        )
        .await?;
        for industry in industries {
            units::add_route(state, None, Some(industry), code).await?;
        }
        if matches!(kind, UnitKind::Street | UnitKind::Park) {
            units::add_route(state, Some(region), None, code).await?;
        }
    }
    units::add_route(state, None, None, FALLBACK).await?;
    for (login, name, roles) in OFFICE {
        add(state, login, name, "anwei", roles).await?;
    }
    for ((code, ..), (handler, leader)) in UNITS[1..].iter().zip(HANDLERS.iter().zip(LEADERS)) {
        add(
            state,
            &format!("{code}.chengban"),
            handler,
            code,
            &[Role::Handler],
        )
        .await?;
        add(
            state,
            &format!("{code}.lingdao"),
            leader,
            code,
            &[Role::UnitLeader],
        )
        .await?;
    }
    read(state).await.map(Some)
}

/// The district, made if it is not there.
pub(super) async fn ensure(state: &State) -> Result<Demonstration> {
    match set_up(state).await? {
        Some(made) => Ok(made),
        None => read(state).await,
    }
}

async fn add(state: &State, login: &str, name: &str, unit: &str, roles: &[Role]) -> Result<()> {
    let password = Some(Zeroizing::new(PASSWORD.to_owned()));
    let added = account::add_user(
        state,
        NewUser {
            login,
            name,
            unit,
            roles,
            password,
        },
    )
    .await?;
    account::record_agreement(state, added.id).await
}

async fn read(state: &State) -> Result<Demonstration> {
    let mut units = Vec::new();
    for (code, name, _, region, industries) in &UNITS[1..] {
        let handler = person(state, &format!("{code}.chengban")).await?;
        let leader = person(state, &format!("{code}.lingdao")).await?;
        let unit = UnitRef {
            id: handler.unit,
            name: (*name).to_owned(),
        };
        units.push(UnitPeople {
            unit,
            region,
            industries,
            handler,
            leader,
        });
    }
    Ok(Demonstration {
        intake_officer: person(state, "shouli1").await?,
        second_intake_officer: person(state, "shouli2").await?,
        dispatcher: person(state, "jiaoban").await?,
        regions: units
            .iter()
            .filter(|unit| unit.region.len() > 4)
            .map(|unit| unit.region.to_owned())
            .collect(),
        units,
    })
}

async fn person(state: &State, login: &str) -> Result<Staff> {
    let found = account::find(state, login).await?;
    found.ok_or_else(|| {
        Error::from(anyhow::anyhow!(
            "demonstration data needs an installation that is empty or was filled with it before; there is no account {login}"
        ))
    })
}
