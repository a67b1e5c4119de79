//! Comparisons of classes.

#[hstack::module(submodule)]
pub mod slots_compare {
    use hstack::prelude::*;
    use hstack::types::CompareOp;
    use hstack::{class, methods};

    /// `==` alone: so it has no hash.
    #[class(subclass)]
    pub struct OnlyEq(i64);

    #[methods]
    impl OnlyEq {
        #[new]
        fn new(n: i64) -> Self {
            OnlyEq(n)
        }

        fn __eq__(&self, other: Handle<OnlyEq>, f: &Frame) -> bool {
            self.0 == other.payload(f).0
        }
    }

    /// `==` and a hash.
    #[class]
    pub struct EqHash(i64);

    #[methods]
    impl EqHash {
        #[new]
        fn new(n: i64) -> Self {
            EqHash(n)
        }

        fn __eq__(&self, other: Handle<EqHash>, f: &Frame) -> bool {
            self.0 == other.payload(f).0
        }

        fn __hash__(&self) -> i64 {
            self.0
        }
    }

    /// `<` alone: so the hash is that of every object.
    #[class(subclass)]
    pub struct OnlyLt(i64);

    #[methods]
    impl OnlyLt {
        #[new]
        fn new(n: i64) -> Self {
            OnlyLt(n)
        }

        fn __lt__(&self, other: Handle<OnlyLt>, f: &Frame) -> bool {
            self.0 < other.payload(f).0
        }
    }

    /// Every comparison returns its name and the other object.
    #[class]
    pub struct Named;

    #[methods]
    impl Named {
        #[new]
        fn new() -> Self {
            Named
        }

        fn __lt__(&self, other: Handle<Any>) -> (&'static str, Handle<Any>) {
            ("lt", other)
        }

        fn __le__(&self, other: Handle<Any>) -> (&'static str, Handle<Any>) {
            ("le", other)
        }

        fn __eq__(&self, other: Handle<Any>) -> (&'static str, Handle<Any>) {
            ("eq", other)
        }

        fn __ne__(&self, other: Handle<Any>) -> (&'static str, Handle<Any>) {
            ("ne", other)
        }

        fn __gt__(&self, other: Handle<Any>) -> (&'static str, Handle<Any>) {
            ("gt", other)
        }

        fn __ge__(&self, other: Handle<Any>) -> (&'static str, Handle<Any>) {
            ("ge", other)
        }
    }

    /// All comparisons in one method.
    #[class(subclass)]
    pub struct Rich(i64);

    #[methods]
    impl Rich {
        #[new]
        fn new(n: i64) -> Self {
            Rich(n)
        }

        fn __richcmp__(&self, other: i64, op: CompareOp) -> bool {
            op.matches(self.0.cmp(&other))
        }
    }

    /// `<` over the `==` of its base.
    #[class(extends = OnlyEq)]
    pub struct LtOfEq;

    #[methods]
    impl LtOfEq {
        #[new]
        fn new(n: i64) -> LtOfEqInit {
            LtOfEqInit { base: OnlyEq(n) }
        }

        fn __lt__(this: Handle<Self>, other: Handle<LtOfEq>, f: &Frame) -> bool {
            this.as_base().payload(f).0 < other.as_base().payload(f).0
        }
    }

    /// It says itself that it has no hash.
    #[class]
    pub struct Unhashable;

    #[methods]
    impl Unhashable {
        #[classattr]
        const __hash__: Option<i64> = None;

        #[new]
        fn new() -> Self {
            Unhashable
        }
    }

    /// What `__eq__` does is up to the value.
    #[class]
    pub struct Moody(String);

    #[methods]
    impl Moody {
        #[new]
        fn new(mood: String) -> Self {
            Moody(mood)
        }

        fn __eq__(&self, f: &Frame, _other: Handle<Any>) -> Result<Handle<Any>> {
            match self.0.as_str() {
                "raise" => Err(KeyError::new_err("moody")),
                "pass" => Ok(f.not_implemented()),
                "none" => Ok(f.none().as_any()),
                _ => self.0.as_str().to_handle(f),
            }
        }
    }

    /// A hash that is up to the value.
    #[class]
    pub struct Hashed(i64);

    #[methods]
    impl Hashed {
        #[new]
        fn new(hash: i64) -> Self {
            Hashed(hash)
        }

        fn __hash__(&self) -> Result<i64> {
            if self.0 == 13 { Err(ValueError::new_err("unlucky")) } else { Ok(self.0) }
        }
    }
}
