//! One report by telephone, from registration to closing, by six hands in a real browser: the second to the sixth of
//! what a user can do. Time is moved by hand; pictures are kept.

use anju_e2e::{Browser, PASSWORD, Stage, on_every_engine};

const HOUR: i64 = 3_600;

#[test]
fn a_call_becomes_a_closed_case() {
    on_every_engine("journey", async |stage| {
        register_and_accept(stage).await?;
        dispatch(stage).await?;
        verify(stage).await?;
        approve(stage).await?;
        answer(stage).await?;
        close(stage).await
    });
}

/// The desk takes the call down and accepts it.
async fn register_and_accept(stage: &Stage) -> anyhow::Result<()> {
    let browser = stage.browser().await?;
    browser.go("/desk/sign-in").await?;
    browser.see("sign-in-submit").await?;
    browser.shoot("sign-in").await?;
    register(&browser).await?;
    accept(stage, &browser).await?;
    browser.close().await
}

/// The desk takes the call down.
async fn register(browser: &Browser) -> anyhow::Result<()> {
    browser.sign_in("shouli", PASSWORD).await?;
    browser.shoot("empty-list").await?;
    browser.go("/desk/register").await?;
    browser.fill("register-enterprise", "某木材加工厂").await?;
    browser.fill("register-address", "新桥路 12 号").await?;
    browser.choose("register-region", "120102").await?;
    browser.choose("register-industry", "light_industry").await?;
    browser.fill("register-occurred", "上周三夜间").await?;
    browser.fill("register-place", "二号车间北门").await?;
    browser
        .fill("register-facts", "电机外壳没有接地，皮带没有防护罩。")
        .await?;
    browser.fill("register-reporter-0-phone", "12").await?;
    browser.click("register-submit").await?;
    // A mistake is said beside its field, and nothing that was typed is lost.
    browser.shoot("registration-refused").await?;
    anyhow::ensure!(
        !browser.has("register-done").await?,
        "a wrong number must not pass"
    );
    browser.fill("register-reporter-0-name", "张示范").await?;
    browser.fill("register-reporter-0-phone", "13812341234").await?;
    browser
        .press(thirtyfour::Key::Control + thirtyfour::Key::Enter)
        .await?;
    browser.says("register-number", "1201-20261116-0001").await?;
    let code = browser.text("register-code-0").await?;
    anyhow::ensure!(
        code.chars().filter(char::is_ascii_digit).count() == 20,
        "a receipt code of 20 digits: {code}"
    );
    browser.shoot("registered").await?;
    browser.click("register-open-case").await?;
    browser.see("case-stage").await?;
    browser.shoot("registered-case").await
}

/// The same officer accepts it.
async fn accept(stage: &Stage, browser: &Browser) -> anyhow::Result<()> {
    stage.clock.advance(HOUR);
    browser.click("action-accept").await?;
    browser.click("field-urgency-general").await?;
    browser.click("field-nature-violation").await?;
    browser.shoot("accepting").await?;
    browser.click("form-submit").await?;
    browser.gone("form-accept").await?;
    browser.says("case-stage", "待派单").await
}

/// The dispatcher follows the proposal.
async fn dispatch(stage: &Stage) -> anyhow::Result<()> {
    stage.clock.advance(HOUR);
    let browser = open(stage, "jiaoban").await?;
    browser.click("action-dispatch").await?;
    browser.see("field-unit").await?;
    browser.shoot("dispatching").await?;
    browser
        .fill(
            "field-task-sheet",
            "核查某木材加工厂二号车间电机接地与防护情况，依法处置。",
        )
        .await?;
    browser.click("form-submit").await?;
    browser.gone("form-dispatch").await?;
    browser.says("case-stage", "待签收").await?;
    browser.close().await
}

