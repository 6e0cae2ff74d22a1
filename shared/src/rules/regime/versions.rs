//! Every version of every regime that an installation knows, and which of them is in force when.

use super::{Layer, Regime, assemble, inherited};
use crate::{rules::ProfileFault, time::LegalDate};

/// Regimes in all their versions, made from layers.
#[derive(Clone, Debug, PartialEq)]
pub struct Regimes {
    layers: Vec<Layer>,
    laid: Vec<Regime>,
}

impl Regimes {
    /// Lays the layers over each other.
    ///
    /// # Errors
    /// Every inconsistency at once.
    pub fn of(layers: Vec<Layer>) -> Result<Self, Vec<ProfileFault>> {
        let laid = assemble(&layers)?;
        Ok(Self { layers, laid })
    }

    /// The same with one more layer: what would be known if it were published.
    ///
    /// # Errors
    /// Every inconsistency that it brings.
    pub fn with(&self, layer: Layer) -> Result<Self, Vec<ProfileFault>> {
        let mut layers = self.layers.clone();
        layers.push(layer);
        Self::of(layers)
    }

    /// All of them, in the order of their layers.
    #[must_use]
    pub fn all(&self) -> &[Regime] {
        &self.laid
    }

    /// The layers of which they are made.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// This version of this regime.
    #[must_use]
    pub fn version(&self, id: &str, version: u32) -> Option<&Regime> {
        self.versions(id).find(|one| one.profile.version == version)
    }

    /// The version of this regime under which cases are accepted on this day; before the first and after the last,
    /// the nearest.
    #[must_use]
    pub fn on(&self, id: &str, day: LegalDate) -> Option<&Regime> {
        let begun = self.versions(id).filter(|one| one.in_force_from <= day);
        begun
            .max_by_key(|one| one.in_force_from)
            .or_else(|| self.versions(id).min_by_key(|one| one.in_force_from))
    }

    /// The newest version of this regime, in force already or not.
    #[must_use]
    pub fn newest(&self, id: &str) -> Option<&Regime> {
        self.versions(id).max_by_key(|one| one.profile.version)
    }

    /// The layer of this version.
    #[must_use]
    pub fn layer(&self, id: &str, version: u32) -> Option<&Layer> {
        self.layers
            .iter()
            .find(|one| one.id == id && one.version == version)
    }

    /// What a layer inherits from those that are known.
    #[must_use]
    pub fn below(&self, layer: &Layer) -> Option<Layer> {
        inherited(
            layer,
            &[self.layers.as_slice(), std::slice::from_ref(layer)].concat(),
        )
    }

    /// Ids, each once, in the order of their first layers.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for regime in &self.laid {
            if !ids.contains(&regime.id()) {
                ids.push(regime.id());
            }
        }
        ids
    }

    fn versions<'a, 'b>(&'a self, id: &'b str) -> impl Iterator<Item = &'a Regime> + use<'a, 'b> {
        self.laid.iter().filter(move |one| one.id() == id)
    }
}
