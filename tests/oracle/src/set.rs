//! A set in a field.

use crate::printing::Printing;
use crate::subscript::Given;
use hstack::imported;
use hstack::prelude::*;
use hstack::types::CompareOp;
use hstack::{class, methods};

/// What `set` does.
#[class(name = "Set", subclass, weakref, pickle, dict)]
pub struct SetLike {
    items: Field<Set>,
    printing: Printing,
}

fn items<'f>(f: &Frame<'f>, this: Handle<'f, SetLike>) -> Result<Handle<'f, Set>> {
    this.load(f, SetLike::ITEMS)
}

/// The built-in set of one of ours, or the object itself: as an item, a set is as good as a frozenset.
fn inner<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    match object.try_cast::<SetLike>(f) {
        Some(like) => Ok(items(f, like)?.as_any()),
        None => Ok(object),
    }
}

/// The same, for operators, which take nothing but sets.
fn operand<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Option<Handle<'f, Any>>> {
    let object = inner(f, object)?;
    Ok((object.is_instance_of::<Set>(f) || object.is_instance_of::<FrozenSet>(f)).then_some(object))
}

/// The built-in sets of ours among the arguments.
fn sets<'f>(f: &Frame<'f>, objects: Handle<'f, Tuple>) -> Result<Handle<'f, Tuple>> {
    let objects = objects.to_vec::<Handle<Any>>(f)?;
    f.tuple_of(&objects.into_iter().map(|object| inner(f, object)).collect::<Result<Vec<_>>>()?)
}

/// Sets as ours, everything else as it is: a frozenset, which PyPy's operators give at times.
fn like<'f>(f: &Frame<'f>, items: Handle<'f, Any>) -> Result<Handle<'f, Any>> {
    match items.try_cast::<Set>(f) {
        Some(items) => Ok(f.new(SetLikeInit { items: Some(items), printing: Printing::default() })?.as_any()),
        None => Ok(items),
    }
}

