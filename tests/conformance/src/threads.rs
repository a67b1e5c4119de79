//! Threads: giving up the interpreter, and coming back to it.

/// Threads.
#[hstack::module(submodule)]
pub mod threads {
    use hstack::prelude::*;
    use hstack::{Error, function};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::{Duration, Instant};

    static FLAG: AtomicBool = AtomicBool::new(false);

    #[function]
    pub fn detached_sum<'f>(f: &mut Frame<'f>, items: Handle<'f, List>) -> Result<i64> {
        let items: Vec<i64> = items.to_vec(f)?;
        Ok(f.detach(|| items.iter().sum()))
    }

    #[function]
    pub fn set_flag(value: bool) {
        FLAG.store(value, Ordering::SeqCst);
    }

    /// Waits, detached, for `set_flag`, which another thread must call.
    #[function]
    pub fn wait_for_flag(f: &mut Frame, seconds: f64) -> bool {
        f.detach(|| {
            let end = Instant::now() + Duration::from_secs_f64(seconds);
            while !FLAG.load(Ordering::SeqCst) {
                if Instant::now() > end {
                    return false;
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            true
        })
    }

    #[function]
    pub fn sleep(f: &mut Frame, seconds: f64) {
        f.detach(|| std::thread::sleep(Duration::from_secs_f64(seconds)));
    }

    /// Handles made before are good afterwards.
    #[function]
    pub fn handles_survive<'f>(
        f: &mut Frame<'f>,
        object: Handle<'f, Any>,
    ) -> Result<(Handle<'f, Any>, Handle<'f, Str>)> {
        let text = f.str("made before")?;
        f.detach(|| std::thread::sleep(Duration::from_millis(2)));
        Ok((object, text))
    }

    #[function]
    pub fn detach_twice(f: &mut Frame) -> i64 {
        let first = f.detach(|| 1);
        let second = f.scope_mut(|f| f.detach(|| 2));
        first + second
    }

    /// Calls back between two times without the interpreter.
    #[function]
    pub fn detach_around<'f>(f: &mut Frame<'f>, callable: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
        f.detach(|| std::thread::sleep(Duration::from_millis(1)));
        let result = callable.call::<Handle<Any>>(f, ())?;
        f.detach(|| std::thread::sleep(Duration::from_millis(1)));
        Ok(result)
    }

    /// Calls `callable(i)` in threads that Rust made; the results, in order.
    #[function]
    pub fn in_threads<'f>(
        f: &mut Frame<'f>,
        callable: Handle<'f, Any>,
        count: i64,
    ) -> Result<Handle<'f, List>> {
        let python = f.interpreter();
        let callable = std::sync::Arc::new(Global::new(f, callable));
        let results: Vec<Result<Global<Any>>> = f.detach(|| {
            let threads: Vec<_> = (0..count)
                .map(|i| {
                    let (python, callable) = (python.clone(), callable.clone());
                    std::thread::spawn(move || {
                        python.attach(|f| {
                            let result = callable.get(f).call::<Handle<Any>>(f, (i,))?;
                            Ok(Global::new(f, result))
                        })
                    })
                })
                .collect();
            threads
                .into_iter()
                .map(|t| t.join().unwrap_or_else(|_| Err(RuntimeError::new_err("panicked"))))
                .collect()
        });
        let list = f.list()?;
        for result in results {
            list.append(f, result?)?;
        }
        Ok(list)
    }

    /// One thread attaches many times.
    #[function]
    pub fn attach_often(f: &mut Frame, times: i64) -> Result<i64> {
        let python = f.interpreter();
        f.detach(|| {
            std::thread::spawn(move || {
                (0..times).map(|i| python.attach(|f| f.int(i)?.extract::<i64>(f))).sum()
            })
            .join()
            .unwrap_or_else(|_| Err(RuntimeError::new_err("panicked")))
        })
    }

    /// Threads that call `callable` until the interpreter goes away; nobody waits for them.
    #[function]
    pub fn forever<'f>(f: &Frame<'f>, callable: Handle<'f, Any>, count: usize) {
        for _ in 0..count {
            let (python, callable) = (f.interpreter(), Global::new(f, callable));
            std::thread::spawn(move || while python.attach(|f| callable.get(f).call::<()>(f, ())).is_ok() {});
        }
    }

    /// A panic in another thread stays there.
    #[function]
    pub fn panic_in_thread(f: &mut Frame) -> bool {
        let python = f.interpreter();
        f.detach(|| {
            std::thread::spawn(move || {
                let _: Result = python.attach(|_| panic!("in a thread that is attached"));
            })
            .join()
            .is_err()
        })
    }

    /// A second frame for an attached thread is refused.
    #[function]
    pub fn attach_while_attached(f: &Frame) -> Result {
        f.interpreter().attach(|_| Ok(()))
    }

    #[function]
    pub fn attach_nested<'f>(f: &Frame<'f>, callable: Handle<'f, Any>) -> Result<i64> {
        let callable = Global::new(f, callable);
        f.interpreter().attach_nested(move |f| callable.get(f).call(f, ()))
    }

    /// Detached, the same thread may attach again.
    #[function]
    pub fn attach_while_detached<'f>(
        f: &mut Frame<'f>,
        callable: Handle<'f, Any>,
        nested: bool,
    ) -> Result<i64> {
        let python = f.interpreter();
        let callable = Global::new(f, callable);
        f.detach(move || match nested {
            true => python.attach_nested(move |f| callable.get(f).call(f, ())),
            false => python.attach(|f| callable.get(f).call(f, ())),
        })
    }

    /// An error made in one thread is raised in another.
    #[function]
    pub fn error_from_thread(f: &mut Frame, message: String) -> Result {
        f.detach(|| {
            let error: Error = match std::thread::spawn(|| ValueError::new_err(message)).join() {
                Ok(error) => error,
                Err(_) => RuntimeError::new_err("panicked"),
            };
            Err(error)
        })
    }

    /// What an error says, asked where no interpreter is.
    #[function]
    pub fn error_text_elsewhere<'f>(f: &mut Frame<'f>, callable: Handle<'f, Any>) -> Option<String> {
        let error = callable.call::<()>(f, ()).err()?;
        f.detach(|| std::thread::spawn(move || error.to_string()).join().ok())
    }
}
