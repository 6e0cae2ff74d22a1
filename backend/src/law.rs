//! The law that this server applies: the regimes in all their versions, and the working-day calendar.
//!
//! It is put together from what comes with Anju, the files of the settings, and what was published here
//! (`revisions`). Start with [`Law`]. Not here: how rules are laid over each other (`anju_shared::rules`).

use anju_shared::{
    calendar::Calendar,
    rules::{Layer, Regime, Regimes, RuleProfile, built_in_layers, parse_layer},
    time::LegalDate,
};
use anyhow::{Context as _, bail};
use std::{
    path::Path,
    sync::{PoisonError, RwLock},
};

/// What is known at one moment.
#[derive(Debug)]
pub struct Known {
    /// Counts up with every publication.
    pub generation: i64,
    /// The regimes in all their versions.
    pub regimes: Regimes,
    /// The working-day calendar.
    pub calendar: Calendar,
    /// Division code of this authority: local arrangements hold for it or not.
    pub division: String,
}

impl Known {
    /// What is known before anything was published here.
    ///
    /// # Errors
    /// A sentence for the operator where there are no rules `own`, or rules that do not fit together.
    pub fn given(own: &str, layers: Vec<Layer>) -> anyhow::Result<Self> {
        let regimes = Regimes::of(layers).map_err(|faults| {
            let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("the rules do not fit together:\n{}", told.join("\n"))
        })?;
        let division = match regimes.newest(own) {
            Some(regime) => regime.profile.authority.division.clone(),
            None => String::new(),
        };
        Ok(Self {
            generation: 0,
            regimes,
            calendar: Calendar::official().clone(),
            division,
        })
    }
}

/// The law in force, which a publication replaces while the server runs.
///
/// What was published is never taken back, and cases rest on it as long as they are kept. So it lives as long as the
/// program, and whoever holds a rule holds it for good: what a publication adds is a few hundred kilobytes a year.
pub struct Law {
    own: String,
    /// How many layers were there before anything was published here: they come first.
    given: usize,
    known: RwLock<&'static Known>,
}

impl Law {
    /// The law of the authority whose regime is `own`, the first `given` layers of which were not published here.
    ///
    /// # Errors
    /// A sentence for the operator where there is no such regime.
    pub fn new(own: &str, given: usize, known: Known) -> anyhow::Result<Self> {
        if known.regimes.newest(own).is_none() {
            bail!(
                "ANJU_REGIME is “{own}”, and there are no such rules; expected one of {}",
                known.regimes.ids().join(", ")
            );
        }
        Ok(Self {
            own: own.to_owned(),
            given,
            known: RwLock::new(Box::leak(Box::new(known))),
        })
    }

    /// The layers that were there before anything was published here.
    #[must_use]
    pub fn given(&self) -> &'static [Layer] {
        self.known()
            .regimes
            .layers()
            .get(..self.given)
            .unwrap_or_default()
    }

    /// What is known now.
    #[must_use]
    pub fn known(&self) -> &'static Known {
        // A reference is whole at every moment.
        *self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes up what was published since.
    pub fn replace(&self, known: Known) {
        let known: &'static Known = Box::leak(Box::new(known));
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = known;
    }

    /// The regime of this authority under which cases are accepted on this day.
    ///
    /// # Panics
    /// Never: there is one from the beginning, and none is ever taken away.
    #[must_use]
    pub fn regime(&self, day: LegalDate) -> &'static Regime {
        self.known()
            .regimes
            .on(&self.own, day)
            .expect("the regime of the authority is there")
    }

    /// The rules of this version.
    #[must_use]
    pub fn version(&self, id: &str, version: u32) -> Option<&'static RuleProfile> {
        let regimes = &self.known().regimes;
        regimes.version(id, version).map(|regime| &regime.profile)
    }
}

/// The layers that come with Anju and those of a folder, in the order of their names.
///
/// # Errors
/// Everything that is wrong with the files, at once.
pub fn layers(folder: Option<&Path>) -> anyhow::Result<Vec<Layer>> {
    let mut layers = built_in_layers();
    let Some(folder) = folder else {
        return Ok(layers);
    };
    let unreadable = || format!("the folder of rules {} cannot be read", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let mut wrong = Vec::new();
    for path in files {
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        match parse_layer(&text) {
            Ok(layer) => layers.push(layer),
            Err(fault) => wrong.push(format!("{}: {fault}", path.display())),
        }
    }
    if wrong.is_empty() {
        return Ok(layers);
    }
    // What could be read is told of too, so that everything is corrected at once.
    if let Err(faults) = Regimes::of(layers) {
        wrong.extend(faults.iter().map(ToString::to_string));
    }
    bail!("the files of rules are not right:\n{}", wrong.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIXTH: &str = "id = \"SIXTH\"\nversion = 1\ntitle = \"某县\"\nbase = \"MEM\"\nlevel = \"district\"\n\
        in_force_from = \"2024-01-01\"\ninvented = \"AJ-V\"\n[authority]\nname = \"某县\"\ndivision = \"999900\"\nhotline = \"12350\"\n\
        [[regions]]\ncode = \"999900001\"\nzh = \"一街\"\nen = \"First\"\nclause = \"AJ-V\"\n";

    #[test]
    fn a_sixth_authority_needs_only_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("sixth.toml"), SIXTH).expect("written");
        std::fs::write(folder.path().join("notes.txt"), "no rules").expect("written");
        let given = layers(Some(folder.path())).expect("they fit");
        let count = given.len();
        let known = Known::given("SIXTH", given).expect("they fit");
        let law = Law::new("SIXTH", count, known).expect("it is there");
        let day = LegalDate::new(2026, 11, 29).expect("a day");
        assert_eq!(law.regime(day).profile.authority.name, "某县");
        assert!(law.version("SIXTH", 1).is_some() && law.version("SIXTH", 2).is_none());
    }

    #[test]
    fn everything_wrong_with_the_files_is_told_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("a.toml"), "id = 1").expect("written");
        let unknown = SIXTH.replace("\"MEM\"", "\"NO\"");
        std::fs::write(folder.path().join("b.toml"), unknown).expect("written");
        let told = layers(Some(folder.path())).expect_err("wrong").to_string();
        assert!(
            told.contains("a.toml") && told.contains("没有“NO”这一规则集"),
            "{told}"
        );
    }
}
