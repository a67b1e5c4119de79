//! Fractions of native numbers; what does not fit into them is an `OverflowError`.

use hstack::exceptions::ZeroDivisionError;
use hstack::prelude::*;
use hstack::types::CompareOp;
use hstack::{class, methods};
use std::cmp::Ordering;

/// What `fractions.Fraction` does with small numbers.
#[class(name = "Rational", subclass, weakref, pickle)]
#[derive(Clone, Copy)]
pub struct Rational {
    #[hstack(get)]
    numerator: i128,
    #[hstack(get)]
    denominator: i128,
}

/// The modulus of the hashes of numbers.
const MODULUS: u128 = (1 << 61) - 1;

fn too_big() -> hstack::Error {
    OverflowError::new_err("the fraction is too big")
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn power(mut base: u128, mut exponent: u128) -> u128 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % MODULUS;
        }
        base = base * base % MODULUS;
        exponent >>= 1;
    }
    result
}

/// The other operand.
enum Operand {
    Exact(Rational),
    Float,
}

fn operand<'f>(f: &Frame<'f>, other: Handle<'f, Any>) -> Result<Option<Operand>> {
    if let Some(rational) = other.try_cast::<Rational>(f) {
        return Ok(Some(Operand::Exact(*rational.payload(f))));
    }
    if let Some(int) = other.try_cast::<Int>(f) {
        return Ok(Some(Operand::Exact(Rational { numerator: int.extract(f)?, denominator: 1 })));
    }
    Ok(other.is_instance_of::<Float>(f).then_some(Operand::Float))
}

impl Rational {
    fn reduced(numerator: Option<i128>, denominator: Option<i128>) -> Result<Rational> {
        let (Some(mut numerator), Some(mut denominator)) = (numerator, denominator) else {
            return Err(too_big());
        };
        if denominator == 0 {
            return Err(ZeroDivisionError::new_err(format!("Fraction({numerator}, 0)")));
        }
        let common = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()) as i128;
        (numerator, denominator) = (numerator / common, denominator / common);
        let sign = denominator.signum();
        Ok(Rational { numerator: numerator * sign, denominator: denominator * sign })
    }

    fn value(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    fn plus(self, other: Rational, sign: i128) -> Result<Rational> {
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator).and_then(|n| n.checked_mul(sign));
        let sum = left.zip(right).and_then(|(left, right)| left.checked_add(right));
        Rational::reduced(sum, self.denominator.checked_mul(other.denominator))
    }

    fn times(self, other: Rational) -> Result<Rational> {
        let numerator = self.numerator.checked_mul(other.numerator);
        Rational::reduced(numerator, self.denominator.checked_mul(other.denominator))
    }

    fn over(self, other: Rational) -> Result<Rational> {
        let numerator = self.numerator.checked_mul(other.denominator);
        Rational::reduced(numerator, self.denominator.checked_mul(other.numerator))
    }

    /// The quotient, rounded down.
    fn floor_over(self, other: Rational) -> Result<i128> {
        let numerator = self.numerator.checked_mul(other.denominator).ok_or_else(too_big)?;
        let denominator = self.denominator.checked_mul(other.numerator).ok_or_else(too_big)?;
        if denominator == 0 {
            return Err(ZeroDivisionError::new_err("integer division or modulo by zero"));
        }
        let (quotient, rest) = (numerator / denominator, numerator % denominator);
        Ok(if rest != 0 && (rest < 0) != (denominator < 0) { quotient - 1 } else { quotient })
    }

    fn modulo(self, other: Rational) -> Result<Rational> {
        let whole = Rational { numerator: self.floor_over(other)?, denominator: 1 };
        self.plus(other.times(whole)?, -1)
    }

    fn order(self, other: Rational) -> Result<Ordering> {
        let left = self.numerator.checked_mul(other.denominator).ok_or_else(too_big)?;
        let right = other.numerator.checked_mul(self.denominator).ok_or_else(too_big)?;
        Ok(left.cmp(&right))
    }
}

/// The result of an operator: exact with exact numbers, and Python's own with floats.
fn combine<'f>(
    f: &Frame<'f>,
    this: Rational,
    other: Handle<'f, Any>,
    reflected: bool,
    exact: impl FnOnce(Rational, Rational) -> Result<Handle<'f, Any>>,
    floats: impl FnOnce(Handle<'f, Any>, Handle<'f, Any>) -> Result<Handle<'f, Any>>,
) -> Result<Handle<'f, Any>> {
    match operand(f, other)? {
        None => Ok(f.not_implemented()),
        Some(Operand::Exact(other)) if reflected => exact(other, this),
        Some(Operand::Exact(other)) => exact(this, other),
        Some(Operand::Float) => {
            let value = f.float(this.value())?.as_any();
            if reflected { floats(other, value) } else { floats(value, other) }
        }
    }
}

