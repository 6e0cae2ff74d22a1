use super::*;
use crate::ids::{SequentialIds, SystemIds};
use uuid::Uuid;

const KEY: [u8; 32] = [7; 32];

fn key() -> DataKey {
    DataKey(Zeroizing::new(KEY))
}

fn master() -> Keyring {
    Keyring::from_master(&std::array::from_fn(|i| i as u8))
}

fn reporter(number: u128) -> ReporterId {
    ReporterId(Uuid::from_u128(number))
}

fn case(number: u128) -> Owner {
    Owner::Case(CaseId(Uuid::from_u128(number)))
}

fn name(text: &str) -> PersonName {
    PersonName::parse(text).expect("a name")
}

/// The expected values were computed by another library (Python's `cryptography`).
#[test]
fn fields_and_keys_are_sealed_as_the_standard_says() {
    let sealed = Sealed::seal(
        &name("张三丰"),
        reporter(1),
        &key(),
        &*SequentialIds::from_seed(0),
    );
    assert_eq!(
        hex::encode(sealed.as_bytes()),
        "01af5570f5a1810b7af78caf4bf457e3a53900072d6f1a2a48c3667bb2fe7bead97cd1d46842"
    );
    let wrapped = key().wrap(case(1), &master(), &*SequentialIds::from_seed(0));
    assert_eq!(
        hex::encode(wrapped),
        "ca2ed9569fcc4a8501af5570f5a1810b7af78caf4b5584c513fea17602e5d0cd2126d1308ca90c62b6d8d142b84fb696be\
         076a7c9cb90751f3e77c476a5c0aeda59b2c0681"
    );
}

#[test]
fn what_was_sealed_opens_for_the_same_reporter_and_field() {
    let sealed = Sealed::seal(&name("𠮷田·茂"), reporter(1), &key(), &SystemIds);
    let stored = Sealed::<PersonName>::from_stored(sealed.as_bytes().to_vec());
    assert_eq!(
        stored.open(reporter(1), &key()).expect("opens").reveal(),
        "𠮷田·茂"
    );
}

/// TJ-19, MEM-10.2: whoever has the database has no identity, whatever they move in it.
#[test]
fn a_field_moved_to_another_row_or_column_does_not_open() {
    let sealed = Sealed::seal(&name("张三丰"), reporter(1), &key(), &SystemIds);
    assert!(matches!(
        sealed.open(reporter(2), &key()),
        Err(OpenError::Refused)
    ));
    let as_phone = Sealed::<PhoneNumber>::from_stored(sealed.as_bytes().to_vec());
    assert!(matches!(
        as_phone.open(reporter(1), &key()),
        Err(OpenError::Refused)
    ));
    let other_case = DataKey::generate(&SystemIds);
    assert!(matches!(
        sealed.open(reporter(1), &other_case),
        Err(OpenError::Refused)
    ));
}

#[test]
fn one_name_sealed_twice_looks_different() {
    let seal = || Sealed::seal(&name("张三丰"), reporter(1), &key(), &SystemIds);
    assert_ne!(seal().as_bytes(), seal().as_bytes());
}

#[test]
fn no_bit_of_a_sealed_field_can_be_changed() {
    let id = CitizenId::parse("360426199101010071").expect("a citizen id");
    let sealed = Sealed::seal(&id, reporter(1), &key(), &SystemIds);
    for (changed, at) in flips(sealed.as_bytes()) {
        let opened = Sealed::<CitizenId>::from_stored(changed).open(reporter(1), &key());
        let expected = if at < 8 {
            OpenError::Malformed
        } else {
            OpenError::Refused
        };
        assert_eq!(opened.map(|_| ()), Err(expected), "bit {at}");
    }
    for length in 0..sealed.as_bytes().len() {
        let cut = Sealed::<CitizenId>::from_stored(sealed.as_bytes()[..length].to_vec());
        assert!(cut.open(reporter(1), &key()).is_err(), "{length} bytes");
    }
}

#[test]
fn no_bit_of_a_wrapped_key_can_be_changed() {
    let wrapped = key().wrap(case(1), &master(), &SystemIds);
    assert_eq!(
        *DataKey::unwrap(&wrapped, case(1), &master()).expect("unwraps").0,
        KEY
    );
    for (changed, at) in flips(&wrapped) {
        assert!(DataKey::unwrap(&changed, case(1), &master()).is_err(), "bit {at}");
    }
    for length in 0..wrapped.len() {
        assert!(
            DataKey::unwrap(&wrapped[..length], case(1), &master()).is_err(),
            "{length} bytes"
        );
    }
}

#[test]
fn a_wrapped_key_opens_for_its_owner_only() {
    let wrapped = key().wrap(case(1), &master(), &SystemIds);
    let file = Owner::File(FileId(Uuid::from_u128(1)));
    for owner in [case(2), file] {
        assert_eq!(
            DataKey::unwrap(&wrapped, owner, &master()).map(|_| ()),
            Err(OpenError::Refused)
        );
    }
}

#[test]
fn a_key_wrapped_by_another_master_key_says_which() {
    let other = Keyring::from_master(&[9; 32]);
    let wrapped = key().wrap(case(1), &other, &SystemIds);
    let refused = DataKey::unwrap(&wrapped, case(1), &master()).map(|_| ());
    assert_eq!(refused, Err(OpenError::OtherMasterKey(other.id())));
}

#[test]
fn debug_tells_nothing() {
    let sealed = Sealed::seal(&name("张三丰"), reporter(1), &key(), &SystemIds);
    let opened = sealed.open(reporter(1), &key()).expect("opens");
    assert_eq!(
        format!("{:?} {sealed:?} {opened:?}", key()),
        "DataKey(…) Sealed(…) Opened(…)"
    );
}

/// Every way of changing one bit, with the number of the bit.
fn flips(bytes: &[u8]) -> impl Iterator<Item = (Vec<u8>, usize)> + '_ {
    (0..bytes.len() * 8).map(|bit| {
        let mut changed = bytes.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        (changed, bit)
    })
}
