//! The name of a request: sent again under the same one, it does nothing twice.

use web_sys::window;

/// 128 random bits: nobody else's key.
pub(crate) fn random_key() -> String {
    let mut bytes = [0_u8; 16];
    let crypto = window().and_then(|window| window.crypto().ok());
    let filled = crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        bytes.fill_with(|| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number from 0 to 255"
            )]
            let byte = (js_sys::Math::random() * 256.0) as u8;
            byte
        });
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
