//! Numbers as C's `%g` shows them.

use std::fmt;

/// How many digits are shown.
const DIGITS: i32 = 6;

/// A number with up to six digits: `0.1`, `1.5`, `1.001e+09`.
pub struct General(pub f64);

impl fmt::Display for General {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.0;
        if !value.is_finite() {
            let sign = if value.is_sign_negative() { "-" } else { "" };
            return write!(out, "{sign}{}", if value.is_nan() { "nan" } else { "inf" });
        }
        let rounded = format!("{value:.*e}", DIGITS as usize - 1);
        let (mantissa, exponent) = rounded.split_once('e').expect("an `e` before the exponent");
        let exponent: i32 = exponent.parse().expect("digits after the `e`");
        if (-4..DIGITS).contains(&exponent) {
            out.write_str(without_zeros(&format!("{value:.*}", (DIGITS - 1 - exponent) as usize)))
        } else {
            let sign = if exponent < 0 { '-' } else { '+' };
            write!(out, "{}e{sign}{:02}", without_zeros(mantissa), exponent.abs())
        }
    }
}

/// Without zeros at the end of the fraction.
fn without_zeros(digits: &str) -> &str {
    match digits.contains('.') {
        true => digits.trim_end_matches('0').trim_end_matches('.'),
        false => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::General;

    #[test]
    fn as_c_shows_them() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (-10.0, "-10"),
            (0.5, "0.5"),
            (1.0 / 3.0, "0.333333"),
            (2.0 / 3.0, "0.666667"),
            (123_456.0, "123456"),
            (999_999.5, "1e+06"),
            (1_234_567.0, "1.23457e+06"),
            (1_001_001_000.0, "1.001e+09"),
            (1e100, "1e+100"),
            (0.0001, "0.0001"),
            (0.000_012_345, "1.2345e-05"),
            (0.000_099_999_99, "0.0001"),
            (-1e-300, "-1e-300"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(General(value).to_string(), text);
        }
    }
}
