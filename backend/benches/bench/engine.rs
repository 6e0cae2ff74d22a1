//! The two engines, each with room for databases of this run.

use anju_backend::{config::DatabaseUrl, db::Db};
use sea_orm::ConnectionTrait as _;
use std::{
    io,
    path::{Path, PathBuf},
};
use tokio::runtime::{Builder, Runtime};

/// An engine to measure.
pub(crate) struct Engine {
    pub(crate) name: &'static str,
    folder: PathBuf,
    /// Where databases are made; the embedded engine needs none.
    maintenance: Option<String>,
}

impl Engine {
    pub(crate) fn sqlite(folder: &Path) -> Self {
        Self {
            name: "SQLite",
            folder: folder.join("sqlite"),
            maintenance: None,
        }
    }

    pub(crate) fn postgres(folder: &Path, maintenance: &str) -> Self {
        Self {
            name: "PostgreSQL",
            folder: folder.join("postgres"),
            maintenance: Some(maintenance.to_owned()),
        }
    }

    /// A folder for an installation.
    pub(crate) fn folder(&self, purpose: &str) -> PathBuf {
        self.folder.join(purpose)
    }

    /// The address of an empty database.
    pub(crate) fn database(&self, purpose: &str) -> io::Result<String> {
        let Some(maintenance) = &self.maintenance else {
            return Ok(format!("sqlite://{}/anju.sqlite", self.folder(purpose).display()));
        };
        let name = format!("anju_{purpose}_{}", std::process::id());
        let url = DatabaseUrl::parse(maintenance).map_err(io::Error::other)?;
        let made = runtime()?.block_on(async {
            let db = Db::connect(&url).await?;
            db.read()
                .execute_unprepared(&format!("create database {name}"))
                .await?;
            db.close().await
        });
        made.map_err(io::Error::other)?;
        let (server, _) = maintenance
            .rsplit_once('/')
            .ok_or_else(|| io::Error::other("no name of a database"))?;
        Ok(format!("{server}/{name}"))
    }
}

/// A runtime for one thread: what a caller waits for is never moved to another.
pub(crate) fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}
