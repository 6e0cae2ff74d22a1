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
