//! Headers that tell browsers what not to do.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue, HttpDate, TryIntoHeaderValue as _};
use anju_shared::time::Instant;
use std::time::{Duration, UNIX_EPOCH};

/// Which of the three faces of the server a path belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surface {
    /// Answers for programs: nothing in them is to be run, framed or kept.
    Api,
    /// The reader page of the API.
    Docs,
}

/// Nothing may be loaded, run or framed.
const API_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";
/// The reader page carries its styles inline.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

impl Surface {
    pub(super) fn of(path: &str) -> Self {
        if path.starts_with("/docs") {
            Self::Docs
        } else {
            Self::Api
        }
    }
}

/// Adds what is missing. The browser app sets its own policy and caching before.
pub(super) fn dress(headers: &mut HeaderMap, surface: Surface, over_tls: bool) {
    let policy = match surface {
        Surface::Api => API_POLICY,
        Surface::Docs => DOCS_POLICY,
    };
    let mut add = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    add(header::CONTENT_SECURITY_POLICY, policy);
    add(header::CACHE_CONTROL, "no-store");
    add(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    add(header::X_FRAME_OPTIONS, "DENY");
    add(header::REFERRER_POLICY, "no-referrer");
    add(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    add(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    add(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    );
    if over_tls {
        add(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

/// Tells the time of the server's own clock: browsers count down by it, whatever their clock says.
pub(super) fn tell_time(headers: &mut HeaderMap, now: Instant) {
    let since = Duration::from_secs(u64::try_from(now.unix()).unwrap_or_default());
    let date = HttpDate::from(UNIX_EPOCH + since);
    if let Ok(value) = date.try_into_value() {
        headers.insert(header::DATE, value);
    }
}
