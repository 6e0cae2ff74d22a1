//! The pages, a folder or file each. Pages compose, `view` computes, `ui` draws.

pub(crate) mod home;
pub(crate) mod missing;
