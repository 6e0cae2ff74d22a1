//! That a text stands in both languages is held by the compiler. That it is in the right one is held here, by reading
//! the sources of the texts: no Chinese among the English, and nothing left in English among the Chinese.

use std::fs;
use std::path::{Path, PathBuf};

/// Texts that are the same in both languages: each language names itself, and what has no other name.
const NAMES: &[&str] = &["中文", "English", "安举", "Anju", "Excel"];
/// So many letters in a row are a word, not a unit or a key.
const WORD: usize = 5;

/// A text with where it stands.
struct Text {
    place: String,
    words: String,
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The files in which texts stand.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["frontend/src/text", "public/src/text"].map(|folder| root.join(folder));
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no texts found: is this the project's folder?");
    files
}

/// The literals of the constants of one language: from `const EN: …` to the line that closes it.
fn texts(language: &str) -> Vec<Text> {
    let start = format!(" {language}: ");
    let mut found = vec![];
    for file in files() {
        let source = fs::read_to_string(&file).expect("a readable file");
        let mut inside = false;
        for (number, line) in source.lines().enumerate() {
            inside |= (line.contains("const ") || line.contains("static ")) && line.contains(&start);
            if inside {
                let place = format!("{}:{}", file.display(), number + 1);
                found.extend(literals(line).into_iter().map(|words| Text {
                    place: place.clone(),
                    words,
                }));
            }
            inside &= line.trim_end() != "};";
        }
    }
    found
}

/// What stands between quotation marks on this line, without the places where values are put in.
fn literals(line: &str) -> Vec<String> {
    if line.trim_start().starts_with("//") {
        return vec![];
    }
    let line = line.replace("\\\"", "");
    let quoted = line.split('"').skip(1).step_by(2);
    quoted.map(without_values).collect()
}

fn without_values(text: &str) -> String {
    let mut depth = 0_u32;
    let outside = text.chars().filter(|letter| {
        depth += u32::from(*letter == '{');
        let keep = depth == 0;
        depth = depth.saturating_sub(u32::from(*letter == '}'));
        keep
    });
    outside.collect()
}

fn told(texts: &[&Text]) -> String {
    let lines: Vec<String> = texts
        .iter()
        .map(|text| format!("{}: {}", text.place, text.words))
        .collect();
    lines.join("\n")
}

#[test]
fn no_chinese_is_left_among_the_english() {
    let english = texts("EN");
    assert!(english.len() > 100, "{} texts", english.len());
    let chinese: Vec<&Text> = english
        .iter()
        .filter(|text| text.words.contains(is_han) && !NAMES.contains(&text.words.as_str()))
        .collect();
    assert!(
        chinese.is_empty(),
        "Chinese in English texts:\n{}",
        told(&chinese)
    );
}

#[test]
fn nothing_is_left_in_english_among_the_chinese() {
    let has_word = |text: &str| {
        let mut runs = text.split(|letter: char| !letter.is_ascii_alphabetic());
        runs.any(|run| run.len() >= WORD)
    };
    let chinese = texts("ZH");
    assert!(chinese.len() > 100, "{} texts", chinese.len());
    let english: Vec<&Text> = chinese
        .iter()
        .filter(|text| has_word(&text.words) && !text.words.contains(is_han))
        .filter(|text| !NAMES.contains(&text.words.as_str()))
        .collect();
    assert!(
        english.is_empty(),
        "English in Chinese texts:\n{}",
        told(&english)
    );
}

#[test]
fn a_text_is_found_with_its_words_and_without_its_values() {
    assert_eq!(
        literals("    done: |n| format!(\"{n} of \\\"{total}\\\" done\"),"),
        [" of  done"]
    );
    assert_eq!(literals("    // \"not this\""), Vec::<String>::new());
}
