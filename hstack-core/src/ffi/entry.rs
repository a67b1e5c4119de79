//! Where the interpreter calls in: entry points.
//!
//! An entry has the shape that CPython calls, so nothing stands between. It finds the context, makes
//! the frame, keeps panics in, and turns an error into a pending exception after the frame is closed.
//!
//! How it finds the context: [`super::contexts`].

use super::Arguments;
use super::contexts::{self, context};
use super::{Ctx, Live, state};
use crate::args::Signature;
use crate::convert::{Temp, ToPy};
use crate::error::{Error, Result};
use crate::frame::{Frame, enter};
use crate::handle::Handle;
use crate::types::{Any, Module};
use core::ffi::{c_int, c_void};
use hstack_sys::{ABI_VERSION, Context, ModuleDef, Ref, Status};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;

/// What an entry returns, and how it says that an exception is pending.
pub trait Code: Copy {
    /// The value that says so.
    const FAILED: Self;

    /// Whether it is that value.
    fn is_failed(self) -> bool;

    /// The object that it is, for a provider that translates references.
    #[inline(always)]
    fn object(self) -> Option<Ref> {
        None
    }

    /// Replaces that object.
    #[inline(always)]
    fn with_object(self, _: Option<Ref>) -> Self {
        self
    }
}
impl Code for Option<Ref> {
    const FAILED: Self = None;
    #[inline(always)]
    fn is_failed(self) -> bool {
        self.is_none()
    }
    #[inline(always)]
    fn object(self) -> Option<Ref> {
        self
    }
    #[inline(always)]
    fn with_object(self, object: Option<Ref>) -> Self {
        object
    }
}
impl Code for c_int {
    const FAILED: Self = -1;
    #[inline(always)]
    fn is_failed(self) -> bool {
        self < 0
    }
}
impl Code for isize {
    const FAILED: Self = -1;
    #[inline(always)]
    fn is_failed(self) -> bool {
        self < 0
    }
}

/// An object on its way out of an entry.
pub struct Returned(Ref);

impl Returned {
    /// The reference, for the interpreter.
    #[inline(always)]
    pub fn into_code(self) -> Option<Ref> {
        Some(self.0)
    }

    #[inline(always)]
    pub(crate) fn new(temp: Temp<'_, '_>) -> Self {
        Returned(temp.into_raw())
    }

    /// Back again: the result of a body that was not the last one to run.
    #[inline(always)]
    pub(crate) fn into_temp<'a, 'f>(self, f: &'a Frame<'f>) -> Temp<'a, 'f> {
        // SAFETY: it owns the reference, and comes from an entry with this frame.
        unsafe { Temp::new(f, self.0) }
    }
}

/// What a native function may return: a value, nothing, or a `Result` of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of a native function",
    label = "neither `ToPy` nor a `Result` of it with an error that becomes `hstack::Error`",
    note = "return a handle, a std type, a type with `#[derive(ToPy)]`, or `Result` of one; for the error, implement `From<YourError> for hstack::Error`"
)]
pub trait Outcome<'f> {
    /// Turns it into an object.
    fn returned(self, f: &Frame<'f>) -> Result<Returned>;
}

impl<'f, T: ToPy<'f>> Outcome<'f> for T {
    #[inline(always)]
    fn returned(self, f: &Frame<'f>) -> Result<Returned> {
        self.into_result(f).map(Returned::new)
    }
}

impl<'f, T: ToPy<'f>, E: Into<Error>> Outcome<'f> for Result<T, E> {
    #[inline(always)]
    fn returned(self, f: &Frame<'f>) -> Result<Returned> {
        match self {
            Ok(value) => value.into_result(f).map(Returned::new),
            Err(error) => Err(error.into()),
        }
    }
}

/// Runs the body of an entry.
///
/// # Safety
/// An interpreter calls the entry, with `this` as its self.
#[inline(always)]
pub unsafe fn run<C: Code>(this: Option<Ref>, body: impl for<'f> FnOnce(&mut Frame<'f>) -> Result<C>) -> C {
    // SAFETY: the interpreter calls entries attached; frame and body are done when `enter` returns.
    unsafe { run_in(context([this]), body) }
}

#[inline(always)]
pub(super) unsafe fn run_in<C: Code>(ctx: Ctx, body: impl for<'f> FnOnce(&mut Frame<'f>) -> Result<C>) -> C {
    // SAFETY: as above.
    match catch_unwind(AssertUnwindSafe(|| unsafe { enter(ctx, body) })) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => {
            raise(ctx, error);
            C::FAILED
        }
        Err(panic) => {
            raise(ctx, crate::panic::error(panic));
            C::FAILED
        }
    }
}

#[cold]
#[inline(never)]
fn raise(ctx: Ctx, error: Error) {
    // SAFETY: still attached.
    unsafe { enter(ctx, |f| error.restore(f)) }
}

/// The handle of a reference that the interpreter lends for the call.
///
/// # Safety
/// The object is alive until the entry returns, and of type `T`.
#[inline(always)]
pub unsafe fn lent<'f, T>(_: &Frame<'f>, r: Ref) -> Handle<'f, T> {
    // SAFETY: the caller's promise; the frame ends before the entry returns.
    unsafe { Handle::from_raw(r) }
}

