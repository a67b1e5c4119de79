//! What every object can do.

/// Attributes, items, comparisons, conversions to text, types.
#[hstack::module(submodule)]
pub mod objects {
    use hstack::prelude::*;
    use hstack::types::{
        BuiltinFunction, Capsule, CompareOp, Function, MappingProxy, MemoryView, NoneType, Range,
    };
    use hstack::{exceptions, function};

    #[function]
    pub fn get_attr(f: &Frame, object: Handle<Any>, name: &str) -> Result<Handle<Any>> {
        object.get_attr(f, name)
    }

    /// The name as an object, as Python code would have it.
    #[function]
    pub fn get_attr_object(f: &Frame, object: Handle<Any>, name: Handle<Str>) -> Result<Handle<Any>> {
        object.get_attr(f, name)
    }

    /// The name as a name of the program.
    #[function]
    pub fn get_value(f: &Frame, object: Handle<Any>) -> Result<Handle<Any>> {
        object.get_attr(f, name!("value"))
    }

    #[function]
    pub fn find_attr(f: &Frame, object: Handle<Any>, name: &str) -> Result<(bool, Option<Handle<Any>>)> {
        let value = object.find_attr::<Handle<Any>>(f, name)?;
        Ok((value.is_some(), value))
    }

    #[function]
    pub fn has_attr(f: &Frame, object: Handle<Any>, name: &str) -> Result<bool> {
        object.has_attr(f, name)
    }

    #[function]
    pub fn set_attr(f: &Frame, object: Handle<Any>, name: &str, value: Handle<Any>) -> Result {
        object.set_attr(f, name, value)
    }

    #[function]
    pub fn set_attr_object(f: &Frame, object: Handle<Any>, name: Handle<Str>, value: Handle<Any>) -> Result {
        object.set_attr(f, name, value)
    }

    #[function]
    pub fn del_attr(f: &Frame, object: Handle<Any>, name: &str) -> Result {
        object.del_attr(f, name)
    }

    #[function]
    pub fn get_item(f: &Frame, object: Handle<Any>, key: Handle<Any>) -> Result<Handle<Any>> {
        object.get_item(f, key)
    }

    #[function]
    pub fn get_item_int(f: &Frame, object: Handle<Any>, key: i64) -> Result<Handle<Any>> {
        object.get_item(f, key)
    }

    #[function]
    pub fn get_item_str(f: &Frame, object: Handle<Any>, key: &str) -> Result<Handle<Any>> {
        object.get_item(f, key)
    }

    #[function]
    pub fn find_item(
        f: &Frame,
        object: Handle<Any>,
        key: Handle<Any>,
    ) -> Result<(bool, Option<Handle<Any>>)> {
        let value = object.find_item::<Handle<Any>>(f, key)?;
        Ok((value.is_some(), value))
    }

    #[function]
    pub fn set_item(f: &Frame, object: Handle<Any>, key: Handle<Any>, value: Handle<Any>) -> Result {
        object.set_item(f, key, value)
    }

    #[function]
    pub fn set_item_str(f: &Frame, object: Handle<Any>, key: &str, value: i64) -> Result {
        object.set_item(f, key, value)
    }

    #[function]
    pub fn del_item(f: &Frame, object: Handle<Any>, key: Handle<Any>) -> Result {
        object.del_item(f, key)
    }

    #[function]
    pub fn len(f: &Frame, object: Handle<Any>) -> Result<usize> {
        object.len(f)
    }

    #[function]
    pub fn is_empty(f: &Frame, object: Handle<Any>) -> Result<bool> {
        object.is_empty(f)
    }

    #[function]
    pub fn contains(f: &Frame, object: Handle<Any>, item: Handle<Any>) -> Result<bool> {
        object.contains(f, item)
    }

    #[function]
    pub fn is_truthy(f: &Frame, object: Handle<Any>) -> Result<bool> {
        object.is_truthy(f)
    }

    #[function]
    pub fn hash(f: &Frame, object: Handle<Any>) -> Result<isize> {
        object.hash(f)
    }

    #[function]
    pub fn repr(f: &Frame, object: Handle<Any>) -> Result<Handle<Str>> {
        object.repr(f)
    }

    #[function]
    #[hstack(name = "str")]
    pub fn to_str(f: &Frame, object: Handle<Any>) -> Result<Handle<Str>> {
        object.str(f)
    }

