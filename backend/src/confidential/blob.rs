//! Files at rest: encrypted chunk by chunk, so that neither size nor memory bounds them.
//!
//! `magic ‖ nonce (7 bytes) ‖ chunks`, each chunk 64 KiB of plaintext and a tag, the last one shorter or equal.
//! The chunks follow the STREAM construction (BE32: a counter and a last-chunk flag inside the nonce), so a file
//! that was cut off, re-ordered, prolonged or changed in one bit does not read. Each file has a key of its own.
//!
//! A file appears under its name complete and on disk, or not at all; what a crash leaves ends in [`UNFINISHED`].

use super::DataKey;
use crate::ids::Ids;
use aead_stream::{Decryptor, Encryptor, NewStream as _, StreamBE32};
use aes_gcm::Aes256Gcm;
use futures_util::{Stream, stream};
use sha2::{Digest as _, Sha256};
use std::{
    io,
    path::{Path, PathBuf},
};
use tokio::{
    fs,
    io::{AsyncReadExt as _, AsyncWriteExt as _},
};

type Cipher = StreamBE32<Aes256Gcm>;

const MAGIC: &[u8; 8] = b"anjublb1";
const NONCE: usize = 7;
const HEADER: u64 = 15;
const CHUNK: usize = 64 * 1024;
const SEALED_CHUNK: usize = CHUNK + 16;

/// Ending of a file that is still being written, or that a crash left behind.
pub const UNFINISHED: &str = "part";

/// Why a stored file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The file system failed, or there is no such file.
    #[error("the stored file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// It is not a stored file of a known version.
    #[error("this is not a stored file of a known version")]
    Malformed,
    /// This chunk (from 0) was changed, moved or cut off, or belongs to another file.
    #[error("the stored file is damaged at chunk {0}")]
    Damaged(u64),
}

/// What was stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BlobSummary {
    /// Bytes of plaintext.
    pub size: u64,
    /// SHA-256 of the plaintext.
    pub sha256: [u8; 32],
}

/// Writes one file. Dropped before [`BlobWriter::finish`], it leaves nothing.
pub struct BlobWriter {
    path: PathBuf,
    part: PathBuf,
    file: fs::File,
    encryptor: Option<Encryptor<Aes256Gcm, Cipher>>,
    chunk: Vec<u8>,
    digest: Sha256,
    size: u64,
}

impl BlobWriter {
    /// Begins a file that will appear at `path`.
    ///
    /// # Errors
    /// Those of the file system.
    pub async fn create(path: &Path, key: &DataKey, ids: &dyn Ids) -> io::Result<Self> {
        let nonce = ids.bytes::<NONCE>();
        let part = path.with_added_extension(UNFINISHED);
        let cipher = Cipher::from_aead(key.cipher(), &nonce.into());
        let mut writer = Self {
            path: path.to_owned(),
            file: fs::File::create_new(&part).await?,
            part,
            encryptor: Some(Encryptor::from_stream_primitive(cipher)),
            chunk: Vec::with_capacity(SEALED_CHUNK),
            digest: Sha256::new(),
            size: 0,
        };
        writer
            .file
            .write_all(&[MAGIC.as_slice(), &nonce].concat())
            .await?;
        Ok(writer)
    }

