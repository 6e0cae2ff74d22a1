//! What the server tells while it happens: read as it comes, from an answer without an end.

use super::{Client, Failure};
use anju_shared::api::live::{CaseChange, kind};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// Something that was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A case changed that the viewer may know of.
    Case(CaseChange),
    /// Something may have been missed: whatever is shown is to be asked for again.
    All,
}

/// An answer that goes on.
#[derive(Debug)]
pub struct Telling {
    reader: ReadableStreamDefaultReader,
    read: String,
}

/// Listens to changes of cases until the token ends or `signal` says so: `GET /live`.
///
/// # Errors
/// `too_many_requests` when one looks at too many windows.
pub async fn watch_cases(client: &Client, signal: &AbortSignal) -> Result<Telling, Failure> {
    let body = client.get("/live").until(signal.clone()).send_stream().await?;
    let reader = body.get_reader().unchecked_into();
    Ok(Telling {
        reader,
        read: String::new(),
    })
}

impl Telling {
    /// What was told since, nothing where it was only shown that the line stands; `None` when it has ended.
    pub async fn next(&mut self) -> Option<Vec<Told>> {
        let piece = JsFuture::from(self.reader.read()).await.ok()?;
        let value = Reflect::get(&piece, &JsValue::from_str("value")).ok()?;
        // At the end there is no value.
        let bytes = value.dyn_into::<Uint8Array>().ok()?.to_vec();
        self.read.push_str(&String::from_utf8_lossy(&bytes));
        Some(messages(&mut self.read))
    }
}

/// Takes the messages that are complete out of what was read.
fn messages(read: &mut String) -> Vec<Told> {
    let mut told = Vec::new();
    while let Some((message, rest)) = read.split_once("\n\n") {
        told.extend(message_of(message));
        *read = rest.to_owned();
    }
    told
}

/// A message; nothing of a comment, and nothing that this app does not know.
fn message_of(text: &str) -> Option<Told> {
    let field = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    match field("event: ")? {
        kind::CASE => anju_shared::json::read(field("data: ")?).map(Told::Case),
        kind::ALL => Some(Told::All),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"{"id":"0199aa00-0000-7000-8000-000000000001","number":"1201-20261112-0006","version":3,"stage":"assigned"}"#;

    #[test]
    fn messages_are_read_however_they_are_cut() {
        let whole = format!(
            ": listening\n\nevent: case\ndata: {CASE}\n\n:\n\nevent: all\ndata: {{}}\n\nevent: later\ndata: 1\n\n"
        );
        let at_once = messages(&mut whole.clone());
        assert!(
            matches!(&at_once[..], [Told::Case(change), Told::All] if change.version == 3),
            "{at_once:?}"
        );
        let (mut read, mut bit_by_bit) = (String::new(), Vec::new());
        for letter in whole.chars() {
            read.push(letter);
            bit_by_bit.extend(messages(&mut read));
        }
        assert_eq!((bit_by_bit, read.as_str()), (at_once, ""));
    }
}
