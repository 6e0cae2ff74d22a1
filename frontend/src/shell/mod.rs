//! The frame that stands around every page of the staff: who is signed in, where one can go, what went wrong.
//!
//! Not here: the pages themselves ([`crate::features`]) and how the frame's parts look ([`crate::ui`]).
//! Start with [`Staff`].

mod draft_note;
mod failure;
mod finder;
mod key_map;
mod line_banner;
mod mark;
pub mod palette;
mod staff;

pub use draft_note::{DraftNote, DraftNoteProps};
pub use failure::{
    FailureNotice, FailureNoticeProps, FailurePicture, FailurePictureProps, LINES, remote_view,
};
pub use finder::{Finder, FinderProps};
pub use key_map::{KeyMap, KeyMapProps};
pub use line_banner::LineBanner;
pub use mark::ViewerMark;
pub use staff::{LanguageButton, Staff, StaffProps};
