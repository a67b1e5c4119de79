//! Conversions between Rust and Python values. The result type decides whether a handle is made.
//!
//! [`FromPy`] and [`ToPy`] are implemented for handles, for the types of the standard library (see the
//! [crate documentation](crate) for the table) and by the derives of the same names.

mod temp;
mod traits;

pub use temp::Temp;
pub use traits::{FromPy, FromPyOwned, ToPy};

#[cfg(feature = "anyhow")]
mod anyhow;
mod bytes;
mod collections;
mod error;
#[cfg(feature = "eyre")]
mod eyre;
mod float;
mod int;
mod map;
mod net;
mod path;
mod string;
mod time;
mod tuple;

pub(crate) use collections::vec_from_list;
