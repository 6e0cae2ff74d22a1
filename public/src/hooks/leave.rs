//! The way out (立即离开), for whoever must not be seen here.

use web_sys::window;

/// What is shown to who leaves at once: nothing.
const ELSEWHERE: &str = "about:blank";

/// Away from this page at once, without a way back to what it showed.
pub(crate) fn leave() {
    let Some(window) = window() else { return };
    let root = window.document().and_then(|document| document.document_element());
    if let Some(root) = root {
        root.set_text_content(None);
    }
    // A browser that refuses shows the page that was emptied just now.
    let _ = window.location().replace(ELSEWHERE);
}
