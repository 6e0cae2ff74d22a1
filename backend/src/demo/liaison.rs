//! 联络单 of the invented district: most units filed this year's, a few did not (D2-4.5).

use super::Demonstration;
use crate::{error::Result, http::IfMatch, liaison::service as liaison, state::State};
use anju_shared::{access::Actor, api::liaison::LiaisonBody};

/// Every so many units one has not filed.
const FORGETFUL: usize = 4;

/// Files the sheets, each by the unit's own leader.
pub(super) async fn file(state: &State, district: &Demonstration) -> Result<()> {
    let year = state.clock.now().local_date().ymd().0;
    for (nth, people) in district.units.iter().enumerate() {
        if nth % FORGETFUL == FORGETFUL - 1 {
            continue;
        }
        let phone = |of: usize| format!("022-2000{:04}", 1000 * of + nth);
        let sheet = LiaisonBody {
            year,
            leader: people.leader.name.clone(),
            leader_phone: phone(1),
            section: "安全生产科".to_owned(),
            chief: people.handler.name.clone(),
            chief_phone: phone(2),
            contact: people.handler.name.clone(),
            contact_phone: phone(3),
        };
        let actor = Actor::Staff(people.leader.clone());
        let access = liaison::filing(state, actor, people.unit.id);
        liaison::enter(state, access, (people.unit.id, IfMatch(0)), sheet).await?;
    }
    Ok(())
}