    /// Appends these bytes.
    ///
    /// # Errors
    /// Those of the file system.
    pub async fn push(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        while !bytes.is_empty() {
            // Only what follows tells that a full chunk was not the last.
            if self.chunk.len() == CHUNK {
                let encryptor = self.encryptor.as_mut().ok_or_else(too_large)?;
                encryptor
                    .encrypt_next_in_place(MAGIC, &mut self.chunk)
                    .map_err(|_| too_large())?;
                self.file.write_all(&self.chunk).await?;
                self.chunk.clear();
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.chunk.len()));
            self.chunk.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// How many bytes were pushed so far.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Writes the last chunk, brings the file to disk and gives it its name.
    ///
    /// # Errors
    /// Those of the file system; then nothing is left.
    pub async fn finish(mut self) -> io::Result<BlobSummary> {
        let encryptor = self.encryptor.take().ok_or_else(too_large)?;
        encryptor
            .encrypt_last_in_place(MAGIC, &mut self.chunk)
            .map_err(|_| too_large())?;
        self.file.write_all(&self.chunk).await?;
        self.file.flush().await?; // tokio tells of a failed write only here, not in `sync_all`
        self.file.sync_all().await?;
        fs::rename(&self.part, &self.path).await?;
        if let Some(folder) = self.path.parent() {
            fs::File::open(folder).await?.sync_all().await?;
        }
        Ok(BlobSummary {
            size: self.size,
            sha256: self.digest.clone().finalize().into(),
        })
    }
}

impl Drop for BlobWriter {
    fn drop(&mut self) {
        // After `finish` there is no such file any more. If removing fails, the ending tells what it is.
        let _ = std::fs::remove_file(&self.part);
    }
}

impl std::fmt::Debug for BlobWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BlobWriter({}, {} bytes)", self.path.display(), self.size)
    }
}

/// Reads one file, chunk by chunk; a chunk is handed out only after its tag was checked.
pub struct BlobReader {
    file: fs::File,
    decryptor: Option<Decryptor<Aes256Gcm, Cipher>>,
    left: u64,
    index: u64,
}

impl BlobReader {
    /// Opens the file at `path` with its key.
    ///
    /// # Errors
    /// [`BlobError::Io`] or [`BlobError::Malformed`].
    pub async fn open(path: &Path, key: &DataKey) -> Result<Self, BlobError> {
        let mut file = fs::File::open(path).await?;
        let left = file
            .metadata()
            .await?
            .len()
            .checked_sub(HEADER)
            .ok_or(BlobError::Malformed)?;
        let mut magic = [0; MAGIC.len()];
        file.read_exact(&mut magic).await?;
        let mut nonce = [0; NONCE];
        file.read_exact(&mut nonce).await?;
        if magic != *MAGIC {
            return Err(BlobError::Malformed);
        }
        let cipher = Cipher::from_aead(key.cipher(), &nonce.into());
        Ok(Self {
            file,
            decryptor: Some(Decryptor::from_stream_primitive(cipher)),
            left,
            index: 0,
        })
    }

    /// The next chunk of plaintext, never more than 64 KiB; none after the last.
    ///
    /// # Errors
    /// [`BlobError::Damaged`], and then nothing more is to be had.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, BlobError> {
        let Some(mut decryptor) = self.decryptor.take() else {
            return Ok(None);
        };
        let mut chunk = vec![0; usize::try_from(self.left).unwrap_or(usize::MAX).min(SEALED_CHUNK)];
        self.file.read_exact(&mut chunk).await?;
        self.left -= chunk.len() as u64;
        let opened = if self.left == 0 {
            decryptor.decrypt_last_in_place(MAGIC, &mut chunk)
        } else {
            let opened = decryptor.decrypt_next_in_place(MAGIC, &mut chunk);
            self.decryptor = opened.is_ok().then_some(decryptor);
            opened
        };
        opened.map_err(|_| BlobError::Damaged(self.index))?;
        self.index += 1;
        Ok(Some(chunk))
    }

    /// The chunks as a stream, for the body of an answer.
    pub fn into_stream(self) -> impl Stream<Item = Result<Vec<u8>, BlobError>> {
        stream::try_unfold(self, |mut reader| async move {
            Ok(reader.next().await?.map(|chunk| (chunk, reader)))
        })
    }
}

impl std::fmt::Debug for BlobReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BlobReader(chunk {})", self.index)
    }
}

/// STREAM counts chunks in 32 bits: 256 TiB.
fn too_large() -> io::Error {
    io::Error::new(
        io::ErrorKind::FileTooLarge,
        "a stored file has at most 2³² chunks",
    )
}

#[cfg(test)]
mod tests;
