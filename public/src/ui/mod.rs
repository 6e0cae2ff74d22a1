//! What pages are drawn with. Knows nothing of reports; every text is given.

mod heading;

pub(crate) use heading::{Heading, focus_heading};
