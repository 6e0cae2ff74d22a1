//! A page as somebody sees it, in every size, theme and language, and what a machine can find wrong with it.

use crate::Browser;
use anyhow::Context as _;
use serde_json::{Value, json};
use std::path::PathBuf;
use thirtyfour::BrowserLogEntry;

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Name of it in the name of a picture.
    pub name: &'static str,
    /// Width and height of the page.
    pub size: (u32, u32),
    /// Light letters on dark ground.
    pub dark: bool,
}

/// A desk's screen and a telephone's, by day and by night.
pub const VIEWS: [View; 4] = [
    View {
        name: "desk-light",
        size: (1366, 768),
        dark: false,
    },
    View {
        name: "desk-dark",
        size: (1366, 768),
        dark: true,
    },
    View {
        name: "phone-light",
        size: (390, 844),
        dark: false,
    },
    View {
        name: "phone-dark",
        size: (390, 844),
        dark: true,
    },
];

/// Done when nothing is loading any more and what was drawn is on the screen.
const SETTLED: &str = r#"
const done = arguments[0];
const loading = () => document.querySelector('.skeleton, .boot, [aria-busy="true"]');
const until = Date.now() + 10000;
const wait = () => {
  if (loading() && Date.now() < until) return setTimeout(wait, 50);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));
};
wait();
"#;

/// What stands out of the page to the right, if the page can be pushed sideways.
const SIDEWAYS: &str = r#"
const root = document.documentElement;
if (root.scrollWidth <= window.innerWidth) return [];
const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1);
return out.slice(0, 3).map(e => `${e.tagName.toLowerCase()}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)}`);
"#;

/// Everything that was fetched from somewhere else.
const ELSEWHERE: &str = r#"
return performance.getEntriesByType('resource').map(entry => entry.name)
  .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('data:') && !name.startsWith('blob:'));
"#;

/// Serious and critical findings: rule, how many, the first place. The watermark is faint on purpose, and silent.
const AXE: &str = r#"
const done = arguments[0];
axe.run({ exclude: ['.mark'] }, { resultTypes: ['violations'] }).then(result => done(result.violations
  .filter(found => found.impact === 'serious' || found.impact === 'critical')
  .map(found => `${found.id} (${found.impact}), ${found.nodes.length} times: ${found.nodes[0].html.slice(0, 160)} `
    + (found.nodes[0].any[0]?.message ?? ''))), failure => done([String(failure)]));
"#;

impl Browser {
    /// Looks at pages this way from now on.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn look(&self, view: View) -> anyhow::Result<()> {
        let (width, height) = view.size;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", metrics).await?;
        let theme = if view.dark { "dark" } else { "light" };
        let features = json!({"features": [
            {"name": "prefers-color-scheme", "value": theme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]});
        self.tell("Emulation.setEmulatedMedia", features).await
    }

    /// Gives an order of the tools for developers.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn tell(&self, order: &str, with: Value) -> anyhow::Result<()> {
        self.driver().cdp().send_raw(order, with).await?;
        Ok(())
    }

    /// What a script in the page returns.
    ///
    /// # Errors
    /// Those of the driver and the script.
    pub async fn ask(&self, script: &str, with: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.driver().execute(script, with).await?.json().clone())
    }

    /// What a script in the page calls back with, its last argument being the way back.
    ///
    /// # Errors
    /// Those of the driver and the script.
    pub async fn wait_for(&self, script: &str, with: Vec<Value>) -> anyhow::Result<Value> {
        let answer = self.driver().execute_async(script, with).await?;
        Ok(answer.json().clone())
    }

    /// Waits until the page has all it asked for and stands still.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn settled(&self) -> anyhow::Result<()> {
        self.driver().execute_async(SETTLED, vec![]).await?;
        Ok(())
    }

    /// A picture of the page as it is looked at now.
    ///
    /// # Errors
    /// Those of the driver and the disk.
    pub async fn picture(&self, name: &str) -> anyhow::Result<()> {
        let file = self.shots().join(format!("{name}.png"));
        Ok(self.driver().screenshot(&file).await?)
    }

    /// What a machine finds wrong with the page as it is looked at now: serious findings of axe, a page that can be
    /// pushed sideways, requests to another host, errors on the console.
    ///
    /// # Errors
    /// When axe is not there, and those of the driver.
    pub async fn faults(&self) -> anyhow::Result<Vec<String>> {
        let mut faults = vec![];
        for (what, script) in [
            ("pushed sideways", SIDEWAYS),
            ("fetched from elsewhere", ELSEWHERE),
        ] {
            let found: Vec<String> = self.driver().execute(script, vec![]).await?.convert()?;
            faults.extend(found.into_iter().map(|found| format!("{what}: {found}")));
        }
        let there: bool = self
            .driver()
            .execute("return typeof axe !== 'undefined'", vec![])
            .await?
            .convert()?;
        if !there {
            self.driver().execute(axe()?, vec![]).await?;
        }
        let found: Vec<String> = self.driver().execute_async(AXE, vec![]).await?.convert()?;
        faults.extend(found.into_iter().map(|found| format!("axe: {found}")));
        faults.extend(self.errors().await?);
        Ok(faults)
    }

    /// Errors on the console since they were asked for last. That the API answers with a status of its own is none: nobody
    /// is signed in yet, nothing was drafted yet; the browser writes that down too.
    async fn errors(&self) -> anyhow::Result<Vec<String>> {
        let entries = self.driver().handle().browser_log().await?;
        let answered = |entry: &BrowserLogEntry| {
            entry.source.as_deref() == Some("network") && entry.message.contains("/api/")
        };
        Ok(entries
            .iter()
            .filter(|entry| entry.level == "SEVERE" && !answered(entry))
            .map(|entry| format!("console: {}", entry.message))
            .collect())
    }
}

/// The script of axe-core, which `cargo xtask test e2e` keeps in its cache.
fn axe() -> anyhow::Result<String> {
    let file = std::env::var_os("ANJU_TEST_AXE").map(PathBuf::from);
    let file = file.context("ANJU_TEST_AXE must name axe.min.js; `cargo xtask test e2e` brings it")?;
    std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}
