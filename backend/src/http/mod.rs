//! The wire: how requests are read and failures are answered, the same for every feature.
//!
//! No feature and no rule of law stands here, and no status code stands anywhere else. Start with
//! [`edge`], through which every request passes, then [`problem`].

pub mod edge;
pub mod form;
pub mod idempotency;
pub mod json;
pub mod params;
pub mod problem;
pub mod rate;
pub mod request;
pub mod revalidated;
pub mod unknown;
pub mod version;

mod body;
mod download;
mod headers;
mod spa;

pub(crate) use download::attached_text;
pub use download::{Download, Named};
pub use form::ApiForm;
pub use idempotency::{IdempotencyKey, RequiredKey};
pub use json::ApiJson;
pub use params::{ApiPath, ApiQuery};
pub use request::RequestInfo;
pub use revalidated::Revalidated;
pub use spa::Apps;
pub use version::{IfMatch, Version};
