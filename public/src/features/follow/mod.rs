//! 查询进度: with the receipt code, how a report stands.
//!
//! The code stays in memory: it stands in no address and in no storage. [`code`] is about typing it, [`page`] asks and
//! shows, [`told`] draws what the server tells, [`talk`]
//! is what a reporter can do.

mod code;
mod page;
mod talk;
mod told;

pub(crate) use page::{FollowPage, hand_over};
