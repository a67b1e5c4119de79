//! The layout of what crosses, on 64-bit targets.
#![cfg(target_pointer_width = "64")]

use hstack_sys::*;
use std::mem::{align_of, offset_of, size_of};

#[test]
fn words_are_words() {
    assert_eq!(size_of::<Ref>(), 8);
    assert_eq!(size_of::<Option<Ref>>(), 8);
    assert_eq!(size_of::<Status>(), 4);
    assert_eq!(size_of::<Flag>(), 4);
    assert_eq!(size_of::<Size>(), 8);
    assert_eq!(size_of::<ThreadState>(), 8);
    assert_eq!(size_of::<Attachment>(), 16);
}

#[test]
fn the_head_of_a_context_never_moves() {
    assert_eq!(offset_of!(Context, size), 0);
    assert_eq!(offset_of!(Context, abi), 8);
    assert_eq!(offset_of!(Context, flags), 12);
    assert_eq!(offset_of!(Context, name), 16);
    assert_eq!(offset_of!(Context, interpreter), 24);
    assert_eq!(offset_of!(Context, hooks), 32);
    assert_eq!(align_of::<Context>(), 8);
    let functions = offset_of!(Context, constants) + CONSTANT_CAPACITY * 8;
    assert_eq!(offset_of!(Context, close), functions);
    assert_eq!(size_of::<Context>(), functions + FUNCTION_COUNT * 8);
    assert!(Constant::ALL.len() <= CONSTANT_CAPACITY);
}

#[test]
fn accelerators_have_a_fixed_size() {
    assert_eq!(size_of::<Accelerators>(), 16 * 8);
}

#[test]
fn definitions_start_with_their_size() {
    assert_eq!(offset_of!(ModuleDef, size), 0);
    assert_eq!(offset_of!(FunctionDef, size), 0);
    assert_eq!(offset_of!(GetSetDef, size), 0);
    assert_eq!(offset_of!(TypeDef, size), 0);
    assert_eq!(offset_of!(Closure, size), 0);
    assert_eq!(offset_of!(Buffer, size), 0);
    assert_eq!(offset_of!(StrBuilder, size), 0);
    assert_eq!(offset_of!(Hooks, size), 0);
}
