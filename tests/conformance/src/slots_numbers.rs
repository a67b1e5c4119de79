//! Numbers: operators in place and reflected, powers, conversions.

#[hstack::module(submodule)]
pub mod slots_numbers {
    use hstack::prelude::*;
    use hstack::{class, methods};
    use std::sync::atomic::{AtomicI64, Ordering};

    /// Every operator says what it was called with.
    #[class(subclass)]
    pub struct Named(String);

    #[methods]
    impl Named {
        #[new]
        fn new(name: String) -> Self {
            Named(name)
        }

        fn __add__(&self, other: &str) -> String {
            format!("{} add {other}", self.0)
        }

        fn __sub__(&self, other: &str) -> String {
            format!("{} sub {other}", self.0)
        }

        fn __mul__(&self, other: &str) -> String {
            format!("{} mul {other}", self.0)
        }

        fn __matmul__(&self, other: &str) -> String {
            format!("{} matmul {other}", self.0)
        }

        fn __truediv__(&self, other: &str) -> String {
            format!("{} truediv {other}", self.0)
        }

        fn __floordiv__(&self, other: &str) -> String {
            format!("{} floordiv {other}", self.0)
        }

        fn __mod__(&self, other: &str) -> String {
            format!("{} mod {other}", self.0)
        }

        fn __lshift__(&self, other: &str) -> String {
            format!("{} lshift {other}", self.0)
        }

        fn __rshift__(&self, other: &str) -> String {
            format!("{} rshift {other}", self.0)
        }

        fn __and__(&self, other: &str) -> String {
            format!("{} and {other}", self.0)
        }

        fn __or__(&self, other: &str) -> String {
            format!("{} or {other}", self.0)
        }

        fn __xor__(&self, other: &str) -> String {
            format!("{} xor {other}", self.0)
        }

        fn __divmod__(&self, other: &str) -> String {
            format!("{} divmod {other}", self.0)
        }

        fn __radd__(&self, other: &str) -> String {
            format!("{} radd {other}", self.0)
        }

        fn __rsub__(&self, other: &str) -> String {
            format!("{} rsub {other}", self.0)
        }

        fn __rmul__(&self, other: &str) -> String {
            format!("{} rmul {other}", self.0)
        }

        fn __rmatmul__(&self, other: &str) -> String {
            format!("{} rmatmul {other}", self.0)
        }

        fn __rtruediv__(&self, other: &str) -> String {
            format!("{} rtruediv {other}", self.0)
        }

        fn __rfloordiv__(&self, other: &str) -> String {
            format!("{} rfloordiv {other}", self.0)
        }

        fn __rmod__(&self, other: &str) -> String {
            format!("{} rmod {other}", self.0)
        }

        fn __rlshift__(&self, other: &str) -> String {
            format!("{} rlshift {other}", self.0)
        }

        fn __rrshift__(&self, other: &str) -> String {
            format!("{} rrshift {other}", self.0)
        }

        fn __rand__(&self, other: &str) -> String {
            format!("{} rand {other}", self.0)
        }

        fn __ror__(&self, other: &str) -> String {
            format!("{} ror {other}", self.0)
        }

        fn __rxor__(&self, other: &str) -> String {
            format!("{} rxor {other}", self.0)
        }

        fn __rdivmod__(&self, other: &str) -> String {
            format!("{} rdivmod {other}", self.0)
        }

        fn __iadd__(&self, other: &str) -> String {
            format!("{} iadd {other}", self.0)
        }

        fn __isub__(&self, other: &str) -> String {
            format!("{} isub {other}", self.0)
        }

        fn __imul__(&self, other: &str) -> String {
            format!("{} imul {other}", self.0)
        }

        fn __imatmul__(&self, other: &str) -> String {
            format!("{} imatmul {other}", self.0)
        }

        fn __itruediv__(&self, other: &str) -> String {
            format!("{} itruediv {other}", self.0)
        }

        fn __ifloordiv__(&self, other: &str) -> String {
            format!("{} ifloordiv {other}", self.0)
        }

        fn __imod__(&self, other: &str) -> String {
            format!("{} imod {other}", self.0)
        }

        fn __ilshift__(&self, other: &str) -> String {
            format!("{} ilshift {other}", self.0)
        }

        fn __irshift__(&self, other: &str) -> String {
            format!("{} irshift {other}", self.0)
        }

        fn __iand__(&self, other: &str) -> String {
            format!("{} iand {other}", self.0)
        }

        fn __ior__(&self, other: &str) -> String {
            format!("{} ior {other}", self.0)
        }

