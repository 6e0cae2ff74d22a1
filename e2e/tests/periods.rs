//! What moves the periods of a case: more time, asked for and granted step by step; another urgency; and, under rules
//! that permit it, a period that stands still. Each screen is looked at at a desk and on a telephone.

use anju_e2e::{Browser, PASSWORD, Stage, VIEWS, on_every_engine, with_settings};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const NUMBER: &str = "1201-20261116-0001";
const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/tests/rules");

/// A general case that its unit verifies since Monday, 16 November: ten working days end on the 30th.
async fn verifying(stage: &Stage) -> anyhow::Result<()> {
    let desk = stage.browser().await?;
    desk.sign_in("shouli", PASSWORD).await?;
    desk.go("/desk/register").await?;
    desk.fill("register-enterprise", "某木材加工厂").await?;
    desk.choose("register-region", "120102").await?;
    desk.fill("register-facts", "电机外壳没有接地。").await?;
    desk.fill("register-reporter-0-name", "张示范").await?;
    desk.fill("register-reporter-0-phone", "13812341234").await?;
    desk.click("register-submit").await?;
    desk.click("register-open-case").await?;
    desk.click("action-accept").await?;
    desk.click("field-urgency-general").await?;
    desk.click("field-nature-violation").await?;
    desk.click("form-submit").await?;
    desk.gone("form-accept").await?;
    desk.close().await?;
    let office = open(stage, "jiaoban").await?;
    office.click("action-dispatch").await?;
    office.see("field-unit").await?;
    office.click("form-submit").await?;
    office.gone("form-dispatch").await?;
    office.close().await?;
    let unit = open(stage, "chengban").await?;
    unit.click("action-sign-in").await?;
    unit.says("case-stage", "核查中").await?;
    unit.close().await
}

/// Somebody sits down and opens the one case.
async fn open(stage: &Stage, login: &str) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.sign_in(login, PASSWORD).await?;
    browser.go("/desk/cases").await?;
    browser.click(&format!("cases-row-{NUMBER}")).await?;
    browser.see("case-stage").await?;
    Ok(browser)
}

/// Pictures at a desk and on a telephone, in which a machine finds nothing serious.
async fn looked_at(browser: &Browser, name: &str) -> anyhow::Result<()> {
    for view in VIEWS.iter().filter(|view| !view.dark) {
        browser.look(*view).await?;
        browser.settled().await?;
        browser.picture(&format!("{name}-{}", view.name)).await?;
        let faults = browser.faults().await?;
        anyhow::ensure!(faults.is_empty(), "{name} {}: {faults:?}", view.name);
    }
    browser.look(VIEWS[0]).await
}

/// The handler asks for ten days more and sees what would become of it.
async fn ask(stage: &Stage, kind: &str, days: &str, then: &str) -> anyhow::Result<()> {
    let unit = open(stage, "chengban").await?;
    unit.click("action-request-extension").await?;
    unit.click(&format!("field-kind-{kind}")).await?;
    unit.fill("field-days", "31").await?;
    // TJ-9.3: at most thirty days in all, said before anything is sent.
    unit.says("foreseen-why", "30").await?;
    unit.fill("field-days", days).await?;
    unit.says("foreseen-then", then).await?;
    unit.fill("field-reasons", "需委托检测机构鉴定，鉴定周期较长。")
        .await?;
    looked_at(&unit, &format!("asking-{kind}")).await?;
    unit.click("form-submit").await?;
    unit.gone("form-request-extension").await?;
    unit.says("extension-waits", "待承办单位分管领导审核").await?;
    unit.close().await?;
    let leader = open(stage, "lingdao").await?;
    leader.click("action-endorse-extension").await?;
    leader.says("foreseen-then", then).await?;
    looked_at(&leader, &format!("endorsing-{kind}")).await?;
    leader.click("form-submit").await?;
    leader.says("extension-waits", "待批准").await?;
    leader.close().await
}

#[test]
fn more_time_is_asked_for_endorsed_and_granted_and_the_card_says_so_tj_9_3() {
    on_every_engine("extension", async |stage| {
        verifying(stage).await?;
        ask(stage, "handling", "10", "12月10日 24:00").await?;
        let office = open(stage, "jiaoban").await?;
        office.click("action-approve-extension").await?;
        office.says("foreseen-then", "12月10日 24:00").await?;
        office.fill("field-opinion", "情况复杂，同意延期。").await?;
        looked_at(&office, "granting-handling").await?;
        office.click("form-submit").await?;
        office.gone("form-approve-extension").await?;
        office.says("clock-handling", "12月10日 24:00").await?;
        office.says("clock-handling", "延期 10 日").await?;
        office.click("why-handling").await?;
        office.says("why", "延期 10 日").await?;
        looked_at(&office, "granted-why").await?;
        office.close().await
    });
}

