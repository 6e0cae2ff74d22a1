//! How servers take up what was published: all of it at start, and what is new within seconds.

use super::{content::Content, store};
use crate::{db::Db, error::Result, law::Known, state::State};
use anju_shared::rules::Layer;
use anyhow::Context as _;

/// The law of the authority `own`: the given layers, and everything that was published on top of them.
///
/// # Errors
/// A sentence for the operator where something published does not fit any more, or the database cannot be read.
pub(crate) async fn known(db: &Db, own: &str, given: &[Layer]) -> anyhow::Result<Known> {
    // The count first: what is published meanwhile is then taken up once more, and never passed over.
    let generation = store::generation(db.read()).await?;
    let published = store::published(db.read()).await?;
    let mut contents = Vec::with_capacity(published.len());
    for (kind, text) in &published {
        let content = serde_json::from_str(text).context("impossible row: a published revision")?;
        contents.push(Content::parse(*kind, &content)?);
    }
    // Local days are laid over those of the country, whichever came first.
    contents.sort_by_key(|content| matches!(content, Content::Calendar(one) if !one.is_national()));
    let mut known = Known::given(own, given.to_vec())?;
    for content in &contents {
        let (regimes, calendar) = content.over(&known).map_err(|wrong| {
            anyhow::anyhow!("what was published does not fit any more:\n{}", wrong.join("\n"))
        })?;
        known = Known {
            regimes,
            calendar,
            ..known
        };
    }
    // An authority that was added here has its division from there.
    if let Some(regime) = known.regimes.newest(own) {
        known.division.clone_from(&regime.profile.authority.division);
    }
    Ok(Known { generation, ..known })
}

/// Takes up what was published since, if anything was.
pub(crate) async fn take_up(state: &State) -> Result<()> {
    if store::generation(state.db.read()).await? != state.law.known().generation {
        let known = known(&state.db, &state.config.regime, state.law.given()).await?;
        tracing::info!(
            generation = known.generation,
            "what was published is in force here"
        );
        state.law.replace(known);
    }
    Ok(())
}
