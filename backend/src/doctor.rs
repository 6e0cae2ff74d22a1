//! Is everything there that the server needs? Each finding says what to do.

use crate::{confidential::Keyring, config::Config, config::MasterKeySource, db::Db, ids::Ids};
use std::{net::TcpListener, path::Path};

/// One thing that was looked at.
#[derive(Debug)]
pub struct Finding {
    /// What was looked at.
    pub subject: &'static str,
    /// What is right about it, or what is wrong and what to do.
    pub verdict: Result<String, String>,
}

/// Looks at everything; changes nothing.
pub async fn examine(config: &Config, ids: &dyn Ids) -> Vec<Finding> {
    let finding = |subject, verdict| Finding { subject, verdict };
    vec![
        finding("address", address(config)),
        finding("data folder", folder(&config.data_dir)),
        finding("master key", key(&config.master_key, ids)),
        finding("database", database(config).await),
        finding("desk", app(&config.static_dir)),
        finding("citizens' app", app(&config.public_dir)),
    ]
}

fn address(config: &Config) -> Result<String, String> {
    let bind = config.bind;
    let free = TcpListener::bind(bind).map(|_| format!("{bind} is free"));
    free.map_err(|cause| format!("{bind}: {cause}. Stop what listens there, or choose another `bind`."))
}

fn folder(path: &Path) -> Result<String, String> {
    let shown = path.display();
    match std::fs::metadata(path) {
        Ok(metadata) if !metadata.is_dir() => {
            Err(format!("{shown} is no folder. Choose another `data_dir`."))
        }
        Ok(metadata) if metadata.permissions().readonly() => {
            Err(format!("{shown} cannot be written. Give this user the right to."))
        }
        Ok(_) => Ok(format!("{shown} can be written")),
        Err(_) => Ok(format!("{shown} will be made at the first start")),
    }
}

fn key(source: &MasterKeySource, ids: &dyn Ids) -> Result<String, String> {
    if let MasterKeySource::Generated(path) = source
        && !path.exists()
    {
        return Ok(format!(
            "{} will be made at the first start; keep a copy of it elsewhere",
            path.display()
        ));
    }
    let loaded = Keyring::load(source, ids).map(|_| format!("{source:?} can be used"));
    loaded.map_err(|cause| cause.to_string())
}

async fn database(config: &Config) -> Result<String, String> {
    if config.database.sqlite_path().is_some_and(|path| !path.exists()) {
        return Ok(format!("{} will be made at the first start", config.database));
    }
    let db = Db::connect(&config.database)
        .await
        .map_err(|cause| format!("{}: {cause}", config.database))?;
    let pending = db
        .pending_migrations()
        .await
        .map_err(|cause| crate::db::without_values(&cause))?;
    match pending.len() {
        0 => Ok(format!(
            "{} answers and its schema is up to date",
            config.database
        )),
        count => Ok(format!(
            "{} answers; {count} migrations wait for `anju migrate` or the next start",
            config.database
        )),
    }
}

fn app(path: &Path) -> Result<String, String> {
    if path.join("index.html").is_file() {
        return Ok(format!("{} is served", path.display()));
    }
    Err(format!(
        "{} holds no built app, so none is served. `cargo xtask run` builds it.",
        path.display()
    ))
}
