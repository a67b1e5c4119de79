//! The only door to the context table.
//!
//! Two layers, both generated from [`hstack_sys::for_each_function!`]:
//!
//! * [`Ctx`] calls a table function with bare words: unsafe, for the modules `frame`, `handle` and
//!   `ffi`.
//! * [`Api`] calls it with words that carry their proof: a frame proves that the thread is attached,
//!   a [`Live`] reference that its object is alive. Results come back as [`Temp`] and
//!   [`Result`](crate::Result). The rest of the crate is written on top of it, without `unsafe`.

mod api;
mod arguments;
mod builder;
mod closure;
mod context;
mod contexts;
mod count;
pub mod dealloc;
pub mod derived;
pub mod entry;
pub mod exclusive;
mod export;
mod home;
pub mod instance;
mod items;
mod lift;
pub mod members;
mod memory;
mod number;
pub mod part;
pub mod payload;
pub mod pickle;
pub mod shared;
mod slice;
pub mod slots;
mod text;
mod vector;
mod words;

pub(crate) mod state;

pub(crate) use api::Api;
pub use arguments::Arguments;
pub use builder::{StrBuilder, StrMemory};
pub(crate) use closure::Body;
pub(crate) use context::Ctx;
pub(crate) use export::Export;
pub(crate) use home::{Attached, Home, close_queued};
pub(crate) use instance::assume_written;
pub use items::Peeked;
pub use lift::Live;
pub(crate) use lift::{Found, Raw};
pub use vector::Place;
