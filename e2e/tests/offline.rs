//! The line goes while somebody writes: the page says so, the words stay, and once it is back they are sent.

use anju_e2e::{PASSWORD, on_every_engine};

const FACTS: &str = "二号车间安全出口被货物堵塞。";

#[test]
fn what_is_written_while_the_line_is_gone_is_sent_once_it_is_back() {
    on_every_engine("offline", async |stage| {
        let browser = stage.browser().await?;
        browser.sign_in("shouli", PASSWORD).await?;
        browser.go("/desk/register").await?;
        browser.fill("register-enterprise", "某仓储公司").await?;
        browser.choose("register-region", "120102").await?;
        browser.offline(true).await?;
        browser.fill("register-facts", FACTS).await?;
        browser.see("line-lost").await?;
        browser.click("register-submit").await?;
        browser.see("failure").await?;
        browser.shoot("no-line").await?;
        browser.holds("register-enterprise", "某仓储公司").await?;
        browser.holds("register-facts", FACTS).await?;
        browser.offline(false).await?;
        browser.gone("line-lost").await?;
        browser.holds("register-facts", FACTS).await?;
        browser.click("register-submit").await?;
        browser.says("register-number", "1201-20261116-0001").await?;
        browser.close().await
    });
}
