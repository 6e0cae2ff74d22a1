//! The procedure as law: `cargo test -p anju-shared --features toml --test workflow`.
//!
//! Start with `journey` (how a report goes its way) and `refusals` (how the procedure says no; `mistakes` of
//! form beside it); `clocks` has the periods, `laws` what holds for every sequence of commands. `matrix`,
//! `access`, `periods` and `shapes` compare with text files in `tests/golden`, made for a reader of law:
//! `UPDATE_GOLDEN=1` rewrites them, and the diff is reviewed. `public` is what reporters are told. `people` are everybody who appears, `words` what
//! they say, and `world` brings a case to any stage. `pausing` has rules under which periods may stand still, which no
//! regime of today permits.
#![cfg(not(target_arch = "wasm32"))]

mod access;
mod clocks;
mod extensions;
mod glossary;
mod golden;
mod journey;
mod laws;
mod matrix;
mod mistakes;
mod pauses;
mod pausing;
mod people;
mod periods;
mod public;
mod recounts;
mod refusals;
mod regimes;
mod shapes;
mod talk;
mod turns;
mod words;
mod world;
