//! The pages, a folder or file each. Pages compose, `view` computes, `ui` draws.

pub(crate) mod files;
pub(crate) mod follow;
pub(crate) mod guide;
pub(crate) mod home;
pub(crate) mod missing;
pub(crate) mod report;
pub(crate) mod statement;
