//! `dict`

/// Dicts.
#[hstack::module(submodule)]
pub mod dicts {
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    pub fn new(f: &Frame) -> Result<Handle<Dict>> {
        f.dict()
    }

    #[function]
    pub fn len(f: &Frame, dict: Handle<Dict>) -> Result<usize> {
        dict.len(f)
    }

    #[function]
    pub fn get(f: &Frame, dict: Handle<Dict>, key: Handle<Any>) -> Result<Handle<Any>> {
        dict.get(f, key)
    }

    #[function]
    pub fn get_text(f: &Frame, dict: Handle<Dict>, key: &str) -> Result<Handle<Any>> {
        dict.get(f, key)
    }

    #[function]
    pub fn find(f: &Frame, dict: Handle<Dict>, key: Handle<Any>) -> Result<(bool, Option<Handle<Any>>)> {
        let value = dict.find::<Handle<Any>>(f, key)?;
        Ok((value.is_some(), value))
    }

    #[function]
    pub fn find_int(f: &Frame, dict: Handle<Dict>, key: Handle<Any>) -> Result<Option<i64>> {
        dict.find(f, key)
    }

    #[function]
    pub fn set(f: &Frame, dict: Handle<Dict>, key: Handle<Any>, value: Handle<Any>) -> Result {
        dict.set(f, key, value)
    }

    #[function]
    pub fn set_text(f: &Frame, dict: Handle<Dict>, key: &str, value: &str) -> Result {
        dict.set(f, key, value)
    }

    #[function]
    pub fn set_int(f: &Frame, dict: Handle<Dict>, key: Handle<Any>, value: i64) -> Result {
        dict.set(f, key, value)
    }

    #[function]
    pub fn del_item(f: &Frame, dict: Handle<Dict>, key: Handle<Any>) -> Result {
        dict.del(f, key)
    }

    #[function]
    pub fn contains(f: &Frame, dict: Handle<Dict>, key: Handle<Any>) -> Result<bool> {
        dict.contains(f, key)
    }

    #[function]
    pub fn set_default<'f>(
        f: &Frame<'f>,
        dict: Handle<'f, Dict>,
        key: Handle<'f, Any>,
        value: Handle<'f, Any>,
    ) -> Result<Handle<'f, Any>> {
        dict.set_default(f, key, value)
    }

    #[function]
    pub fn clear(f: &Frame, dict: Handle<Dict>) -> Result {
        dict.clear(f)
    }

    #[function]
    pub fn copy(f: &Frame, dict: Handle<Dict>) -> Result<Handle<Dict>> {
        dict.copy(f)
    }

    #[function]
    pub fn update(f: &Frame, dict: Handle<Dict>, other: Handle<Any>) -> Result {
        dict.update(f, other)
    }

    #[function]
    pub fn update_if_missing(f: &Frame, dict: Handle<Dict>, other: Handle<Any>) -> Result {
        dict.update_if_missing(f, other)
    }

    #[function]
    pub fn keys(f: &Frame, dict: Handle<Dict>) -> Result<Handle<List>> {
        dict.keys(f)
    }

    #[function]
    pub fn values(f: &Frame, dict: Handle<Dict>) -> Result<Handle<List>> {
        dict.values(f)
    }

    #[function]
    pub fn items(f: &Frame, dict: Handle<Dict>) -> Result<Handle<List>> {
        dict.items(f)
    }

    #[function]
    pub fn entries(f: &Frame, dict: Handle<Dict>) -> Result<Handle<List>> {
        let list = f.list()?;
        for_each!(f, (key, value) in dict, {
            list.append(f, (key, value))?;
        });
        Ok(list)
    }

    #[function]
    pub fn swapped<'f>(f: &Frame<'f>, dict: Handle<'f, Dict>) -> Result<Handle<'f, Dict>> {
        let out = f.dict()?;
        dict.for_each(f, |f, key, value| out.set(f, value, key))?;
        Ok(out)
    }

    /// The callback may change the dict.
    #[function]
    pub fn each<'f>(f: &Frame<'f>, dict: Handle<'f, Dict>, callback: Handle<'f, Any>) -> Result {
        dict.for_each(f, |f, key, value| callback.call(f, (key, value)))
    }

    #[function]
    pub fn count_words(f: &Frame, words: Handle<List>) -> Result<Handle<Dict>> {
        let out = f.dict()?;
        for_each!(f, word in words, {
            let n: i64 = out.find(f, word)?.unwrap_or(0);
            out.set(f, word, n + 1)?;
        });
        Ok(out)
    }
}
