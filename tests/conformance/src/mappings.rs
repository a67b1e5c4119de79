//! Anything that is a mapping, and `mappingproxy`.

/// Mappings.
#[hstack::module(submodule)]
pub mod mappings {
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::{Mapping, MappingProxy};

    #[function]
    pub fn is_mapping(f: &Frame, object: Handle<Any>) -> bool {
        object.try_cast::<Mapping>(f).is_some()
    }

    #[function]
    pub fn get(f: &Frame, mapping: Handle<Mapping>, key: Handle<Any>) -> Result<Handle<Any>> {
        mapping.get(f, key)
    }

    #[function]
    pub fn find(f: &Frame, mapping: Handle<Mapping>, key: Handle<Any>) -> Result<Option<Handle<Any>>> {
        mapping.find(f, key)
    }

    #[function]
    pub fn set(f: &Frame, mapping: Handle<Mapping>, key: Handle<Any>, value: Handle<Any>) -> Result {
        mapping.set(f, key, value)
    }

    #[function]
    pub fn del(f: &Frame, mapping: Handle<Mapping>, key: Handle<Any>) -> Result {
        mapping.del(f, key)
    }

    #[function]
    pub fn keys(f: &Frame, mapping: Handle<Mapping>) -> Result<Handle<List>> {
        mapping.keys(f)
    }

    #[function]
    pub fn values(f: &Frame, mapping: Handle<Mapping>) -> Result<Handle<List>> {
        mapping.values(f)
    }

    #[function]
    pub fn items(f: &Frame, mapping: Handle<Mapping>) -> Result<Handle<List>> {
        mapping.items(f)
    }

    #[function]
    pub fn dict_as_mapping(f: &Frame, dict: Handle<Dict>) -> Result<Handle<List>> {
        dict.as_mapping().keys(f)
    }

    #[function]
    pub fn proxy(f: &Frame, mapping: Handle<Any>) -> Result<Handle<MappingProxy>> {
        f.mappingproxy(mapping)
    }

    #[function]
    pub fn proxy_get(f: &Frame, proxy: Handle<MappingProxy>, key: Handle<Any>) -> Result<Handle<Any>> {
        proxy.get(f, key)
    }

    #[function]
    pub fn proxy_items(f: &Frame, proxy: Handle<MappingProxy>) -> Result<Handle<List>> {
        proxy.items(f)
    }
}
