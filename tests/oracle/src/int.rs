//! An int in a field.

use hstack::imported;
use hstack::prelude::*;
use hstack::types::CompareOp;
use hstack::{class, methods};

/// What `int` does; results that are ints are of this class.
#[class(name = "Int", subclass, weakref, pickle)]
pub struct IntLike {
    value: Field<Int>,
}

fn value<'f>(f: &Frame<'f>, this: Handle<'f, IntLike>) -> Result<Handle<'f, Any>> {
    Ok(this.load(f, IntLike::VALUE)?.as_any())
}

/// What an int can be combined with: one of ours as its int, and the numbers of Python.
fn operand<'f>(f: &Frame<'f>, other: Handle<'f, Any>) -> Result<Option<Handle<'f, Any>>> {
    if let Some(like) = other.try_cast::<IntLike>(f) {
        return value(f, like).map(Some);
    }
    let known = other.is_instance_of::<Int>(f)
        || other.is_instance_of::<Float>(f)
        || other.is_instance_of::<Complex>(f);
    Ok(known.then_some(other))
}

/// Ints as ours, everything else as it is.
fn like<'f>(f: &Frame<'f>, result: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    if let Some(pair) = result.try_cast::<Tuple>(f) {
        let items = pair.to_vec::<Handle<Any>>(f)?;
        let items: Result<Vec<_>> = items.into_iter().map(|item| like(f, item)).collect();
        return Ok(f.tuple_of(&items?)?.as_any());
    }
    match result.try_cast::<Int>(f) {
        Some(value) if !result.is_instance_of::<Bool>(f) => {
            Ok(f.new(IntLikeInit { value: Some(value) })?.as_any())
        }
        _ => Ok(result),
    }
}

macro_rules! int_like {
    (
        binary { $($op:ident $reflected:ident: $apply:ident;)* }
        unary { $($unary:ident: $function:ident;)* }
        same { $($same:ident)* }
    ) => {
        #[methods]
        impl IntLike {
            #[new]
            #[hstack(signature = (*args, **kwargs))]
            fn new<'f>(f: &Frame<'f>, args: Handle<'f, Tuple>, kwargs: Option<Handle<'f, Dict>>) -> Result<IntLikeInit<'f>> {
                let value = imported!("builtins", "int").get(f)?.call_tuple(f, args, kwargs)?;
                Ok(IntLikeInit { value: Some(value) })
            }

            $(
                fn $op(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
                    match operand(f, other)? {
                        Some(other) => like(f, value(f, this)?.$apply(f, other)?),
                        None => Ok(f.not_implemented()),
                    }
                }

                fn $reflected(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
                    match operand(f, other)? {
                        Some(other) => like(f, other.$apply(f, value(f, this)?)?),
                        None => Ok(f.not_implemented()),
                    }
                }
            )*

            $(
                fn $unary(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                    like(f, value(f, this)?.$function(f)?)
                }
            )*

            $(
                fn $same(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                    like(f, value(f, this)?.call_method(f, stringify!($same), ())?)
                }
            )*

            fn __pow__(this: Handle<Self>, f: &Frame, other: Handle<Any>, modulus: Option<Handle<Any>>) -> Result<Handle<Any>> {
                let Some(other) = operand(f, other)? else { return Ok(f.not_implemented()) };
                let modulus = match modulus {
                    None => None,
                    Some(modulus) => match operand(f, modulus)? {
                        None => return Ok(f.not_implemented()),
                        modulus => modulus,
                    },
                };
                like(f, value(f, this)?.pow(f, other, modulus)?)
            }

            fn __rpow__(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
                match operand(f, other)? {
                    Some(other) => like(f, other.pow(f, value(f, this)?, None)?),
                    None => Ok(f.not_implemented()),
                }
            }

            fn __richcmp__(this: Handle<Self>, other: Handle<Any>, op: CompareOp, f: &Frame) -> Result<Handle<Any>> {
                match operand(f, other)? {
                    Some(other) => value(f, this)?.rich_compare(f, other, op),
                    None => Ok(f.not_implemented()),
                }
            }

            fn __hash__(this: Handle<Self>, f: &Frame) -> Result<isize> {
                value(f, this)?.hash(f)
            }

            fn __repr__(this: Handle<Self>, f: &Frame) -> Result<Handle<Str>> {
                value(f, this)?.repr(f)
            }

            fn __format__(this: Handle<Self>, f: &Frame, spec: &str) -> Result<Handle<Str>> {
                value(f, this)?.format(f, spec)
            }

            fn __bool__(this: Handle<Self>, f: &Frame) -> Result<bool> {
                value(f, this)?.is_truthy(f)
            }

            fn __int__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                value(f, this)
            }

            fn __index__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                value(f, this)
            }

            fn __float__(this: Handle<Self>, f: &Frame) -> Result<Handle<Float>> {
                value(f, this)?.float(f)
            }

            #[hstack(signature = (*args))]
            fn __round__(this: Handle<Self>, f: &Frame, args: Handle<Tuple>) -> Result<Handle<Any>> {
                let round: Handle<Any> = value(f, this)?.get_attr(f, name!("__round__"))?;
                like(f, round.call_tuple(f, args, None)?)
            }

            #[hstack(signature = (*args, **kwargs))]
            fn to_bytes(this: Handle<Self>, f: &Frame, args: Handle<Tuple>, kwargs: Option<Handle<Dict>>) -> Result<Handle<Any>> {
                value(f, this)?.get_attr::<Handle<Any>>(f, name!("to_bytes"))?.call_tuple(f, args, kwargs)
            }

            #[classmethod]
            #[hstack(signature = (*args, **kwargs))]
            fn from_bytes(cls: Handle<Type>, f: &Frame, args: Handle<Tuple>, kwargs: Option<Handle<Dict>>) -> Result<Handle<Any>> {
                let value: Handle<Any> = imported!("builtins", "int").get(f)?.get_attr(f, name!("from_bytes"))?;
                cls.call(f, (value.call_tuple::<Handle<Any>>(f, args, kwargs)?,))
            }

            #[getter]
            fn real(this: Handle<Self>) -> Handle<Self> {
                this
            }

            #[getter]
            fn imag(&self, f: &Frame) -> Result<Handle<Any>> {
                like(f, f.int(0)?.as_any())
            }

            #[getter]
            fn numerator(this: Handle<Self>) -> Handle<Self> {
                this
            }

            #[getter]
            fn denominator(&self, f: &Frame) -> Result<Handle<Any>> {
                like(f, f.int(1)?.as_any())
            }
        }
    };
}
int_like! {
    binary {
        __add__ __radd__: add;
        __sub__ __rsub__: sub;
        __mul__ __rmul__: mul;
        __truediv__ __rtruediv__: div;
        __floordiv__ __rfloordiv__: floor_div;
        __mod__ __rmod__: rem;
        __divmod__ __rdivmod__: divmod;
        __lshift__ __rlshift__: lshift;
        __rshift__ __rrshift__: rshift;
        __and__ __rand__: bitand;
        __or__ __ror__: bitor;
        __xor__ __rxor__: bitxor;
    }
    unary {
        __neg__: neg;
        __pos__: pos;
        __abs__: abs;
        __invert__: bitnot;
    }
    same { __trunc__ __floor__ __ceil__ bit_length conjugate as_integer_ratio }
}
