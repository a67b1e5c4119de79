//! Fields: references beside the payload, one or many.

use hstack::prelude::*;

/// Fields.
#[hstack::module(submodule)]
pub mod fields {
    pub use super::{Closed, Shelf, Three, Tree, closure_over};
}

/// Three references of different types, unset at first.
#[hstack::class(weakref, subclass)]
pub struct Three {
    first: Field<Any>,
    second: Field<List>,
    third: Field<Three>,
}

#[hstack::methods]
impl Three {
    #[new]
    #[hstack(signature = (first = None, second = None, third = None))]
    fn new(
        first: Option<Handle<Any>>,
        second: Option<Handle<List>>,
        third: Option<Handle<Three>>,
    ) -> ThreeInit {
        ThreeInit { first, second, third }
    }

    #[getter]
    fn first(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, Three::FIRST)
    }

    #[setter]
    fn set_first(this: Handle<Self>, f: &Frame, value: Handle<Any>) -> Result {
        this.store(f, Three::FIRST, value)
    }

    #[getter]
    fn second(this: Handle<Self>, f: &Frame) -> Result<Handle<List>> {
        this.load(f, Three::SECOND)
    }

    #[setter]
    fn set_second(this: Handle<Self>, f: &Frame, value: Option<Handle<List>>) -> Result {
        this.store(f, Three::SECOND, value)
    }

    #[getter]
    fn third(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Three>>> {
        this.find(f, Three::THIRD)
    }

    #[setter]
    fn set_third(this: Handle<Self>, f: &Frame, value: Option<Handle<Three>>) -> Result {
        this.store(f, Three::THIRD, value)
    }

    fn take(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
        this.take(f, Three::FIRST)
    }

    fn replace(this: Handle<Self>, f: &Frame, value: Option<Handle<Any>>) -> Result<Option<Handle<Any>>> {
        this.replace(f, Three::FIRST, value)
    }
}

/// References in a vector, next to a payload.
#[hstack::class(weakref, subclass)]
pub struct Tree {
    #[hstack(get)]
    name: String,
    children: FieldVec<Tree>,
    parent: Field<Tree>,
}

#[hstack::methods]
impl Tree {
    #[new]
    fn new(name: String) -> TreeInit {
        TreeInit { name, children: vec![], parent: None }
    }

    #[getter]
    fn parent(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Tree>>> {
        this.find(f, Tree::PARENT)
    }

    fn add(this: Handle<Self>, f: &Frame, child: Handle<Tree>) -> Result {
        child.store(f, Tree::PARENT, this)?;
        this.vec(Tree::CHILDREN).push(f, child)
    }

    fn insert(this: Handle<Self>, f: &Frame, index: usize, child: Handle<Tree>) -> Result {
        this.vec(Tree::CHILDREN).insert(f, index, child)
    }

    fn set(this: Handle<Self>, f: &Frame, index: usize, child: Handle<Tree>) -> Result {
        this.vec(Tree::CHILDREN).set(f, index, child)
    }

    fn remove(this: Handle<Self>, f: &Frame, index: usize) -> Result<Handle<Tree>> {
        this.vec(Tree::CHILDREN).remove(f, index)
    }

    fn replace(this: Handle<Self>, f: &Frame, index: usize, child: Handle<Tree>) -> Result<Handle<Tree>> {
        this.vec(Tree::CHILDREN).replace(f, index, child)
    }

    fn pop(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Tree>>> {
        this.vec(Tree::CHILDREN).pop(f)
    }

    fn splice(
        this: Handle<Self>,
        f: &Frame,
        start: usize,
        end: usize,
        children: Vec<Handle<Tree>>,
    ) -> Result {
        this.vec(Tree::CHILDREN).set_slice(f, start, end, &children)
    }

    fn child(this: Handle<Self>, f: &Frame, index: usize) -> Result<Handle<Tree>> {
        this.vec(Tree::CHILDREN).get(f, index)
    }

    fn children(this: Handle<Self>, f: &Frame) -> Result<Vec<Handle<Tree>>> {
        this.vec(Tree::CHILDREN).to_vec(f)
    }

    /// The names of the tree, each behind that of its parent.
    fn names(this: Handle<Self>, f: &Frame) -> Result<Vec<String>> {
        let mut names = vec![this.payload(f).name.clone()];
        for_each!(f, child in this.vec(Tree::CHILDREN), { names.extend(Tree::names(child, f)?) });
        Ok(names)
    }

    /// Which child has a name; those called "grow" are added again on the way.
    fn search(this: Handle<Self>, f: &Frame, name: &str) -> Result<Option<usize>> {
        let (children, mut found) = (this.vec(Tree::CHILDREN), None);
        let mut at = 0;
        for_each!(f, child in children, {
            if child.payload(f).name == name {
                found = Some(at);
                break;
            }
            if child.payload(f).name == "grow" && children.len(f)? < 5 {
                children.push(f, child)?;
            }
            at += 1;
        });
        Ok(found)
    }

    fn clear(this: Handle<Self>, f: &Frame) -> Result {
        this.vec(Tree::CHILDREN).clear(f)
    }

    fn __len__(this: Handle<Self>, f: &Frame) -> Result<usize> {
        this.vec(Tree::CHILDREN).len(f)
    }
}

/// References by key.
#[hstack::class(weakref)]
pub struct Shelf {
    members: FieldMap<String, Any>,
    by_number: FieldMap<i64, Any>,
}

#[hstack::methods]
impl Shelf {
    #[new]
    fn new() -> ShelfInit {
        ShelfInit { members: vec![], by_number: vec![] }
    }

    fn put(this: Handle<Self>, f: &Frame, name: String, value: Handle<Any>) -> Result {
        this.map(f, Shelf::MEMBERS)?.insert(f, name, value)
    }

    fn put_number(this: Handle<Self>, f: &Frame, number: i64, value: Handle<Any>) -> Result {
        this.map(f, Shelf::BY_NUMBER)?.insert(f, number, value)
    }

    fn get(this: Handle<Self>, f: &Frame, name: &str) -> Result<Option<Handle<Any>>> {
        this.map(f, Shelf::MEMBERS)?.get(f, name)
    }

    fn remove(this: Handle<Self>, f: &Frame, name: &str) -> Result {
        this.map(f, Shelf::MEMBERS)?.remove(f, name)
    }

    fn items(this: Handle<Self>, f: &Frame) -> Result<Vec<(String, Handle<Any>)>> {
        this.map(f, Shelf::MEMBERS)?.to_vec(f)
    }

    fn numbers(this: Handle<Self>, f: &Frame) -> Result<Vec<(i64, Handle<Any>)>> {
        this.map(f, Shelf::BY_NUMBER)?.to_vec(f)
    }

    fn clear(this: Handle<Self>, f: &Frame) -> Result {
        this.map(f, Shelf::MEMBERS)?.clear(f)
    }

    fn __len__(this: Handle<Self>, f: &Frame) -> Result<usize> {
        this.map(f, Shelf::MEMBERS)?.len(f)
    }
}

/// No way to make one from Python.
#[hstack::class]
pub struct Closed {
    inside: Field<Any>,
}

#[hstack::methods]
impl Closed {
    fn open(this: Handle<Self>, f: &Frame) -> Result<Handle<Any>> {
        this.load(f, Closed::INSIDE)
    }
}

/// One with an object inside.
#[hstack::function]
pub fn closure_over(object: Handle<Any>) -> ClosedInit {
    ClosedInit { inside: Some(object) }
}
