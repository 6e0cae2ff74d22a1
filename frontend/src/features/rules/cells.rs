//! An entry as one regime says it: where it comes from, what it says, and the words on which it rests.

use super::view::{Cell, Line, Said};
use crate::{
    text::{Texts, rules::origin},
    ui::{BesideCell, BesideRow, Tag, Tone},
};
use anju_shared::{api::rules::CitedClause, problem::Language, rules::Origin};
use yew::prelude::*;

/// An entry in all columns, as the table shows it.
pub(super) fn row(line: &Line<'_>, texts: &'static Texts) -> BesideRow {
    let words = texts.rules();
    BesideRow {
        key: line.entry.key.clone().into(),
        name: line.entry.name.text(texts.language).to_owned().into(),
        code: line.entry.key.clone().into(),
        mark: line.differs.then_some(words.differs.into()),
        cells: line.cells.iter().map(|cell| drawn(cell, line, texts)).collect(),
    }
}

fn drawn(cell: &Cell<'_>, line: &Line<'_>, texts: &'static Texts) -> BesideCell {
    let words = texts.rules();
    let (content, empty) = match cell {
        Cell::NotHere => (html! { words.not_here }, true),
        Cell::Lacking => (html! { words.none }, true),
        Cell::Says(said) => (entry(said, line, texts), false),
    };
    BesideCell { content, empty }
}

fn entry(said: &Said<'_>, line: &Line<'_>, texts: &'static Texts) -> Html {
    let (words, language) = (texts.rules(), texts.language);
    let tone = match said.entry.origin {
        Origin::Own => Tone::Blue,
        Origin::Overrides { .. } => Tone::Yellow,
        Origin::Inherited { .. } => Tone::Plain,
    };
    let renamed = (said.renamed && said.entry.name != line.entry.name)
        .then(|| html! { <p class="strong">{ said.entry.name.text(language).to_owned() }</p> });
    let lines = said.lines.iter().map(|(line, otherwise)| {
        html! {
            <div class={classes!(otherwise.then_some("otherwise"))}>
                <dt>{ line.name.text(language).to_owned() }</dt>
                <dd>{ line.value.text(language).to_owned() }if *otherwise { <span class="unseen">{ words.otherwise }</span> }</dd>
            </div>
        }
    });
    let clauses = said.entry.clauses.iter().map(|cited| clause(cited, language));
    html! {
        <>
            { renamed }
            if !said.lines.is_empty() { <dl class="says">{ for lines }</dl> }
            <div class="cited">
                <Tag label={origin(&said.entry.origin, words)} {tone} />
                { for clauses }
            </div>
        </>
    }
}

/// A clause by its id and article; opened, it says its words.
fn clause(cited: &CitedClause, language: Language) -> Html {
    let basis = &cited.basis;
    let source = match language {
        Language::Zh => format!("{} {}：", basis.instrument, basis.article),
        Language::En => format!("{} {}: ", basis.instrument, basis.article),
    };
    html! {
        <details class="clause" key={basis.clause.clone()}>
            <summary title={format!("{source}{}", cited.text)}>{ basis.clause.clone() }</summary>
            <p><span class="quiet">{ source }</span>{ cited.text.clone() }</p>
        </details>
    }
}
