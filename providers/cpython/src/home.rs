//! A context and what this crate knows about it.

use crate::facts::type_of;
use crate::functions::thread::interpreter_state;
use crate::guard::guarded;
use crate::module::{self, Host};
use crate::owned::{self, Owned};
use crate::raise::Aside;
use crate::types::{self, flag};
use crate::{capi, constants, table};
use core::ffi::{c_int, c_void};
use core::ptr::{null, null_mut};
use core::sync::atomic::{AtomicPtr, Ordering};
use hstack_sys::{Constant, Context, ModuleDef, Object, Ref, VisitFn};

/// The owner of the context of one module object, or of the share that a nested module has in the
/// context of the module around it.
pub(crate) struct Home {
    /// None: a share.
    context: Option<Box<Context>>,
    /// The module that owns the context, kept alive by a share.
    inside: Option<Ref>,
    /// What the extension was handed: the context, or what the host wrapped around it.
    seen: *const Context,
    /// Whose module it is.
    pub(crate) definition: &'static ModuleDef,
    /// Who wraps it.
    pub(crate) host: Option<&'static Host>,
    /// The module object, which owns this.
    pub(crate) module: Ref,
    /// The interpreter, or null where there is only one.
    pub(crate) interpreter_state: *mut c_void,
    /// Whether it is the main interpreter.
    pub(crate) main: bool,
    /// A dict of what has to live as long as the context.
    kept: AtomicPtr<Object>,
}

impl Home {
    /// The home of a plain context.
    ///
    /// # Safety
    /// The context was made by [`Home::attach`] and its module is alive.
    #[inline(always)]
    pub(crate) unsafe fn of<'a>(context: *const Context) -> &'a Home {
        // SAFETY: the provider's word of such a context is its home.
        unsafe { &*(*context).provider.cast::<Home>() }
    }

    /// Makes a context for a module and hands it to the module's extension.
    ///
    /// # Safety
    /// Attached, and the caller keeps the home until [`Home::detach`].
    pub(crate) unsafe fn attach(
        module: Ref,
        definition: &'static ModuleDef,
        host: Option<&'static Host>,
        owner: *mut *mut Home,
    ) -> Option<()> {
        // SAFETY: attached, as the caller says.
        unsafe {
            let interpreter_state = interpreter_state();
            let number = crate::interpreter::number(interpreter_state)?;
            let main = capi::PyInterpreterState_Main().is_none_or(|main| main() == interpreter_state);
            let mut context = Box::new(table::make(number, host));
            constants::fill(&mut context.constants);
            crate::functions::thread::prepare();
            crate::functions::error::prepare(context.constants[Constant::RecursionError as usize]?)?;
            let home = Box::into_raw(Box::new(Home {
                context: Some(context),
                inside: None,
                seen: null(),
                definition,
                host,
                module,
                interpreter_state,
                main,
                kept: AtomicPtr::new(null_mut()),
            }));
            *owner = home;
            let context = (*home).context.as_mut()?;
            context.provider = home.cast();
            let plain: *const Context = &raw const **context;
            (*home).seen = match host {
                Some(host) => (host.wrap)(plain),
                None => plain,
            };
            if (*home).seen.is_null() {
                return None;
            }
            if (definition.attach)(module, (*home).seen).0 < 0 { None } else { Some(()) }
        }
    }

    /// Gives a nested module a share in this context, so that a class is one type wherever it is
    /// exported.
    ///
    /// # Safety
    /// Attached, and the caller keeps the share until [`Home::detach`].
    pub(crate) unsafe fn share(&self, module: Ref, definition: &'static ModuleDef) -> *mut Home {
        Box::into_raw(Box::new(Home {
            context: None,
            // SAFETY: the module is alive, because its context is.
            inside: Some(unsafe { owned::dup(self.module) }),
            seen: self.seen,
            definition,
            host: self.host,
            module,
            interpreter_state: self.interpreter_state,
            main: self.main,
            kept: AtomicPtr::new(null_mut()),
        }))
    }

