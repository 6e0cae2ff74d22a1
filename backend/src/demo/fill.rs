//! Many plausible cases, for trying out sizes and for benchmarks: the same for the same number.

use super::{
    organisation::{self, Demonstration},
    script::Script,
};
use crate::{
    access::{Access, Grant},
    cases::entering::{Draft, Drafted, Origin, draft, enter_all},
    db::{Inserts, Txn},
    error::{Error, Result},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::reports::{ReportBody, ReporterBody},
    time::Instant,
    workflow::{Case, Conclusion, Nature, Stage},
};

const INDUSTRIES: [&str; 12] = [
    "hazardous_chemicals",
    "construction",
    "gas",
    "fire",
    "machinery",
    "chemical",
    "commerce",
    "light_industry",
    "special_equipment",
    "road",
    "fireworks",
    "other",
];
const PLACES: [&str; 8] = ["东风", "滨河", "长青", "海光", "新华", "北辰", "双桥", "永安"];
const TRADES: [&str; 8] = [
    "化工厂",
    "家具厂",
    "加油站",
    "工地",
    "仓库",
    "饭店",
    "铸造厂",
    "物流园",
];
const FACTS: [&str; 6] = [
    "车间里堆满了油漆桶，旁边就在电焊，工人都抽烟。",
    "消防通道被货物堵死，晚上还锁着门，里面住着人。",
    "配电箱没有盖，电线裸露在外，下雨天冒火花。",
    "半夜偷偷生产，气味刺鼻，烟囱直排。",
    "塔吊没有检验还在用，吊物从人行道上过。",
    "有限空间作业没有检测也没有监护人，去年就出过事。",
];
/// Two years, over which the cases are spread.
const SPAN: i64 = 730 * 86_400;

/// Cases entered in one transaction.
const TOGETHER: u64 = 50;

/// Enters so many cases; `progress` is told how many there are now.
///
/// # Errors
/// Those of the database.
pub async fn fill(state: &State, cases: u64, progress: impl Fn(u64)) -> Result<()> {
    let people = organisation::ensure(state).await?;
    let now = state.clock.now();
    for first in (0..cases).step_by(TOGETHER as usize) {
        let next = cases.min(first + TOGETHER);
        let mut planned = Vec::with_capacity(TOGETHER as usize);
        for n in first..next {
            planned.push(plan(state, &people, n, (cases, now)).await?);
        }
        enter(state, &people, &planned).await?;
        if next.is_multiple_of(1_000) || next == cases {
            progress(next);
        }
    }
    Ok(state.db.take_stock().await?)
}

/// A case as it came in, and how it went.
struct Planned<'a> {
    draft: Draft,
    script: Script<'a>,
}

async fn enter(state: &State, people: &Demonstration, planned: &[Planned<'_>]) -> Result<()> {
    let by = || Actor::Staff(people.intake_officer.clone());
    let access = |_| Access::new(state, by(), Operation::RegisterReport, "demonstration");
    let accesses: Vec<Access<'_>> = planned.iter().map(access).collect();
    let courses: Vec<_> = planned
        .iter()
        .map(|one| |case: &Case, events: usize| one.script.next(case, events))
        .collect();
    let entered = async |grants: &[Grant], txn: &Txn, inserts: &mut Inserts| {
        let drafts = grants.iter().zip(planned).zip(&courses);
        let drafts = drafts.map(|((grant, one), past)| Drafted {
            grant,
            draft: &one.draft,
            past,
        });
        let entered = enter_all(state, txn, inserts, &drafts.collect::<Vec<_>>()).await?;
        Ok(entered.into_iter().map(|(_, place)| ((), place)).collect())
    };
    Access::change_together(&accesses, entered).await.map(drop)
}

/// A number that looks random and is the same every time (SplitMix64).
const fn mixed(n: u64, salt: u64) -> u64 {
    let mut z = n.wrapping_add(salt).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

fn pick<T: Copy, const N: usize>(from: [T; N], n: u64, salt: u64) -> T {
    from[usize::try_from(mixed(n, salt) % N as u64).unwrap_or_default()]
}

async fn plan<'a>(
    state: &State,
    people: &'a Demonstration,
    n: u64,
    (cases, now): (u64, Instant),
) -> Result<Planned<'a>> {
    let industry = pick(INDUSTRIES, n, 1);
    let region = people.regions
        [usize::try_from(mixed(n, 2) % people.regions.len() as u64).unwrap_or_default()]
    .clone();
    // Hazards three quarters, violations most of the rest, as in the published figures of 2024.
    let nature = match mixed(n, 3) % 100 {
        0..=72 => Nature::Hazard,
        73..=75 => Nature::MajorHazard,
        76..=98 => Nature::Violation,
        _ => Nature::ConcealedAccident,
    };
    let conclusion = if mixed(n, 4) % 1000 < 575 {
        Conclusion::Substantiated
    } else {
        Conclusion::Unsubstantiated
    };
    let facts = pick(FACTS, n, 5);
    let at = now.plus(-600 - i64::try_from((cases - n) * (SPAN as u64 / cases.max(1))).unwrap_or_default());
    let script = Script {
        people,
        unit: people.unit_for(&region, industry),
        until: now,
        rests_at: Stage::Closed,
        pace: 3 + i64::try_from(mixed(n, 6) % 22).unwrap_or_default(),
        nature,
        conclusion,
        findings: "现场检查与询问情况见笔录，所反映问题已逐项核对。",
        disposition: "责令限期整改，复查合格。",
        declined: mixed(n, 7).is_multiple_of(20).then_some("NA07"),
    };
    let report = ReportBody {
        channel: Some(
            pick(
                ["phone_12350", "mini_program", "web", "phone_12345", "letter"],
                n,
                8,
            )
            .to_owned(),
        ),
        enterprise: Some(format!(
            "{}{}{}",
            pick(PLACES, n, 9),
            mixed(n, 10) % 90 + 1,
            pick(TRADES, n, 11)
        )),
        address: Some(format!("{}路{}号", pick(PLACES, n, 12), mixed(n, 13) % 300 + 1)),
        region: Some(region),
        industry: Some(industry.to_owned()),
        nature: Some(nature),
        occurred: Some("近期".to_owned()),
        place: Some("厂区内".to_owned()),
        facts: Some(facts.to_owned()),
        reporters: vec![ReporterBody {
            name: (!mixed(n, 14).is_multiple_of(5)).then(|| "张示范".to_owned()),
            phone: Some(format!("199{:08}", mixed(n, 15) % 100_000_000)),
            ..ReporterBody::default()
        }],
        ..ReportBody::default()
    };
    let report = report.parse().map_err(Error::Invalid)?;
    let by = Actor::Staff(people.intake_officer.clone()).reference();
    let origin = Origin {
        source: None,
        channel: "phone_12350",
    };
    Ok(Planned {
        draft: draft(state, &report, origin, (at, by)).await?,
        script,
    })
}
