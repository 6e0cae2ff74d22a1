//! 为什么是这一天: anybody counts a period on a telephone; who handles a case reads its clause and its steps, and prints
//! them; a reporter sees them by receipt code.

use anju_e2e::{Browser, PASSWORD, Stage, VIEWS, on_every_engine};
use serde_json::json;

#[test]
fn anybody_counts_a_period_on_a_telephone_and_prints_it() {
    on_every_engine("calculator", async |stage| {
        let browser = stage.browser().await?;
        browser.phone().await?;
        browser.go("/guide").await?;
        browser.click("to-calculator").await?;
        browser.choose("clock", "handling/general").await?;
        browser.fill("extension_days", "31").await?;
        browser.click("calculate").await?;
        browser.says("mistakes", "0 至 30").await?;
        browser.keep("calculator-mistake").await?;
        browser.fill("extension_days", "10").await?;
        browser.click("calculate").await?;
        // TJ-9.1: ten working days from Monday the 16th; TJ-9.3: ten days more.
        browser.says("answer-end", "2026-12-10 24:00").await?;
        browser.says("answer-clause", "第九条第一款（TJ-9.1）").await?;
        browser.says("answer-steps", "不计入").await?;
        browser.keep("calculated").await?;
        on_paper(&browser, "answer", "calculate").await?;
        browser.keep("calculated-on-paper").await?;
        on_screen(&browser).await?;
        browser.click("mode-any").await?;
        browser.fill("period.amount", "24").await?;
        browser.choose("period.unit", "hours").await?;
        browser.fill("extension_days", "0").await?;
        browser.click("calculate").await?;
        browser.says("answer-end", "2026-11-17 09:00").await?;
        browser.click("language").await?;
        browser.says("answer-steps", "Runs through nights").await?;
        browser.keep("calculated-en").await?;
        browser.close().await
    });
}

#[test]
fn who_handles_a_case_reads_why_and_prints_it() {
    on_every_engine("why", async |stage| {
        let browser = accepted(stage).await?;
        browser.click_first("[data-test^='why-']").await?;
        browser.says("sheet", "期限计算说明").await?;
        browser.says("sheet", "期限届满").await?;
        browser.says("sheet", "日历 cn-").await?;
        for view in [VIEWS[0], VIEWS[2]] {
            browser.look(view).await?;
            browser.settled().await?;
            browser.picture(&format!("why-{}", view.name)).await?;
        }
        browser.look(VIEWS[0]).await?;
        on_paper(&browser, "sheet", "case-number").await?;
        browser.picture("why-on-paper").await?;
        on_screen(&browser).await?;
        browser.click("layer-close").await?;
        browser.click("tab-documents").await?;
        browser.click("paper-sheet-statutory-1").await?;
        browser.says("sheet", "法定办结").await?;
        browser.says("sheet", "由区安委办 陈一鸣 制作").await?;
        for view in [VIEWS[0], VIEWS[2]] {
            browser.look(view).await?;
            browser.settled().await?;
            browser.picture(&format!("document-{}", view.name)).await?;
        }
        browser.look(VIEWS[0]).await?;
        on_paper(&browser, "sheet", "document-choice").await?;
        browser.picture("document-on-paper").await?;
        on_screen(&browser).await?;
        browser.close().await
    });
}

#[test]
fn the_address_names_a_paper_and_whoever_goes_back_is_at_the_case() {
    on_every_engine("papers", async |stage| {
        let browser = accepted(stage).await?;
        let case = browser.address().await?;
        browser.click("tab-documents").await?;
        browser.click("paper-accepted").await?;
        browser.says("document", "受理告知书").await?;
        let papers = case.replace("/cases/", "/papers/");
        anyhow::ensure!(browser.address().await? == papers, "they stand below their room");
        anyhow::ensure!(browser.query().await? == "paper=accepted", "it is named");
        browser.choose("document-choice", "sheet-statutory-1").await?;
        browser.says("sheet", "期限计算说明").await?;
        anyhow::ensure!(
            browser.query().await? == "paper=sheet-statutory-1",
            "the other is named"
        );
        browser.back().await?;
        browser.see("case-stage").await?;
        browser.see("paper-accepted").await?;
        // Somebody else was given the address: they sign in, and it is there.
        browser.close().await?;
        let other = stage.browser().await?;
        other.go(&format!("{papers}?paper=sheet-statutory-1")).await?;
        other.fill("sign-in-login", "jiaoban").await?;
        other.fill("sign-in-password", PASSWORD).await?;
        other.click("sign-in-submit").await?;
        other.says("sheet", "法定办结").await?;
        other.click("to-case").await?;
        other.see("paper-accepted").await?;
        other.close().await
    });
}

#[test]
fn why_says_so_when_the_line_is_down_and_comes_when_it_is_back() {
    on_every_engine("why-offline", async |stage| {
        let browser = accepted(stage).await?;
        browser.offline(true).await?;
        browser.click_first("[data-test^='why-']").await?;
        browser.gone("sheet").await?;
        browser.settled().await?;
        browser.shoot("why-offline").await?;
        browser.offline(false).await?;
        browser.says("sheet", "期限届满").await?;
        browser.close().await
    });
}

/// The desk takes a call down and accepts it.
async fn accepted(stage: &Stage) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.sign_in("shouli", PASSWORD).await?;
    browser.go("/desk/register").await?;
    browser.fill("register-enterprise", "某木材加工厂").await?;
    browser.choose("register-region", "120102").await?;
    browser.fill("register-facts", "电机外壳没有接地。").await?;
    browser.click("register-submit").await?;
    browser.click("register-open-case").await?;
    browser.click("action-accept").await?;
    browser.click("field-urgency-general").await?;
    browser.click("field-nature-hazard").await?;
    browser.click("form-submit").await?;
    browser.says("case-stage", "待派单").await?;
    Ok(browser)
}

/// Looks at the page as it is printed: this is on it, and that is not.
async fn on_paper(browser: &Browser, shown: &str, hidden: &str) -> anyhow::Result<()> {
    browser
        .tell("Emulation.setEmulatedMedia", json!({"media": "print"}))
        .await?;
    let visible = async |name: &str| {
        let script = "return document.querySelector(`[data-test='${arguments[0]}']`).checkVisibility()";
        let seen = browser.ask(script, vec![json!(name)]).await?;
        anyhow::Ok(seen.as_bool().unwrap_or_default())
    };
    anyhow::ensure!(visible(shown).await?, "{shown} is on paper");
    anyhow::ensure!(!visible(hidden).await?, "{hidden} is not on paper");
    Ok(())
}

async fn on_screen(browser: &Browser) -> anyhow::Result<()> {
    browser
        .tell("Emulation.setEmulatedMedia", json!({"media": ""}))
        .await
}
