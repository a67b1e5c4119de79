//! `slice` and `range`

/// Slices and ranges.
#[hstack::module(submodule)]
pub mod slices {
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::Range;

    #[function]
    pub fn new<'f>(
        f: &Frame<'f>,
        start: Handle<'f, Any>,
        stop: Handle<'f, Any>,
        step: Handle<'f, Any>,
    ) -> Result<Handle<'f, Slice>> {
        f.slice(start, stop, step)
    }

    #[function]
    pub fn every_other(f: &Frame) -> Result<Handle<Slice>> {
        f.slice(1, (), 2)
    }

    #[function]
    pub fn indices(f: &Frame, slice: Handle<Slice>, len: usize) -> Result<(isize, isize, isize, usize)> {
        let i = slice.indices(f, len)?;
        Ok((i.start, i.stop, i.step, i.len))
    }

    #[function]
    pub fn selected(f: &Frame, slice: Handle<Slice>, len: usize) -> Result<Vec<usize>> {
        Ok(slice.indices(f, len)?.iter().collect())
    }

    #[function]
    pub fn parts(f: &Frame, slice: Handle<Slice>) -> Result<(Handle<Any>, Handle<Any>, Handle<Any>)> {
        Ok((slice.start(f)?, slice.stop(f)?, slice.step(f)?))
    }

    #[function]
    pub fn range<'f>(
        f: &Frame<'f>,
        start: Handle<'f, Any>,
        stop: Handle<'f, Any>,
        step: Handle<'f, Any>,
    ) -> Result<Handle<'f, Range>> {
        f.range(start, stop, step)
    }

    #[function]
    pub fn range_parts(f: &Frame, range: Handle<Range>) -> Result<(i64, i64, i64)> {
        Ok((range.start(f)?, range.stop(f)?, range.step(f)?))
    }

    #[function]
    pub fn range_list(f: &Frame, range: Handle<Range>) -> Result<Handle<List>> {
        range.to_list(f)
    }
}
