//! The browser as a telephone: its size, a line that breaks, files, one picture at a time.

use super::{Browser, CHROME, PATIENCE, PAUSE, PHONE, TAKEN};
use anyhow::bail;
use std::{path::Path, sync::atomic::Ordering};
use thirtyfour::{cdp::domains::network::NetworkConditions, prelude::*};

impl Browser {
    /// Looks through a telephone from now on.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn phone(&self) -> anyhow::Result<()> {
        let (width, height) = (PHONE.0, PHONE.1 - CHROME);
        let tools = self.driver.cdp();
        Ok(tools
            .emulation()
            .set_device_metrics_override(width, height, 1.0, true)
            .await?)
    }

    /// Takes the line away, or gives it back.
    ///
    /// # Errors
    /// Those of the driver.
    pub async fn offline(&self, offline: bool) -> anyhow::Result<()> {
        let conditions = NetworkConditions {
            offline,
            ..NetworkConditions::default()
        };
        let tools = self.driver.cdp();
        tools.network().enable().await?;
        Ok(tools.network().emulate_network_conditions(conditions).await?)
    }

    /// Chooses a file for an input, which may be as good as invisible.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn attach(&self, name: &str, file: &Path) -> anyhow::Result<()> {
        let selector = format!("[data-test='{name}']");
        let waited = self.driver.query(By::Css(&selector)).wait(PATIENCE, PAUSE);
        let input = waited.first().await?;
        Ok(input.send_keys(file.display().to_string()).await?)
    }

    /// A picture of the page as it is looked at now.
    ///
    /// # Errors
    /// Those of the driver and the disk.
    pub async fn keep(&self, name: &str) -> anyhow::Result<()> {
        let number = TAKEN.fetch_add(1, Ordering::Relaxed) + 1;
        let file = self.shots.join(format!("{number:02}-{name}.png"));
        Ok(self.driver.screenshot(&file).await?)
    }

    /// Waits until the page shows nothing.
    ///
    /// # Errors
    /// When it still shows something.
    pub async fn is_blank(&self) -> anyhow::Result<()> {
        for _ in 0..40 {
            let url = self.driver.current_url().await?;
            if url.as_str() == "about:blank" {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        bail!("the page is still there")
    }
}
