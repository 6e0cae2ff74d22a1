//! Of which level rules are, and where an entry of a regime comes from.

use crate::{problem::Language, workflow::words};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

words! {
    /// Of which level a layer of rules is, the lowest layer first.
    Level {
        /// 国家.
        National = "national", "国家", "National";
        /// 省、直辖市.
        Province = "province", "省", "Province";
        /// 区县.
        District = "district", "区县", "District";
    }
}

/// Where an entry of a regime comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "origin", rename_all = "snake_case")]
pub enum Origin {
    /// Its own layer says it, and none below does.
    Own,
    /// It stands in a layer below.
    Inherited {
        /// The id of that layer.
        from: String,
    },
    /// Its own layer says it otherwise than a layer below.
    Overrides {
        /// The id of the layer whose entry does not hold here.
        of: String,
    },
}
