//! The published reports, entered with as much of their course as has had time to happen.

use super::{organisation::Demonstration, script::Script};
use crate::{
    access::Access,
    cases::entering::{self, Drafted, Origin, draft},
    db::Inserts,
    error::{Error, Result},
    state::State,
};
use anju_shared::{
    access::{Actor, Operation},
    api::reports::{ReportBody, ReporterBody},
    time::Instant,
    workflow::{Capacity, Conclusion, Nature, Stage},
};
use anyhow::Context as _;
use serde::Deserialize;

/// A published report.
#[derive(Deserialize)]
struct Published {
    channel: Option<String>,
    reporter_kind: String,
    industry: String,
    subject: String,
    matter: String,
    report_text: String,
    verified: String,
    findings: String,
    disposition: Option<String>,
}

const HOUR: i64 = 3600;
/// Between the registrations of two reports.
const BETWEEN: i64 = 5 * HOUR + 1_140;

/// Enters all of them, the latest a few minutes ago.
pub(super) async fn enter_all(state: &State, people: &Demonstration) -> Result<()> {
    let published: Vec<Published> = include_str!("report-cases.ndjson")
        .lines()
        .map(serde_json::from_str)
        .collect::<std::result::Result<_, _>>()
        .map_err(anyhow::Error::from)?;
    let now = state.clock.now();
    for (i, report) in published.iter().enumerate().rev() {
        let age = i64::try_from(i).unwrap_or_default() * BETWEEN + 600;
        enter(state, people, report, i, (now.plus(-age), now)).await?;
    }
    Ok(())
}

async fn enter(
    state: &State,
    people: &Demonstration,
    published: &Published,
    i: usize,
    (at, now): (Instant, Instant),
) -> Result<()> {
    let industry = industry(&published.industry);
    let region = people.regions[i % people.regions.len()].clone();
    let script = Script {
        people,
        unit: people.unit_for(&region, industry),
        until: now,
        rests_at: rests_at(i),
        pace: 7,
        nature: nature(&published.matter),
        conclusion: conclusion(&published.verified),
        findings: &published.findings,
        disposition: published
            .disposition
            .as_deref()
            .unwrap_or("责令立即整改，并持续监管。"),
        declined: (i % 16 == 5).then_some("NA01"),
    };
    let report = body(published, i, region, industry)
        .parse()
        .map_err(Error::Invalid)?;
    let by = Actor::Staff(people.intake_officer.clone());
    let origin = Origin {
        source: None,
        channel: "phone_12350",
    };
    let draft = draft(state, &report, origin, (at, by.reference())).await?;
    let access = Access::new(state, by, Operation::RegisterReport, "demonstration");
    access
        .change(async |grant, txn| {
            let past = &|case: &_, events| script.next(case, events);
            let mut inserts = Inserts::default();
            let drafts = [Drafted {
                grant,
                draft: &draft,
                past,
            }];
            let entered = entering::enter_all(state, txn, &mut inserts, &drafts).await?;
            inserts.send(txn).await?;
            let (_, place) = entered.into_iter().next().context("one draft makes one case")?;
            Ok(((), place))
        })
        .await
}

/// Most go as far as time allows; some stay where they are, so that there is something overdue to see.
const fn rests_at(i: usize) -> Stage {
    match i {
        9 | 31 => Stage::Registered,
        14 | 40 => Stage::Accepted,
        18 | 50 => Stage::Assigned,
        21 | 44 | 58 => Stage::Verifying,
        25 => Stage::InternalReview,
        28 | 47 => Stage::Replying,
        33 | 53 => Stage::ClosureReview,
        _ => Stage::Closed,
    }
}

fn body(published: &Published, i: usize, region: String, industry: &str) -> ReportBody {
    let street = ["建设路", "滨河道", "新兴路", "望海街", "园区一纬路"][i % 5];
    ReportBody {
        channel: Some(channel(published.channel.as_deref(), i).to_owned()),
        enterprise: Some(published.subject.clone()),
        address: Some(format!("{street}{}号", 10 + i * 3)),
        region: Some(region),
        industry: Some(industry.to_owned()),
        nature: Some(nature(&published.matter)),
        occurred: Some("近一个月，多为夜间".to_owned()),
        // Every fourth report lacks something, as they do.
        place: (i % 4 != 3).then(|| "厂区东侧，靠近大门".to_owned()),
        facts: Some(published.report_text.clone()),
        clues: i.is_multiple_of(3).then(|| "愿意带路，现场可见。".to_owned()),
        title: Some(format!(
            "{}：{}",
            published.subject,
            nature(&published.matter).zh()
        )),
        reporters: vec![reporter(published, i)],
        ..ReportBody::default()
    }
}

/// Invented people: no such numbers are given out.
fn reporter(published: &Published, i: usize) -> ReporterBody {
    let capacity = match published.reporter_kind.as_str() {
        "employee" => Capacity::Employee,
        "informant" => Capacity::Informant,
        _ => Capacity::Public,
    };
    if i % 5 == 2 {
        return ReporterBody {
            capacity: Some(capacity),
            ..ReporterBody::default()
        };
    }
    let surname = ["张", "王", "李", "赵", "刘", "陈", "杨", "黄"][i % 8];
    let given = ["示范", "举例", "演示", "样本"][i % 4];
    ReporterBody {
        capacity: Some(capacity),
        name: Some(format!("{surname}{given}")),
        phone: Some(format!("1990000{i:04}")),
        ..ReporterBody::default()
    }
}

fn channel(published: Option<&str>, i: usize) -> &'static str {
    match published {
        Some("phone_12345") => "phone_12345",
        Some("web") => "web",
        Some("mini_program") => "mini_program",
        Some("upper_level_transfer") => "transfer",
        _ if i % 6 == 1 => "letter",
        _ if i % 6 == 4 => "visit",
        _ => "phone_12350",
    }
}

fn nature(matter: &str) -> Nature {
    match matter {
        "hazard" => Nature::Hazard,
        "major_hazard" => Nature::MajorHazard,
        "violation" => Nature::Violation,
        "concealed_accident" => Nature::ConcealedAccident,
        _ => Nature::Other,
    }
}

fn conclusion(verified: &str) -> Conclusion {
    match verified {
        "partly" => Conclusion::Partly,
        "unsubstantiated" => Conclusion::Unsubstantiated,
        "pending" => Conclusion::Unverifiable,
        _ => Conclusion::Substantiated,
    }
}

fn industry(published: &str) -> &'static str {
    match published {
        "危险化学品" => "hazardous_chemicals",
        "消防" => "fire",
        "金属非金属矿山" => "mines",
        "化工" => "chemical",
        "城镇燃气" => "gas",
        "建筑施工" => "construction",
        "煤矿" => "coal",
        "烟花爆竹" => "fireworks",
        "机械" => "machinery",
        "轻工" => "light_industry",
        "建材" => "building_materials",
        "纺织" => "textile",
        "道路交通" => "road",
        "冶金" => "metallurgy",
        "特种设备" => "special_equipment",
        _ => "other",
    }
}
