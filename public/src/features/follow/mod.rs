//! 查询进度: with the receipt code, how a report stands.
//!
//! The code stays in memory: it stands in no address and in no storage. [`code`] is about typing it, [`page`] asks and
//! shows, [`told`] draws what the server tells.

mod code;
mod page;
mod told;

pub(crate) use page::{FollowPage, hand_over};
