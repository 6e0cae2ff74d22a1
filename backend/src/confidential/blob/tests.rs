use super::*;
use crate::ids::{SequentialIds, SystemIds};
use futures_util::TryStreamExt as _;

struct World {
    folder: tempfile::TempDir,
    key: DataKey,
}

impl World {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            key: DataKey::generate(&SystemIds),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("blob")
    }

    /// Stores `data` in pieces of `step` bytes.
    async fn write(&self, data: &[u8], step: usize) -> BlobSummary {
        let mut writer = BlobWriter::create(&self.path(), &self.key, &SystemIds)
            .await
            .expect("begins");
        for piece in data.chunks(step) {
            writer.push(piece).await.expect("appends");
        }
        writer.finish().await.expect("finishes")
    }

    async fn read(&self) -> Result<Vec<u8>, BlobError> {
        let reader = BlobReader::open(&self.path(), &self.key).await?;
        let chunks: Vec<Vec<u8>> = reader.into_stream().try_collect().await?;
        assert!(chunks.iter().all(|chunk| chunk.len() <= CHUNK));
        Ok(chunks.concat())
    }

    fn stored(&self) -> Vec<u8> {
        std::fs::read(self.path()).expect("is stored")
    }

    fn replace(&self, bytes: &[u8]) {
        std::fs::write(self.path(), bytes).expect("writes");
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).expect("lists");
        entries
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect()
    }
}

fn data(size: usize) -> Vec<u8> {
    (0..size).map(|i| (i % 251) as u8).collect()
}

#[tokio::test]
async fn a_file_of_any_size_reads_as_it_was_written() {
    for size in [0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17] {
        for step in [1_000, CHUNK, CHUNK + 1, 10 * CHUNK] {
            let world = World::new();
            let summary = world.write(&data(size), step).await;
            assert_eq!(summary.size, size as u64);
            assert_eq!(summary.sha256, <[u8; 32]>::from(Sha256::digest(data(size))));
            assert_eq!(
                world.read().await.expect("reads"),
                data(size),
                "{size} bytes in steps of {step}"
            );
            assert_eq!(world.names(), ["blob"]);
        }
    }
}

/// The expected values were computed by another library (Python's `cryptography`).
#[tokio::test]
async fn a_file_is_laid_out_as_the_stream_construction_says() {
    let keyring = crate::confidential::Keyring::from_master(&[0; 32]);
    let owner = crate::confidential::Owner::File(anju_shared::ids::FileId(uuid::Uuid::nil()));
    let mut world = World::new();
    // A data key of 32 times 7, by way of what is public: a source of bytes that are all 7.
    struct Sevens;
    impl Ids for Sevens {
        fn uuid(&self) -> uuid::Uuid {
            uuid::Uuid::nil()
        }
        fn fill(&self, target: &mut [u8]) {
            target.fill(7);
        }
    }
    let wrapped = DataKey::generate(&Sevens).wrap(owner, &keyring, &SystemIds);
    world.key = DataKey::unwrap(&wrapped, owner, &keyring).expect("unwraps");
    for (plain, expected) in [
        (
            b"abc".to_vec(),
            "dc8e5ff0bcaac4269fdc36119361a7117fdeb5e80f5b6a2b97fb7c8819c6476f",
        ),
        (
            data(CHUNK + 10),
            "9347537daad9b52e96109cc0407d1d7d69ff726760b31519af51cc44b21c0675",
        ),
    ] {
        let ids = SequentialIds::from_seed(0);
        let mut writer = BlobWriter::create(&world.path(), &world.key, &*ids)
            .await
            .expect("begins");
        writer.push(&plain).await.expect("appends");
        writer.finish().await.expect("finishes");
        assert_eq!(hex::encode(Sha256::digest(world.stored())), expected);
    }
}

#[tokio::test]
async fn no_bit_of_a_stored_file_can_be_changed() {
    let world = World::new();
    // Every bit of a small file, and some of a file of several chunks.
    for (size, step) in [(100, 1), (2 * CHUNK + 100, 20_011)] {
        world.write(&data(size), CHUNK).await;
        let stored = world.stored();
        for bit in (0..stored.len() * 8).step_by(step) {
            let mut changed = stored.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            world.replace(&changed);
            assert!(world.read().await.is_err(), "bit {bit} of {size} bytes");
        }
    }
}

#[tokio::test]
async fn a_file_cut_off_prolonged_or_reordered_does_not_read() {
    let world = World::new();
    world.write(&data(3 * CHUNK), CHUNK).await;
    let stored = world.stored();
    let header = HEADER as usize;
    let (head, chunks) = stored.split_at(header);
    let chunks: Vec<&[u8]> = chunks.chunks(SEALED_CHUNK).collect();
    let [first, second, third] = chunks[..] else {
        panic!("three chunks")
    };
    for (what, parts) in [
        ("last chunk missing", vec![first, second]),
        ("all but the first missing", vec![first]),
        ("first chunk missing", vec![second, third]),
        ("exchanged", vec![second, first, third]),
        ("repeated", vec![first, second, second, third]),
        ("prolonged", vec![first, second, third, third]),
        (
            "last byte missing",
            vec![first, second, &third[..third.len() - 1]],
        ),
        ("one byte more", vec![first, second, third, b"x"]),
        ("nothing but the head", vec![]),
    ] {
        world.replace(&[head, &parts.concat()].concat());
        assert!(matches!(world.read().await, Err(BlobError::Damaged(_))), "{what}");
    }
    for length in 0..header {
        world.replace(&stored[..length]);
        assert!(
            matches!(world.read().await, Err(BlobError::Malformed)),
            "{length} bytes"
        );
    }
}

#[tokio::test]
async fn a_file_does_not_read_with_the_key_of_another() {
    let mut world = World::new();
    world.write(b"proof", 5).await;
    world.key = DataKey::generate(&SystemIds);
    assert!(matches!(world.read().await, Err(BlobError::Damaged(0))));
}

#[tokio::test]
async fn plain_text_is_nowhere_in_the_stored_file() {
    let world = World::new();
    let text = "举报人张三丰的录音".repeat(20_000);
    world.write(text.as_bytes(), 4_096).await;
    let needle = "张三丰".as_bytes();
    assert!(
        !world
            .stored()
            .windows(needle.len())
            .any(|window| window == needle)
    );
}

#[tokio::test]
async fn a_writer_given_up_leaves_nothing_and_a_running_one_shows_no_name() {
    let world = World::new();
    let mut writer = BlobWriter::create(&world.path(), &world.key, &SystemIds)
        .await
        .expect("begins");
    writer.push(&data(CHUNK * 2)).await.expect("appends");
    assert_eq!(
        (writer.size(), world.names()),
        (2 * CHUNK as u64, vec!["blob.part".to_owned()])
    );
    drop(writer);
    assert!(world.names().is_empty());
}
