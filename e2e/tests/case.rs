//! The page of a case when things do not go straight: somebody was faster, the law says no, the case is another
//! unit's; and what is said with the reporter on the way.

use anju_backend::admin;
use anju_e2e::{Browser, PASSWORD, Stage, on_every_engine};
use anju_shared::{access::Role, api::directory::UnitKind};
use zeroize::Zeroizing;

const NUMBER: &str = "1201-20261116-0001";

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
    browser.see("case-stage").await?;
    Ok(browser)
}

async fn open(stage: &Stage, login: &str) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.sign_in(login, PASSWORD).await?;
    browser.go("/desk/cases").await?;
    browser.click(&format!("cases-row-{NUMBER}")).await?;
    browser.see("case-stage").await?;
    Ok(browser)
}

#[test]
fn who_was_faster_is_named_and_nothing_that_was_written_is_lost() {
    on_every_engine("conflict", async |stage| {
        let mine = accepted(stage).await?;
        mine.click("action-decline").await?;
        mine.click("field-ground-NA01").await?;
        mine.fill("field-reasons", "反映的是劳动报酬，不涉及安全生产。")
            .await?;
        let theirs = open(stage, "shouli").await?;
        theirs.click("action-send-message").await?;
        theirs.fill("field-text", "请说明是哪个车间。").await?;
        theirs.click("form-submit").await?;
        theirs.gone("form-send-message").await?;
        theirs.close().await?;
        mine.click("form-submit").await?;
        mine.says("changes", "发消息给举报人 1").await?;
        mine.says("changes", "陈一鸣").await?;
        mine.shoot("conflict").await?;
        mine.click("form-submit").await?;
        mine.gone("form-decline").await?;
        mine.see("action-confirm-decline").await?;
        mine.click("tab-talks").await?;
        mine.says("talk", "请说明是哪个车间。").await?;
        // A photograph of the screen names its maker.
        mine.says("watermark", "陈一鸣 区安委办 2026-11-16").await?;
        mine.shoot("talks").await?;
        mine.close().await
    });
}

#[test]
fn a_refused_action_says_why_and_a_refused_form_keeps_every_field() {
    on_every_engine("refused", async |stage| {
        let browser = accepted(stage).await?;
        browser.says("panel", "确认不予受理").await?;
        browser.click("action-request-supplement").await?;
        browser.click("field-missing-place").await?;
        browser.click("form-submit").await?;
        anyhow::ensure!(
            browser.has("form-request-supplement").await?,
            "nothing is sent without words"
        );
        browser.shoot("form-refused").await?;
        browser.fill("field-note", "请说明具体点位。").await?;
        browser.click("form-submit").await?;
        browser.says("case-stage", "待补充").await?;
        browser.shoot("asked").await?;
        browser.click("tab-documents").await?;
        browser.click("paper-asked").await?;
        browser.says("document", "补充材料通知").await?;
        browser.shoot("document").await?;
        browser.close().await
    });
}

#[test]
fn the_case_of_another_unit_is_as_if_it_were_not() {
    on_every_engine("another-unit", async |stage| {
        let browser = accepted(stage).await?;
        let address = browser.address().await?;
        browser.close().await?;
        let state = stage.server.state();
        let unit = admin::NewUnit {
            code: "hewan",
            name: "河湾街道",
            kind: UnitKind::Street,
            region: "120103",
        };
        admin::add_unit(state, unit).await?;
        let person = admin::NewUser {
            login: "hewan",
            name: "何川",
            unit: "hewan",
            roles: &[Role::Handler],
            password: Some(Zeroizing::new(PASSWORD.to_owned())),
        };
        admin::add_user(state, person).await?;
        let other = stage.browser().await?;
        other.sign_in("hewan", PASSWORD).await?;
        other.go(&address).await?;
        other.see("missing").await?;
        anyhow::ensure!(!other.has("case-number").await?, "nothing of it is told");
        other.shoot("missing").await?;
        other.go(&address.replace("/cases/", "/papers/")).await?;
        other.see("missing").await?;
        anyhow::ensure!(!other.has("document-choice").await?, "nor of its papers");
        other.close().await
    });
}
