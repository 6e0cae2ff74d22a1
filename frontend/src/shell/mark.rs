//! Confidential screens name who looks at them.

use crate::{hooks::use_now, session::use_session, text::format, ui::Watermark};
use yew::prelude::*;

/// The watermark of the person signed in: name, unit, minute.
#[component]
pub fn ViewerMark() -> Html {
    let (now, session) = (use_now(), use_session());
    let Some(account) = session.account() else {
        return Html::default();
    };
    let label = format!(
        "{} {} {}",
        account.name,
        account.unit.name,
        format::moment_input(now)
    );
    html! { <Watermark {label} /> }
}
