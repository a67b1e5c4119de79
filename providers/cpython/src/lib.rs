//! Fills hstack's context table from the CPython (3.9 to 3.15, debug and free-threaded builds too) or
//! PyPy that is in the process.
//!
//! Nothing of an interpreter is needed to build this crate: [`init`] looks up the C symbols that the
//! process has, under CPython's names or PyPy's, and works with those. What differs between versions
//! is decided once, at run time: which symbol a function of the table calls, where a module
//! definition keeps its fields, whether a layout is known. What is not known is asked for with a call.
//!
//! | file | content |
//! |---|---|
//! | `capi` | the list of C symbols |
//! | `symbols`, `platform` | how they are found |
//! | `facts`, `probe` | what is known about the interpreter, and how that is checked |
//! | `functions` | the functions of the table, by topic |
//! | `table`, `constants` | a context made of them |
//! | `module`, `moduledef`, `home` | modules, and the context that each of them owns |
//! | `made` | what is made once and lives as long as the process |
//! | `spec`, `methods` | classes and functions, as the interpreter wants them described |
//! | `base`, `layout`, `registry`, `instance`, `holder` | where the parts of an instance are, and what becomes of them |
//! | `vector` | many references in one field |
//! | `exporter` | the memory of instances, for consumers of buffers |
//! | `guard` | what every function of the table is wrapped in |
//!
//! # Test aid
//!
//! `HSTACK_CPYTHON_SYMBOLS=3.9` hides every C symbol that appeared after that version, so that the
//! oldest code paths can be tested on a new Python. It is ignored by free-threaded builds and by
//! `python -E` and `-I`.

mod base;
mod capi;
mod constants;
mod exporter;
mod facts;
// Public because an extension names what it calls: see `table::complete`.
#[doc(hidden)]
pub mod functions;
mod guard;
mod holder;
mod home;
mod instance;
mod interpreter;
mod layout;
mod made;
mod methods;
mod module;
mod moduledef;
mod owned;
mod platform;
mod probe;
mod raise;
mod registry;
mod section;
mod spec;
mod symbols;
mod table;
mod text;
mod types;
mod vector;

pub use module::{Host, export, init, load};
