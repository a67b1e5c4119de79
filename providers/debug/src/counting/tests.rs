//! The wrapper around a fake context whose functions succeed or fail as they are told.

use super::{Counts, release, wrap};
use core::cell::Cell;
use core::ffi::{CStr, c_char, c_int, c_void};
use core::ptr::{NonNull, dangling_mut, null, null_mut};
use core::sync::atomic::{AtomicPtr, Ordering};
use hstack_sys::*;

thread_local! {
    /// What the fake functions return.
    static MODE: Cell<Mode> = const { Cell::new(Mode::Success) };
    /// Which of them was called last, and with which context.
    static LAST: Cell<(Option<Function>, *const Context)> = const { Cell::new((None, null())) };
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Mode {
    Success,
    /// Success with another value than the first, where the type has one.
    OtherSuccess,
    Failure,
    /// Failure with another value than the first, where the type has one.
    OtherFailure,
}
use Mode::{Failure, OtherFailure, OtherSuccess, Success};

/// What a fake function returns.
trait Fake {
    fn fake(mode: Mode) -> Self;
}

macro_rules! fakes {
    ($($ty:ty: $success:expr, $other_success:expr, $failure:expr, $other_failure:expr;)*) => { $(
        impl Fake for $ty {
            fn fake(mode: Mode) -> Self {
                match mode {
                    Success => $success,
                    OtherSuccess => $other_success,
                    Failure => $failure,
                    OtherFailure => $other_failure,
                }
            }
        }
    )* };
}
const OBJECT: Ref = Ref(NonNull::dangling());
// Types that cannot fail return what would be a failure if they were taken for another one.
fakes! {
    (): (), (), (), ();
    Ref: OBJECT, OBJECT, OBJECT, OBJECT;
    Flag: Flag(0), Flag(1), Flag(-1), Flag(i32::MIN);
    u32: 0, 1, u32::MAX, 1 << 31;
    usize: 0, 1, usize::MAX, 1 << (usize::BITS - 1);
    ThreadState: ThreadState(dangling_mut()), ThreadState(1 as _), ThreadState(null_mut()), ThreadState(null_mut());
    Option<Ref>: Some(OBJECT), Some(OBJECT), None, None;
    Status: Status::OK, Status::YES, Status::FAILED, Status(c_int::MIN);
    Size: Size(0), Size(isize::MAX), Size(-1), Size(isize::MIN);
    *const c_char: c"".as_ptr(), c"text".as_ptr(), null(), null();
    *const u8: [].as_ptr(), [1].as_ptr(), null(), null();
    *mut c_void: dangling_mut(), 1 as _, null_mut(), null_mut();
}

/// An argument that nobody looks at.
trait Dummy {
    const DUMMY: Self;
}

macro_rules! dummies {
    ($($ty:ty = $value:expr;)*) => { $(impl Dummy for $ty { const DUMMY: Self = $value; })* };
}
unsafe extern "C" fn visit(_: Ref, _: *mut c_void) -> c_int {
    0
}
dummies! {
    Ref = OBJECT;
    c_int = 1;
    u32 = 1;
    i64 = 1;
    u64 = 1;
    f64 = 1.0;
    isize = 1;
    usize = 1;
    VisitFn = visit;
    ThreadState = ThreadState(null_mut());
    Attachment = Attachment { kind: 0, state: null_mut() };
}
impl<T> Dummy for Option<T> {
    const DUMMY: Self = None;
}
impl<T> Dummy for *const T {
    const DUMMY: Self = null();
}
impl<T> Dummy for *mut T {
    const DUMMY: Self = null_mut();
}

macro_rules! fake_context {
    ({ $($field:ident: $value:expr,)* } $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {{
        $(
            unsafe extern "C" fn $name($(_: $ty,)* context: *const Context) $(-> $ret)? {
                LAST.set((Some(Function::$name), context));
                Fake::fake(MODE.get())
            }
        )*
        Context { $($field: $value,)* $($name: Some($name),)* }
    }};
}

unsafe extern "C" fn resolve(_: Option<Ref>) -> *const Context {
    null()
}

fn fake() -> Context {
    let mut constants = [None; CONSTANT_CAPACITY];
    constants[Constant::None as usize] = Some(OBJECT);
    for_each_function!(fake_context {
        size: size_of::<Context>(),
        abi: ABI_VERSION,
        flags: 0,
        name: c"fake 1.0".as_ptr(),
        interpreter: 7,
        hooks: null(),
        resolve: resolve,
        orphan: dangling_mut(),
        extension: AtomicPtr::new(dangling_mut()),
        provider: dangling_mut(),
        accelerators: Accelerators { counting: Counting::Word, type_offset: 8, ..Accelerators::NONE },
        constants: constants,
    })
}

/// Calls every function of the table once. `check` is called after each one.
macro_rules! call_all {
    ({ $context:ident, $check:expr } $($(#[doc = $doc:literal])* $index:literal fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => { $(
        // SAFETY: the fake functions look at nothing.
        let _ = unsafe { (*$context).$name.unwrap()($(<$ty as Dummy>::DUMMY,)* $context) };
        $check(Function::$name);
    )* };
}

/// Runs `use_` with a counting context around a fake one.
fn with(use_: impl FnOnce(*const Context, &Context, &'static Counts)) {
    let (inner, counts) = (fake(), &*Box::leak(Box::new(Counts::new())));
    // SAFETY: the fake context lives until the wrapper is released.
    unsafe {
        let context = wrap(&inner, counts);
        use_(context, &inner, counts);
        release(context);
    }
}

/// Which functions can fail, read from the text of their signatures.
fn can_fail(index: usize) -> bool {
    let signature: String = Function::ALL[index].1.split_whitespace().collect();
    let result = signature.rsplit_once("->").map_or("", |(_, result)| result);
    let fails = ["Option<Ref>", "Status", "Size"].contains(&result) || result.starts_with('*');
    let cannot = ["", "Ref", "Flag", "u32", "usize", "ThreadState"].contains(&result);
    assert!(fails != cannot, "unknown type of result: {signature}");
    fails
}

#[test]
fn calls_go_to_the_inner_function_with_the_inner_context() {
    with(|context, inner, _| {
        for_each_function!(call_all { context, |called| {
            assert_eq!(LAST.get(), (Some(called), &raw const *inner));
        } });
    });
}

#[test]
fn successes_and_failures_are_told_apart() {
    with(|context, _, counts| {
        for (mode, rounds) in [(Success, 3), (OtherSuccess, 2), (Failure, 4), (OtherFailure, 1)] {
            MODE.set(mode);
            for _ in 0..rounds {
                for_each_function!(call_all { context, |_| () });
            }
        }
        let mut fallible = 0;
        for (index, count) in counts.all().enumerate() {
            let expected = if can_fail(index) { (5, 5) } else { (10, 0) };
            assert_eq!((count.successes, count.failures), expected, "{}", count.name);
            assert_eq!((count.index, count.name), (index, Function::ALL[index].0));
            assert_eq!(count.can_fail, can_fail(index), "{}", count.name);
            fallible += usize::from(count.can_fail);
        }
        assert!(fallible > FUNCTION_COUNT / 2 && fallible < FUNCTION_COUNT);
        counts.reset();
        assert!(counts.all().all(|count| count.successes + count.failures == 0));
    });
}

#[test]
fn results_are_handed_on() {
    with(|context, _, _| {
        let failures = |mode| {
            MODE.set(mode);
            // SAFETY: the fake functions look at nothing.
            unsafe {
                let c = &*context;
                (
                    c.get_attr.unwrap()(OBJECT, OBJECT, context),
                    c.is_true.unwrap()(OBJECT, context),
                    c.len.unwrap()(OBJECT, context),
                    c.str_as_utf8.unwrap()(OBJECT, null_mut(), context).is_null(),
                    c.error_pending.unwrap()(context),
                )
            }
        };
        assert_eq!(failures(OtherSuccess), (Some(OBJECT), Status(1), Size(isize::MAX), false, Flag(1)));
        assert_eq!(
            failures(OtherFailure),
            (None, Status(c_int::MIN), Size(isize::MIN), true, Flag(i32::MIN))
        );
    });
}

#[test]
fn the_head_is_the_inner_one_without_shortcuts() {
    with(|context, inner, _| {
        // SAFETY: it lives until `with` releases it.
        let context = unsafe { &*context };
        assert_eq!((context.size, context.abi), (size_of::<Context>(), ABI_VERSION));
        // SAFETY: the name lives as long as the context.
        assert_eq!(unsafe { CStr::from_ptr(context.name) }, c"counting over fake 1.0");
        assert_eq!(context.interpreter, 7);
        assert_eq!(context.constants, inner.constants);
        assert!(core::ptr::fn_addr_eq(context.resolve, inner.resolve));
        assert_eq!(context.orphan, inner.orphan);
        // What the extension keeps with its context is its own, not what the inner one has.
        assert!(context.extension.load(Ordering::Relaxed).is_null());
        let accelerators = &context.accelerators;
        assert_eq!((accelerators.counting, accelerators.type_offset), (Counting::Unknown, 0));
        assert!(accelerators.deallocate.is_none());
    });
}

#[test]
fn hooks_count_and_translate_nothing() {
    with(|context, _, counts| {
        let given = [Ref(NonNull::without_provenance(8.try_into().unwrap())), OBJECT];
        let mut translated = [OBJECT; 2];
        // SAFETY: two arrays of two references.
        unsafe {
            let hooks = &*(*context).hooks;
            assert_eq!(hooks.size, size_of::<Hooks>());
            (hooks.enter)(given.as_ptr(), 2, translated.as_mut_ptr(), context);
            assert_eq!(translated, given);
            assert_eq!(counts.entries(), (1, 0));
            assert_eq!((hooks.leave)(translated.as_ptr(), 2, Some(OBJECT), context), Some(OBJECT));
            assert_eq!((hooks.leave)(translated.as_ptr(), 2, None, context), None);
        }
        assert_eq!(counts.entries(), (1, 2));
    });
}

#[test]
fn another_abi_is_refused() {
    static COUNTS: Counts = Counts::new();
    let mut inner = fake();
    inner.abi += 1;
    // SAFETY: the fake context lives.
    assert!(unsafe { wrap(&inner, &COUNTS) }.is_null());
    (inner.abi, inner.size) = (ABI_VERSION, inner.size - 1);
    // SAFETY: as above.
    assert!(unsafe { wrap(&inner, &COUNTS) }.is_null());
}

#[test]
fn threads_count_together() {
    struct Shared(*const Context);
    // SAFETY: contexts may be used from any thread; the fake one looks at nothing.
    unsafe impl Sync for Shared {}
    with(|context, _, counts| {
        let shared = &Shared(context);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(move || {
                    let context = shared.0;
                    for _ in 0..1000 {
                        // SAFETY: as above.
                        unsafe { (*context).thread_attached.unwrap()(context) };
                    }
                });
            }
        });
        assert_eq!(counts.all().nth(Function::thread_attached as usize).unwrap().successes, 4000);
    });
}
