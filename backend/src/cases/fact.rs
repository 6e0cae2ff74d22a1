//! What others are told of a command. Not here: how it is delivered (`outbox`).

use super::{journal::Link, service::version};
use crate::{outbox::Fact, state::State};
use anju_shared::workflow::{Case, Recorded};

/// What others are told of a command: its first event, without content.
pub(super) fn fact(state: &State, case: &Case, links: &[Link]) -> Fact {
    let kind = links.first().map_or("", |link: &Link| {
        let Recorded {
            seq: _,
            at: _,
            by: _,
            event,
        } = &link.recorded;
        event.kind()
    });
    Fact {
        id: state.ids.uuid(),
        topic: format!("case.{kind}"),
        case: case.id,
        seq: version(case),
        payload: serde_json::json!({ "number": case.number, "stage": case.stage() }).to_string(),
    }
}
