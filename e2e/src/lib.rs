//! What the journeys drive: a server of their own with a clock that is moved by hand, and a real Chromium.
//!
//! The journeys themselves stand in `tests/`. Start with [`Stage::set`]. Needs the built browser apps
//! (`ANJU_TEST_APP` and `ANJU_TEST_PUBLIC`, else their `dist`), Chromium with its driver, for PostgreSQL `ANJU_TEST_POSTGRES`,
//! and for the pictures axe-core (`ANJU_TEST_AXE`); `cargo xtask test e2e` brings them all.

mod browser;
mod look;
mod stage;

pub use browser::Browser;
pub use look::{VIEWS, View};
pub use stage::{PASSWORD, Stage, on_every_engine, with_settings};