macro_rules! set_like {
    (
        operators { $($op:ident $reflected:ident $in_place:ident: $apply:ident $assign:ident;)* }
        new { $($combining:ident)* }
        changing { $($changing:ident)* }
        asking { $($asking:ident)* }
    ) => {
        #[methods]
        impl SetLike {
            /// `set.__new__` takes anything; `__init__` looks at it.
            #[new]
            #[hstack(signature = (*_args, **_kwargs))]
            fn new<'f>(f: &Frame<'f>, _args: Handle<'f, Tuple>, _kwargs: Option<Handle<'f, Dict>>) -> Result<SetLikeInit<'f>> {
                Ok(SetLikeInit { items: Some(f.set()?), printing: Printing::default() })
            }

            #[hstack(signature = (iterable = Given::Default, /), text_signature = "($self, iterable=(), /)")]
            fn __init__(this: Handle<Self>, f: &Frame, iterable: Given<'_>) -> Result {
                let items = items(f, this)?;
                items.clear(f)?;
                match iterable {
                    Given::Value(iterable) => items.call_method(f, name!("update"), (inner(f, iterable)?,)),
                    Given::Default => Ok(()),
                }
            }

            fn __len__(this: Handle<Self>, f: &Frame) -> Result<usize> {
                items(f, this)?.len(f)
            }

            fn __contains__(this: Handle<Self>, f: &Frame, item: Handle<Any>) -> Result<bool> {
                items(f, this)?.as_any().contains(f, inner(f, item)?)
            }

            fn __iter__(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                items(f, this)?.call_method(f, name!("__iter__"), ())
            }

            /// With the name of the class, as for one that is derived from `set`.
            fn __repr__(this: Handle<Self>, f: &Frame) -> Result<Handle<Str>> {
                let name = this.get_type(f).name(f)?;
                let Some(_printer) = this.payload(f).printing.enter() else {
                    return f.str(&format!("{name}(...)"));
                };
                let list = items(f, this)?.to_list(f)?;
                if list.len(f)? == 0 {
                    return f.str(&format!("{name}()"));
                }
                let inside = list.repr(f)?;
                let inside = inside.substring(f, 1, inside.len(f)? - 1)?;
                f.str(&format!("{name}({{"))?.concat(f, inside)?.concat(f, f.str("})")?)
            }

            fn __richcmp__(this: Handle<Self>, other: Handle<Any>, op: CompareOp, f: &Frame) -> Result<Handle<Any>> {
                match operand(f, other)? {
                    Some(other) => items(f, this)?.rich_compare(f, other, op),
                    None => Ok(f.not_implemented()),
                }
            }

            $(
                fn $op(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
                    match operand(f, other)? {
                        Some(other) => like(f, items(f, this)?.$apply(f, other)?),
                        None => Ok(f.not_implemented()),
                    }
                }

                fn $reflected(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
                    match operand(f, other)? {
                        Some(other) => {
                            let result = other.$apply(f, items(f, this)?)?;
                            like(f, result)
                        }
                        None => Ok(f.not_implemented()),
                    }
                }

                fn $in_place(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<Handle<Any>> {
                    match operand(f, other)? {
                        Some(other) => {
                            items(f, this)?.$assign(f, other)?;
                            Ok(this.as_any())
                        }
                        None => Ok(f.not_implemented()),
                    }
                }
            )*

            $(
                #[hstack(signature = (*others))]
                fn $combining(this: Handle<Self>, f: &Frame, others: Handle<Tuple>) -> Result<Handle<Any>> {
                    let method: Handle<Any> = items(f, this)?.get_attr(f, stringify!($combining))?;
                    like(f, method.call_tuple(f, sets(f, others)?, None)?)
                }
            )*

            $(
                #[hstack(signature = (*others))]
                fn $changing(this: Handle<Self>, f: &Frame, others: Handle<Tuple>) -> Result {
                    items(f, this)?.get_attr::<Handle<Any>>(f, stringify!($changing))?.call_tuple(f, sets(f, others)?, None)
                }
            )*

            $(
                fn $asking(this: Handle<Self>, f: &Frame, other: Handle<Any>) -> Result<bool> {
                    items(f, this)?.call_method(f, stringify!($asking), (inner(f, other)?,))
                }
            )*

            fn add(this: Handle<Self>, f: &Frame, item: Handle<Any>) -> Result {
                items(f, this)?.add(f, item)
            }

            fn discard(this: Handle<Self>, f: &Frame, item: Handle<Any>) -> Result {
                items(f, this)?.call_method(f, name!("discard"), (inner(f, item)?,))
            }

            fn remove(this: Handle<Self>, f: &Frame, item: Handle<Any>) -> Result {
                let removed: Result = items(f, this)?.call_method(f, name!("remove"), (inner(f, item)?,));
                match removed {
                    // The error has the item itself.
                    Err(error) if error.is_instance::<KeyError>(f) => {
                        Err(KeyError::with_args((Global::new(f, item),)))
                    }
                    removed => removed,
                }
            }

            fn pop(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                match items(f, this)?.pop(f)? {
                    Some(item) => Ok(item),
                    None => Err(KeyError::new_err("pop from an empty set")),
                }
            }

            fn clear(this: Handle<Self>, f: &Frame) -> Result {
                items(f, this)?.clear(f)
            }

            fn copy(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
                like(f, items(f, this)?.call_method(f, name!("copy"), ())?)
            }

            #[classmethod]
            fn __class_getitem__(cls: Handle<Type>, f: &Frame, item: Handle<Any>) -> Result<Handle<Any>> {
                imported!("types", "GenericAlias").get(f)?.call(f, (cls, item))
            }
        }
    };
}
set_like! {
    operators {
        __and__ __rand__ __iand__: bitand bitand_assign;
        __or__ __ror__ __ior__: bitor bitor_assign;
        __sub__ __rsub__ __isub__: sub sub_assign;
        __xor__ __rxor__ __ixor__: bitxor bitxor_assign;
    }
    new { union intersection difference symmetric_difference }
    changing { update intersection_update difference_update symmetric_difference_update }
    asking { issubset issuperset isdisjoint }
}
