//! The exceptions of `kiwisolver.exceptions`.

use crate::solver::Error;
use hstack::exceptions::ExceptionType;
use hstack::prelude::*;

hstack::import_exception!(kiwisolver.exceptions, BadRequiredStrength);
hstack::import_exception!(kiwisolver.exceptions, DuplicateConstraint);
hstack::import_exception!(kiwisolver.exceptions, DuplicateEditVariable);
hstack::import_exception!(kiwisolver.exceptions, UnknownConstraint);
hstack::import_exception!(kiwisolver.exceptions, UnknownEditVariable);
hstack::import_exception!(kiwisolver.exceptions, UnsatisfiableConstraint);

/// The exception for what a solver says about a constraint or a variable, which is its argument.
pub fn about<'f, Duplicate: ExceptionType, Unknown: ExceptionType>(
    f: &Frame<'f>,
    error: Error,
    object: Handle<'f, Any>,
) -> hstack::Error {
    let object = Global::new(f, object);
    match error {
        Error::Duplicate => hstack::Error::with_args::<Duplicate>(object),
        Error::Unknown => hstack::Error::with_args::<Unknown>(object),
        Error::Unsatisfiable => UnsatisfiableConstraint::with_args(object),
        Error::Required => BadRequiredStrength::new_err("an edit variable cannot have a required strength"),
        Error::Internal(why) => RuntimeError::new_err(why),
    }
}
