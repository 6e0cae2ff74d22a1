use super::*;
use crate::ids::SystemIds;
use serde_json::{Value, json};
use uuid::Uuid;

const NOW: Instant = Instant::from_unix(1_800_000_000);

fn keyring() -> Keyring {
    Keyring::from_master(&[3; 32])
}

fn tokens() -> AccessTokens {
    AccessTokens::new(&keyring())
}

fn officer() -> Subject {
    Subject::User {
        sub: UserId(Uuid::from_u128(1)),
        sid: SessionId(Uuid::from_u128(2)),
    }
}

/// A token with this head and these claims, signed with our key by whichever algorithm the head names.
fn forge(head: &Value, claims: &Value) -> String {
    use hmac::{Hmac, KeyInit as _, Mac as _};
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let message = format!("{}.{}", encode(head), encode(claims));
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(keyring().token_key()).expect("a key");
    mac.update(message.as_bytes());
    format!(
        "{message}.{}",
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    )
}

fn claims() -> Value {
    json!({
        "kind": "user", "sub": Uuid::from_u128(1), "sid": Uuid::from_u128(2),
        "iat": NOW.unix(), "exp": NOW.unix() + 60, "iss": "anju", "aud": "anju-api",
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut claims = claims();
    claims[field] = value;
    claims
}

#[test]
fn a_token_says_who_calls_and_lives_for_five_minutes() {
    let integrator = Subject::Client {
        sub: ClientId(Uuid::from_u128(3)),
        scope: "reports:write".into(),
    };
    for subject in [officer(), integrator] {
        let token = tokens().issue(subject.clone(), NOW).expect("issues");
        let read = tokens().read(&token, NOW.plus(299)).expect("is good");
        assert_eq!(
            (read.subject, read.iat, read.exp),
            (subject, NOW.unix(), NOW.unix() + 300)
        );
        assert_eq!(tokens().read(&token, NOW.plus(300)), Err(TokenError::Expired));
        assert_eq!(
            tokens().read(&token, NOW.plus(100_000_000)),
            Err(TokenError::Expired)
        );
    }
}

#[test]
fn a_forged_head_with_our_own_signature_shows_that_the_forger_works() {
    let read = tokens().read(&forge(&json!({"alg": "HS256"}), &claims()), NOW);
    assert_eq!(read.map(|claims| claims.subject), Ok(officer()));
}

#[test]
fn only_hs256_is_accepted() {
    for alg in ["none", "None", "HS384", "HS512", "RS256", "ES256", "EdDSA", ""] {
        let signed = forge(&json!({"alg": alg, "typ": "JWT"}), &claims());
        assert_eq!(tokens().read(&signed, NOW), Err(TokenError::Invalid), "{alg}");
        let (message, _) = signed.rsplit_once('.').expect("three parts");
        assert_eq!(
            tokens().read(&format!("{message}."), NOW),
            Err(TokenError::Invalid),
            "{alg} unsigned"
        );
    }
}

#[test]
fn claims_for_others_or_without_what_is_needed_are_refused() {
    for claims in [
        with("aud", json!("another-api")),
        with("aud", json!(["another-api"])),
        with("aud", Value::Null),
        with("iss", json!("another")),
        with("iss", Value::Null),
        with("exp", Value::Null),
        with("exp", json!("soon")),
        with("kind", json!("root")),
        with("kind", json!("client")),
        with("sub", json!("1")),
        with("sid", Value::Null),
    ] {
        let token = forge(&json!({"alg": "HS256"}), &claims);
        assert_eq!(tokens().read(&token, NOW), Err(TokenError::Invalid), "{claims}");
    }
}

#[test]
fn a_token_from_the_future_is_refused_but_for_a_small_skew() {
    let token = tokens().issue(officer(), NOW.plus(30)).expect("issues");
    assert!(tokens().read(&token, NOW).is_ok());
    let token = tokens().issue(officer(), NOW.plus(31)).expect("issues");
    assert_eq!(tokens().read(&token, NOW), Err(TokenError::NotYet));
}

#[test]
fn no_character_of_a_token_can_be_changed() {
    let token = tokens().issue(officer(), NOW).expect("issues");
    for at in 0..token.len() {
        for bit in 0..7 {
            let mut changed = token.clone().into_bytes();
            changed[at] ^= 1 << bit;
            let changed = String::from_utf8(changed).expect("seven bits are ASCII");
            assert_eq!(
                tokens().read(&changed, NOW),
                Err(TokenError::Invalid),
                "bit {bit} of byte {at}"
            );
        }
    }
}

#[test]
fn a_token_of_another_installation_is_refused() {
    let other = AccessTokens::new(&Keyring::from_master(&[4; 32]));
    let token = other.issue(officer(), NOW).expect("issues");
    assert_eq!(tokens().read(&token, NOW), Err(TokenError::Invalid));
    for junk in ["", ".", "..", "a.b", "a.b.c", "a.b.c.d", "张.三.丰"] {
        assert_eq!(tokens().read(junk, NOW), Err(TokenError::Invalid), "{junk}");
    }
}

#[test]
fn an_opaque_token_is_stored_as_a_hash_of_its_kind() {
    let token = OpaqueToken::generate(&SystemIds);
    assert_eq!(token.reveal().len(), 43);
    let presented = OpaqueToken::parse(token.reveal()).expect("has the form");
    let refresh = token.hash(HashKind::RefreshToken, &keyring());
    assert_eq!(presented.hash(HashKind::RefreshToken, &keyring()), refresh);
    assert_ne!(token.hash(HashKind::ClientSecret, &keyring()), refresh);
    assert_ne!(OpaqueToken::generate(&SystemIds), token);
    assert_eq!(format!("{token:?}"), "OpaqueToken(…)");
}

#[test]
fn what_has_not_the_form_of_an_opaque_token_is_none() {
    let good = OpaqueToken::generate(&SystemIds);
    for text in [
        "",
        "abc",
        &good.reveal()[1..],
        &format!("{}A", good.reveal()),
        "张三",
        &"=".repeat(43),
    ] {
        assert_eq!(OpaqueToken::parse(text), None, "{text}");
    }
}
