//! Exports of the list of cases (导出): asked for, made in the background, fetched by whoever asked while they are kept.
//!
//! Start with [`service`], which takes the orders; [`work`] makes the files, [`sheet`] is what stands in them. Not here:
//! which cases a person may see (`cases`, under the grant of whoever asked), and encryption (`confidential`).

pub(crate) mod routes;
pub(crate) mod service;
mod sheet;
mod store;
pub(crate) mod work;