/// Runs a body with the references that the interpreter lends, and with others that may be null,
/// translated where a wrapping provider wants it. The body stands here once, so that it is inlined.
///
/// # Safety
/// As [`run`]; the references are alive until the entry returns.
#[inline(always)]
pub(super) unsafe fn run_lent<const N: usize, const M: usize, C: Code>(
    mut references: [Ref; N],
    mut optional: [Option<Ref>; M],
    body: impl for<'f> FnOnce(&mut Frame<'f>, [Ref; N], [Option<Ref>; M]) -> Result<C>,
) -> C {
    // SAFETY: the caller's promise.
    unsafe {
        let ctx = context(references.map(Some));
        let hooked = !ctx.get().hooks.is_null();
        let mut translated = null_mut();
        if hooked {
            // What a cold function gets is copied, so that it stays in registers elsewhere.
            let mut copies = (references, optional);
            translated = translate_lent(ctx, &mut copies.0, &mut copies.1);
            (references, optional) = copies;
        }
        let result = run_in(ctx, |f| body(f, references, optional));
        if hooked { result.with_object(leave(ctx, translated, result.object())) } else { result }
    }
}

/// Translates what an entry is lent: the result is for [`leave`].
#[cold]
#[inline(never)]
unsafe fn translate_lent(ctx: Ctx, references: &mut [Ref], optional: &mut [Option<Ref>]) -> *mut Vec<Ref> {
    let mut all: Vec<Ref> = references.iter().chain(optional.iter().flatten()).copied().collect();
    // SAFETY: as in `run_lent`.
    unsafe { enter_hooks(ctx, &mut all) };
    let places = references.iter_mut().chain(optional.iter_mut().flatten());
    places.zip(&all).for_each(|(place, new)| *place = *new);
    Box::into_raw(Box::new(all))
}

/// Translates references at the start of an entry.
#[cold]
pub(super) unsafe fn enter_hooks(ctx: Ctx, references: &mut [Ref]) {
    let given = references.to_vec();
    // SAFETY: hooks that are not null are the provider's; `references` has room for as many.
    unsafe {
        ((*ctx.get().hooks).enter)(given.as_ptr(), given.len(), references.as_mut_ptr(), ctx.as_ptr());
    }
}

/// Translates the result at the end.
#[cold]
pub(super) unsafe fn leave_hooks(ctx: Ctx, translated: &[Ref], result: Option<Ref>) -> Option<Ref> {
    // SAFETY: as above.
    unsafe { ((*ctx.get().hooks).leave)(translated.as_ptr(), translated.len(), result, ctx.as_ptr()) }
}

/// [`hstack_sys::Convention::NoArguments`]
///
/// # Safety
/// An interpreter calls the entry.
#[inline(always)]
pub unsafe fn no_arguments(
    this: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter lends `this`.
    unsafe { run_lent([this], [], |f, [this], []| body(f, lent(f, this)).map(Returned::into_code)) }
}

/// [`hstack_sys::Convention::OneArgument`]
///
/// # Safety
/// An interpreter calls the entry.
#[inline(always)]
pub unsafe fn one_argument(
    this: Ref,
    argument: Ref,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Handle<'f, Any>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter lends both.
    unsafe {
        run_lent([this, argument], [], |f, [this, argument], []| {
            body(f, lent(f, this), lent(f, argument)).map(Returned::into_code)
        })
    }
}

/// [`hstack_sys::Convention::Keywords`], for signatures with `*args` or `**kwargs`.
///
/// # Safety
/// An interpreter calls the entry.
#[inline(always)]
pub unsafe fn arguments(
    this: Ref,
    arguments: *const Ref,
    count: isize,
    names: Option<Ref>,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, Arguments<'f>) -> Result<Returned>,
) -> Option<Ref> {
    // SAFETY: the interpreter lends `count` arguments and as many as there are names; what a provider
    // translated lives until the body is done.
    unsafe {
        let ctx = context([Some(this)]);
        let mut call = Call { this, arguments, names };
        let hooked = !ctx.get().hooks.is_null();
        let translated = if hooked { translate(ctx, &mut call, count as usize) } else { null_mut() };
        let result = run_in(ctx, |f| {
            let arguments = Arguments::new(call.arguments, count as usize, call.names);
            body(f, lent(f, call.this), arguments).map(Returned::into_code)
        });
        if hooked { leave(ctx, translated, result) } else { result }
    }
}

