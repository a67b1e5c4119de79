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

/// The exception for what a solver says about a constraint or a variable.
pub fn about<'f, Duplicate: ExceptionType, Unknown: ExceptionType>(
    f: &Frame<'f>,
    error: Error,
    object: Handle<'f, Any>,
) -> hstack::Error {
    match error {
        Error::Duplicate => with::<Duplicate>(f, object),
        Error::Unknown => with::<Unknown>(f, object),
        Error::Unsatisfiable => with::<UnsatisfiableConstraint>(f, object),
        Error::Required => {
            BadRequiredStrength::new_err("an edit variable must not be required to have its value")
        }
        Error::Internal(why) => RuntimeError::new_err(why),
    }
}

/// An exception with an object as its argument.
fn with<'f, E: ExceptionType>(f: &Frame<'f>, object: Handle<'f, Any>) -> hstack::Error {
    let exception = f.exception_class::<E>().and_then(|class| class.call(f, (object,)));
    exception.map_or_else(|error| error, |exception| hstack::Error::from_value(f, exception))
}
