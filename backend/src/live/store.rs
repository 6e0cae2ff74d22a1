//! Listening to a database that several servers share: it notifies all of them when a change is committed.

use super::Live;
use crate::config::DatabaseUrl;
use sea_orm::{DbErr, RuntimeErr, sqlx::postgres::PgListener};
use std::time::Duration;

/// Under this name the database tells of cases: see the trigger in `migration::m12_turns`.
const CHANNEL: &str = "anju_case";
/// How long a server waits before it tries to listen again.
const PAUSE: Duration = Duration::from_secs(1);

/// What listens to what other servers tell, and to what this one does.
pub(crate) struct Listening {
    url: String,
    listener: PgListener,
}

impl Listening {
    /// Listens from now on, where there can be other servers.
    ///
    /// # Errors
    /// Those of the database.
    pub(crate) async fn begin(url: &DatabaseUrl) -> Result<Option<Self>, DbErr> {
        if url.sqlite_path().is_some() {
            return Ok(None);
        }
        let url = url.reveal().to_owned();
        let listener = listener(&url).await?;
        Ok(Some(Self { url, listener }))
    }

    /// Passes on what is told, for ever. Whenever something may have been missed, everybody asks again.
    pub(crate) async fn run(mut self, live: &Live) {
        loop {
            match self.listener.try_recv().await {
                Ok(Some(told)) => match serde_json::from_str(told.payload()) {
                    Ok(change) => live.pass_on(change),
                    Err(cause) => {
                        tracing::warn!(%cause, "another server tells what this one does not understand")
                    }
                },
                Ok(None) => live.ask_again(),
                Err(_) => {
                    self.listener = again(&self.url).await;
                    live.ask_again();
                }
            }
        }
    }
}

async fn listener(url: &str) -> Result<PgListener, DbErr> {
    let listening = async {
        let mut listener = PgListener::connect(url).await?;
        listener.listen(CHANNEL).await?;
        Ok(listener)
    };
    listening
        .await
        .map_err(|cause| DbErr::Conn(RuntimeErr::SqlxError(std::sync::Arc::new(cause))))
}

async fn again(url: &str) -> PgListener {
    loop {
        tokio::time::sleep(PAUSE).await;
        match listener(url).await {
            Ok(listener) => return listener,
            Err(_) => tracing::warn!("changes made by other servers are not heard of; will be tried again"),
        }
    }
}
