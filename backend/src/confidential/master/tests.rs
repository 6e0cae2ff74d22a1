use super::*;
use crate::ids::SystemIds;

#[test]
fn a_generated_key_file_is_for_its_owner_alone_and_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("master.key");
    let made = Keyring::generate_file(&path, &SystemIds).expect("makes a key");
    let mode = fs::metadata(&path).expect("there is a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(Keyring::from_file(&path).expect("reads it").id(), made.id());
    assert_eq!(
        Keyring::generate_file(&path, &SystemIds).expect("keeps it").id(),
        made.id()
    );
    let source = MasterKeySource::Generated(path);
    assert_eq!(
        Keyring::load(&source, &SystemIds).expect("loads it").id(),
        made.id()
    );
    assert_eq!(
        fs::read_dir(folder.path()).expect("lists").count(),
        1,
        "nothing else is left"
    );
}

#[test]
fn a_key_file_that_everybody_may_read_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("master.key");
    Keyring::generate_file(&path, &SystemIds).expect("makes a key");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("opens it to all");
    let refused = Keyring::from_file(&path).expect_err("is refused");
    assert!(matches!(refused, KeyError::Exposed(_)), "{refused}");
    assert!(refused.to_string().contains("chmod 600"));
}

#[test]
fn a_key_of_another_length_is_refused() {
    let all = STANDARD.encode([5; 32]);
    assert_eq!(
        Keyring::from_base64(&format!(" {all}\n")).expect("32 bytes").id(),
        Keyring::from_master(&[5; 32]).id()
    );
    for text in [
        "",
        "geheim",
        &STANDARD.encode([0; 31]),
        &STANDARD.encode([0; 33]),
        &all[1..],
    ] {
        assert!(
            matches!(Keyring::from_base64(text), Err(KeyError::Malformed)),
            "{text}"
        );
    }
    let missing = Keyring::load(&MasterKeySource::File("/nonexistent/key".into()), &SystemIds);
    assert!(matches!(missing, Err(KeyError::Io { .. })));
    let unwritable = Keyring::generate_file(Path::new("/proc/nowhere/key"), &SystemIds);
    assert!(matches!(unwritable, Err(KeyError::Io { .. })));
}
