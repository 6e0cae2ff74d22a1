//! The same things beside each other: one row a thing, one column each of those that are compared. On a telephone one
//! column at a time.

use super::tag::{Count, Tag};
use std::rc::Rc;
use yew::prelude::*;

/// What stands in one column of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideCell {
    /// What it says.
    pub content: Html,
    /// There is nothing to say.
    pub empty: bool,
}

/// One thing, in all columns.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideRow {
    /// Tells the row from the others of its group.
    pub key: AttrValue,
    /// What it is called.
    pub name: AttrValue,
    /// What it is to programs.
    pub code: AttrValue,
    /// It is not the same in all columns: the mark that says so.
    pub mark: Option<AttrValue>,
    /// What each column says.
    pub cells: Vec<BesideCell>,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideGroup {
    /// Place to which a link leads.
    pub id: AttrValue,
    /// What they are called.
    pub name: AttrValue,
    /// The rows.
    pub rows: Vec<BesideRow>,
}

/// Properties of [`Beside`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BesideProps {
    /// What the table shows, said to screen readers.
    pub caption: AttrValue,
    /// Heading of the column of names.
    pub name: AttrValue,
    /// Heads of the columns.
    pub heads: Vec<Html>,
    /// The column that a telephone shows.
    #[prop_or_default]
    pub shown: usize,
    /// The rows.
    pub groups: Rc<[BesideGroup]>,
    /// Something is on its way.
    #[prop_or_default]
    pub busy: bool,
}

/// A table of columns that are compared. Its head stays in sight.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let heads = props.heads.iter().enumerate().map(|(at, head)| {
        html! { <th scope="col" class={seen(at == props.shown)}>{ head.clone() }</th> }
    });
    let groups = props
        .groups
        .iter()
        .map(|group| html! { <Rows key={group.id.to_string()} group={group.clone()} shown={props.shown} /> });
    let class = classes!("beside", format!("beside--{}", props.heads.len()));
    html! {
        <table {class} aria-busy={props.busy.then_some("true")}>
            <caption class="unseen">{ props.caption.clone() }</caption>
            <thead><tr><th scope="col" class="beside__names">{ props.name.clone() }</th>{ for heads }</tr></thead>
            { for groups }
        </table>
    }
}

/// What a telephone leaves out.
fn seen(shown: bool) -> Classes {
    classes!((!shown).then_some("beside__other"))
}

#[derive(Clone, PartialEq, Properties)]
struct RowsProps {
    group: BesideGroup,
    shown: usize,
}

/// The rows of one group: drawn again only when they have changed.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let group = &props.group;
    let columns = group.rows.first().map_or(1, |row| row.cells.len() + 1);
    let rows = group.rows.iter().map(|row| line(row, props.shown));
    html! {
        <tbody id={group.id.clone()}>
            <tr class="beside__group">
                <th scope="rowgroup" colspan={columns.to_string()}>{ group.name.clone() }{ " " }<Count count={group.rows.len().to_string()} /></th>
            </tr>
            { for rows }
        </tbody>
    }
}

fn line(row: &BesideRow, shown: usize) -> Html {
    let cells = row.cells.iter().enumerate().map(|(at, cell)| {
        let class = classes!(seen(at == shown), cell.empty.then_some("quiet"));
        html! { <td {class}>{ cell.content.clone() }</td> }
    });
    html! {
        <tr key={row.key.to_string()}>
            <th scope="row">
                <span class="beside__name">{ row.name.clone() }</span>
                if row.code != row.name { <span class="beside__code">{ row.code.clone() }</span> }
                if let Some(mark) = &row.mark { <Tag label={mark.clone()} tone={super::Tone::Yellow} /> }
            </th>
            { for cells }
        </tr>
    }
}