macro_rules! rational {
    ($($op:ident $reflected:ident: $exact:expr, $float:ident;)*) => {
        #[methods]
        impl Rational {
            #[new]
            #[hstack(signature = (numerator = 0, denominator = 1))]
            fn new(numerator: i64, denominator: i64) -> Result<Rational> {
                Rational::reduced(Some(numerator.into()), Some(denominator.into()))
            }

            $(
                fn $op(&self, other: Handle<Any>, f: &Frame) -> Result<Handle<Any>> {
                    combine(f, *self, other, false, |a, b| ($exact)(a, b)?.to_handle(f), |a, b| a.$float(f, b))
                }

                fn $reflected(&self, other: Handle<Any>, f: &Frame) -> Result<Handle<Any>> {
                    combine(f, *self, other, true, |a, b| ($exact)(a, b)?.to_handle(f), |a, b| a.$float(f, b))
                }
            )*

            fn __richcmp__(&self, other: Handle<Any>, op: CompareOp, f: &Frame) -> Result<Handle<Any>> {
                match operand(f, other)? {
                    None => Ok(f.not_implemented()),
                    Some(Operand::Exact(other)) => Ok(f.bool(op.matches(self.order(other)?)).as_any()),
                    Some(Operand::Float) => f.float(self.value())?.rich_compare(f, other, op),
                }
            }

            fn __neg__(&self) -> Rational {
                Rational { numerator: -self.numerator, ..*self }
            }

            fn __pos__(&self) -> Rational {
                *self
            }

            fn __abs__(&self) -> Rational {
                Rational { numerator: self.numerator.abs(), ..*self }
            }

            fn __bool__(&self) -> bool {
                self.numerator != 0
            }

            fn __float__(&self) -> f64 {
                self.value()
            }

            fn __trunc__(&self) -> i128 {
                self.numerator / self.denominator
            }

            fn __floor__(&self) -> i128 {
                self.numerator.div_euclid(self.denominator)
            }

            fn __ceil__(&self) -> i128 {
                -(-self.numerator).div_euclid(self.denominator)
            }

            fn __hash__(&self) -> isize {
                let inverse = power(self.denominator as u128 % MODULUS, MODULUS - 2);
                let magnitude = match inverse {
                    0 => 314159,
                    inverse => (self.numerator.unsigned_abs() % MODULUS * inverse % MODULUS) as isize,
                };
                let signed = if self.numerator < 0 { -magnitude } else { magnitude };
                if signed == -1 { -2 } else { signed }
            }

            fn __repr__(&self) -> String {
                format!("Fraction({}, {})", self.numerator, self.denominator)
            }

            fn __str__(&self) -> String {
                match self.denominator {
                    1 => self.numerator.to_string(),
                    denominator => format!("{}/{denominator}", self.numerator),
                }
            }

            fn as_integer_ratio(&self) -> (i128, i128) {
                (self.numerator, self.denominator)
            }

            fn limit_denominator(&self, limit: i128) -> Result<Rational> {
                if limit < 1 {
                    return Err(ValueError::new_err("max_denominator should be at least 1"));
                }
                if self.denominator <= limit {
                    return Ok(*self);
                }
                let (mut p0, mut q0, mut p1, mut q1) = (0, 1, 1, 0);
                let (mut n, mut d) = (self.numerator, self.denominator);
                loop {
                    let a = n.div_euclid(d);
                    let q2 = q0 + a * q1;
                    if q2 > limit {
                        break;
                    }
                    (p0, q0, p1, q1) = (p1, q1, p0 + a * p1, q2);
                    (n, d) = (d, n - a * d);
                }
                let k = (limit - q0) / q1;
                let near = Rational { numerator: p1, denominator: q1 };
                let far = Rational { numerator: p0 + k * p1, denominator: q0 + k * q1 };
                let distance = |to: Rational| to.plus(*self, -1).map(|away| away.__abs__());
                Ok(if distance(near)?.order(distance(far)?)?.is_le() { near } else { far })
            }
        }
    };
}
rational! {
    __add__ __radd__: |a: Rational, b| a.plus(b, 1), add;
    __sub__ __rsub__: |a: Rational, b| a.plus(b, -1), sub;
    __mul__ __rmul__: |a: Rational, b| a.times(b), mul;
    __truediv__ __rtruediv__: |a: Rational, b| a.over(b), div;
    __floordiv__ __rfloordiv__: |a: Rational, b| a.floor_over(b), floor_div;
    __mod__ __rmod__: |a: Rational, b| a.modulo(b), rem;
}
