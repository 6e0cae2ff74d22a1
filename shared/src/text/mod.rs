//! Parsed strings: `parse` is the only way in, so whoever holds one need not check again.
//!
//! Two families. *Plain* texts ([`LimitedText`], [`CreditCode`]) may be shown and stored. *Identity*
//! texts ([`PersonName`], [`PhoneNumber`], [`CitizenId`], [`PostalAddress`]) tell who a reporter is
//! (TJ-19, MEM-10): they have no `Display` and no `Serialize`, `Debug` hides them, their memory is wiped;
//! `reveal()` hands the text to whoever seals it, and `masked()` is the form that everybody may see.
//!
//! This is not validation of whole forms: a wire type carries `String`s, calls `parse` on each and
//! collects the faults. Start at [`TextFault`]; the rules of each kind stand with its type.

mod address;
mod codes;
mod fault;
mod limited;
mod person;
mod phone;
mod tidy;

pub use address::PostalAddress;
pub use codes::{CitizenId, CreditCode};
pub use fault::{Form, TextFault};
pub use limited::{LimitedText, Narrative, ShortText, Title};
pub use person::PersonName;
pub use phone::{PhoneKind, PhoneNumber};
pub(crate) use tidy::fold;

/// A text that tells who somebody is: hidden from `Debug`, wiped from memory, never serialised.
macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(zeroize::Zeroizing<String>);

        impl $name {
            /// The text itself, for sealing and for the one screen that was granted it.
            #[must_use]
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}
use identity;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Anything, and what looks nearly right.
    fn typed() -> impl Strategy<Value = String> {
        let near = "[0-9０-９Xx+()（） 　·•\\-－转省市区县镇路号张欧阳a-zA-Z\u{200b}\u{e000}𠮷*]{0,24}";
        prop_oneof![
            any::<String>(),
            near.prop_map(|text: String| text),
            "(\\+86)?[01][0-9]{2,12}(-[0-9]{0,5})?"
        ]
    }

    proptest! {
        /// TJ-19, MEM-10: what everybody may see is never the text itself.
        #[test]
        fn whatever_is_typed_is_parsed_to_something_stable_and_masked_or_refused(text in typed()) {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert_ne!(name.masked(), name.reveal());
                prop_assert_eq!(PersonName::parse(name.reveal()), Ok(name));
            }
            if let Ok(phone) = PhoneNumber::parse(&text) {
                prop_assert!(phone.kind() == PhoneKind::Short || phone.masked() != phone.reveal());
                prop_assert_eq!(PhoneNumber::parse(phone.reveal()), Ok(phone));
            }
            if let Ok(address) = PostalAddress::parse(&text) {
                let masked = address.masked();
                prop_assert!(address.reveal().starts_with(masked.trim_end_matches('*')));
                prop_assert_eq!(PostalAddress::parse(address.reveal()), Ok(address));
            }
            if let Ok(narrative) = Narrative::parse(&text) {
                prop_assert_eq!(Narrative::parse(narrative.as_str()), Ok(narrative));
            }
            let _ = (CitizenId::parse(&text), CreditCode::parse(&text), crate::receipt::ReceiptCode::parse(&text));
        }
    }
}
