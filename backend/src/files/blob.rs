//! The folder of the encrypted bytes: what in it nothing stands for goes away again.

use crate::{confidential::UNFINISHED, state::State};
use anju_shared::{ids::FileId, time::Instant};
use std::{
    io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};
use tokio::fs;

/// Bytes on disk that are removed again unless a row came to stand for them.
pub(super) struct Blob {
    pub(super) name: String,
    pub(super) path: PathBuf,
    kept: bool,
}

impl Blob {
    pub(super) fn at(state: &State, id: FileId) -> Self {
        let name = id.0.simple().to_string();
        Self {
            path: state.files_dir().join(&name),
            name,
            kept: false,
        }
    }

    /// A row stands for it now.
    pub(super) fn keep(mut self) {
        self.kept = true;
    }
}

impl Drop for Blob {
    fn drop(&mut self) {
        if !self.kept {
            // Usually there is none yet. One that cannot be removed is lost space and nothing else.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Removes what servers that were killed left half written before this instant; answers how many there were.
///
/// # Errors
/// Those of the file system.
pub(super) async fn forget_unfinished(folder: &Path, before: Instant) -> io::Result<u64> {
    let mut entries = match fs::read_dir(folder).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut forgotten = 0;
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == UNFINISHED) && last_change(&entry).await? < before
        {
            fs::remove_file(&path).await?;
            forgotten += 1;
        }
    }
    Ok(forgotten)
}

async fn last_change(entry: &fs::DirEntry) -> io::Result<Instant> {
    let modified = entry.metadata().await?.modified()?;
    let seconds = modified
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    Ok(Instant::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX)))
}
