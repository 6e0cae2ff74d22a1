use super::*;
use crate::ids::SystemIds;
use std::time::{Duration, Instant};

fn secret(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

#[tokio::test]
async fn a_password_is_known_by_its_hash_only() {
    let passwords = Passwords::new(2);
    let hash = passwords
        .hash(secret("Anju-2026-安全"), &SystemIds)
        .await
        .expect("derives");
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
    assert!(
        passwords
            .verify(secret("Anju-2026-安全"), Some(hash.clone()))
            .await
            .expect("compares")
    );
    for wrong in ["anju-2026-安全", "Anju-2026-安全 ", "", &"长".repeat(100_000)] {
        assert!(
            !passwords
                .verify(secret(wrong), Some(hash.clone()))
                .await
                .expect("compares"),
            "{wrong}"
        );
    }
    let again = passwords
        .hash(secret("Anju-2026-安全"), &SystemIds)
        .await
        .expect("derives");
    assert_ne!(hash, again, "every hash has a salt of its own");
}

/// The expected hash was computed by another implementation (Python's `cryptography`).
#[tokio::test]
async fn the_hash_is_argon2id_as_others_compute_it() {
    let hash =
        "$argon2id$v=19$m=19456,t=2,p=1$YW5qdSBrbm93biBzYWx0IQ$HwipWRQuiWmft0iMI66QIVLSE0J0BfduUW6SJZMGep0";
    let passwords = Passwords::new(1);
    assert!(
        passwords
            .verify(secret("password"), Some(hash.into()))
            .await
            .expect("compares")
    );
}

#[test]
fn the_hash_of_nobody_costs_what_a_real_one_costs() {
    let nobody = PasswordHash::new(NOBODY).expect("is well-formed");
    let (memory, passes, lanes) = COST;
    assert_eq!(nobody.params.get_decimal("m"), Some(memory));
    assert_eq!(nobody.params.get_decimal("t"), Some(passes));
    assert_eq!(nobody.params.get_decimal("p"), Some(lanes));
    assert_eq!(nobody.salt.map(|salt| salt.len()), Some(16));
    assert_eq!(nobody.hash.map(|hash| hash.len()), Some(32));
}

#[tokio::test]
async fn an_unknown_user_is_refused_after_the_same_work() {
    let passwords = Passwords::new(1);
    let hash = passwords
        .hash(secret("Anju-2026-x"), &SystemIds)
        .await
        .expect("derives");
    let mut known = Duration::MAX;
    let mut unknown = Duration::MAX;
    for _ in 0..5 {
        let begun = Instant::now();
        assert!(
            !passwords
                .verify(secret("wrong"), Some(hash.clone()))
                .await
                .expect("compares")
        );
        known = known.min(begun.elapsed());
        let begun = Instant::now();
        assert!(!passwords.verify(secret("wrong"), None).await.expect("compares"));
        unknown = unknown.min(begun.elapsed());
    }
    // Generous, for busy machines; skipping the derivation would make it a thousandth.
    assert!(
        unknown * 3 > known && known * 3 > unknown,
        "{known:?} and {unknown:?}"
    );
}

#[tokio::test]
async fn nobody_is_not_let_in_with_the_text_behind_the_hash_of_nobody() {
    let passwords = Passwords::new(1);
    assert!(
        !passwords
            .verify(secret("nobody has this password, nobody"), None)
            .await
            .expect("compares")
    );
}

#[tokio::test]
async fn a_broken_hash_is_an_error_and_not_a_wrong_password() {
    let passwords = Passwords::new(1);
    for broken in ["", "plain", "$argon2id$v=19$m=19456,t=2,p=1$"] {
        let result = passwords.verify(secret("x"), Some(broken.into())).await;
        assert!(
            matches!(result, Err(PasswordError::Hash(_))),
            "{broken}: {result:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn derivations_do_not_hold_up_the_threads_that_serve() {
    let passwords = Passwords::new(2);
    let mut work: task::JoinSet<_> = (0..8)
        .map(|_| {
            let passwords = passwords.clone();
            async move { passwords.verify(secret("x"), None).await.expect("compares") }
        })
        .collect();
    let mut ticks = 0;
    loop {
        tokio::select! {
            biased;
            done = work.join_next() => if done.is_none() { break },
            () = tokio::time::sleep(Duration::from_millis(1)) => ticks += 1,
        }
        assert!(passwords.permits.available_permits() <= 2);
    }
    assert!(ticks > 3, "the only serving thread ran {ticks} times meanwhile");
    assert_eq!(passwords.permits.available_permits(), 2);
}

#[test]
fn a_new_password_is_long_and_mixed_enough() {
    use PasswordFault::{ContainsUserName, TooCommon, TooLong, TooShort, TooUniform};
    for (password, expected) in [
        ("Abcdef-123", vec![]),
        ("abcdef-123", vec![]),
        ("Zhang-2026x", vec![]),
        ("Abc-123", vec![TooShort]),
        ("abcdefghij", vec![TooUniform]),
        ("abcdefgh12", vec![TooUniform]),
        ("Abcdefgh12", vec![]),
        ("安全生产人人有责a1", vec![]),
        ("安全生产人人有责啊啊", vec![TooUniform]),
        ("", vec![TooShort, TooUniform]),
        ("xxLiMing-2026", vec![ContainsUserName]),
        ("P@ssw0rd-12", vec![TooCommon]),
        ("Qwerty-2026", vec![TooCommon]),
        ("Anquan-2026", vec![TooCommon]),
        ("Qwerty-and-more-9", vec![]),
    ] {
        assert_eq!(faults(password, "liming"), expected, "{password}");
    }
    assert_eq!(faults(&"Aa1-".repeat(33), "liming"), [TooLong]);
    assert!(faults("Abcdef-123", "").is_empty());
}

#[test]
fn every_fault_says_what_would_be_right() {
    let fault = PasswordFault::TooShort;
    assert_eq!(fault.message().zh, "密码至少10个字符。");
    assert_eq!(fault.code(), "password_too_short");
}
