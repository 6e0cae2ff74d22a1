//! The dictionary by which Chinese text is cut into words: loaded when it is first needed, let go when it is not.
//!
//! It takes about 32 MB and a tenth of a second to load. A server that starts needs it for nothing, and one that
//! rests should not hold it.

use crate::error::Result;
use anyhow::Context as _;
use jieba_rs::Jieba;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Rests in a row after which the dictionary is let go; with a rest every half minute, ten minutes.
const RESTS: u32 = 20;

/// Surnames of two characters, which the dictionary holds for words like any other.
const SURNAMES: [&str; 14] = [
    "欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "夏侯", "令狐", "宇文", "长孙", "司徒",
    "端木",
];

/// Where the dictionary is asked for.
#[derive(Default)]
pub(crate) struct Segmenter(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    words: Option<Words>,
    rests: u32,
}

/// The dictionary. Cloning shares it.
#[derive(Clone)]
pub(crate) struct Words(Arc<Jieba>);

impl Segmenter {
    /// The dictionary; whoever comes first loads it, and who comes meanwhile waits.
    ///
    /// # Errors
    /// When the server is stopping.
    pub(crate) async fn words(&self) -> Result<Words> {
        let mut kept = self.0.lock().await;
        kept.rests = 0;
        if let Some(words) = &kept.words {
            return Ok(words.clone());
        }
        // A tenth of a second of pure work would keep other requests of this thread waiting.
        let loaded = tokio::task::spawn_blocking(Words::load)
            .await
            .context("the dictionary of words could not be loaded")?;
        kept.words = Some(loaded.clone());
        Ok(loaded)
    }

    /// To be called every so often: lets the dictionary go when nobody asked for it for a while.
    pub(crate) fn rest(&self) {
        if let Ok(mut kept) = self.0.try_lock() {
            kept.rests = kept.rests.saturating_add(1);
            if kept.rests > RESTS {
                kept.words = None;
            }
        }
    }
}

impl Words {
    /// Loads it.
    pub(crate) fn load() -> Self {
        Self(Arc::new(Jieba::new()))
    }

    /// The words of a run of characters one after the other, each with the shorter words inside it.
    pub(super) fn with_parts<'a>(&self, run: &'a str) -> impl Iterator<Item = &'a str> {
        let tokens = self.0.cut_for_search(run, false);
        tokens.into_iter().map(|token| token.word)
    }

    /// The words of a run of characters one after the other.
    pub(super) fn one_by_one<'a>(&self, run: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.cut(run, false).into_iter().map(|token| token.word)
    }

    /// How often people say this word.
    pub(super) fn frequency(&self, word: &str) -> usize {
        self.0.suggest_freq(word)
    }

    /// The words of a run, each with whether the dictionary knows it as part of the name of a person.
    pub(super) fn with_names<'a>(&'a self, run: &'a str) -> Vec<(&'a str, bool)> {
        let tagged = self.0.tag(run, false).into_iter();
        tagged
            .map(|tag| {
                (
                    tag.word,
                    tag.tag.starts_with("nr") || SURNAMES.contains(&tag.word),
                )
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_dictionary_is_let_go_when_nobody_asks_for_it() {
        let segmenter = Segmenter::default();
        let words = segmenter.words().await.expect("loaded");
        assert_eq!(words.one_by_one("消防通道").collect::<Vec<_>>(), ["消防通道"]);
        for _ in 0..RESTS {
            segmenter.rest();
        }
        assert!(segmenter.0.lock().await.words.is_some());
        segmenter.rest();
        assert!(segmenter.0.lock().await.words.is_none());
        assert!(segmenter.words().await.is_ok());
    }
}
