//! One method of a slot.

use super::method::Method;
use super::special::{RICHCMP, Shape};
use crate::attributes::at;
use crate::binding::Given;
use crate::callee::Callee;
use proc_macro2::{Span, TokenStream};
use syn::{Path, Type};

/// One method of a slot, ready to stand in an entry where `f` and `this` are in scope.
pub struct Part {
    /// Makes `this_value`, converts the arguments and calls: `let result = ..;`.
    run: TokenStream,
    /// Where errors about the result stand.
    output: Span,
    /// Where the method is.
    pub span: Span,
}

impl Part {
    /// What converts the arguments that Python gives in a slot of this shape.
    pub fn new(krate: &Path, class: &Type, shape: Shape, part: usize, method: &Method<'_>) -> Part {
        let Method { callee, take, call, ident, .. } = method;
        let (first, second) = (quote!(first), quote!(second));
        let operand = |given| Given::Operand(given, quote!(Types));
        let given = match shape {
            Shape::Operator | Shape::InPlace => vec![operand(first)],
            Shape::Power | Shape::InPlacePower => vec![operand(first), operand(second)],
            Shape::Compare => {
                let other = Given::Operand(first, quote!(Values));
                if part == RICHCMP { vec![other, Given::Value(second)] } else { vec![other] }
            }
            Shape::Item | Shape::AssignItem => {
                vec![Given::Key(first, quote!(#class)), Given::Argument(second)]
            }
            _ => vec![Given::Argument(first), Given::Argument(second)],
        };
        let bind = callee.bind_given(krate, given);
        let modulus = matches!(shape, Shape::Power | Shape::InPlacePower) && callee.parameters.len() == 1;
        // A method without one is not asked.
        let modulus = modulus.then(|| {
            quote!(if !second.is_none(f) {
                break 'operator;
            })
        });
        let run = quote!(#modulus #take #bind let result = #call;);
        Part { run, output: callee.output, span: ident.span() }
    }

    /// The same for a slot with a signature of its own, which `bind` binds.
    pub fn with_signature(
        bind: TokenStream,
        callee: &Callee,
        take: &TokenStream,
        call: &TokenStream,
        span: Span,
    ) -> Part {
        Part { run: quote!(#take #bind let result = #call;), output: callee.output, span }
    }

    /// Runs it and makes something of the result, whose errors stand at its type.
    pub fn and(&self, result: TokenStream) -> TokenStream {
        let (run, result) = (&self.run, at(self.output, result));
        quote!(#run #result)
    }
}
