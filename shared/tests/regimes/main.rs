//! The regimes that come with Anju, as law.
//!
//! `tables`: every period of every regime, for a lawyer. `parameters`: every period and number, regime by regime.
//! `dictionaries`: every word. `clauses`: what each clause asks for. `counting`: those periods on the calendar.
//! `clause_table`: where each clause is carried out and shown. `checks`: what a layer may not say. `places`: divisions
//! and regions. `form`: the form by which a layer is edited. `profile`: what browsers are sent.
#![cfg(not(target_arch = "wasm32"))]

mod checks;
mod clause_table;
mod clauses;
mod counting;
mod dictionaries;
mod form;
#[path = "../workflow/golden.rs"]
mod golden;
mod parameters;
mod places;
mod profile;
mod tables;
