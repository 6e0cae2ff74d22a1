//! The deadline engine as the browser runs it: the same 400 vectors, compiled to WebAssembly, in a real
//! browser. `cargo xtask test` starts Chromium for it; see `webdriver.json` for how.
#![cfg(target_arch = "wasm32")]

use anju_shared::{
    calendar::Calendar,
    deadlines::line::{Answers, Language, answer},
};
use serde_json::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const VECTORS: &str = include_str!("../data/deadline-vectors.ndjson");
const ANSWERS: Answers = Answers {
    explanation: true,
    language: Language::Chinese,
};

#[wasm_bindgen_test]
fn all_400_vectors_agree_in_the_browser() {
    let mut out = Vec::new();
    for line in VECTORS.lines() {
        out.clear();
        assert!(answer(Calendar::official(), line, ANSWERS, &mut out), "{line}");
        let expected: Value = serde_json::from_str(line).expect("JSON");
        let found: Value = serde_json::from_slice(&out).expect("JSON");
        assert_eq!(
            (&found["id"], &found["due"]),
            (&expected["id"], &expected["due"]),
            "{line}"
        );
    }
    assert_eq!(VECTORS.lines().count(), 400);
}

/// Golden pages are made natively; one of them by its hash would say less than one sentence does.
#[wasm_bindgen_test]
fn the_browser_explains_in_the_same_words() {
    let line = r#"{"id":"b","start":"2026-12-31T10:00:00+08:00","unit":"working_days","amount":1}"#;
    let mut out = Vec::new();
    answer(Calendar::official(), line, ANSWERS, &mut out);
    let text = String::from_utf8(out).expect("text");
    assert!(
        text.contains("2027 年节假日安排尚未公布，本结果为暂定，公布后重新计算"),
        "{text}"
    );
}
