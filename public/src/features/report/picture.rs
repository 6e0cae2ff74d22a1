//! The card with the receipt code as a picture, drawn and saved on this telephone.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, window};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const EDGE: f64 = 40.0;
const BAR: f64 = 88.0;
const FONT: &str = "\"Microsoft YaHei\", \"PingFang SC\", \"Noto Sans CJK SC\", sans-serif";

/// What stands on the card.
pub(super) struct Card<'a> {
    pub(super) title: &'a str,
    pub(super) label: &'a str,
    pub(super) code: &'a str,
    pub(super) rows: &'a [String],
}

/// Draws the card and saves it; a browser that cannot leaves the card on the page.
pub(super) fn save(card: &Card<'_>) {
    // The card stands on the page, to be copied or photographed.
    let _ = draw(card);
}

fn draw(card: &Card<'_>) -> Option<()> {
    let document = window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(WIDTH as u32);
    canvas.set_height(HEIGHT as u32);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.set_fill_style_str("#ffffff");
    pen.fill_rect(0.0, 0.0, WIDTH, HEIGHT);
    pen.set_fill_style_str("#0f2f57");
    pen.fill_rect(0.0, 0.0, WIDTH, BAR);
    write(&pen, card.title, ("#ffffff", 32), BAR - 30.0).ok()?;
    write(&pen, card.label, ("#4d5a6b", 24), BAR + 54.0).ok()?;
    write(&pen, card.code, ("#1b2430", 44), BAR + 116.0).ok()?;
    let mut down = BAR + 180.0;
    for row in card.rows {
        write(&pen, row, ("#4d5a6b", 24), down).ok()?;
        down += 44.0;
    }
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&canvas.to_data_url().ok()?);
    link.set_download(&format!("{}.png", card.label));
    link.click();
    Some(())
}

fn write(
    pen: &CanvasRenderingContext2d,
    text: &str,
    (colour, size): (&str, u32),
    down: f64,
) -> Result<(), JsValue> {
    pen.set_fill_style_str(colour);
    pen.set_font(&format!("600 {size}px {FONT}"));
    pen.fill_text_with_max_width(text, EDGE, down, WIDTH - 2.0 * EDGE)
}
