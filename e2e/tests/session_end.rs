//! The session ends, and the line is lost, while somebody writes: nothing that was typed is lost, and what they were
//! doing goes on. Time is moved by hand.

use anju_e2e::{Browser, PASSWORD, Stage, on_every_engine};

/// Longer than a sign-in lasts.
const NEXT_DAY: i64 = 24 * 3_600;
const FACTS: &str = "二号车间安全出口被货物堵塞。";

#[test]
fn whoever_signs_in_again_over_the_form_loses_nothing_and_the_form_is_sent() {
    on_every_engine("session-end", async |stage| {
        let browser = registering(stage).await?;
        stage.clock.advance(NEXT_DAY);
        browser.click("register-submit").await?;
        browser.see("sign-in-again").await?;
        browser.shoot("session-ended").await?;
        // Only the password is wanted.
        browser.has_cursor("sign-in-password").await?;
        browser.fill("sign-in-password", "wrong").await?;
        browser.click("sign-in-submit").await?;
        browser.see("failure").await?;
        browser.fill("sign-in-password", PASSWORD).await?;
        browser.click("sign-in-submit").await?;
        browser.gone("sign-in-again").await?;
        // The interrupted request is repeated without another click.
        browser.says("register-number", "1201-2026").await?;
        browser.shoot("sent-after-signing-in-again").await?;
        browser.close().await
    });
}

#[test]
fn another_person_who_signs_in_over_the_form_is_led_away_from_it() {
    on_every_engine("session-end-other", async |stage| {
        let browser = registering(stage).await?;
        stage.clock.advance(NEXT_DAY);
        browser.click("register-submit").await?;
        browser.see("sign-in-again").await?;
        browser.fill("sign-in-login", "jiaoban").await?;
        browser.fill("sign-in-password", PASSWORD).await?;
        browser.click("sign-in-submit").await?;
        browser.gone("sign-in-again").await?;
        browser.gone("register-submit").await?;
        browser.shoot("led-away").await?;
        browser.close().await
    });
}

/// The desk takes a call down and has not sent it yet.
async fn registering(stage: &Stage) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.sign_in("shouli", PASSWORD).await?;
    browser.go("/desk/register").await?;
    browser.fill("register-enterprise", "某仓储公司").await?;
    browser.choose("register-region", "120102").await?;
    browser.fill("register-facts", FACTS).await?;
    // Nothing is under way any more that would find the end of the session before the person does.
    browser.says("draft", "草稿已保存").await?;
    Ok(browser)
}
