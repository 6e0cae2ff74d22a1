//! Who works beside each other sees what the other does: within a second, and nobody reloads anything.

use anju_e2e::{Browser, PASSWORD, Stage, on_every_engine};
use std::time::{Duration, Instant};

/// Within which a change is in sight; what the driver itself takes to look is in it too.
const A_SECOND: Duration = Duration::from_millis(1_000);

#[test]
fn two_browsers_see_each_others_changes() {
    on_every_engine("live", async |stage| {
        let (desk, dispatcher, handler) = (
            signed_in(stage, "shouli").await?,
            signed_in(stage, "jiaoban").await?,
            signed_in(stage, "chengban").await?,
        );
        dispatcher.click("nav-dispatch").await?;
        dispatcher.says("work-list", "没有等待交办的举报件").await?;
        accept_a_call(&desk).await?;
        within_a_second(&dispatcher, "dispatch-confirm").await?;
        dispatcher.shoot("arrived").await?;
        confirm_undo_and_confirm(&dispatcher, &handler).await?;
        handler.shoot("dispatched").await?;
        // The desk still has the case open, and sees the unit sign for it.
        handler.click("act-sign-in").await?;
        handler.click("form-submit").await?;
        handler.gone("form-sign-in").await?;
        let begun = Instant::now();
        desk.says("case-stage", "核查中").await?;
        anyhow::ensure!(
            begun.elapsed() < A_SECOND,
            "the desk waited {:?}",
            begun.elapsed()
        );
        for browser in [desk, dispatcher, handler] {
            browser.close().await?;
        }
        Ok(())
    });
}

async fn signed_in(stage: &Stage, who: &str) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.sign_in(who, PASSWORD).await?;
    browser.says("live", "实时").await?;
    Ok(browser)
}

async fn accept_a_call(desk: &Browser) -> anyhow::Result<()> {
    desk.click("nav-register").await?;
    desk.fill("register-enterprise", "某木材加工厂").await?;
    desk.choose("register-region", "120102").await?;
    desk.fill("register-facts", "电机外壳没有接地，皮带没有防护罩。")
        .await?;
    desk.fill("register-reporter-0-phone", "13812341234").await?;
    desk.click("register-submit").await?;
    desk.click("register-open-case").await?;
    desk.click("action-accept").await?;
    desk.click("field-urgency-general").await?;
    desk.click("field-nature-violation").await?;
    desk.click("form-submit").await?;
    desk.gone("form-accept").await
}

/// A confirmation can be taken back; the one that stands reaches the unit.
async fn confirm_undo_and_confirm(dispatcher: &Browser, handler: &Browser) -> anyhow::Result<()> {
    dispatcher.click("dispatch-confirm").await?;
    dispatcher.click("dispatch-undo").await?;
    dispatcher.see("dispatch-confirm").await?;
    tokio::time::sleep(Duration::from_secs(7)).await;
    anyhow::ensure!(!handler.has("act-sign-in").await?, "what was taken back was sent");
    dispatcher.click("dispatch-confirm").await?;
    dispatcher.see("dispatch-undo").await?;
    dispatcher.shoot("held").await?;
    dispatcher.gone("dispatch-undo").await?;
    within_a_second(handler, "act-sign-in").await
}

async fn within_a_second(browser: &Browser, name: &str) -> anyhow::Result<()> {
    let begun = Instant::now();
    browser.see(name).await?;
    anyhow::ensure!(
        begun.elapsed() < A_SECOND,
        "{name} came after {:?}",
        begun.elapsed()
    );
    Ok(())
}
