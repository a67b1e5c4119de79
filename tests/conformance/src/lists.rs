//! `list`

/// Lists.
#[hstack::module(submodule)]
pub mod lists {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn new(f: &Frame) -> Result<Handle<List>> {
        f.list()
    }

    #[function]
    #[hstack(signature = (*items))]
    pub fn of<'f>(f: &Frame<'f>, items: Handle<'f, Tuple>) -> Result<Handle<'f, List>> {
        f.list_of(&items.to_vec::<Handle<Any>>(f)?)
    }

    #[function]
    pub fn from_range(f: &Frame, n: i64) -> Result<Handle<List>> {
        f.list_from(0..n)
    }

    /// The conversion of the fourth item fails, after three are in.
    #[function]
    pub fn from_failing(f: &Frame, surrogate: Handle<Str>) -> Result<Handle<List>> {
        let list = f.list()?;
        for i in 0..3 {
            list.append(f, i)?;
        }
        list.append(f, surrogate.as_str(f)?)?;
        Ok(list)
    }

    #[function]
    pub fn len(f: &Frame, list: Handle<List>) -> Result<usize> {
        list.len(f)
    }

    #[function]
    pub fn get(f: &Frame, list: Handle<List>, index: usize) -> Result<Handle<Any>> {
        list.get(f, index)
    }

    #[function]
    pub fn get_int(f: &Frame, list: Handle<List>, index: usize) -> Result<i64> {
        list.get(f, index)
    }

    #[function]
    pub fn set(f: &Frame, list: Handle<List>, index: usize, item: Handle<Any>) -> Result {
        list.set(f, index, item)
    }

    #[function]
    pub fn append(f: &Frame, list: Handle<List>, item: Handle<Any>) -> Result {
        list.append(f, item)
    }

    #[function]
    pub fn append_values(f: &Frame, list: Handle<List>) -> Result {
        list.append(f, 1)?;
        list.append(f, 2.5)?;
        list.append(f, "three")?;
        list.append(f, true)?;
        list.append(f, ())?;
        list.append(f, (4u8, "five"))?;
        list.append(f, vec![6, 7])
    }

    #[function]
    pub fn insert(f: &Frame, list: Handle<List>, index: isize, item: Handle<Any>) -> Result {
        list.insert(f, index, item)
    }

    #[function]
    pub fn slice(f: &Frame, list: Handle<List>, start: usize, end: usize) -> Result<Handle<List>> {
        list.slice(f, start, end)
    }

    #[function]
    pub fn set_slice(f: &Frame, list: Handle<List>, start: usize, end: usize, items: Handle<Any>) -> Result {
        list.set_slice(f, start, end, items)
    }

    #[function]
    pub fn del_slice(f: &Frame, list: Handle<List>, start: usize, end: usize) -> Result {
        list.del_slice(f, start, end)
    }

    #[function]
    pub fn del_item(f: &Frame, list: Handle<List>, index: usize) -> Result {
        list.del(f, index)
    }

    #[function]
    pub fn remove(f: &Frame, list: Handle<List>, item: Handle<Any>) -> Result {
        list.remove(f, item)
    }

    #[function]
    pub fn pop(f: &Frame, list: Handle<List>) -> Result<Option<Handle<Any>>> {
        list.pop(f)
    }

    #[function]
    pub fn extend(f: &Frame, list: Handle<List>, items: Handle<Any>) -> Result {
        list.extend(f, items)
    }

    #[function]
    pub fn clear(f: &Frame, list: Handle<List>) -> Result {
        list.clear(f)
    }

    #[function]
    pub fn count(f: &Frame, list: Handle<List>, item: Handle<Any>) -> Result<usize> {
        list.count(f, item)
    }

    #[function]
    pub fn index(f: &Frame, list: Handle<List>, item: Handle<Any>) -> Result<usize> {
        list.index(f, item)
    }

    #[function]
    pub fn sort(f: &Frame, list: Handle<List>) -> Result {
        list.sort(f)
    }

    #[function]
    pub fn reverse(f: &Frame, list: Handle<List>) -> Result {
        list.reverse(f)
    }

    #[function]
    pub fn to_tuple(f: &Frame, list: Handle<List>) -> Result<Handle<Tuple>> {
        list.to_tuple(f)
    }

    /// Every item as a handle, backwards.
    #[function]
    pub fn backwards<'f>(f: &Frame<'f>, list: Handle<'f, List>) -> Result<Handle<'f, List>> {
        let mut items = list.to_vec::<Handle<Any>>(f)?;
        items.reverse();
        f.list_of(&items)
    }

    #[function]
    pub fn to_ints(f: &Frame, list: Handle<List>) -> Result<Vec<i64>> {
        list.to_i64s(f)
    }

    #[function]
    pub fn to_floats(f: &Frame, list: Handle<List>) -> Result<Vec<f64>> {
        list.to_f64s(f)
    }

    #[function]
    pub fn sum_iter(f: &Frame, list: Handle<List>) -> Result<i64> {
        list.iter::<i64>(f).sum()
    }

    /// Items come and go while they are handled.
    #[function]
    pub fn drain<'f>(f: &Frame<'f>, list: Handle<'f, List>, callback: Handle<'f, Any>) -> Result<usize> {
        let mut count = 0;
        while list.len(f)? > 0 {
            let item: Handle<Any> = list.get(f, 0)?;
            list.del_slice(f, 0, 1)?;
            callback.call::<()>(f, (item,))?;
            count += 1;
        }
        Ok(count)
    }
}