/// [`hstack_sys::Convention::Keywords`], for all other signatures. They are bound before there is a
/// frame: all values are the caller's, and a frame that only the body sees costs next to nothing.
///
/// # Safety
/// An interpreter calls the entry; the signature has `N` names and no `*args` or `**kwargs`.
#[inline(always)]
pub unsafe fn bound<const N: usize>(
    mut this: Ref,
    mut arguments: *const Ref,
    count: isize,
    mut names: Option<Ref>,
    signature: &'static Signature,
    body: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Any>, [Option<Handle<'f, Any>>; N]) -> Result<Returned>,
) -> Option<Ref> {
    let count = count as usize;
    // SAFETY: as in `arguments`. What the cold functions get is copied, so that it stays in registers
    // elsewhere.
    unsafe {
        let ctx = context([Some(this)]);
        let hooked = !ctx.get().hooks.is_null();
        let mut translated = null_mut();
        if hooked {
            let mut call = Call { this, arguments, names };
            translated = translate(ctx, &mut call, count);
            (this, arguments, names) = (call.this, call.arguments, call.names);
        }
        let mut values = [None; N];
        let bound = if signature.is_simple(count, names.is_some()) {
            for (i, value) in values.iter_mut().enumerate() {
                *value = (i < count).then(|| *arguments.add(i));
            }
            true
        } else {
            bind(ctx, arguments, count, names, signature, values.as_mut_ptr())
        };
        let result = if bound {
            run_in(ctx, |f| {
                let values = values.map(|value| value.map(|r| lent(f, r)));
                body(f, lent(f, this), values).map(Returned::into_code)
            })
        } else {
            None
        };
        if hooked { leave(ctx, translated, result) } else { result }
    }
}

/// Binds the values of a call; false: an exception is pending.
#[inline(never)]
unsafe fn bind(
    ctx: Ctx,
    arguments: *const Ref,
    count: usize,
    names: Option<Ref>,
    signature: &Signature,
    values: *mut Option<Ref>,
) -> bool {
    // SAFETY: as in `arguments`; there are as many values as names, and a handle is one `Ref`.
    unsafe {
        let bound = run_in(ctx, |f| {
            let values = std::slice::from_raw_parts_mut(values.cast(), signature.names.len());
            let arguments = Arguments::new(arguments, count, names);
            signature.bind_values(f, arguments, values, None).map(|()| 0)
        });
        bound == 0
    }
}

/// What the interpreter passed, but for the count.
struct Call {
    this: Ref,
    arguments: *const Ref,
    names: Option<Ref>,
}

/// Translates a call: the result, for [`leave`], holds what `call` points at from now on.
#[cold]
#[inline(never)]
unsafe fn translate(ctx: Ctx, call: &mut Call, count: usize) -> *mut Vec<Ref> {
    // SAFETY: as in `arguments`.
    unsafe {
        let mut all = vec![call.this];
        all.extend(call.names);
        let first = all.len();
        let length = |names| enter(ctx, |f| f.api().tuple_len(Live::new(names)).unwrap_or(0));
        let total = count + call.names.map_or(0, length);
        if total > 0 {
            all.extend_from_slice(std::slice::from_raw_parts(call.arguments, total));
        }
        enter_hooks(ctx, &mut all);
        let translated = all.as_ptr();
        call.this = *translated;
        call.names = call.names.map(|_| *translated.add(1));
        call.arguments = translated.add(first);
        Box::into_raw(Box::new(all))
    }
}

/// Translates the result back.
#[cold]
#[inline(never)]
unsafe fn leave(ctx: Ctx, translated: *mut Vec<Ref>, result: Option<Ref>) -> Option<Ref> {
    // SAFETY: made by one of the two above, and given back once.
    unsafe { leave_hooks(ctx, &Box::from_raw(translated), result) }
}

/// The body of `ModuleDef::attach`: remembers the context, then fills the module.
///
/// # Safety
/// A provider calls it with a module and the context that it made for it.
pub unsafe fn attach(
    module: Ref,
    context: *const Context,
    fill: impl for<'f> FnOnce(&mut Frame<'f>, Handle<'f, Module>) -> Result,
) -> Status {
    // SAFETY: the context outlives the module's functions.
    unsafe {
        let ctx = Ctx::new(context);
        state::State::attach(ctx);
        contexts::remember(ctx);
        Status(run_in(ctx, |f| {
            f.remember_module(Live::new(module));
            let module = lent(f, module);
            fill(f, module).map(|()| 0)
        }))
    }
}

/// What the macros put into a [`ModuleDef`] beside `attach`.
pub const TRAVERSE: unsafe extern "C" fn(*const Context, hstack_sys::VisitFn, *mut c_void) -> c_int =
    state::traverse;
/// What the macros put into a [`ModuleDef`] beside `attach`.
pub const CLEAR: unsafe extern "C" fn(*const Context) = state::clear;
/// What the macros put into a [`ModuleDef`] beside `attach`.
pub const DETACH: unsafe extern "C" fn(*const Context) = state::detach;

/// The body of `hstack_module_NAME`: the definition, when the context speaks the same ABI.
///
/// # Safety
/// A host calls it with a context, attached.
pub unsafe fn export(context: *const Context, definition: &'static ModuleDef) -> *const ModuleDef {
    if cfg!(feature = "direct") {
        // Bound to the interpreter that it is linked with.
        return std::ptr::null();
    }
    // SAFETY: every version of a context starts with these two fields.
    let (size, abi) = unsafe { ((*context).size, (*context).abi) };
    if abi == ABI_VERSION && size >= size_of::<Context>() { definition } else { std::ptr::null() }
}
