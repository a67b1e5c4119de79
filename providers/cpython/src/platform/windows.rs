//! Windows.

use core::ffi::{CStr, c_char, c_void};

type Module = *mut c_void;

#[link(name = "kernel32")]
unsafe extern "system" {
    fn GetProcAddress(module: Module, name: *const c_char) -> *mut c_void;
    fn GetCurrentProcess() -> *mut c_void;
    fn K32EnumProcessModules(process: *mut c_void, modules: *mut Module, bytes: u32, needed: *mut u32)
    -> i32;
    fn Sleep(milliseconds: u32);
}

/// More modules than a process has.
const CAPACITY: usize = 4096;

/// The address of a symbol of any module of the process, or null. `python3.dll` only forwards to
/// `pythonXY.dll`, so whichever comes first is right.
pub(crate) fn find(name: &CStr) -> *mut c_void {
    let mut modules = vec![core::ptr::null_mut(); CAPACITY];
    let mut needed = 0;
    // SAFETY: the array is as long as the call is told.
    let done = unsafe {
        K32EnumProcessModules(
            GetCurrentProcess(),
            modules.as_mut_ptr(),
            (CAPACITY * size_of::<Module>()) as u32,
            &mut needed,
        )
    };
    if done == 0 {
        return core::ptr::null_mut();
    }
    modules.truncate(needed as usize / size_of::<Module>());
    modules
        .into_iter()
        // SAFETY: the modules were enumerated just now, and Python's are never unloaded.
        .map(|module| unsafe { GetProcAddress(module, name.as_ptr()) })
        .find(|address| !address.is_null())
        .unwrap_or(core::ptr::null_mut())
}

/// Stops this thread for the rest of the process.
pub(crate) fn park() -> ! {
    loop {
        // SAFETY: it only waits.
        unsafe { Sleep(u32::MAX) };
    }
}
