//! A rule is revised: the system administrator shortens a period, is told what does not fit, corrects it, simulates and
//! submits; the leader of the office publishes.

use anju_backend::admin::{self, NewUser};
use anju_e2e::{Browser, PASSWORD, Stage, VIEWS, on_every_engine};
use anju_shared::access::Role;
use zeroize::Zeroizing;

#[test]
fn a_period_is_shortened_by_one_person_and_published_by_another() {
    on_every_engine("revisions", async |stage| {
        people(stage).await?;
        let (drafter, leader) = (stage.browser().await?, stage.browser().await?);
        drafter.sign_in("xitong", PASSWORD).await?;
        draft(&drafter).await?;
        correct(&drafter).await?;
        drafter.click("tab-changes").await?;
        drafter.says("changes", "8 个工作日").await?;
        drafter.click("simulate").await?;
        drafter.see("run-done").await?;
        looked_at(&drafter, "simulated").await?;
        drafter.click("act-submit").await?;
        drafter.says("revision-state", "待发布").await?;
        leader.sign_in("anwei", PASSWORD).await?;
        leader.go("/desk/law/revisions").await?;
        leader.click("revision-TJ-2").await?;
        leader.click("act-publish").await?;
        leader.click("sure").await?;
        leader.says("revision-state", "已发布").await?;
        looked_at(&leader, "published").await?;
        leader
            .go("/desk/law/rules?regimes=TJ@1,TJ@2&differing=true")
            .await?;
        leader.says("rules-extent", "其中 1 条不同").await?;
        looked_at(&leader, "versions").await?;
        leader.choose("regime-2", "WL").await?;
        anyhow::ensure!(
            leader.query().await?.contains("TJ@1,WL"),
            "the address keeps the version"
        );
        drafter.close().await?;
        leader.close().await
    });
}

/// Begins the next version of the rules in force, and makes its lamp longer than its period.
async fn draft(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/desk/law/rules").await?;
    browser.click("to-revisions").await?;
    browser.click("revision-new").await?;
    browser.click("revision-begin").await?;
    browser.says("revision-state", "草稿").await?;
    browser.click("section-clocks").await?;
    browser.click("entry-handling/general").await?;
    browser.fill("field-period-amount", "eight").await?;
    browser.click("entry-save").await?;
    browser.says("entry-form", "应为 1 至 100000 之间的整数").await?;
    browser.fill("field-period-amount", "8").await?;
    browser.fill("field-yellow-amount", "20").await?;
    looked_at(browser, "form").await?;
    browser.click("entry-save").await?;
    browser.see("faults-1").await?;
    looked_at(browser, "faulty").await
}

/// The fault leads to its field.
async fn correct(browser: &Browser) -> anyhow::Result<()> {
    browser.click("fault").await?;
    browser.holds("field-yellow-amount", "20").await?;
    browser.says("entry-form", "不长于期限").await?;
    browser.fill("field-yellow-amount", "3").await?;
    browser.click("entry-save").await?;
    browser.see("faults-0").await?;
    Ok(())
}

/// A picture in every view, and nothing serious found in it.
async fn looked_at(browser: &Browser, name: &str) -> anyhow::Result<()> {
    browser.settled().await?;
    for view in VIEWS {
        browser.look(view).await?;
        browser.settled().await?;
        let name = format!("{name}-{}", view.name);
        browser.picture(&name).await?;
        let faults = browser.faults().await?;
        anyhow::ensure!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    }
    browser.look(VIEWS[0]).await
}

async fn people(stage: &Stage) -> anyhow::Result<()> {
    for (login, name, role) in [
        ("xitong", "吴维", Role::SystemAdministrator),
        ("anwei", "何平", Role::OfficeLeader),
    ] {
        let user = NewUser {
            login,
            name,
            unit: "anwei",
            roles: &[role],
            password: Some(Zeroizing::new(PASSWORD.to_owned())),
        };
        admin::add_user(stage.server.state(), user).await?;
    }
    Ok(())
}
