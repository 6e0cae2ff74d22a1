//! The list: searched, narrowed, saved as a view, many cases accepted at once by the keyboard, exported, and come back to.

use anju_e2e::{Browser, PASSWORD, Stage, on_every_engine};
use thirtyfour::Key;

#[test]
fn a_list_is_worked_off_by_the_keyboard_and_taken_away_as_a_file() {
    on_every_engine("list", async |stage| {
        let browser = stage.browser().await?;
        browser.sign_in("shouli", PASSWORD).await?;
        for (enterprise, region) in [
            ("某木材加工厂", "120102"),
            ("某化工仓库", "120102"),
            ("某商场", "120101"),
        ] {
            register(&browser, enterprise, region).await?;
        }
        search(&browser).await?;
        find_anywhere(&browser).await?;
        narrow_and_save(&browser).await?;
        accept_by_keyboard(&browser).await?;
        come_back(&browser).await?;
        export(stage, &browser).await?;
        browser.close().await
    });
}

async fn register(browser: &Browser, enterprise: &str, region: &str) -> anyhow::Result<()> {
    browser.go("/desk/register").await?;
    browser.fill("register-enterprise", enterprise).await?;
    browser.choose("register-region", region).await?;
    browser.fill("register-facts", "疏散通道被货物堵塞。").await?;
    browser.click("register-submit").await?;
    browser.see("register-number").await?;
    Ok(())
}

/// `/` leads to the field; the words stand in the address; Escape leaves it; nobody is found by their name.
async fn search(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/desk/cases").await?;
    browser.says("cases-total", "3").await?;
    browser.press("/").await?;
    browser.press("化工").await?;
    browser.says("cases-total", "1").await?;
    browser.shoot("searched").await?;
    browser.press("仓库").await?;
    browser.press(Key::Escape).await?;
    anyhow::ensure!(
        browser.query().await? == "q=化工仓库",
        "the words stand in the address"
    );
    browser.see("cases-row-1201-20261116-0002").await?;
    browser.press("j").await?;
    browser.press(Key::Enter).await?;
    browser.see("case-stage").await?;
    browser.back().await?;
    browser.says("cases-total", "1").await?;
    // One typed on: that was one step.
    browser.back().await?;
    browser.says("cases-total", "3").await?;
    browser.fill("cases-search", "张示范").await?;
    browser.says("cases-list", "举报人的姓名、电话不能检索").await?;
    browser.shoot("not-found").await
}

/// The palette finds a case by its words, from any page, and opens it.
async fn find_anywhere(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/desk/register").await?;
    browser.see("register-enterprise").await?;
    browser.press(Key::Control + "k").await?;
    browser.see("palette").await?;
    browser.press("木材").await?;
    browser.says("palette-told", "1 项").await?;
    browser.shoot("palette").await?;
    browser.press(Key::Enter).await?;
    browser.see("case-stage").await?;
    browser.gone("palette").await?;
    browser.press("/").await?;
    browser.see("palette").await?;
    browser.press("20261116-0003").await?;
    browser.says("palette-told", "1 项").await?;
    browser.press(Key::Escape).await?;
    browser.gone("palette").await
}

/// Filters stand in the address; a view is saved under a name and leads back to them.
async fn narrow_and_save(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/desk/cases").await?;
    browser.says("cases-total", "3").await?;
    browser.shoot("list").await?;
    browser.choose("cases-filter-region", "120102").await?;
    browser.says("cases-total", "2").await?;
    browser.click("views-manage").await?;
    browser.fill("view-name", "新桥").await?;
    browser.shoot("saving-a-view").await?;
    browser.click("view-save").await?;
    browser.see("view-delete-新桥").await?;
    browser.press(Key::Escape).await?;
    browser.click("view-全部").await?;
    browser.says("cases-total", "3").await?;
    browser.click("view-新桥").await?;
    browser.says("cases-total", "2").await
}

/// Two rows by `j`, `x` and Shift; what would happen, and then what did.
async fn accept_by_keyboard(browser: &Browser) -> anyhow::Result<()> {
    browser.press("j").await?;
    browser.press("x").await?;
    browser.says("cases-selected", "1").await?;
    browser.press("J").await?;
    browser.says("cases-selected", "2").await?;
    browser.shoot("two-selected").await?;
    browser.click("cases-bulk").await?;
    browser.choose("bulk-urgency", "general").await?;
    browser.click("bulk-preview").await?;
    // Nobody said of what nature they are, so nobody can accept them as such.
    browser.says("bulk-would", "不能办理 2 件").await?;
    browser.shoot("bulk-refused").await?;
    browser.click("bulk-back").await?;
    browser.choose("bulk-nature", "hazard").await?;
    browser.click("bulk-preview").await?;
    browser.says("bulk-would", "可办理 2 件").await?;
    browser.shoot("bulk-preview").await?;
    browser.click("bulk-go").await?;
    browser.says("bulk-done", "已办理 2 件").await?;
    browser.shoot("bulk-done").await?;
    browser.press(Key::Escape).await?;
    browser.gone("bulk-done").await?;
    browser.choose("cases-filter-stage", "accepted").await?;
    browser.says("cases-total", "2").await?;
    // In a filter letters choose; by Escape one is back where they move.
    browser.press(Key::Escape).await?;
    browser.see("cases-row-1201-20261116-0001").await?;
    Ok(())
}

/// A case is opened by Enter, and the browser's way back leads to the same row.
async fn come_back(browser: &Browser) -> anyhow::Result<()> {
    browser.press("j").await?;
    browser.press("j").await?;
    browser.press(Key::Enter).await?;
    browser.see("case-stage").await?;
    browser.back().await?;
    browser.says("cases-total", "2").await?;
    // The row that was left has the cursor again.
    browser.press("x").await?;
    browser.says("cases-selected", "1").await
}

/// The file is made in the background and can be fetched when it is there.
async fn export(stage: &Stage, browser: &Browser) -> anyhow::Result<()> {
    browser.click("cases-export").await?;
    browser.click("export-make").await?;
    browser.says("export-ready", "2").await?;
    browser.shoot("exported").await?;
    browser.click("export-download").await?;
    browser.press(Key::Escape).await?;
    let files = stage.server.state().files_dir();
    anyhow::ensure!(std::fs::read_dir(files)?.count() == 1, "one file, encrypted");
    Ok(())
}
