//! Structs and enums.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DataEnum, DataStruct, DeriveInput, Fields, Generics, Ident, Result};
use syn::{Token, Variant, Visibility, token};

pub struct ItemStruct {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    struct_token: Token![struct],
    pub ident: Ident,
    pub generics: Generics,
    pub fields: Fields,
    semi_token: Option<Token![;]>,
}

pub struct ItemEnum {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    enum_token: Token![enum],
    pub ident: Ident,
    pub generics: Generics,
    brace_token: token::Brace,
    pub variants: Punctuated<Variant, Token![,]>,
}

impl Parse for ItemStruct {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let DeriveInput { attrs, vis, ident, generics, data } = input.parse()?;
        let Data::Struct(DataStruct { struct_token, fields, semi_token }) = data else {
            return Err(syn::Error::new(ident.span(), "expected a struct"));
        };
        Ok(ItemStruct { attrs, vis, struct_token, ident, generics, fields, semi_token })
    }
}

impl Parse for ItemEnum {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let DeriveInput { attrs, vis, ident, generics, data } = input.parse()?;
        let Data::Enum(DataEnum { enum_token, brace_token, variants }) = data else {
            return Err(syn::Error::new(ident.span(), "expected an enum"));
        };
        Ok(ItemEnum { attrs, vis, enum_token, ident, generics, brace_token, variants })
    }
}

impl ToTokens for ItemStruct {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (struct_token, fields, semi_token) = (self.struct_token, self.fields.clone(), self.semi_token);
        let data = Data::Struct(DataStruct { struct_token, fields, semi_token });
        let (attrs, vis) = (self.attrs.clone(), self.vis.clone());
        let (ident, generics) = (self.ident.clone(), self.generics.clone());
        DeriveInput { attrs, vis, ident, generics, data }.to_tokens(tokens);
    }
}

impl ToTokens for ItemEnum {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (enum_token, brace_token, variants) = (self.enum_token, self.brace_token, self.variants.clone());
        let data = Data::Enum(DataEnum { enum_token, brace_token, variants });
        let (attrs, vis) = (self.attrs.clone(), self.vis.clone());
        let (ident, generics) = (self.ident.clone(), self.generics.clone());
        DeriveInput { attrs, vis, ident, generics, data }.to_tokens(tokens);
    }
}
