//! Where the interpreter calls a Rust closure.

use super::{Api, Arguments, Ctx, Live, Raw, entry};
use crate::convert::Temp;
use crate::error::Result;
use crate::frame::{Frame, enter};
use core::ffi::c_void;
use entry::Returned;
use hstack_sys::{Closure, Context, Ref};
use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null;

/// What a closure is to its entry.
pub(crate) trait Body: Send + Sync + 'static {
    fn call<'x>(&self, f: &mut Frame<'x>, arguments: Arguments<'x>) -> Result<Returned>;
}

/// The entry: the data is a `B`.
unsafe extern "C" fn call<B: Body>(
    data: *mut c_void,
    arguments: *const Ref,
    count: usize,
    names: Option<Ref>,
    context: *const Context,
) -> Option<Ref> {
    // SAFETY: the provider passes what `closure` gave it, and lends the arguments for the call.
    unsafe {
        let ctx = Ctx::new(context);
        let body = &*data.cast::<B>();
        if !ctx.get().hooks.is_null() {
            return hooked(ctx, body, arguments, count, names);
        }
        entry::run_in(ctx, |f| body.call(f, Arguments::new(arguments, count, names)).map(Returned::into_code))
    }
}

/// The same through a provider whose references are not those of the interpreter.
#[cold]
#[inline(never)]
unsafe fn hooked<B: Body>(
    ctx: Ctx,
    body: &B,
    arguments: *const Ref,
    count: usize,
    names: Option<Ref>,
) -> Option<Ref> {
    // SAFETY: as in `call`; the translated array lives until the body is done.
    unsafe {
        let keywords =
            names.map_or(0, |names| enter(ctx, |f| f.api().tuple_len(Live::new(names)).unwrap_or(0)));
        let mut all: Vec<Ref> = names.into_iter().collect();
        if count + keywords > 0 {
            all.extend_from_slice(std::slice::from_raw_parts(arguments, count + keywords));
        }
        entry::enter_hooks(ctx, &mut all);
        let result = entry::run_in(ctx, |f| {
            let (names, arguments) = all.split_at(names.is_some().into());
            let arguments = Arguments::new(arguments.as_ptr(), count, names.first().copied());
            body.call(f, arguments).map(Returned::into_code)
        });
        entry::leave_hooks(ctx, &all, result)
    }
}

unsafe extern "C" fn drop_body<B>(data: *mut c_void) {
    // SAFETY: boxed in `closure`, and given back once.
    let body = unsafe { Box::from_raw(data.cast::<B>()) };
    // Nobody can catch a panic here; the hook has reported it.
    let _ = catch_unwind(AssertUnwindSafe(|| drop(body)));
}

impl<'a, 'f> Api<'a, 'f> {
    /// A function that runs `body`.
    #[inline]
    pub(crate) fn closure<B: Body>(self, name: &CStr, doc: Option<&CStr>, body: B) -> Result<Temp<'a, 'f>> {
        let closure = Closure {
            size: size_of::<Closure>(),
            name: name.as_ptr(),
            doc: doc.map_or(null(), CStr::as_ptr),
            data: Box::into_raw(Box::new(body)).cast(),
            call: call::<B>,
            drop: drop_body::<B>,
        };
        // SAFETY: the provider copies the struct and the texts. It owns the data from now on, on failure
        // too, and gives it back to `drop_body`.
        unsafe { self.closure_new(Raw::new(&closure)) }
    }
}
