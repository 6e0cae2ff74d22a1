//! The regimes that come with Anju, as law.
//!
//! `tables`: every period of every regime, for a lawyer. `clauses`: what each clause asks for. `counting`: those periods on
//! the calendar. `clause_table`: where each clause is carried out and shown. `checks`: what a layer may not say. `form`: the form by which a layer is edited. `profile`: what browsers are sent.
#![cfg(not(target_arch = "wasm32"))]

mod checks;
mod clause_table;
mod clauses;
mod counting;
mod form;
#[path = "../workflow/golden.rs"]
mod golden;
mod profile;
mod tables;
