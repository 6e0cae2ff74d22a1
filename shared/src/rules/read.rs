//! From files to regimes. Only where TOML is read: the browser is sent the profile as JSON.

use super::{
    check::ProfileFault,
    profile::RuleProfile,
    regime::{Layer, Regime, Regimes, assemble, parse_layer},
};
use std::sync::LazyLock;

/// Reads layers, lays them over each other and checks what they come to.
///
/// # Errors
/// The first fault of each file's form, or else every inconsistency of their content at once.
pub fn parse(files: &[&str]) -> Result<Vec<Regime>, Vec<ProfileFault>> {
    let (mut layers, mut faults) = (Vec::new(), Vec::new());
    for text in files {
        match parse_layer(text) {
            Ok(layer) => layers.push(layer),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        assemble(&layers)
    } else {
        Err(faults)
    }
}

const FILES: [&str; 6] = [
    include_str!("profiles/MEM.toml"),
    include_str!("profiles/SX.toml"),
    include_str!("profiles/AH.toml"),
    include_str!("profiles/D2.toml"),
    include_str!("profiles/TJ.toml"),
    include_str!("profiles/WL.toml"),
];

static BUILT_IN: LazyLock<Regimes> = LazyLock::new(|| {
    Regimes::of(built_in_layers()).unwrap_or_else(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("built-in rules:\n{}", told.join("\n"))
    })
});

/// The layers that come with Anju, for whoever lays them himself.
///
/// # Panics
/// Never: a test reads them.
#[must_use]
pub fn built_in_layers() -> Vec<Layer> {
    let layers: Result<Vec<Layer>, ProfileFault> = FILES.iter().map(|text| parse_layer(text)).collect();
    layers.unwrap_or_else(|fault| panic!("built-in rules: {fault}"))
}

/// The regimes that come with Anju: the nation's first, then those of provinces and districts.
#[must_use]
pub fn built_in_regimes() -> &'static Regimes {
    &BUILT_IN
}

/// All of them.
#[must_use]
pub fn regimes() -> &'static [Regime] {
    BUILT_IN.all()
}

/// A regime that comes with Anju, by its id: of several versions the newest.
#[must_use]
pub fn regime(id: &str) -> Option<&'static Regime> {
    BUILT_IN.newest(id)
}

/// The profile of a regime that comes with Anju.
#[must_use]
pub fn built_in(id: &str) -> Option<&'static RuleProfile> {
    regime(id).map(|regime| &regime.profile)
}
