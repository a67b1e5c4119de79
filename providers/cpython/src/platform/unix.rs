//! Linux, macOS and the other Unixes.

use core::ffi::{CStr, c_char, c_int, c_void};

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
    fn pause() -> c_int;
}

/// `RTLD_DEFAULT`: everything that is loaded into the process.
#[cfg(target_vendor = "apple")]
const EVERYWHERE: *mut c_void = -2isize as *mut c_void;
#[cfg(not(target_vendor = "apple"))]
const EVERYWHERE: *mut c_void = core::ptr::null_mut();

/// The address of a symbol of the process, or null.
pub(crate) fn find(name: &CStr) -> *mut c_void {
    // SAFETY: the handle is a constant of the platform, the name is NUL-terminated.
    unsafe { dlsym(EVERYWHERE, name.as_ptr()) }
}

/// Stops this thread for the rest of the process. Works while the thread is being unwound, where
/// `std::thread::park` could not be relied on.
pub(crate) fn park() -> ! {
    loop {
        // SAFETY: it only waits for a signal.
        unsafe { pause() };
    }
}
