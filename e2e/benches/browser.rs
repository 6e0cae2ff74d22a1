//! The apps in a real Chromium whose processor is slowed to a quarter: first load, a keystroke, a case, a day's work.
//!
//! `cargo xtask bench` builds the apps and runs it; needs what the journeys need, but for axe. One server, with the
//! demonstration's data; every figure beside what is to be reached.

#![expect(
    clippy::print_stdout,
    reason = "a benchmark says its results on standard output"
)]

use anju_e2e::{Browser, Stage, VIEWS};
use serde_json::{Value, json};

/// How much slower than this machine's the processor of the one who waits is taken to be.
const SLOWED: u32 = 4;
/// Cases opened, keys pressed, pages visited, and those of them before memory is first looked at.
const OPENED: usize = 10;
const KEYS: usize = 60;
const VISITS: usize = 1_000;
const STRIDE: usize = 50;

/// Runs in every page before its own scripts: when something can first be clicked, and how long keys take to paint.
const WATCH: &str = r#"
window.keys = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  if (entry.name === 'keydown' || entry.name === 'input') window.keys.push(entry.duration);
})).observe({ type: 'event', durationThreshold: 16, buffered: true });
addEventListener('TrunkApplicationStarted', event => { window.app = event.detail.wasm; });
new MutationObserver((_, watcher) => {
  if (!document.querySelector('#app button, #app input, #app a')) return;
  watcher.disconnect();
  window.ready = performance.now();
}).observe(document, { childList: true, subtree: true });
"#;

const LOAD: &str = r#"
const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
return { requests: entries.length, bytes: entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0), ready: window.ready };
"#;

/// Milliseconds from a click on the first to the second being on the screen.
const OPEN: &str = r#"
const [from, to, done] = arguments;
const begun = performance.now();
const look = () => document.querySelector(to) ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun))) : requestAnimationFrame(look);
document.querySelector(from).click();
look();
"#;

/// To and fro between two pages of the frame, each until it stands.
const WANDER: &str = r#"
const [times, done] = [arguments[0], arguments[1]];
const pages = ['/cases', '/workbench'].map(end => () => document.querySelector(`nav a[href$="${end}"]`));
let left = times;
const next = () => {
  if (document.querySelector('.skeleton')) return setTimeout(next, 5);
  if (left-- === 0) return done(null);
  pages[left % 2]().click();
  setTimeout(next, 15);
};
next();
"#;

const MEMORY: &str =
    "return { script: performance.memory.usedJSHeapSize, app: window.app.memory.buffer.byteLength };";

fn main() {
    Stage::demonstrated("bench", async |stage| {
        println!("processor slowed {SLOWED} times");
        first_load(stage, "the desk", "/desk/sign-in", (400, 8)).await?;
        // Of no case: nobody is signed in, and the room is loaded before that is asked.
        let papers = "/desk/papers/0199aa00-0000-7000-8000-000000000001";
        first_load(stage, "the room of papers", papers, (400, 8)).await?;
        first_load(stage, "the room of registration", "/desk/register", (400, 8)).await?;
        first_load(
            stage,
            "the room of administration",
            "/desk/office/people",
            (400, 8),
        )
        .await?;
        first_load(stage, "the room of the rules", "/desk/law/rules", (400, 8)).await?;
        first_load(stage, "the public page", "/", (150, 8)).await?;
        let browser = watched(stage).await?;
        browser
            .sign_in("yingji.chengban", anju_backend::demo::PASSWORD)
            .await?;
        opening(&browser).await?;
        browser.close().await?;
        let browser = watched(stage).await?;
        browser.sign_in("shouli1", anju_backend::demo::PASSWORD).await?;
        keystrokes(&browser).await?;
        wandering(&browser).await?;
        browser.close().await
    });
}

fn say(what: &str, is: &str, wanted: &str) {
    println!("{what:<44} {is:>24}   to reach: {wanted}");
}

/// A browser that has seen nothing yet, slowed and watched.
async fn watched(stage: &Stage) -> anyhow::Result<Browser> {
    let browser = stage.browser().await?;
    browser.look(VIEWS[0]).await?;
    browser
        .tell("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWED }))
        .await?;
    browser
        .tell(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCH }),
        )
        .await?;
    Ok(browser)
}

async fn first_load(stage: &Stage, name: &str, path: &str, most: (u32, u32)) -> anyhow::Result<()> {
    let browser = watched(stage).await?;
    browser.go(path).await?;
    browser.settled().await?;
    let load = browser.ask(LOAD, vec![]).await?;
    let figure = |of: &str| load[of].as_f64().unwrap_or(f64::NAN);
    let is = format!(
        "{:.1} kB, {} requests",
        figure("bytes") / 1000.0,
        figure("requests")
    );
    say(
        &format!("{name}: first load"),
        &is,
        &format!("{} kB, {} requests", most.0, most.1),
    );
    say(
        &format!("{name}: something to click"),
        &format!("{:.0} ms", figure("ready")),
        "2000 ms",
    );
    browser.close().await
}

async fn opening(browser: &Browser) -> anyhow::Result<()> {
    let mut times = vec![];
    for _ in 0..OPENED {
        browser.go("/desk/cases").await?;
        browser.see("cases-list").await?;
        browser.settled().await?;
        let ends = ["[data-test^='cases-row-']", "[data-test='case-stage']"].map(Value::from);
        times.push(
            browser
                .wait_for(OPEN, ends.to_vec())
                .await?
                .as_f64()
                .unwrap_or(f64::NAN),
        );
    }
    say("opening a case", &spread(times), "300 ms");
    Ok(())
}

async fn keystrokes(browser: &Browser) -> anyhow::Result<()> {
    browser.go("/desk/register").await?;
    browser.settled().await?;
    browser.click("register-facts").await?;
    browser.ask("window.keys.length = 0", vec![]).await?;
    for key in "电机外壳没有接地".chars().cycle().take(KEYS) {
        browser.press(key.to_string()).await?;
    }
    let slow = browser.ask("return window.keys", vec![]).await?;
    let slow = slow.as_array().into_iter().flatten().filter_map(Value::as_f64);
    // Whatever was faster than 16 ms is not told by the browser.
    let mut times: Vec<f64> = slow.collect();
    times.resize(times.len().max(KEYS), 16.0);
    say(
        "a keystroke in the registration, to paint",
        &spread(times),
        "50 ms",
    );
    Ok(())
}

async fn wandering(browser: &Browser) -> anyhow::Result<()> {
    browser
        .tell("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))
        .await?;
    browser.go("/desk/cases").await?;
    browser.settled().await?;
    let mut held = vec![];
    // In strides: a script may take half a minute.
    for _ in 0..VISITS / STRIDE {
        browser.wait_for(WANDER, vec![STRIDE.into()]).await?;
        browser.tell("HeapProfiler.collectGarbage", json!({})).await?;
        let memory = browser.ask(MEMORY, vec![]).await?;
        held.push(["script", "app"].map(|part| memory[part].as_f64().unwrap_or(f64::NAN) / 1e6));
    }
    let is = format!("{:.1} + {:.1} MB", held[1][0], held[1][1]);
    let first = format!("after {}: {:.1} + {:.1} MB", VISITS / 10, held[0][0], held[0][1]);
    say(
        &format!("memory after {VISITS} pages (script + app)"),
        &is,
        &first,
    );
    Ok(())
}

/// Middle and longest.
fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let middle = times.get(times.len() / 2).copied().unwrap_or(f64::NAN);
    let longest = times.last().copied().unwrap_or(f64::NAN);
    format!("{middle:.0} ms, longest {longest:.0}")
}