#[test]
fn the_statutory_period_is_longer_when_the_reporters_have_been_told_mem_7_5() {
    on_every_engine("extension-statutory", async |stage| {
        verifying(stage).await?;
        // Sixty days end on 15 January; thirty more on a Sunday, 14 February, within the Spring Festival.
        ask(stage, "statutory", "20", "2027年2月4日 24:00").await?;
        let head = open(stage, "fuzeren").await?;
        head.click("action-approve-extension").await?;
        head.fill("field-opinion", "上级批准延长，按期办结。").await?;
        head.click("form-submit").await?;
        anyhow::ensure!(
            head.has("form-approve-extension").await?,
            "the number of the document is needed"
        );
        head.fill("field-document", "应急核〔2026〕18号").await?;
        looked_at(&head, "granting-statutory").await?;
        head.click("form-submit").await?;
        head.says("extension-waits", "告知全部举报人后生效").await?;
        head.says("clock-statutory", "2027年1月15日 24:00").await?;
        looked_at(&head, "granted-untold").await?;
        head.close().await?;
        let unit = open(stage, "chengban").await?;
        unit.click("action-tell-extension").await?;
        unit.click("field-means-telephone").await?;
        unit.says("foreseen-then", "2027年2月4日 24:00").await?;
        looked_at(&unit, "telling").await?;
        unit.click("form-submit").await?;
        unit.gone("form-tell-extension").await?;
        unit.says("clock-statutory", "2027年2月4日 24:00").await?;
        looked_at(&unit, "told").await?;
        unit.close().await
    });
}

#[test]
fn after_the_due_date_no_more_time_is_asked_for_and_the_article_says_why_ah_2_2b() {
    on_every_engine("extension-late", async |stage| {
        verifying(stage).await?;
        stage.clock.advance(20 * DAY);
        let unit = open(stage, "chengban").await?;
        unit.click("action-request-extension").await?;
        // The statutory period still runs; that of handling is over and cannot be chosen.
        unit.says("form-request-extension", "已逾期，不得申请延期")
            .await?;
        looked_at(&unit, "one-of-two-is-over").await?;
        unit.close().await?;
        stage.clock.advance(60 * DAY);
        let unit = open(stage, "chengban").await?;
        unit.says("panel", "已逾期，不得申请延期").await?;
        unit.says("panel", "第九条第二款").await?;
        looked_at(&unit, "too-late").await?;
        unit.close().await
    });
}

#[test]
fn what_becomes_urgent_has_24_hours_from_then_tj_9_2() {
    on_every_engine("urgency", async |stage| {
        verifying(stage).await?;
        stage.clock.advance(DAY);
        let office = open(stage, "jiaoban").await?;
        office.click("action-reclassify").await?;
        office.says("foreseen-then", "11月18日").await?;
        office.click("field-reasons-imminent").await?;
        office
            .fill("field-explanation", "现场随时可能起火，须立即核查。")
            .await?;
        looked_at(&office, "reclassifying").await?;
        office.click("form-submit").await?;
        office.gone("form-reclassify").await?;
        office.says("clock-handling", "24 小时").await?;
        office.says("clock-handling", "11月18日").await?;
        looked_at(&office, "reclassified").await?;
        office.close().await
    });
}

#[test]
fn where_rules_permit_it_a_period_stands_still_until_the_office_lets_it_run_again() {
    with_settings(
        "pause",
        &[("rules_dir", RULES), ("regime", "ZT")],
        async |stage| {
            verifying(stage).await?;
            let office = open(stage, "jiaoban").await?;
            office.click("action-pause-period").await?;
            office
                .fill("field-grounds", "已委托检测机构鉴定消防设施。")
                .await?;
            looked_at(&office, "pausing").await?;
            office.click("form-submit").await?;
            office.gone("form-pause-period").await?;
            office.says("clock-handling", "中止").await?;
            looked_at(&office, "paused").await?;
            office.close().await?;
            stage.clock.advance(30 * DAY);
            let office = open(stage, "jiaoban").await?;
            office.says("clock-handling", "检验、检测、鉴定").await?;
            office.click("action-resume-period").await?;
            office.says("foreseen-then", "12月30日 24:00").await?;
            office.fill("field-grounds", "已收到鉴定报告。").await?;
            looked_at(&office, "resuming").await?;
            office.click("form-submit").await?;
            office.gone("form-resume-period").await?;
            office.says("clock-handling", "12月30日 24:00").await?;
            looked_at(&office, "resumed").await?;
            office.close().await
        },
    );
}
