//! Registering a report that came by telephone, letter or visit (登记, TJ-7.2): the form, what helps to fill it
//! in, and the receipt codes to be told.
//!
//! Not here: what makes a report valid (`anju_shared::api::reports`, asked before sending and again by the
//! server), and what is done with it afterwards ([`super::cases`]). Start with [`RegisterPage`]; everything
//! computed stands in [`view`].

mod desk;
mod done;
mod end;
mod help;
mod hints;
mod keep;
mod page;
mod people;
mod sheet;
mod submit;
mod uploads;
pub mod view;

pub use page::RegisterPage;