    /// Takes the context from its extension, and frees it.
    ///
    /// # Safety
    /// Attached; the home was made by [`Home::attach`] and is not used any more.
    pub(crate) unsafe fn detach(home: *mut Home) {
        // SAFETY: as the caller says.
        unsafe {
            let _aside = Aside::new();
            if let Some(root) = (*home).inside {
                drop(Box::from_raw(home));
                return owned::close(root);
            }
            let seen = (*home).seen;
            if !seen.is_null() {
                ((*home).definition.detach)(seen);
                if let Some(host) = (*home).host {
                    (host.release)(seen);
                }
            }
            let home = Box::from_raw(home);
            if let Some(context) = &home.context {
                for constant in context.constants.into_iter().flatten() {
                    owned::close(constant);
                }
            }
            drop(Owned::new(core::ptr::NonNull::new(home.kept.load(Ordering::Acquire)).map(Ref)));
        }
    }

    /// Reports what the extension and this crate keep with the context.
    ///
    /// # Safety
    /// The collector calls it.
    pub(crate) unsafe fn traverse(&self, visit: VisitFn, argument: *mut c_void) -> c_int {
        if let Some(root) = self.inside {
            // SAFETY: the share keeps it alive.
            return unsafe { visit(root, argument) };
        }
        if self.seen.is_null() {
            return 0;
        }
        // SAFETY: the context lives as long as this home.
        let stop = unsafe { (self.definition.traverse)(self.seen, visit, argument) };
        match core::ptr::NonNull::new(self.kept.load(Ordering::Acquire)) {
            // SAFETY: the dict is alive.
            Some(kept) if stop == 0 => unsafe { visit(Ref(kept), argument) },
            _ => stop,
        }
    }

    /// Lets the extension close what it keeps.
    ///
    /// # Safety
    /// Attached.
    pub(crate) unsafe fn clear(&self) {
        if self.inside.is_none() && !self.seen.is_null() {
            // SAFETY: the context lives as long as this home.
            unsafe { (self.definition.clear)(self.seen) }
        }
    }

    /// What the extension was handed.
    pub(crate) fn seen(&self) -> *const Context {
        self.seen
    }

    /// A dict whose contents live as long as the context, borrowed.
    ///
    /// # Safety
    /// Attached.
    pub(crate) unsafe fn keep(&self) -> Option<Ref> {
        if let Some(kept) = core::ptr::NonNull::new(self.kept.load(Ordering::Acquire)) {
            return Some(Ref(kept));
        }
        // SAFETY: attached; the second of two threads closes its dict again.
        unsafe {
            let new = Owned::new(capi::PyDict_New())?;
            let pointer = new.get().0.as_ptr();
            match self.kept.compare_exchange(null_mut(), pointer, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => Some(new.release()),
                Err(other) => core::ptr::NonNull::new(other).map(Ref),
            }
        }
    }

    /// What the extension of a module of ours was handed.
    unsafe fn seen_by(module: Ref) -> Option<*const Context> {
        // SAFETY: the module is alive, and the state of one of ours is a home or null.
        unsafe {
            if !types::derives(type_of(module), capi::PyModule_Type()) || module::record_of(module).is_none()
            {
                return None;
            }
            let state = capi::PyModule_GetState(module).cast::<*mut Home>();
            let home = state.as_ref()?.as_ref()?;
            Some(home.seen)
        }
    }

    /// What the extension of a type's module was handed, or of that of one of its bases.
    unsafe fn seen_by_type(class: Ref) -> Option<*const Context> {
        let mut class = class;
        // SAFETY: bases are alive with the type, and only heap types are asked.
        unsafe {
            while types::flags(class) & flag::HEAP != 0 {
                match capi::PyType_GetModule(class) {
                    Some(module) => {
                        if let Some(seen) = Home::seen_by(module) {
                            return Some(seen);
                        }
                    }
                    None => capi::PyErr_Clear(),
                }
                class = types::base(class)?;
            }
            None
        }
    }
}

/// `resolve` of the table.
///
/// # Safety
/// Attached; the object is alive.
pub(crate) unsafe extern "C-unwind" fn resolve(this: Option<Ref>) -> *const Context {
    // SAFETY: as the caller says.
    let found = guarded(|| unsafe {
        let _aside = Aside::new();
        this.and_then(|this| {
            Home::seen_by(this).or_else(|| {
                Home::seen_by_type(if types::is(this, flag::TYPE) { this } else { type_of(this) })
            })
        })
    });
    found.unwrap_or(null())
}
