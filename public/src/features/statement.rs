//! Sentences of the rules with their articles, as more than one page shows them.

use crate::text::{Language, Texts};
use anju_shared::{api::public::Statement, problem::Basis};
use yew::prelude::*;

/// A panel with its heading.
pub(crate) fn panel(heading: &str, content: Html) -> Html {
    html! { <section class="panel"><h2>{ heading }</h2>{ content }</section> }
}

/// The article on which something rests.
pub(crate) fn article(basis: &Basis, texts: &Texts) -> Html {
    html! { <small class="basis">{ texts.frame.basis }{ " " }{ &basis.instrument }{ " " }{ &basis.article }</small> }
}

/// Sentences, each with its article.
pub(crate) fn statements(list: &[Statement], texts: &Texts, language: Language) -> Html {
    let one = |statement: &Statement| html! { <li>{ statement.text.text(language) }{ article(&statement.basis, texts) }</li> };
    html! { <ul class="list">{ for list.iter().map(one) }</ul> }
}
