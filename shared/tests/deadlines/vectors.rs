//! The vectors, through the text protocol as the command line speaks it.

use anju_shared::{
    calendar::Calendar,
    deadlines::line::{Answers, Language, answer},
};
use serde_json::Value;

const VECTORS: &str = include_str!("../../data/deadline-vectors.ndjson");

#[test]
fn all_400_vectors_of_the_independent_program_agree() {
    let mut out = Vec::new();
    for line in VECTORS.lines() {
        for explanation in [false, true] {
            out.clear();
            let answers = Answers {
                explanation,
                language: Language::Chinese,
            };
            assert!(answer(Calendar::official(), line, answers, &mut out), "{line}");
            let expected: Value = serde_json::from_str(line).expect("JSON");
            let found: Value = serde_json::from_slice(&out).expect("JSON");
            assert_eq!(
                (&found["id"], &found["due"]),
                (&expected["id"], &expected["due"]),
                "{line}"
            );
            assert_eq!(found["explanation"].is_array(), explanation);
        }
    }
    assert_eq!(VECTORS.lines().count(), 400);
}
