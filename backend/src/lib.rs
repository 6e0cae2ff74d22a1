//! The server of Anju: HTTP, storage, sign-in, identity and audit around the pure core of `anju-shared`.
//!
//! Start with [`app`], which puts the features together; every feature is `mod.rs`, `routes.rs`,
//! `service.rs`, `store.rs`, read in that order. [`server`] starts and stops the whole.

pub mod access;
pub mod admin;
pub mod app;
pub mod audit;
pub mod auth;
mod calendar;
pub mod cases;
pub mod clock;
pub mod confidential;
pub mod config;
pub mod db;
mod deadlines;
pub mod demo;
pub mod doctor;
mod drafts;
mod entity;
pub mod error;
mod exports;
mod files;
pub mod health;
pub mod http;
pub mod ids;
mod jobs;
pub mod law;
mod liaison;
mod live;
pub mod logging;
mod messages;
mod migration;
pub mod openapi;
pub mod outbox;
mod people;
mod public;
mod reports;
mod revisions;
mod rules;
mod search;
pub mod server;
pub mod state;
mod units;
mod views;
mod workbench;
