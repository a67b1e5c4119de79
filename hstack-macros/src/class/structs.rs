//! A struct as a class.

use super::definition::Definition;
use super::options::ClassOptions;
use super::{fields, init, pickle, shared};
use crate::attributes::{Options, doc};
use crate::item::ItemStruct;
use proc_macro2::TokenStream;
use syn::Result;

pub fn expand(options: Options, mut item: ItemStruct) -> Result<TokenStream> {
    let options = ClassOptions::parse(options, &mut item.attrs, &item.ident)?;
    super::refuse_parameters(&item.generics)?;
    let (references, properties) = fields::take(&mut item.fields, &options)?;
    shared::prepare(&options, &mut item, &references)?;
    let krate = &options.krate;
    let mut definition = Definition::new(&options, &item.ident, &item.vis, doc(&item.attrs)?);
    definition.vector_count = references.iter().filter(|reference| reference.is_vector).count();
    definition.field_count = references.len() - definition.vector_count;
    definition.getsets.extend(properties.iter().map(|p| p.definition(&options, &item.ident)));
    definition.derive(&options.derived);
    let keys = fields::keys(krate, &item.ident, &references);
    let instance = init::instance(&options, &item, &references);
    definition.part = init::part(&options, &item, &references);
    let pickle = options.pickle.map(|_| {
        let (generated, methods) = pickle::methods(&options, &item, &references);
        definition.methods.extend(methods);
        generated
    });
    definition.shared = options.shared.as_ref().map(|as_what| shared::definition(as_what, &options, &item));
    let definition = definition.generate();
    Ok(quote! {
        #item

        #keys
        #instance
        #pickle
        #definition
    })
}
