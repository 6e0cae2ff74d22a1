//! One person at one Chromium.

mod phone;

use anyhow::{Context as _, bail};
use std::{
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tempfile::TempDir;
use thirtyfour::{LoggingPrefsLogLevel, prelude::*};

/// A desk's screen, and a telephone's.
const DESK: (u32, u32) = (1366, 768 + CHROME);
const PHONE: (u32, u32) = (390, 844 + CHROME);
/// What the window itself takes off the height of the page.
const CHROME: u32 = 143;
/// How long a page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
/// As many fields as one goes past by Tab on the way to another.
const FAR: usize = 12;
const PAUSE: Duration = Duration::from_millis(50);
/// Pictures taken so far, by all browsers: their names sort in the order of the story.
static TAKEN: AtomicU32 = AtomicU32::new(0);

/// A Chromium with a profile of its own; gone when dropped.
pub struct Browser {
    driver: WebDriver,
    closed: bool,
    home: String,
    shots: PathBuf,
    process: Child,
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser that will look at `home`.
    ///
    /// # Errors
    /// When Chromium or its driver is missing or does not start.
    pub async fn open(home: &str, shots: &Path) -> anyhow::Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let profile = tempfile::tempdir()?;
        let process = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .context("chromedriver does not start: `cargo xtask test e2e` installs it")?;
        let mut wanted = DesiredCapabilities::chrome();
        for argument in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN",
            "--force-device-scale-factor=1",
        ] {
            wanted.add_arg(argument)?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::Severe)?;
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        wanted.add_arg(&format!("--window-size={},{}", DESK.0, DESK.1))?;
        let driver = connect(port, &wanted).await?;
        std::fs::create_dir_all(shots)?;
        let browser = Self {
            driver,
            closed: false,
            home: home.to_owned(),
            shots: shots.to_owned(),
            process,
            _profile: profile,
        };
        browser.driver.set_window_rect(0, 0, DESK.0, DESK.1).await?;
        Ok(browser)
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn close(mut self) -> anyhow::Result<()> {
        self.closed = true;
        Ok(self.driver.clone().quit().await?)
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        &self.driver
    }

    pub(crate) fn shots(&self) -> &Path {
        &self.shots
    }

    /// Clicks the first of what this CSS selector finds, once it is there.
    ///
    /// # Errors
    /// When nothing appears that can be clicked.
    pub async fn click_first(&self, selector: &str) -> anyhow::Result<()> {
        let found = self.driver.query(By::Css(selector)).wait(PATIENCE, PAUSE);
        let element = found.and_displayed().first().await;
        let element = element.with_context(|| format!("there is no {selector} to click"))?;
        element.scroll_into_view().await?;
        Ok(element.click().await?)
    }

    /// Speaks this language from the next page on: `zh` or `en`.
    ///
    /// # Errors
    /// Those of the driver; a page of the app must be open.
    pub async fn speak(&self, language: &str) -> anyhow::Result<()> {
        // The desk keeps the word, the citizens' app the tag.
        let tag = if language == "zh" { "zh-CN" } else { language };
        let keep = format!(
            "localStorage.setItem('anju.language', '\"{language}\"'); localStorage.setItem('anju.public.language', '{tag}')"
        );
        self.driver.execute(keep, vec![]).await?;
        Ok(())
    }

    /// Goes to a page of the app.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn go(&self, path: &str) -> anyhow::Result<()> {
        Ok(self.driver.goto(format!("{}{path}", self.home)).await?)
    }

    /// Where in the app the page is.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn address(&self) -> anyhow::Result<String> {
        let url = self.driver.current_url().await?;
        Ok(url.path().to_owned())
    }

    /// What the address asks for besides, as a person writes it.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn query(&self) -> anyhow::Result<String> {
        let script = "return decodeURIComponent(location.search.slice(1))";
        Ok(self.driver.execute(script, vec![]).await?.convert()?)
    }

    /// Whether this still stands in it.
    ///
    /// # Errors
    /// When something else does.
    pub async fn holds(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let held = self.see(name).await?.value().await?.unwrap_or_default();
        anyhow::ensure!(held == text, "{name} holds “{held}” and not “{text}”");
        Ok(())
    }

    /// Waits until this has the cursor.
    ///
    /// # Errors
    /// When something else has it all the time.
    pub async fn has_cursor(&self, name: &str) -> anyhow::Result<()> {
        let started = tokio::time::Instant::now();
        loop {
            let at = self.cursor().await?;
            if at == name {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                self.shoot(&format!("no-cursor-{name}")).await?;
                bail!("the cursor is at “{at}” and not at “{name}”");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Goes on by Tab until this has the cursor.
    ///
    /// # Errors
    /// When it is further than a person would go.
    pub async fn tab_to(&self, name: &str) -> anyhow::Result<()> {
        for _ in 0..FAR {
            if self.cursor().await? == name {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        self.shoot(&format!("unreached-{name}")).await?;
        bail!("{name} is not reached by Tab");
    }

    /// What has the cursor.
    async fn cursor(&self) -> anyhow::Result<String> {
        let script = "return document.activeElement?.dataset.test ?? ''";
        Ok(self.driver.execute(script, vec![]).await?.convert()?)
    }

    /// Signs in.
    ///
    /// # Errors
    /// When the workbench does not appear.
    pub async fn sign_in(&self, login: &str, password: &str) -> anyhow::Result<()> {
        self.go("/desk/sign-in").await?;
        self.fill("sign-in-login", login).await?;
        self.fill("sign-in-password", password).await?;
        self.click("sign-in-submit").await?;
        self.gone("sign-in-submit").await
    }

    /// What is named so by `data-test`, once it is there and shown.
    ///
    /// # Errors
    /// When it does not appear in time; says what the page shows instead.
    pub async fn see(&self, name: &str) -> anyhow::Result<WebElement> {
        let selector = format!("[data-test='{name}']");
        let look = async || {
            let found = self.driver.query(By::Css(&selector)).nowait();
            Ok(found.and_displayed().first().await?)
        };
        match patiently(look).await {
            Ok(element) => Ok(element),
            Err(_) => {
                self.shoot(&format!("missing-{name}")).await?;
                let body = self.driver.find(By::Tag("body")).await?.text().await?;
                bail!("{name} does not appear; the page shows:\n{body}")
            }
        }
    }

    /// Whether something named so is on the page now.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn has(&self, name: &str) -> anyhow::Result<bool> {
        Ok(!self
            .driver
            .find_all(By::Css(format!("[data-test='{name}']")))
            .await?
            .is_empty())
    }

    /// Waits until nothing named so is left on the page.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, name: &str) -> anyhow::Result<()> {
        let selector = format!("[data-test='{name}']");
        let look = async || {
            let left = self.driver.find_all(By::Css(&selector)).await?;
            anyhow::ensure!(left.is_empty(), "{name} stays on the page");
            Ok(())
        };
        patiently(look).await
    }

    /// Clicks it once it can be clicked.
    ///
    /// # Errors
    /// When it does not appear, or stays disabled or covered.
    pub async fn click(&self, name: &str) -> anyhow::Result<()> {
        let click = async || {
            let element = self.see(name).await?;
            anyhow::ensure!(element.is_enabled().await?, "{name} stays disabled");
            element.scroll_into_view().await?;
            let clicked = element.click().await;
            clicked.with_context(|| format!("{name} cannot be clicked"))
        };
        patiently(click).await
    }

    /// Types into it, instead of what stands there.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn fill(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let element = self.see(name).await?;
        element.scroll_into_view().await?;
        element.send_keys(Key::Control + "a").await?;
        element
            .send_keys(text)
            .await
            .with_context(|| format!("{name} cannot be filled"))
    }

    /// Chooses an option by its value.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn choose(&self, name: &str, value: &str) -> anyhow::Result<()> {
        let element = self.see(name).await?;
        element.scroll_into_view().await?;
        let select = thirtyfour::components::SelectElement::new(&element).await?;
        select
            .select_by_value(value)
            .await
            .with_context(|| format!("{name} has no choice {value}"))
    }

    /// Presses keys wherever the focus is.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn press(&self, keys: impl Into<TypingData>) -> anyhow::Result<()> {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// To the page before, as by the browser's button.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn back(&self) -> anyhow::Result<()> {
        Ok(self.driver.back().await?)
    }

    /// What it says.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn text(&self, name: &str) -> anyhow::Result<String> {
        Ok(self.see(name).await?.text().await?)
    }

    /// Waits until it says this.
    ///
    /// # Errors
    /// When it says something else all the time.
    pub async fn says(&self, name: &str, words: &str) -> anyhow::Result<()> {
        let listen = async || {
            let heard = self.see(name).await?.text().await?;
            anyhow::ensure!(heard.contains(words), "{name} says “{heard}” and not “{words}”");
            Ok(())
        };
        let listened = patiently(listen).await;
        if listened.is_err() {
            self.shoot(&format!("silent-{name}")).await?;
        }
        listened
    }

    /// Pictures of the page, as a desk and as a telephone see it.
    ///
    /// # Errors
    /// Those of the driver and the disk.
    pub async fn shoot(&self, name: &str) -> anyhow::Result<()> {
        let number = TAKEN.fetch_add(1, Ordering::Relaxed) + 1;
        for (kind, (width, height)) in [("desk", DESK), ("phone", PHONE)] {
            self.driver.set_window_rect(0, 0, width, height).await?;
            let file = self.shots.join(format!("{number:02}-{name}-{kind}.png"));
            self.driver.screenshot(&file).await?;
        }
        Ok(self.driver.set_window_rect(0, 0, DESK.0, DESK.1).await?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.closed {
            // Without this the driver would be asked to quit from a thread that waits for this one.
            let _ = self.driver.clone().leak();
        }
        // The whole group: the driver and the browser that it started.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.process.wait();
    }
}

async fn connect(port: u16, wanted: &(impl Into<Capabilities> + Clone)) -> anyhow::Result<WebDriver> {
    let url = format!("http://127.0.0.1:{port}");
    let started = tokio::time::Instant::now();
    loop {
        match WebDriver::new(&url, wanted.clone()).await {
            Ok(driver) => return Ok(driver),
            Err(error) if started.elapsed() < PATIENCE => {
                // The driver is not listening yet.
                let _ = error;
                tokio::time::sleep(PAUSE).await;
            }
            Err(error) => return Err(error).context("chromedriver does not answer"),
        }
    }
}

/// Tries until it succeeds or patience ends: a page that leads to another document is for a moment none at all.
async fn patiently<T>(attempt: impl AsyncFn() -> anyhow::Result<T>) -> anyhow::Result<T> {
    let started = tokio::time::Instant::now();
    loop {
        match attempt().await {
            Err(_) if started.elapsed() < PATIENCE => tokio::time::sleep(PAUSE).await,
            outcome => return outcome,
        }
    }
}
