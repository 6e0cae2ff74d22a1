//! Drawing receipt codes from the system's random source.

use crate::ids::Ids;
use anju_shared::receipt::ReceiptCode;

/// A new receipt code, every one as likely as any other: numbers of 60 bits, thrown again while they lie
/// outside (about one in eight).
#[must_use]
pub fn draw_receipt_code(ids: &dyn Ids) -> ReceiptCode {
    loop {
        let number = u64::from_be_bytes(ids.bytes()) >> 4;
        if let Some(code) = ReceiptCode::from_number(number) {
            return code;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{SequentialIds, SystemIds};
    use std::collections::HashSet;

    #[test]
    fn drawn_codes_are_valid_and_differ() {
        let drawn: HashSet<String> = (0..1_000)
            .map(|_| draw_receipt_code(&SystemIds).to_string())
            .collect();
        assert_eq!(drawn.len(), 1_000);
        assert!(drawn.iter().all(|code| ReceiptCode::parse(code).is_ok()));
    }

    #[test]
    fn every_leading_digit_is_as_likely() {
        let ids = SequentialIds::from_seed(1);
        let mut counts = [0_u32; 10];
        for _ in 0..10_000 {
            counts[usize::from(draw_receipt_code(&*ids).digits().as_bytes()[0] - b'0')] += 1;
        }
        assert!(
            counts.iter().all(|count| (850..1_150).contains(count)),
            "{counts:?}"
        );
    }
}
