//! What pages are drawn with. Knows nothing of reports; every text is given.

mod choice;
mod field;
mod heading;
mod icon;
mod notice;

pub(crate) use choice::{Choice, choices};
pub(crate) use field::{Labelled, area, focus, line, select};
pub(crate) use heading::{Heading, focus_heading};
pub(crate) use icon::{Glyph, icon};
pub(crate) use notice::{Tone, notice, waiting};
