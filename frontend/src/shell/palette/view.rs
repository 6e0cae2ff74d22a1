//! What the palette offers for what is typed. Pure.

use yew::Callback;

/// Entries shown at most.
const MOST: usize = 12;

/// Something that the palette leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is called.
    pub word: &'static str,
    /// The key that does the same.
    pub chord: Option<&'static str>,
    /// Does it.
    pub act: Callback<()>,
}

/// The entries that hold every word typed.
#[must_use]
pub fn offered(entries: &[Entry], typed: &str) -> Vec<Entry> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_ascii_lowercase).collect();
    let holds = |entry: &&Entry| {
        let label = entry.word.to_ascii_lowercase();
        words.iter().all(|word| label.contains(word.as_str()))
    };
    entries.iter().filter(holds).take(MOST).cloned().collect()
}

/// The entry that gets the mark, `forward` or back from the one that has it, round and round.
#[must_use]
pub const fn turned(at: usize, count: usize, forward: bool) -> usize {
    if count == 0 {
        0
    } else if forward {
        (at + 1) % count
    } else {
        (at + count - 1) % count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(label: &'static str) -> Entry {
        Entry {
            word: label,
            chord: None,
            act: Callback::noop(),
        }
    }

    #[test]
    fn what_holds_every_word_is_offered() {
        let entries = ["举报件", "登记", "Sign out"].map(entry);
        let told = |typed| {
            let offered = offered(&entries, typed);
            offered.iter().map(|entry| entry.word).collect::<Vec<_>>()
        };
        assert_eq!(told("").len(), 3);
        assert_eq!(told("举报"), ["举报件"]);
        assert_eq!(told("OUT sign"), ["Sign out"]);
        assert!(told("无").is_empty());
    }

    #[test]
    fn the_mark_goes_round() {
        assert_eq!(turned(2, 3, true), 0);
        assert_eq!(turned(0, 3, false), 2);
        assert_eq!(turned(0, 0, true), 0);
    }
}
