//! Exceptions of one's own, derived from each other, raised and matched.
use hstack::exceptions::{Exception, LookupError};
use hstack::prelude::*;
use hstack::{exception, import_exception};

exception!(shop, ShopError, Exception, "Any failure of the shop.");
exception!(shop, OutOfStock, ShopError);
exception!(shop.inner, Unknown, LookupError, "Deeper.",);
import_exception!(json.decoder, JSONDecodeError);

pub fn t(f: &Frame<'_>) -> Result<bool> {
    let error = OutOfStock::new_err("sold out");
    let other = Unknown::with_args((1, "two"));
    if error.is_instance::<ShopError>(f) && !other.is_instance::<JSONDecodeError>(f) {
        return Err(error);
    }
    Ok(other.is_instance::<LookupError>(f))
}

fn main() {}
