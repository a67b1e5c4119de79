//! Contexts that wrap another one.
//!
//! An extension reaches its interpreter through a context, so a context that stands between sees
//! everything that the extension does, without the extension being built again for it. The wrapper has
//! a table of its own, generated from [`hstack_sys::for_each_function!`]; each function in it does what
//! the wrapper is for and calls the function of the inner context.
//!
//! [`counting`] counts calls, those that succeeded and those that failed. The conformance suite runs
//! through it, to show that it calls every function of the table and sees every one of them fail that
//! can.

pub mod counting;

mod verdict;
