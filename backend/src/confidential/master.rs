//! Where the master key comes from: the environment, a file, or a file made on the first start.

use super::Keyring;
use crate::{config::MasterKeySource, ids::Ids};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{
    fs, io,
    io::Write as _,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Why there is no master key. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The text is not base64 of 32 bytes.
    #[error("the master key must be 32 bytes in base64 (44 characters): `openssl rand -base64 32` makes one")]
    Malformed,
    /// Everybody on the machine may read the key file.
    #[error("everybody may read the key file {0}: run `chmod 600` on it")]
    Exposed(PathBuf),
    /// The key file cannot be read or made.
    #[error("the key file {path} cannot be used: {cause}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

impl Keyring {
    /// Takes the master key from where the settings say; makes it on the first start if they say so.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn load(source: &MasterKeySource, ids: &dyn Ids) -> Result<Self, KeyError> {
        match source {
            MasterKeySource::Given(text) => Self::from_base64(text),
            MasterKeySource::File(path) => Self::from_file(path),
            MasterKeySource::Generated(path) if path.exists() => Self::from_file(path),
            MasterKeySource::Generated(path) => Self::generate_file(path, ids),
        }
    }

    /// Derives the keys from 32 bytes in base64.
    ///
    /// # Errors
    /// [`KeyError::Malformed`].
    pub fn from_base64(text: &str) -> Result<Self, KeyError> {
        let bytes = Zeroizing::new(STANDARD.decode(text.trim()).map_err(|_| KeyError::Malformed)?);
        let master = <&[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| KeyError::Malformed)?;
        Ok(Self::from_master(master))
    }

    /// Derives the keys from a file with 32 bytes in base64 that not everybody may read.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn from_file(path: &Path) -> Result<Self, KeyError> {
        let io = |cause| KeyError::Io {
            path: path.to_owned(),
            cause,
        };
        let mode = fs::metadata(path).map_err(io)?.permissions().mode();
        if mode & 0o007 != 0 {
            return Err(KeyError::Exposed(path.to_owned()));
        }
        Self::from_base64(&Zeroizing::new(fs::read_to_string(path).map_err(io)?))
    }

    /// Makes a master key and a file for it that only its owner may read. A file that is there already, or
    /// that another process made meanwhile, is kept and read.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn generate_file(path: &Path, ids: &dyn Ids) -> Result<Self, KeyError> {
        let master = Zeroizing::new(ids.bytes::<32>());
        let text = Zeroizing::new(STANDARD.encode(master.as_slice()) + "\n");
        // Complete under another name first: a key file is whole or absent, whenever the power fails.
        let part = path.with_extension(format!("{}.part", hex::encode(ids.bytes::<8>())));
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let made = folder
            .and_then(|()| write_private(&part, text.as_bytes()))
            .and_then(|()| fs::hard_link(&part, path));
        let removed = fs::remove_file(&part);
        match made.and(removed).and_then(|()| sync_folder(path)) {
            Err(cause) if cause.kind() != io::ErrorKind::AlreadyExists => Err(KeyError::Io {
                path: path.to_owned(),
                cause,
            }),
            _ => Self::from_file(path),
        }
    }
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests;