/// The handler signs, looks, proves and reports.
async fn verify(stage: &Stage) -> anyhow::Result<()> {
    stage.clock.advance(2 * HOUR);
    let browser = open(stage, "chengban").await?;
    browser.click("action-sign-in").await?;
    browser.says("case-stage", "核查中").await?;
    browser.shoot("verifying").await?;
    stage.clock.advance(26 * HOUR);
    let browser = open(stage, "chengban").await?;
    browser.click("action-record-visit").await?;
    browser.fill("field-inspectors", "林远、孙可").await?;
    browser.click("field-methods-unannounced").await?;
    browser
        .fill("field-findings", "三台电机外壳未接地，皮带无防护罩。")
        .await?;
    browser.click("form-submit").await?;
    browser.gone("form-record-visit").await?;
    // TJ-10.4: without evidence the report stands disabled, with its reason.
    browser.shoot("report-refused-without-evidence").await?;
    browser.click("action-add-evidence").await?;
    browser.click("field-kind-inspection_record").await?;
    browser.fill("field-title", "勘验笔录").await?;
    browser.fill("field-kept-at", "3 号柜 12 盒").await?;
    browser.click("form-submit").await?;
    browser.gone("form-add-evidence").await?;
    browser.click("action-submit-verification").await?;
    browser.click("field-conclusion-substantiated").await?;
    browser
        .fill("field-facts", "三台电机外壳未接地，皮带无防护罩，与举报一致。")
        .await?;
    browser.click("field-dispositions-rectify_by").await?;
    browser
        .fill("field-recommendation", "责令限期整改，到期复查。")
        .await?;
    browser.shoot("reporting").await?;
    browser.click("form-submit").await?;
    browser.gone("form-submit-verification").await?;
    browser.says("case-stage", "待审核").await?;
    browser.close().await
}

/// The unit's leader approves.
async fn approve(stage: &Stage) -> anyhow::Result<()> {
    stage.clock.advance(HOUR);
    let browser = open(stage, "lingdao").await?;
    browser.shoot("approving").await?;
    browser.click("action-approve-report").await?;
    browser.click("form-submit").await?;
    browser.says("case-stage", "待回复举报人").await?;
    browser.close().await
}

/// The handler tells the reporter, then the office.
async fn answer(stage: &Stage) -> anyhow::Result<()> {
    stage.clock.advance(HOUR);
    let browser = open(stage, "chengban").await?;
    browser.click("action-reply").await?;
    browser
        .fill("field-violations", "三台电机外壳未接地，皮带无防护罩。")
        .await?;
    browser
        .fill("field-verification", "现场检查，查阅资料，询问有关人员。")
        .await?;
    browser.fill("field-conclusion", "所反映问题属实。").await?;
    browser.fill("field-decision", "已责令限期整改。").await?;
    browser.fill("field-reward", "是否符合奖励条件另行告知。").await?;
    browser.click("field-means-telephone").await?;
    browser.shoot("replying").await?;
    browser.click("form-submit").await?;
    browser.gone("form-reply").await?;
    browser.click("action-submit-feedback").await?;
    browser.fill("field-department", "新桥街道安全监管科").await?;
    browser.fill("field-handler", "林远").await?;
    browser.fill("field-telephone", "022-66880000").await?;
    browser
        .fill("field-course", "接件后到现场核查，固定证据，依法处置。")
        .await?;
    browser
        .fill("field-violations", "三台电机外壳未接地，皮带无防护罩。")
        .await?;
    browser.fill("field-decision", "责令限期整改。").await?;
    browser.click("field-satisfaction-satisfied").await?;
    browser.shoot("feeding-back").await?;
    browser.click("form-submit").await?;
    browser.gone("form-submit-feedback").await?;
    browser.says("case-stage", "待办结审核").await?;
    browser.close().await
}

/// The dispatcher closes.
async fn close(stage: &Stage) -> anyhow::Result<()> {
    stage.clock.advance(HOUR);
    let browser = open(stage, "jiaoban").await?;
    browser.shoot("closing").await?;
    browser.click("action-close").await?;
    browser
        .fill("field-opinion", "核查事实清楚，处理合法，同意办结。")
        .await?;
    browser.click("form-submit").await?;
    browser.says("case-stage", "已办结").await?;
    browser.shoot("closed").await?;
    browser.close().await?;
    let state = stage.server.state();
    let verified = anju_backend::cases::verify(&state.db, &state.keys).await?;
    anyhow::ensure!(verified.faults.is_empty(), "{:?}", verified.faults);
    Ok(())
}

/// Somebody else sits down and opens the one case from the list.
async fn open(stage: &Stage, login: &str) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.sign_in(login, PASSWORD).await?;
    browser.go("/desk/cases").await?;
    browser.see("cases-list").await?;
    if login == "jiaoban" {
        browser.shoot("list").await?;
    }
    browser.click("cases-row-1201-20261116-0001").await?;
    browser.see("case-stage").await?;
    Ok(browser)
}
