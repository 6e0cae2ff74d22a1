//! One fact to one receiver, signed as the Standard Webhooks scheme says.

use crate::{config::Webhook, entity::outbox};
use anju_shared::time::Instant;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::{sync::OnceLock, time::Duration};

const PATIENCE: Duration = Duration::from_secs(10);

/// Sends; any answer of success is a receipt.
pub(super) async fn send(webhook: &Webhook, fact: &outbox::Model, now: Instant) -> reqwest::Result<()> {
    let (id, timestamp) = (fact.id.to_string(), now.unix().to_string());
    let signature = sign(webhook.secret.as_bytes(), &id, &timestamp, &fact.payload);
    let request = client()?.post(&webhook.url).timeout(PATIENCE);
    let request = request
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp);
    let request = request
        .header("webhook-signature", signature)
        .header("content-type", "application/json");
    request
        .body(fact.payload.clone())
        .send()
        .await?
        .error_for_status()?;
    Ok(())
}

fn sign(secret: &[u8], id: &str, timestamp: &str, payload: &str) -> String {
    // A secret of the scheme is written in base64 behind `whsec_`; any other is taken as it stands.
    let decoded = secret
        .strip_prefix(b"whsec_")
        .and_then(|text| STANDARD.decode(text).ok());
    let mut mac =
        Hmac::<Sha256>::new_from_slice(decoded.as_deref().unwrap_or(secret)).expect("any length is a key");
    mac.update(format!("{id}.{timestamp}.{payload}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

/// Made when the first fact is sent: most installations have no webhook.
fn client() -> reqwest::Result<reqwest::Client> {
    static CLIENT: OnceLock<reqwest::Client> = OnceLock::new();
    if let Some(client) = CLIENT.get() {
        return Ok(client.clone());
    }
    crate::app::choose_tls_provider();
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    Ok(CLIENT.get_or_init(|| client).clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vector_of_the_scheme_is_met() {
        let signature = sign(
            b"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "1614265330",
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
