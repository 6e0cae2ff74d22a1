//! Every component in its states, looked at as the screens are: a picture of each, and nothing serious found in it.

use anju_e2e::{PASSWORD, Stage, VIEWS};

const PARTS: [&str; 4] = ["list", "case", "parts", "states"];

#[test]
fn nothing_serious_is_found_in_any_component() {
    Stage::gallery("gallery", async |stage| {
        let browser = stage.browser().await?;
        browser.sign_in("shouli", PASSWORD).await?;
        let mut faults = vec![];
        for part in PARTS {
            browser.look(VIEWS[0]).await?;
            browser.go("/desk/gallery").await?;
            browser.click(&format!("tab-{part}")).await?;
            for view in VIEWS {
                browser.look(view).await?;
                let name = format!("{part}-{}", view.name);
                browser.picture(&name).await?;
                let found = browser.faults().await?;
                faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
            }
        }
        anyhow::ensure!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.join("\n")
        );
        browser.close().await
    });
}
