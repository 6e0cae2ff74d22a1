//! An operator registers two calls about the same place while the callers speak, and never touches the mouse.

use anju_e2e::{Browser, PASSWORD, on_every_engine};
use thirtyfour::Key;

#[test]
fn an_operator_registers_a_call_by_the_keyboard_alone() {
    on_every_engine("registration", async |stage| {
        let browser = stage.browser().await?;
        sign_in(&browser).await?;
        browser.press(Key::Control + "k").await?;
        browser.has_cursor("palette").await?;
        browser.press("登记").await?;
        browser.press(Key::Enter).await?;
        take_down(&browser).await?;
        browser.shoot("first-call").await?;
        submit(&browser, "1201-20261116-0001").await?;
        browser.press("n").await?;
        take_down(&browser).await?;
        see_what_helps(&browser).await?;
        submit(&browser, "1201-20261116-0002").await?;
        browser.close().await
    });
}

async fn sign_in(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/desk/sign-in").await?;
    browser.has_cursor("sign-in-login").await?;
    browser.press("shouli").await?;
    browser.tab_to("sign-in-password").await?;
    browser.press(PASSWORD).await?;
    browser.press(Key::Enter).await?;
    browser.gone("sign-in-submit").await?;
    browser.see("palette-open").await?;
    Ok(())
}

/// The matter and who tells it, field by field.
async fn take_down(browser: &Browser) -> anyhow::Result<()> {
    browser.has_cursor("register-enterprise").await?;
    browser.press("某木材加工厂").await?;
    browser.tab_to("register-address").await?;
    browser.press("新桥路 12 号").await?;
    browser.tab_to("register-region").await?;
    browser.press(Key::Down).await?;
    browser.tab_to("register-place").await?;
    browser.press("二号车间北门").await?;
    browser.tab_to("register-occurred").await?;
    browser.press("今天上午").await?;
    browser.tab_to("register-facts").await?;
    browser
        .press("疏散通道被板材堵死，锅炉随时可能爆炸，工人还在作业。")
        .await?;
    browser.tab_to("register-reporter-0-name").await?;
    browser.press("张示范").await?;
    browser.tab_to("register-reporter-0-phone").await?;
    browser.press("13812341234").await
}

/// What is recorded (TJ-7.2), what it probably repeats, and the class with its reasons (TJ-9.2).
async fn see_what_helps(browser: &Browser) -> anyhow::Result<()> {
    browser.says("register-recorded", "已记录 6 / 7 项").await?;
    browser.says("register-duplicates", "1201-20261116-0001").await?;
    browser.says("register-duplicates", "单位名称相同").await?;
    browser.says("register-class", "爆炸").await?;
    browser.shoot("what-helps").await
}

/// The call is registered; the number is read to the caller.
async fn submit(browser: &Browser, number: &str) -> anyhow::Result<()> {
    browser.press(Key::Control + Key::Enter).await?;
    browser.says("register-number", number).await?;
    browser.has_cursor("register-done").await?;
    browser.shoot("registered").await
}
