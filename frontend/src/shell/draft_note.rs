//! Says beside a form how safe what stands in it is.

use crate::{
    api::Failure,
    hooks::{DraftState, KeptDraft},
    text::{Texts, format, use_texts},
    ui::{Button, ButtonKind, Glyph, Icon},
};
use yew::prelude::*;

/// Properties of [`DraftNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DraftNoteProps {
    /// What is kept.
    pub kept: KeptDraft,
    /// Throws it away and begins anew, where that can be chosen here.
    #[prop_or_default]
    pub ondiscard: Option<Callback<()>>,
}

/// 已保存, 未保存 and why, and what can be done about it.
#[component]
pub fn DraftNote(props: &DraftNoteProps) -> Html {
    let texts = use_texts();
    let words = texts.draft();
    let state = &props.kept.state;
    let insist = match state {
        DraftState::Elsewhere => Some(words.insist),
        DraftState::Failed(_) => Some(texts.widgets().retry),
        _ => None,
    };
    let discard = matches!(state, DraftState::Saved(_))
        .then_some(props.ondiscard.as_ref())
        .flatten();
    let troubled = insist.is_some();
    let Some((glyph, said)) = say(state, texts) else {
        return Html::default();
    };
    html! {
        <div class={classes!("draft", troubled.then_some("draft--unsafe"))} role={troubled.then_some("alert")} data-test="draft">
            <Icon {glyph} /><span>{ said }</span>
            if let Some(label) = insist {
                <Button kind={ButtonKind::Link} {label} onclick={props.kept.insist.clone()} test="draft-insist" />
            }
            if let Some(onclick) = discard {
                <Button kind={ButtonKind::Link} label={words.discard} onclick={onclick.clone()} test="draft-discard" />
            }
        </div>
    }
}

fn say(state: &DraftState, texts: &Texts) -> Option<(Glyph, String)> {
    let words = texts.draft();
    Some(match state {
        DraftState::Opening | DraftState::Untouched => return None,
        DraftState::Unsaved => (Glyph::Reload, words.unsaved.to_owned()),
        DraftState::Saved(at) => (Glyph::Done, (words.saved)(&format::time_of_day(*at))),
        DraftState::Failed(failure) => {
            let why = match failure {
                Failure::Offline => texts.errors().offline,
                Failure::Unreadable { .. } => texts.errors().unreadable,
                Failure::Problem(problem) => problem.code.title(texts.language),
            };
            (Glyph::Alert, (words.failed)(why))
        }
        DraftState::Elsewhere => (Glyph::Warning, words.elsewhere.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, ZH};
    use anju_shared::time::Instant;

    #[test]
    fn what_is_kept_is_said_with_its_time_and_what_is_not_with_its_cause() {
        let at = Instant::parse("2026-11-22T06:03:59Z").expect("an instant");
        let said = |state: &DraftState| say(state, &ZH).map(|(_, said)| said);
        assert_eq!(said(&DraftState::Saved(at)).as_deref(), Some("草稿已保存 14:03"));
        let failed = said(&DraftState::Failed(Failure::Offline)).expect("a sentence");
        assert!(
            failed.contains("未保存") && failed.contains(ZH.errors().offline),
            "{failed}"
        );
        assert_eq!(said(&DraftState::Untouched), None);
        assert!(say(&DraftState::Elsewhere, &EN).is_some_and(|(_, said)| said.is_ascii()));
    }
}
