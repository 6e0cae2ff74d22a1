//! A year of working days, and a new arrangement on its way to a revision.

use anju_backend::demo::PASSWORD;
use anju_e2e::Stage;

const WRONG: &str = "2027-02-30,休,春节";
const FILE: &str =
    "日期,类型,名称\n2027-01-01,休,元旦\n2027-02-05,休,春节\n2027-02-08,休,春节\n2027-02-20,班,春节\n";

#[test]
fn a_file_is_corrected_previewed_and_becomes_a_draft() {
    Stage::demonstrated("calendar", async |stage| {
        let browser = stage.browser().await?;
        browser.sign_in("xitong", PASSWORD).await?;
        browser.go("/desk/office/calendar").await?;
        browser.says("calendar", "248 个工作日").await?;
        browser.click("year-after").await?;
        browser.says("calendar", "尚未发布").await?;
        browser.shoot("provisional-year").await?;
        browser.click("calendar-import").await?;
        browser.fill("calendar-text", WRONG).await?;
        browser.fill("calendar-source", "国办发明电〔2026〕1号").await?;
        browser.click("calendar-preview").await?;
        browser.says("calendar-problems", "不是日期").await?;
        browser.shoot("problems").await?;
        browser.fill("calendar-text", FILE).await?;
        browser.click("calendar-preview").await?;
        browser.says("arrangement-2027", "请核对").await?;
        browser.shoot("previewed").await?;
        browser.click("calendar-draft").await?;
        browser.gone("calendar-file").await?;
        browser.click("to-draft").await?;
        browser.see("faults-0").await?;
        browser.close().await
    });
}
