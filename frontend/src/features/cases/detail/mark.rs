//! Who looks, written over the page and over every layer that lies on it.

use super::PartProps;
use crate::{hooks::use_now, text::format, ui::Watermark};
use yew::prelude::*;

/// Name, unit and time of who looks.
#[component]
pub(super) fn Mark(props: &PartProps) -> Html {
    let (now, account) = (use_now(), &props.seen.account);
    html! { <Watermark label={format!("{} {} {}", account.name, account.unit.name, format::moment_input(now))} /> }
}
