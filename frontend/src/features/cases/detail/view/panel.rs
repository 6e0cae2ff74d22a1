//! What may be done: every action of the stage or of the person, with its key or with the reason why not.

use super::words::{article, citation, say};
use crate::text::Texts;
use anju_shared::{
    access::Actor,
    workflow::{Action, Case, Context, Refusal, available},
};

/// One line of the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Which action.
    pub action: Action,
    /// What it is called.
    pub label: &'static str,
    /// It leads on: the first that does, or else the first that may be done.
    pub primary: bool,
    /// Why it may not be done.
    pub refused: Option<Reason>,
}

/// Why something may not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// One line: `须先逐一回复全部举报人 — 第十一条第二款`.
    pub line: String,
    /// The instrument and article in full.
    pub citation: Option<String>,
}

/// The panel: what leads on first, then what else may be done, then what may not.
#[must_use]
pub fn acts(case: &Case, actor: &Actor, context: &Context<'_>, texts: &Texts) -> Vec<Act> {
    let mut acts: Vec<Act> = available(case, actor, context)
        .into_iter()
        .map(|offer| Act {
            action: offer.action,
            label: say!(offer.action, texts),
            primary: false,
            refused: offer
                .permitted
                .err()
                .map(|refusal| reason(&refusal, context, texts)),
        })
        .collect();
    acts.sort_by_key(|act| (act.refused.is_some(), !leads_on(act.action)));
    if let Some(first) = acts.first_mut().filter(|act| act.refused.is_none()) {
        first.primary = true;
    }
    acts
}

/// A refusal as people read it.
#[must_use]
pub fn reason(refusal: &Refusal, context: &Context<'_>, texts: &Texts) -> Reason {
    let message = refusal.message();
    let message = message.text(texts.language);
    match refusal.clause(context.profile) {
        Some(clause) => Reason {
            line: format!("{message} — {}", article(context.profile, clause)),
            citation: Some(citation(context.profile, clause)),
        },
        None => Reason {
            line: message.to_owned(),
            citation: None,
        },
    }
}

/// Whether the case goes on to its next stage by this.
const fn leads_on(action: Action) -> bool {
    match action {
        Action::Accept
        | Action::ConfirmDecline
        | Action::Dispatch
        | Action::SignIn
        | Action::SubmitVerification
        | Action::ApproveReport
        | Action::Reply
        | Action::SubmitFeedback
        | Action::EndorseExtension
        | Action::ApproveExtension
        | Action::TellExtension
        | Action::Close => true,
        Action::Decline
        | Action::RejectDecline
        | Action::RequestSupplement
        | Action::Supplement
        | Action::SendMessage
        | Action::Withdraw
        | Action::RecordVisit
        | Action::AddEvidence
        | Action::RecordContact
        | Action::SendBackReport
        | Action::SendBack
        | Action::Reclassify
        | Action::RequestExtension
        | Action::RefuseExtension
        | Action::PausePeriod
        | Action::ResumePeriod
        | Action::RecordLapse
        | Action::Recount => false,
    }
}

/// The key that opens an action; no two that are possible at one stage share one.
#[must_use]
pub const fn key(action: Action) -> &'static str {
    match action {
        Action::Accept | Action::ApproveReport => "a",
        Action::Decline | Action::Dispatch => "d",
        Action::ConfirmDecline | Action::Close => "c",
        Action::RejectDecline | Action::SendBackReport | Action::SendBack => "x",
        Action::RequestSupplement => "q",
        Action::Supplement => "u",
        Action::SendMessage => "m",
        // The reporter does this, with the receipt code.
        Action::Withdraw => "w",
        Action::SignIn => "s",
        Action::Reclassify => "j",
        Action::RequestExtension => "y",
        Action::EndorseExtension => "o",
        Action::ApproveExtension => "p",
        Action::RefuseExtension => "n",
        Action::TellExtension => "i",
        Action::PausePeriod => "b",
        Action::ResumePeriod => "k",
        Action::RecordVisit => "v",
        Action::AddEvidence => "e",
        Action::RecordContact => "t",
        Action::SubmitVerification | Action::Reply => "r",
        Action::SubmitFeedback => "f",
        // Anju itself does this; nobody presses a key for it.
        Action::RecordLapse | Action::Recount => "l",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{features::cases::detail::view::sample, text::ZH};
    use anju_shared::workflow::{Stage, doers, stages};
    use std::collections::HashSet;

    #[test]
    fn no_two_actions_of_one_stage_share_a_key() {
        for stage in Stage::ALL {
            let here = Action::ALL
                .iter()
                .filter(|action| stages(**action).contains(stage) && !doers(**action).is_anju());
            let keys: Vec<&str> = here.map(|action| key(*action)).collect();
            let different: HashSet<&&str> = keys.iter().collect();
            assert_eq!(different.len(), keys.len(), "{stage:?}: {keys:?}");
        }
    }

    #[test]
    fn a_refused_action_names_its_reason_and_article() {
        // TJ-10.4: true or not, the report needs evidence.
        let (case, handler) = (sample::verifying(), sample::handler());
        let profile = sample::profile();
        let acts = sample::with_context(&profile, |context| acts(&case, &handler, context, &ZH));
        let report = acts.iter().find(|act| act.action == Action::SubmitVerification);
        let reason = report.and_then(|act| act.refused.clone()).expect("refused");
        assert!(reason.line.ends_with("— 第十条第二款"), "{}", reason.line);
        assert!(reason.citation.is_some_and(|text| text.contains("《")));
    }

    #[test]
    fn the_first_that_may_be_done_is_the_one_to_press() {
        let profile = sample::profile();
        let case = sample::registered();
        let acts = sample::with_context(&profile, |context| acts(&case, &sample::intake(), context, &ZH));
        assert_eq!((acts[0].action, acts[0].primary), (Action::Accept, true));
        assert_eq!(acts.iter().filter(|act| act.primary).count(), 1);
    }
}
