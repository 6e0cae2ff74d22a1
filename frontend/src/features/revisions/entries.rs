//! The lists of a layer, and the entries of one of them: what it says itself, what it inherits, what it drops.

use super::{
    drawer::Opened,
    view::{
        Address, Fault, Listed, Tab,
        content::{Item, Standing, is_list, items},
        fields::{name, named, summary, typed},
        may,
    },
};
use crate::{
    text::Texts,
    ui::{Button, ButtonKind, Column, Count, Glyph, Picture, Row, StateKind, Table, Tag, Tone},
};
use anju_shared::{api::revisions::RevisionDetail, revision::RevisionAction, rules::form::Section};
use std::rc::Rc;
use yew::prelude::*;

/// The lists, each with how many entries the layer says itself, and how many faults.
pub(super) fn contents(
    listed: &[Listed],
    address: &Address,
    go: Callback<&'static str>,
    texts: &'static Texts,
) -> Html {
    let words = texts.revisions();
    let lines = listed.iter().map(|one| {
        let code = one.section.code;
        let current = address.tab == Tab::Content && address.section == code;
        let onclick = go.reform(move |_: MouseEvent| code);
        let test = format!("section-{}", if code.is_empty() { "head" } else { code });
        html! {
            <li key={code}>
                <button type="button" aria-current={current.then_some("true")} {onclick} data-test={test}>
                    { named(one.section.name, texts.language) }
                    <span class="contents__end">
                        if one.faults > 0 { <Count count={one.faults.to_string()} urgent=true /> }
                        <span class="quiet" title={words.own}>{ figures(one) }</span>
                    </span>
                </button>
            </li>
        }
    });
    html! { <nav class="contents no-print" aria-label={words.sections}><ul>{ for lines }</ul></nav> }
}

/// Own ones of all.
fn figures(one: &Listed) -> String {
    match (is_list(one.section), one.own) {
        (false, _) => String::new(),
        (true, 0) => one.entries.to_string(),
        (true, own) => format!("{own}/{}", one.entries),
    }
}

/// The entries of a list.
pub(super) fn entries(
    detail: &RevisionDetail,
    section: &'static Section,
    faults: &[Fault<'_>],
    open: Callback<Opened>,
    texts: &'static Texts,
) -> Html {
    let words = texts.revisions();
    let items = items(section, &detail.content, detail.inherited.as_ref());
    let add = open.reform(move |()| Opened::new_in(section));
    let add = (is_list(section) && may(detail, RevisionAction::Edit)).then(|| {
        html! { <Button small=true glyph={Glyph::Plus} label={words.new_entry} onclick={add} test="entry-new" /> }
    });
    let columns: Rc<[Column]> = [
        Column::cut(words.entry),
        Column::new(words.says),
        Column::new(words.clause),
        Column::new(words.origin),
    ]
    .into();
    let rows = items.iter().map(|item| {
        let faults = faults.iter().filter(|one| one.is_at(section.code, &item.key));
        line(section, item, faults.count(), &open, texts)
    });
    let title = named(section.name, texts.language);
    let onopen = open.reform(move |key: AttrValue| Opened::entry(section, &key));
    html! {
        <div class="entries" data-test="entries">
            <div class="panel__head"><h2>{ title }</h2><span class="push">{ add }</span></div>
            if items.is_empty() { <Picture kind={StateKind::Empty} title={words.no_entry} /> }
            else { <Table caption={title} {columns} rows={rows.collect::<Vec<_>>()} {onopen} /> }
        </div>
    }
}

fn line(
    section: &'static Section,
    item: &Item,
    faults: usize,
    open: &Callback<Opened>,
    texts: &'static Texts,
) -> Row {
    let (words, language) = (texts.revisions(), texts.language);
    let entry = item.entry();
    let title = name(section, &entry, &item.key, language);
    let says = summary(section, &entry, language);
    let says = says.iter().map(|(field, value)| {
        html! { <span class="entry__field"><span class="quiet">{ *field }</span>{ " " }{ value.clone() }</span> }
    });
    let (label, tone) = match item.standing {
        Standing::Own => (words.own, Tone::Blue),
        Standing::Overrides => (words.overrides, Tone::Yellow),
        Standing::Inherited => (words.inherited, Tone::Plain),
        Standing::Dropped => (words.dropped, Tone::Red),
    };
    let onclick = {
        let key = item.key.clone();
        open.reform(move |()| Opened::entry(section, &key))
    };
    let test = format!("entry-{}", if item.key.is_empty() { "one" } else { &item.key });
    let known = (!item.key.is_empty() && item.key != title).then(|| item.key.clone());
    let greyed = matches!(item.standing, Standing::Inherited | Standing::Dropped).then_some("entry--below");
    Row::Cells {
        key: item.key.clone().into(),
        cells: vec![
            html! {
                <div class={classes!("entry", greyed)}>
                    <Button kind={ButtonKind::Link} label={title} {onclick} {test} />
                    if let Some(known) = known { <span class="quiet">{ known }</span> }
                    if faults > 0 { <Tag label={(words.faults)(faults)} tone={Tone::Red} /> }
                </div>
            },
            html! { <div class={classes!("entry__says", greyed)}>{ for says }</div> },
            html! { <span class={classes!(greyed)}>{ typed(entry.get("clause")) }</span> },
            html! { <Tag {label} {tone} /> },
        ],
    }
}