    #[function]
    pub fn ascii(f: &Frame, object: Handle<Any>) -> Result<Handle<Str>> {
        object.ascii(f)
    }

    #[function]
    pub fn bytes(f: &Frame, object: Handle<Any>) -> Result<Handle<Bytes>> {
        object.bytes(f)
    }

    #[function]
    pub fn format(f: &Frame, object: Handle<Any>, spec: String) -> Result<Handle<Str>> {
        object.format(f, &spec)
    }

    #[function]
    pub fn dir(f: &Frame, object: Handle<Any>) -> Result<Handle<List>> {
        object.dir(f)
    }

    fn operation(name: &str) -> Result<CompareOp> {
        Ok(match name {
            "<" => CompareOp::Lt,
            "<=" => CompareOp::Le,
            "==" => CompareOp::Eq,
            "!=" => CompareOp::Ne,
            ">" => CompareOp::Gt,
            ">=" => CompareOp::Ge,
            _ => return Err(ValueError::new_err("not a comparison")),
        })
    }

    #[function]
    pub fn rich_compare<'f>(
        f: &Frame<'f>,
        left: Handle<'f, Any>,
        name: &str,
        right: Handle<'f, Any>,
    ) -> Result<Handle<'f, Any>> {
        left.rich_compare(f, right, operation(name)?)
    }

    #[function]
    pub fn compares(f: &Frame, left: Handle<Any>, name: &str, right: Handle<Any>) -> Result<bool> {
        match name {
            "<" => left.lt(f, right),
            "<=" => left.le(f, right),
            "==" => left.eq(f, right),
            "!=" => left.ne(f, right),
            ">" => left.gt(f, right),
            _ => left.ge(f, right),
        }
    }

    #[function]
    pub fn compare(f: &Frame, left: Handle<Any>, right: Handle<Any>) -> Result<i64> {
        Ok(left.compare(f, right)? as i64)
    }

    #[function]
    pub fn is_callable(f: &Frame, object: Handle<Any>) -> bool {
        object.is_callable(f)
    }

    #[function]
    pub fn same(f: &Frame, a: Handle<Any>, b: Handle<Any>) -> bool {
        a.is(f, b)
    }

    #[function]
    pub fn is_none(f: &Frame, object: Handle<Any>) -> bool {
        object.is_none(f)
    }

    #[function]
    pub fn get_type(f: &Frame, object: Handle<Any>) -> Handle<Type> {
        object.get_type(f)
    }

    #[function]
    pub fn is_instance(f: &Frame, object: Handle<Any>, class: Handle<Any>) -> Result<bool> {
        object.is_instance(f, class)
    }

    #[function]
    pub fn is_exact_instance(f: &Frame, object: Handle<Any>, class: Handle<Type>) -> bool {
        object.is_exact_instance(f, class)
    }

    #[function]
    pub fn is_subclass(f: &Frame, class: Handle<Type>, base: Handle<Any>) -> Result<bool> {
        class.is_subclass(f, base)
    }

    #[function]
    pub fn type_names(f: &Frame, class: Handle<Type>) -> Result<(&str, &str, &str)> {
        Ok((class.name(f)?, class.qualname(f)?, class.full_name(f)?))
    }

    #[function]
    pub fn type_bases(f: &Frame, class: Handle<Type>) -> Result<(Handle<Tuple>, Handle<Tuple>)> {
        Ok((class.mro(f)?, class.bases(f)?))
    }

    macro_rules! kinds {
        ($f:ident $object:ident: $($name:ident)*) => {
            vec![$((stringify!($name), $object.is_instance_of::<$name>($f), $object.try_cast::<$name>($f).is_some())),*]
        };
    }

    /// Which of hstack's types an object is an instance of, asked in two ways.
    #[function]
    #[allow(clippy::type_complexity)]
    pub fn kinds(f: &Frame, object: Handle<Any>) -> Vec<(&'static str, bool, bool)> {
        use exceptions::BaseException;
        kinds!(f object: Any Type Bool Int Float Complex Str Bytes ByteArray List Tuple Dict Set FrozenSet
            Slice Range MemoryView Module Function BuiltinFunction Capsule NoneType MappingProxy BaseException)
    }

    #[function]
    pub fn cast_to_list(f: &Frame, object: Handle<Any>) -> Result<Handle<List>> {
        object.cast::<List>(f)
    }
}
