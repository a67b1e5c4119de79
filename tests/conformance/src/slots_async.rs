//! Asynchronous protocols, and what happens at the end of an object.

#[hstack::module(submodule)]
pub mod slots_async {
    use hstack::prelude::*;
    use hstack::{class, function, methods};
    use std::sync::atomic::{AtomicI64, Ordering};

    /// What `await` waits for: ends with the value, after as many rounds.
    #[class]
    pub struct Wait {
        rounds: AtomicI64,
        value: i64,
    }

    #[methods]
    impl Wait {
        #[new]
        fn new(rounds: i64, value: i64) -> Self {
            Wait { rounds: rounds.into(), value }
        }

        fn __await__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __iter__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __next__(&self) -> Result<Option<()>> {
            match self.rounds.fetch_sub(1, Ordering::Relaxed) {
                n if n > 0 => Ok(Some(())),
                _ => Err(StopIteration::with_args(self.value)),
            }
        }
    }

    /// An asynchronous iterator that counts.
    #[class]
    pub struct Ticker {
        next: AtomicI64,
        end: i64,
    }

    #[methods]
    impl Ticker {
        #[new]
        fn new(end: i64) -> Self {
            Ticker { next: 0.into(), end }
        }

        fn __aiter__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __anext__(&self) -> Result<Option<Wait>> {
            match self.next.fetch_add(1, Ordering::Relaxed) {
                13 => Err(ValueError::new_err("unlucky")),
                n if n < self.end => Ok(Some(Wait::new(n % 3, n))),
                _ => Ok(None),
            }
        }
    }

    /// An asynchronous context manager.
    #[class]
    pub struct Session(AtomicI64);

    #[methods]
    impl Session {
        #[new]
        fn new() -> Self {
            Session(0.into())
        }

        #[getter]
        fn state(&self) -> i64 {
            self.0.load(Ordering::Relaxed)
        }

        fn __aenter__(&self) -> Wait {
            self.0.store(1, Ordering::Relaxed);
            Wait::new(1, 5)
        }

        fn __aexit__(&self, _class: Handle<Any>, _value: Handle<Any>, _traceback: Handle<Any>) -> Wait {
            self.0.store(2, Ordering::Relaxed);
            Wait::new(2, 0)
        }
    }

    /// It calls a function when it ends.
    #[class(subclass, weakref)]
    pub struct Ending {
        n: i64,
        call: Field<Any>,
    }

    #[methods]
    impl Ending {
        #[new]
        fn new(n: i64, call: Handle<Any>) -> EndingInit {
            EndingInit { n, call: Some(call) }
        }

        #[getter]
        fn n(&self) -> i64 {
            self.n
        }

        fn __del__(this: Handle<Self>, f: &Frame) -> Result {
            if let Some(call) = this.find(f, Ending::CALL)? {
                call.call::<()>(f, (this,))?;
            }
            Ok(())
        }
    }

    static ENDED: AtomicI64 = AtomicI64::new(0);

    /// It has no references, so the collector does not know it.
    #[class(subclass)]
    pub struct Small(i64);

    #[methods]
    impl Small {
        #[new]
        fn new(n: i64) -> Self {
            Small(n)
        }

        fn __del__(&self) -> Result {
            ENDED.fetch_add(self.0, Ordering::Relaxed);
            if self.0 == 13 { Err(ValueError::new_err("unlucky")) } else { Ok(()) }
        }
    }

    /// What all `Small` that have ended add up to.
    #[function]
    pub fn ended() -> i64 {
        ENDED.load(Ordering::Relaxed)
    }
}
