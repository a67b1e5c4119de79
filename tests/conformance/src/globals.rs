//! What outlives a frame: globals, values per interpreter, imported members, names.

/// What outlives a frame.
#[hstack::module(submodule)]
pub mod globals {
    use hstack::prelude::*;
    use hstack::{Imported, Interpreter, PerInterpreter, class, function, imported, methods};
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicU64, Ordering};

    static STORE: PerInterpreter<Mutex<Vec<Global<Any>>>> =
        PerInterpreter::new(|_| Ok(Mutex::new(Vec::new())));
    static COUNT: PerInterpreter<AtomicU64> = PerInterpreter::new(|_| Ok(AtomicU64::new(0)));
    static FAILS: PerInterpreter<i64> = PerInterpreter::new(|_| Err(ValueError::new_err("not yet")));
    static ORDERED: Imported = Imported::new("collections", "OrderedDict");
    static KIND: Interned = Interned::new("kind");

    fn store<'a>(f: &'a Frame<'_>) -> Result<std::sync::MutexGuard<'a, Vec<Global<Any>>>> {
        Ok(STORE.get(f)?.lock().unwrap_or_else(|poison| poison.into_inner()))
    }

    #[function]
    pub fn keep<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<usize> {
        let global = Global::new(f, object);
        let mut store = store(f)?;
        store.push(global);
        Ok(store.len())
    }

    #[function]
    pub fn kept(f: &Frame, index: usize) -> Result<Handle<Any>> {
        match store(f)?.get(index) {
            Some(global) => Ok(global.get(f)),
            None => Err(IndexError::new_err("no such global")),
        }
    }

    #[function]
    pub fn all_kept(f: &Frame) -> Result<Handle<List>> {
        let list = f.list()?;
        for global in store(f)?.iter() {
            list.append(f, global)?;
        }
        Ok(list)
    }

    /// Keeps an object in its payload.
    #[hstack::class]
    pub struct Holder {
        object: Global<Any>,
    }

    #[hstack::methods]
    impl Holder {
        #[new]
        fn new<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Holder {
            Holder { object: Global::new(f, object) }
        }

        /// Looks through the global without taking it into the frame.
        fn length(&self, f: &Frame) -> Result<(usize, usize)> {
            let taken = f.handle_count();
            let length = self.object.borrow(f).len(f)?;
            Ok((length, f.handle_count() - taken))
        }

        fn get(&self, f: &Frame) -> Handle<Any> {
            self.object.get(f)
        }
    }

    #[function]
    pub fn forget_all(f: &Frame) -> Result<usize> {
        let globals = std::mem::take(&mut *store(f)?);
        Ok(globals.len())
    }

    /// Dropped by a thread that no interpreter knows.
    #[function]
    pub fn drop_in_thread<'f>(f: &Frame<'f>, object: Handle<'f, Any>) {
        let global = Global::new(f, object);
        let _ = std::thread::spawn(move || drop(global)).join();
    }

    /// Dropped while the interpreter is given up.
    #[function]
    pub fn drop_detached<'f>(f: &mut Frame<'f>, object: Handle<'f, Any>) {
        let global = Global::new(f, object);
        f.detach(move || drop(global));
    }

    #[function]
    pub fn belongs<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> bool {
        Global::new(f, object).belongs_to(f)
    }

    /// A global as an argument and as a result.
    #[function]
    pub fn echo(list: Global<List>) -> Global<List> {
        list
    }

    #[function]
    pub fn count(f: &Frame) -> Result<u64> {
        Ok(COUNT.get(f)?.fetch_add(1, Ordering::Relaxed))
    }

    #[function]
    pub fn fails(f: &Frame) -> Result<i64> {
        FAILS.get(f).copied()
    }

    #[function]
    pub fn ordered(f: &Frame) -> Result<Handle<Any>> {
        ORDERED.get(f)
    }

    #[function]
    pub fn imported_path(f: &Frame) -> Result<(Handle<Any>, Handle<Any>)> {
        Ok((imported!("os.path", "join").get(f)?, imported!("os.path", "join").get(f)?))
    }

    #[function]
    pub fn imported_missing(f: &Frame, module: bool) -> Result<Handle<Any>> {
        match module {
            true => imported!("no_such_module_here", "x").get(f),
            false => imported!("collections", "no_such_name").get(f),
        }
    }

    #[function]
    pub fn kind_of(f: &Frame, object: Handle<Any>) -> Result<Handle<Any>> {
        object.get_attr(f, &KIND)
    }

    /// Keeps an object, and calls it when it is dropped itself.
    #[class]
    pub struct Parting {
        kept: Option<Global<Any>>,
        calls: Option<Interpreter>,
    }

    #[methods]
    impl Parting {
        #[new]
        fn new(f: &Frame, kept: Handle<Any>, calls: bool) -> Self {
            Parting { kept: Some(Global::new(f, kept)), calls: calls.then(|| f.interpreter()) }
        }
    }

    impl Drop for Parting {
        fn drop(&mut self) {
            let (Some(kept), Some(python)) = (self.kept.take(), &self.calls) else { return };
            let _ = python.attach_nested(move |f| kept.get(f).call::<Handle<Any>>(f, ()).map(|_| ()));
        }
    }
}
