//! What browsers are sent of the regime in use in the demonstration: `tests/golden/profile-TJ.json`.

use crate::golden::reads_as_reviewed;
use anju_shared::rules::{RuleProfile, built_in};
use std::{fs, path::Path};

#[test]
fn the_layers_of_tj_come_to_the_profile_that_was_reviewed() {
    let tj = built_in("TJ").expect("TJ comes with Anju");
    let value = serde_json::to_value(tj).expect("JSON");
    let text = serde_json::to_string_pretty(&value).expect("JSON");
    reads_as_reviewed("profile-TJ.json", &format!("{text}\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/profile-TJ.json");
    let golden = fs::read_to_string(path).expect("the golden file is there");
    assert_eq!(
        serde_json::from_str::<RuleProfile>(&golden).ok().as_ref(),
        Some(tj)
    );
}
