//! A text as a picture that a telephone reads (QR code, ISO/IEC 18004). Drawn here, so that the desk carries nothing
//! for it.

use qrcodegen::{QrCode, QrCodeEcc};

/// White squares around the code, without which it is not recognised.
const QUIET: i32 = 4;

/// The picture as SVG, black on white in every theme; none of a text that is too long for one.
pub(super) fn picture(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let (size, whole) = (code.size(), code.size() + 2 * QUIET);
    let places = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let dark = places.filter(|&(x, y)| code.get_module(x, y));
    let squares: Vec<String> = dark
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET))
        .collect();
    let squares = squares.concat();
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"><path fill="white" d="M0 0h{whole}v{whole}H0z"/><path d="{squares}"/></svg>"#
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_three_corners_and_white_around_it() {
        let picture =
            picture("otpauth://totp/Anju:zhou?secret=JBSWY3DPEHPK3PXP&issuer=Anju").expect("short enough");
        // So many bytes need version 4: 33 squares a side, and four of white on either.
        assert!(picture.contains("viewBox=\"0 0 41 41\""));
        for corner in ["M4 4h1v1h-1z", "M36 4h1v1h-1z", "M4 36h1v1h-1z"] {
            assert!(picture.contains(corner), "{corner}");
        }
        assert!(!picture.contains("M3 ") && !picture.contains("M37 "));
    }

    #[test]
    fn what_is_too_long_has_none() {
        assert_eq!(picture(&"x".repeat(3_000)), None);
    }
}
