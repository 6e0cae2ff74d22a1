//! Dense tables. On a telephone every row becomes a small card.

use super::tag::Tone;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands in it.
    pub label: AttrValue,
    /// Takes what room is left and cuts long texts; heads the card. At most one.
    pub cut: bool,
    /// The label is said to screen readers but not shown: a column of buttons, the last line of a card.
    pub silent: bool,
}

impl Column {
    /// A column as wide as what stands in it.
    pub fn new(label: impl Into<AttrValue>) -> Self {
        Self {
            label: label.into(),
            cut: false,
            silent: false,
        }
    }

    /// The column that takes what room is left.
    pub fn cut(label: impl Into<AttrValue>) -> Self {
        Self {
            cut: true,
            ..Self::new(label)
        }
    }

    /// A column whose label is not shown.
    pub fn silent(label: impl Into<AttrValue>) -> Self {
        Self {
            silent: true,
            ..Self::new(label)
        }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// Heads the rows that follow.
    Group {
        /// What they have in common.
        label: AttrValue,
        /// What its colour says.
        tone: Tone,
    },
    /// Cells, one a column.
    Cells {
        /// Tells the row from the others.
        key: AttrValue,
        /// The cells.
        cells: Vec<Html>,
    },
}

/// Properties of [`Table`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TableProps {
    /// What the table shows, said to screen readers.
    pub caption: AttrValue,
    /// The columns.
    pub columns: Rc<[Column]>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Asks for the rows again while these stay.
    #[prop_or_default]
    pub busy: bool,
    /// Opens the row with this key, clicked anywhere. For the keyboard a cell of the row holds a link.
    #[prop_or_default]
    pub onopen: Option<Callback<AttrValue>>,
}

/// A table.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let head = props.columns.iter().map(|column| {
        html! {
            <th scope="col">
                if column.silent { <span class="unseen">{ column.label.clone() }</span> } else { { column.label.clone() } }
            </th>
        }
    });
    let rows = props.rows.iter().map(|row| match row {
        Row::Group { label, tone } => group(props.columns.len(), label, *tone),
        Row::Cells { key, cells } => line(props, key, cells),
    });
    html! {
        <div class="table-scroll">
            <table class="table table--cards" aria-busy={props.busy.then_some("true")}>
                <caption class="unseen">{ props.caption.clone() }</caption>
                <thead><tr>{ for head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn group(columns: usize, label: &AttrValue, tone: Tone) -> Html {
    let tone = match tone {
        Tone::Plain | Tone::Blue => None,
        Tone::Green => Some("green"),
        Tone::Yellow => Some("yellow"),
        Tone::Red => Some("red"),
    };
    html! {
        <tr class="group" key={format!("group {label}")}>
            <th scope="colgroup" colspan={columns.to_string()}><span class={classes!(tone)}>{ label.clone() }</span></th>
        </tr>
    }
}

fn line(props: &TableProps, key: &AttrValue, cells: &[Html]) -> Html {
    let cells = props.columns.iter().zip(cells).map(|(column, cell)| {
        let class = classes!(column.cut.then_some("cut"), column.silent.then_some("silent"));
        html! { <td {class}>{ cell.clone() }</td> }
    });
    let onclick = props.onopen.clone().map(|open| {
        let key = key.clone();
        Callback::from(move |event: MouseEvent| {
            if !on_control(&event) {
                open.emit(key.clone());
            }
        })
    });
    html! { <tr key={key.to_string()} class={classes!(onclick.is_some().then_some("opens"))} {onclick}>{ for cells }</tr> }
}

/// Links and buttons inside a row do what they do, and the row does nothing.
fn on_control(event: &MouseEvent) -> bool {
    event
        .target_dyn_into::<Element>()
        .is_some_and(|element| matches!(element.closest("a, button, input, label"), Ok(Some(_))))
}
