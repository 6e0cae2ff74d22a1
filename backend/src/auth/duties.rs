//! What people owe when they sign in: an own password, a one-time code if their role asks for one, the agreement.

use super::agreement::AgreementText;
use crate::{config::OneTimeCodes, state::State};
use anju_shared::{access::Role, api::session::Duty, time::Instant};

/// What is asked of people at this moment.
pub(super) struct Terms<'a> {
    pub(super) now: Instant,
    pub(super) agreement: Option<&'static AgreementText>,
    codes: &'a OneTimeCodes,
}

/// What is known of what somebody has done.
pub(super) struct Done {
    pub(super) own_password: bool,
    pub(super) one_time_code: bool,
    pub(super) agreed_until: Option<i64>,
}

impl<'a> Terms<'a> {
    pub(super) fn of(state: &'a State) -> Self {
        Self {
            now: state.clock.now(),
            agreement: AgreementText::of(&state.config.regime).filter(|_| state.config.sign_in.agreement),
            codes: &state.config.sign_in.one_time_code,
        }
    }

    /// What somebody in these roles who has done this still owes.
    pub(super) fn owed(&self, roles: &[Role], done: &Done) -> Vec<Duty> {
        let agreed = done.agreed_until.is_some_and(|until| self.now.unix() < until);
        [
            (!done.own_password, Duty::ChangePassword),
            (
                !done.one_time_code && self.codes.asked_of(roles),
                Duty::EnrolOneTimeCode,
            ),
            (!agreed && self.agreement.is_some(), Duty::AcceptAgreement),
        ]
        .into_iter()
        .filter_map(|(owed, duty)| owed.then_some(duty))
        .collect()
    }
}
