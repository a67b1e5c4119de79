//! Classes that do what built-in types, or classes of Python, do: `run.py` compares them.

mod cells;
mod dict;
mod int;
mod list;
mod list_iterator;
mod partial;
mod peekable;
mod printing;
mod rational;
mod set;
mod subscript;
mod suppress;
mod text;
mod tuple;

/// The classes.
#[hstack::module]
pub mod oracle {
    pub use super::cells::Cells;
    pub use super::dict::DictLike;
    pub use super::int::IntLike;
    pub use super::list::ListLike;
    pub use super::list_iterator::{ListIterator, ListReverseIterator};
    pub use super::partial::Partial;
    pub use super::peekable::Peekable;
    pub use super::rational::Rational;
    pub use super::set::SetLike;
    pub use super::suppress::Suppress;
    pub use super::text::Text;
    pub use super::tuple::TupleLike;
}