        fn __ixor__(&self, other: &str) -> String {
            format!("{} ixor {other}", self.0)
        }
    }

    /// A number that changes in place.
    #[class]
    pub struct Total(AtomicI64);

    #[methods]
    impl Total {
        #[new]
        fn new(n: i64) -> Self {
            Total(AtomicI64::new(n))
        }

        #[getter]
        fn value(&self) -> i64 {
            self.0.load(Ordering::Relaxed)
        }

        fn __iadd__(&self, n: i64) {
            self.0.fetch_add(n, Ordering::Relaxed);
        }

        fn __isub__(&self, n: i64) -> Result {
            if n < 0 {
                return Err(ValueError::new_err("negative"));
            }
            self.0.fetch_sub(n, Ordering::Relaxed);
            Ok(())
        }

        fn __imul__(this: Handle<Self>, f: &Frame, n: i64) -> Handle<Self> {
            let total = &this.payload(f).0;
            total.store(total.load(Ordering::Relaxed) * n, Ordering::Relaxed);
            this
        }

        fn __ior__(&self, n: i64) -> Total {
            Total(AtomicI64::new(self.value() | n))
        }

        fn __add__(&self, text: &str) -> String {
            format!("{}{text}", self.value())
        }

        fn __ifloordiv__(&self, f: &Frame, _n: i64) -> Handle<Any> {
            f.not_implemented()
        }
    }

    /// Powers with an optional modulus.
    #[class]
    pub struct Power(i64);

    #[methods]
    impl Power {
        #[new]
        fn new(n: i64) -> Self {
            Power(n)
        }

        fn __pow__(&self, exponent: i64, modulus: Option<i64>) -> (&'static str, i64, i64, Option<i64>) {
            ("pow", self.0, exponent, modulus)
        }

        fn __rpow__(&self, base: i64, modulus: Option<i64>) -> (&'static str, i64, i64, Option<i64>) {
            ("rpow", self.0, base, modulus)
        }

        fn __ipow__(&self, exponent: i64, modulus: Option<i64>) -> (&'static str, i64, i64, Option<i64>) {
            ("ipow", self.0, exponent, modulus)
        }
    }

    /// Powers without one.
    #[class]
    pub struct PlainPower(AtomicI64);

    #[methods]
    impl PlainPower {
        #[new]
        fn new(n: i64) -> Self {
            PlainPower(AtomicI64::new(n))
        }

        #[getter]
        fn value(&self) -> i64 {
            self.0.load(Ordering::Relaxed)
        }

        fn __pow__(&self, exponent: u32) -> Option<i64> {
            self.value().checked_pow(exponent)
        }

        fn __ipow__(&self, exponent: u32) -> Result {
            let power =
                self.value().checked_pow(exponent).ok_or_else(|| OverflowError::new_err("too big"))?;
            self.0.store(power, Ordering::Relaxed);
            Ok(())
        }
    }

    /// What becomes a number.
    #[class]
    pub struct Real(f64);

    #[methods]
    impl Real {
        #[new]
        fn new(x: f64) -> Self {
            Real(x)
        }

        fn __int__(&self) -> i64 {
            self.0 as i64
        }

        fn __float__(&self) -> f64 {
            self.0
        }

        fn __index__(&self) -> Result<i64> {
            if self.0.fract() == 0.0 { Ok(self.0 as i64) } else { Err(TypeError::new_err("not whole")) }
        }

        fn __complex__(&self, f: &Frame) -> Result<Handle<Complex>> {
            f.complex(self.0, 1.0)
        }

        #[hstack(signature = (digits = None))]
        fn __round__(&self, digits: Option<i32>) -> (f64, Option<i32>) {
            (self.0.round(), digits)
        }

        fn __trunc__(&self) -> f64 {
            self.0.trunc()
        }

        fn __floor__(&self) -> f64 {
            self.0.floor()
        }

        fn __ceil__(&self) -> f64 {
            self.0.ceil()
        }

        fn __neg__(&self) -> Real {
            Real(-self.0)
        }

        fn __pos__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __abs__(&self) -> Real {
            Real(self.0.abs())
        }

        fn __invert__(&self) -> Result<()> {
            Err(ArithmeticError::new_err("no bits"))
        }

        fn __bool__(&self) -> Result<bool> {
            if self.0.is_nan() { Err(ValueError::new_err("neither")) } else { Ok(self.0 != 0.0) }
        }
    }

    use hstack::exceptions::ArithmeticError;
}
