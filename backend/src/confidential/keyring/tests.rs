use super::*;
use crate::ids::{SequentialIds, SystemIds};

const MASTER: [u8; 32] = {
    let mut bytes = [0; 32];
    let mut i = 0;
    while i < 32 {
        bytes[i] = i as u8;
        i += 1;
    }
    bytes
};

fn keyring() -> Keyring {
    Keyring::from_master(&MASTER)
}

/// The expected values were computed by another library (Python's `cryptography`).
#[test]
fn keys_and_hashes_are_those_of_hkdf_and_hmac() {
    let keys = keyring();
    let receipt = ReceiptCode::from_number(794).expect("a code");
    let token = "820e4f6cf6f21dfe39b20c808a89787186d08938ef5efcb51b7f21f3dacd6b0e";
    for (value, expected) in [
        (
            keys.keyed_hash(HashKind::Phone, "13812341234"),
            "195baf65f6c39ab1ef45a846734d9a166096407c501f5f224d6c85acc5099723",
        ),
        (
            keys.receipt_hash(&receipt),
            "84e7e05dac78d8a97702a80096df372707b23b04e1168ceaf679a70c3faa64a8",
        ),
        (
            keys.journal_link(&[0; 32], br#"{"n":1}"#),
            "a8c45a1d464e71582c9b4f8bf120c74c542f3ab6dcf13e68342a3ec7297b418c",
        ),
        (
            keys.cursor_tag(b"c"),
            "e6e6e936e6425be962945378efd76ce10827ff583474279aa457273b384a72cd",
        ),
        (*keys.token_key(), token),
    ] {
        assert_eq!(hex::encode(value), expected);
    }
    assert_eq!(keys.id().to_string(), "ca2ed9569fcc4a85");
}

#[test]
fn a_replayed_answer_is_sealed_as_the_standard_says() {
    let sealed = keyring().seal_replay("idem-1", "client/1", b"{}", &*SequentialIds::from_seed(0));
    assert_eq!(
        hex::encode(sealed),
        "01af5570f5a1810b7af78caf4bc4422446c1f977c1bff7d9a66f731591936e"
    );
}

#[test]
fn a_stored_answer_opens_only_with_the_key_that_the_caller_presents_again() {
    let keys = keyring();
    let sealed = keys.seal_replay("idem-1", "client/1", b"number and receipt code", &SystemIds);
    let opened = keys
        .open_replay("idem-1", "client/1", &sealed)
        .expect("the same key opens");
    assert_eq!(opened.as_slice(), b"number and receipt code");
    assert_eq!(
        keys.open_replay("idem-2", "client/1", &sealed),
        Err(OpenError::Refused)
    );
    assert_eq!(
        keys.open_replay("idem-1", "client/2", &sealed),
        Err(OpenError::Refused)
    );
    let other = Keyring::from_master(&[9; 32]);
    assert_eq!(
        other.open_replay("idem-1", "client/1", &sealed),
        Err(OpenError::Refused)
    );
}

#[test]
fn one_text_of_two_kinds_has_two_hashes() {
    let keys = keyring();
    let kinds = [
        HashKind::Name,
        HashKind::Phone,
        HashKind::CitizenId,
        HashKind::IdempotencyKey,
        HashKind::RefreshToken,
        HashKind::ClientSecret,
    ];
    let hashes: std::collections::HashSet<KeyedHash> = kinds.map(|kind| keys.keyed_hash(kind, "一")).into();
    assert_eq!(hashes.len(), kinds.len());
}

#[test]
fn a_link_depends_on_the_link_before_and_on_every_byte() {
    let keys = keyring();
    let link = keys.journal_link(&[0; 32], b"event");
    assert_ne!(link, keys.journal_link(&[1; 32], b"event"));
    assert_ne!(link, keys.journal_link(&[0; 32], b"evenu"));
    assert_ne!(
        link,
        Keyring::from_master(&[9; 32]).journal_link(&[0; 32], b"event")
    );
}

#[test]
fn a_cursor_that_was_changed_is_not_ours() {
    let keys = keyring();
    let tag = keys.cursor_tag(b"after=7");
    assert!(keys.is_cursor_tag(b"after=7", &tag));
    assert!(!keys.is_cursor_tag(b"after=8", &tag));
    assert!(!keys.is_cursor_tag(b"after=7", &tag[..31]));
}

#[test]
fn debug_tells_the_fingerprint_and_no_key() {
    assert_eq!(format!("{:?}", keyring()), "Keyring(ca2ed9569fcc4a85)");
}
