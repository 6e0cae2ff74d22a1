//! What is known of every request before anybody looks at it: its name, language and sender.

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::{Payload, ServiceRequest},
    http::header,
};
use anju_shared::problem::Language;
use std::{
    future::{Ready, ready},
    net::{IpAddr, Ipv4Addr},
};
use uuid::Uuid;

/// Name of the header that names a request.
pub const REQUEST_ID: &str = "x-request-id";

/// Name, language and sender of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestInfo {
    /// The name under which the log, the journal of access and the answer speak of it.
    pub id: Uuid,
    /// In which language its sender is answered.
    pub language: Language,
    /// The address it came from, behind the proxies that are ours.
    pub address: IpAddr,
}

impl RequestInfo {
    /// Reads them off a request; `fresh` names it unless its sender did.
    pub(super) fn of(request: &ServiceRequest, trusted_proxies: usize, fresh: impl FnOnce() -> Uuid) -> Self {
        // Only a uuid is believed: anything else could write into our log.
        let given = header_text(request, REQUEST_ID).and_then(|text| Uuid::parse_str(text).ok());
        Self {
            id: given.unwrap_or_else(fresh),
            language: header_text(request, header::ACCEPT_LANGUAGE.as_str()).map_or(Language::Zh, preferred),
            address: address(request, trusted_proxies),
        }
    }
}

impl FromRequest for RequestInfo {
    type Error = crate::error::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.extensions().get::<Self>().copied();
        ready(found.ok_or_else(|| anyhow::anyhow!("a request that did not pass the edge").into()))
    }
}

fn header_text<'a>(request: &'a ServiceRequest, name: &str) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

/// The language with the greatest weight; the first of equals; Chinese when neither is named.
fn preferred(accept: &str) -> Language {
    let mut best = (Language::Zh, 0.0);
    for range in accept.split(',') {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let weight: f32 = weight
            .trim()
            .strip_prefix("q=")
            .and_then(|q| q.parse().ok())
            .unwrap_or(0.0);
        let primary = tag
            .trim()
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let language = match primary.as_str() {
            "zh" | "*" => Language::Zh,
            "en" => Language::En,
            _ => continue,
        };
        if weight > best.1 {
            best = (language, weight);
        }
    }
    best.0
}

/// The last address that a proxy of ours wrote down; everything before it may be invented.
fn address(request: &ServiceRequest, trusted_proxies: usize) -> IpAddr {
    let peer = request
        .peer_addr()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
    if trusted_proxies == 0 {
        return peer;
    }
    let forwarded = request
        .headers()
        .get_all(header::X_FORWARDED_FOR)
        .filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = forwarded
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    let index = hops.len().checked_sub(trusted_proxies);
    index.and_then(|index| hops[index].parse().ok()).unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn the_language_with_the_greatest_weight_is_taken() {
        for (accept, language) in [
            ("en", Language::En),
            ("zh-CN,zh;q=0.9,en;q=0.8", Language::Zh),
            ("fr, en-GB;q=0.7, zh;q=0.2", Language::En),
            ("de", Language::Zh),
            ("en;q=0", Language::Zh),
            ("", Language::Zh),
        ] {
            assert_eq!(preferred(accept), language, "{accept}");
        }
    }

    #[test]
    fn only_the_hops_that_our_own_proxies_wrote_are_believed() {
        let request = TestRequest::default()
            .peer_addr("10.0.0.1:9".parse().expect("an address"))
            .insert_header((header::X_FORWARDED_FOR, "6.6.6.6, 203.0.113.7, 10.0.0.2"))
            .to_srv_request();
        for (proxies, expected) in [
            (0, "10.0.0.1"),
            (1, "10.0.0.2"),
            (2, "203.0.113.7"),
            (9, "10.0.0.1"),
        ] {
            assert_eq!(address(&request, proxies).to_string(), expected);
        }
    }
}
