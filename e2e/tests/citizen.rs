//! A citizen on a telephone: reports in four steps with two photos, of which one fails and is sent again; the page is
//! closed on the way; follows with the receipt code. Pictures are kept.

use anju_e2e::{Browser, PASSWORD, Stage, on_every_engine};
use std::path::PathBuf;

const HOUR: i64 = 3_600;
/// The head of a picture, which is what a server recognises a picture by.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01 a blocked fire exit";

#[test]
fn a_citizen_reports_from_a_telephone_and_follows() {
    on_every_engine("citizen", async |stage| {
        let browser = stage.browser().await?;
        browser.phone().await?;
        look_around(&browser).await?;
        let photos = photos()?;
        write(&browser, &photos).await?;
        let code = send(&browser).await?;
        follow(stage, &browser, &code).await?;
        leave(&browser).await?;
        browser.close().await
    });
}

/// Two photos of a place that is not there.
fn photos() -> anyhow::Result<[PathBuf; 2]> {
    let folder = std::env::temp_dir().join(format!("anju-citizen-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let photos = ["门口.jpg", "通道.jpg"].map(|name| folder.join(name));
    for photo in &photos {
        std::fs::write(photo, JPEG)?;
    }
    Ok(photos)
}

/// The home page and the guide, in both languages.
async fn look_around(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/").await?;
    browser.says("hotline", "12350").await?;
    browser.keep("home-zh").await?;
    browser.click("language").await?;
    browser.says("home-report", "Report").await?;
    browser.keep("home-en").await?;
    browser.go("/guide").await?;
    browser.says("guide-period", "working days").await?;
    browser.keep("guide-en").await?;
    browser.click("language").await?;
    browser.says("guide-period", "工作日").await?;
    browser.keep("guide-zh").await
}

/// The first three steps.
async fn write(browser: &Browser, photos: &[PathBuf; 2]) -> anyhow::Result<()> {
    browser.go("/").await?;
    browser.click("home-report").await?;
    browser.says("report-step", "1").await?;
    browser.click("nature-hazard").await?;
    browser.choose("industry", "light_industry").await?;
    browser.fill("enterprise", "某木材加工厂").await?;
    browser.choose("region", "120102").await?;
    browser.fill("address", "新桥路 12 号").await?;
    browser.keep("report-1").await?;
    browser.click("report-next").await?;
    // Nothing was said of what was seen: the step stays, and says so.
    browser.click("report-next").await?;
    browser.see("mistakes").await?;
    browser.keep("report-2-mistake").await?;
    browser.fill("occurred", "上周三夜间").await?;
    browser.fill("place", "二号车间北门").await?;
    browser
        .fill("facts", "疏散通道被板材堵死，门从外面锁着。")
        .await?;
    upload(browser, photos).await?;
    // The telephone closes the page, and opens it again.
    browser.go("/guide").await?;
    browser.go("/report").await?;
    browser.see("draft-restored").await?;
    browser.says("report-step", "2").await?;
    browser.says("file-1", "通道").await?;
    browser.keep("report-2-restored").await?;
    browser.click("report-next").await?;
    browser.click("who-named").await?;
    browser.fill("reporters[0].name", "张示范").await?;
    browser.fill("reporters[0].phone", "12").await?;
    browser.click("report-next").await?;
    browser.see("mistakes").await?;
    browser.fill("reporters[0].phone", "13812341234").await?;
    browser.keep("report-3").await?;
    browser.click("report-next").await
}

/// Two photos; the line breaks under the second, which is sent again.
async fn upload(browser: &Browser, photos: &[PathBuf; 2]) -> anyhow::Result<()> {
    browser.attach("files", &photos[0]).await?;
    browser.says("file-0", "已上传").await?;
    browser.offline(true).await?;
    browser.attach("files", &photos[1]).await?;
    browser.see("retry-1").await?;
    browser.keep("report-2-failed").await?;
    browser.offline(false).await?;
    browser.click("retry-1").await?;
    browser.says("file-1", "已上传").await?;
    browser.gone("retry-1").await
}

/// Checks and sends; while there is no line, nothing is lost and nothing is doubled.
async fn send(browser: &Browser) -> anyhow::Result<String> {
    browser.says("report-step", "4").await?;
    browser.keep("report-4").await?;
    browser.offline(true).await?;
    browser.click("report-send").await?;
    browser.see("unsent").await?;
    browser.keep("report-4-offline").await?;
    browser.offline(false).await?;
    browser.click("report-send").await?;
    browser.says("receipt-number", "1201-20261116-0001").await?;
    browser.keep("receipt").await?;
    let code = browser.text("receipt-code").await?;
    anyhow::ensure!(code.len() == 24, "20 digits in five groups: {code}");
    browser.click("receipt-picture").await?;
    Ok(code)
}

/// Follows with the code, before and after it is accepted.
async fn follow(stage: &Stage, browser: &Browser, code: &str) -> anyhow::Result<()> {
    browser.go("/follow").await?;
    browser.fill("receipt_code", "1234").await?;
    browser.click("follow-look").await?;
    browser.keep("follow-mistake").await?;
    browser.fill("receipt_code", &code.replace('-', "")).await?;
    browser.click("follow-look").await?;
    browser.says("progress-number", "1201-20261116-0001").await?;
    browser.says("progress-meaning", "审查").await?;
    browser.keep("follow-registered").await?;
    accept(stage).await?;
    browser.click("follow-refresh").await?;
    browser.says("progress-meaning", "已受理").await?;
    browser.see("progress-left").await?;
    browser.keep("follow-accepted").await?;
    browser.click("progress-why").await?;
    browser.fill("receipt_code", code).await?;
    browser.click("calculate").await?;
    browser.says("answer-steps", "期限届满").await?;
    browser.keep("follow-why").await
}

/// An officer accepts it at the desk.
async fn accept(stage: &Stage) -> anyhow::Result<()> {
    stage.clock.advance(HOUR);
    let officer = stage.browser().await?;
    officer.sign_in("shouli", PASSWORD).await?;
    officer.go("/desk/cases").await?;
    officer.click("cases-row-1201-20261116-0001").await?;
    officer.click("action-accept").await?;
    officer.click("field-urgency-general").await?;
    officer.click("field-nature-hazard").await?;
    officer.click("form-submit").await?;
    officer.gone("form-accept").await?;
    officer.close().await
}

/// One press, and nothing of it is on the screen any more.
async fn leave(browser: &Browser) -> anyhow::Result<()> {
    browser.click("leave").await?;
    browser.is_blank().await
}
