//! Anything that is a sequence, and unpacking.

/// Sequences.
#[hstack::module(submodule)]
pub mod sequences {
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::Sequence;

    #[function]
    pub fn is_sequence(f: &Frame, object: Handle<Any>) -> bool {
        object.try_cast::<Sequence>(f).is_some()
    }

    #[function]
    pub fn get(f: &Frame, sequence: Handle<Sequence>, index: usize) -> Result<Handle<Any>> {
        sequence.get(f, index)
    }

    #[function]
    pub fn set(f: &Frame, sequence: Handle<Sequence>, index: usize, item: Handle<Any>) -> Result {
        sequence.set(f, index, item)
    }

    #[function]
    pub fn del(f: &Frame, sequence: Handle<Sequence>, index: usize) -> Result {
        sequence.del(f, index)
    }

    #[function]
    pub fn slice(f: &Frame, sequence: Handle<Sequence>, start: usize, end: usize) -> Result<Handle<Any>> {
        sequence.slice(f, start, end)
    }

    #[function]
    pub fn set_slice<'f>(
        f: &Frame<'f>,
        sequence: Handle<'f, Sequence>,
        start: usize,
        end: usize,
        items: Handle<'f, Any>,
    ) -> Result {
        sequence.set_slice(f, start, end, items)
    }

    #[function]
    pub fn del_slice(f: &Frame, sequence: Handle<Sequence>, start: usize, end: usize) -> Result {
        sequence.del_slice(f, start, end)
    }

    #[function]
    pub fn concat(f: &Frame, sequence: Handle<Sequence>, other: Handle<Any>) -> Result<Handle<Any>> {
        sequence.concat(f, other)
    }

    #[function]
    pub fn repeat(f: &Frame, sequence: Handle<Sequence>, count: usize) -> Result<Handle<Any>> {
        sequence.repeat(f, count)
    }

    #[function]
    pub fn in_place_concat(f: &Frame, sequence: Handle<Sequence>, other: Handle<Any>) -> Result<Handle<Any>> {
        sequence.in_place_concat(f, other)
    }

    #[function]
    pub fn in_place_repeat(f: &Frame, sequence: Handle<Sequence>, count: usize) -> Result<Handle<Any>> {
        sequence.in_place_repeat(f, count)
    }

    #[function]
    pub fn count(f: &Frame, sequence: Handle<Sequence>, item: Handle<Any>) -> Result<usize> {
        sequence.count(f, item)
    }

    #[function]
    pub fn index(f: &Frame, sequence: Handle<Sequence>, item: Handle<Any>) -> Result<usize> {
        sequence.index(f, item)
    }

    #[function]
    pub fn to_list(f: &Frame, iterable: Handle<Any>) -> Result<Handle<List>> {
        iterable.to_list(f)
    }

    #[function]
    pub fn to_tuple(f: &Frame, iterable: Handle<Any>) -> Result<Handle<Tuple>> {
        iterable.to_tuple(f)
    }

    #[function]
    pub fn list_as_sequence(f: &Frame, list: Handle<List>, index: usize) -> Result<Handle<Any>> {
        list.as_sequence().get(f, index)
    }

    #[function]
    pub fn unpack_none(f: &Frame, object: Handle<Any>) -> Result {
        let [] = object.unpack::<0>(f)?;
        Ok(())
    }

    #[function]
    pub fn unpack_three(f: &Frame, object: Handle<Any>) -> Result<(Handle<Any>, Handle<Any>, Handle<Any>)> {
        let [a, b, c] = object.unpack(f)?;
        Ok((c, b, a))
    }
}
