//! A page of the list of cases, for the list itself and for whoever looks for a case by words.

use super::{Query, use_query};
use crate::api::cases::list_cases;
use anju_shared::api::cases::{CaseFilter, CasePage};
use yew::prelude::*;

/// The cases that fit. Nothing is asked for that nobody would see: a filter with the limit 0 finds nothing.
#[hook]
pub fn use_cases(filter: CaseFilter) -> Query<CasePage> {
    use_query(filter, |client, filter| async move {
        if filter.limit == Some(0) {
            let (items, next, total) = (vec![], None, 0);
            return Ok(CasePage { items, next, total });
        }
        list_cases(&client, &filter).await
    })
}
