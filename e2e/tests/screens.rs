//! Every screen, at a desk and on a telephone, by day and by night, in both languages: a picture of each is kept, and
//! a machine finds nothing serious in it. A new screen is one line in [`SCREENS`].

use anju_e2e::{Browser, Stage, VIEWS};

/// A screen, and how to get there.
struct Screen {
    name: &'static str,
    /// Who looks; empty for those who have no account.
    who: &'static str,
    path: &'static str,
    /// What is clicked there, one after the other.
    clicks: &'static [&'static str],
    /// What stands in the other document to which the last of them leads; a page that is being left never settles.
    arrived: &'static str,
}

const fn screen(name: &'static str, who: &'static str, path: &'static str) -> Screen {
    Screen {
        name,
        who,
        path,
        clicks: &[],
        arrived: "",
    }
}

impl Screen {
    const fn after(self, clicks: &'static [&'static str]) -> Self {
        Self { clicks, ..self }
    }

    const fn arriving(self, arrived: &'static str) -> Self {
        Self { arrived, ..self }
    }
}

const ROW: &str = "[data-test^='cases-row-']";
const DOCUMENTS: &str = "[data-test='tab-documents']";

/// Those of one person stand together, because signing in takes longest.
const SCREENS: &[Screen] = &[
    screen("public-home", "", "/"),
    screen("public-report", "", "/report"),
    screen("public-follow", "", "/follow"),
    screen("public-guide", "", "/guide"),
    screen("calculator", "", "/calculator"),
    screen("calculated", "", "/calculator").after(&["[data-test='mode-any']", "[data-test='calculate']"]),
    screen("sign-in", "", "/desk/sign-in"),
    screen("workbench-of-the-desk", "shouli1", "/desk/workbench"),
    screen("cases", "shouli1", "/desk/cases"),
    screen("register", "shouli1", "/desk/register"),
    screen("missing", "shouli1", "/desk/no-such-page"),
    screen("case-of-the-desk", "shouli1", "/desk/cases").after(&[ROW]),
    screen("workbench-of-the-office", "jiaoban", "/desk/workbench"),
    screen("dispatch", "jiaoban", "/desk/dispatch"),
    screen("case-of-the-office", "jiaoban", "/desk/cases").after(&[ROW]),
    screen("workbench-of-the-unit", "yingji.chengban", "/desk/workbench"),
    screen("case-of-the-unit", "yingji.chengban", "/desk/cases").after(&[ROW]),
    screen("acting", "yingji.chengban", "/desk/cases").after(&[ROW, "[data-test='action-send-message']"]),
    screen("why", "yingji.chengban", "/desk/cases").after(&[ROW, "[data-test^='why-']"]),
    screen("papers", "yingji.chengban", "/desk/cases")
        .after(&[ROW, DOCUMENTS, "[data-test^='paper-']"])
        .arriving("document"),
    screen("sheet", "yingji.chengban", "/desk/cases")
        .after(&[ROW, DOCUMENTS, "[data-test^='paper-sheet-']"])
        .arriving("sheet"),
    screen("approvals", "yingji.lingdao", "/desk/approvals"),
    screen("liaison", "yingji.lingdao", "/desk/office/liaison"),
    screen("rules", "xitong", "/desk/law/rules?q=handling"),
    screen(
        "rules-differing",
        "xitong",
        "/desk/law/rules?regimes=TJ,D2,WL&differing=true&q=verify",
    )
    .after(&[".clause summary"]),
    screen("revisions", "xitong", "/desk/law/revisions"),
    screen("beginning-a-revision", "xitong", "/desk/law/revisions").after(&["[data-test='revision-new']"]),
    screen("people", "xitong", "/desk/office/people"),
    screen("changing-an-account", "xitong", "/desk/office/people").after(&["[data-test^='change-']"]),
    screen("account", "xitong", "/desk/office/account"),
    screen("giving-roles", "anquan", "/desk/office/people").after(&["[data-test^='grant-']"]),
    screen("audit", "shenji", "/desk/office/audit"),
];

#[test]
fn nothing_serious_is_found_on_any_screen() {
    Stage::demonstrated("screens", async |stage| {
        let mut faults = vec![];
        for person in SCREENS.chunk_by(|one, next| one.who == next.who) {
            faults.extend(look_at(stage, person).await?);
        }
        anyhow::ensure!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.join("\n")
        );
        Ok(())
    });
}

/// All screens of one person.
async fn look_at(stage: &Stage, screens: &[Screen]) -> anyhow::Result<Vec<String>> {
    let browser = stage.browser().await?;
    let who = screens[0].who;
    if who.is_empty() {
        browser.go("/desk/sign-in").await?;
    } else {
        browser.sign_in(who, anju_backend::demo::PASSWORD).await?;
    }
    let mut faults = vec![];
    for language in ["zh", "en"] {
        browser.speak(language).await?;
        for screen in screens {
            let found = visit(&browser, screen, language).await;
            match found {
                Ok(found) => faults.extend(found),
                Err(error) => faults.push(format!("{} {language}: {error:#}", screen.name)),
            }
        }
    }
    browser.close().await?;
    Ok(faults)
}

/// One screen in one language, in every size and theme.
async fn visit(browser: &Browser, screen: &Screen, language: &str) -> anyhow::Result<Vec<String>> {
    browser.look(VIEWS[0]).await?;
    browser.go(screen.path).await?;
    browser.settled().await?;
    for (place, selector) in screen.clicks.iter().enumerate() {
        browser.click_first(selector).await?;
        if place + 1 == screen.clicks.len() && !screen.arrived.is_empty() {
            browser.see(screen.arrived).await?;
        }
        browser.settled().await?;
    }
    let mut faults = vec![];
    for view in VIEWS {
        browser.look(view).await?;
        browser.settled().await?;
        let name = format!("{}-{language}-{}", screen.name, view.name);
        browser.picture(&name).await?;
        let found = browser.faults().await?;
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    Ok(faults)
}
