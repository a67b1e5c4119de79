//! A class with a field of its own type, walked upwards.
use hstack::class;
use hstack::prelude::*;

#[class]
pub struct Node {
    weight: usize,
    parent: Field<Node>,
}

pub fn weight<'f>(f: &Frame<'f>, node: Handle<'f, Node>) -> Result<usize> {
    f.scope(|f| {
        let mut sum = node.payload(f).weight;
        let mut at = node;
        while let Some(up) = at.find(f, Node::PARENT)? {
            sum += up.payload(f).weight;
            at = up;
        }
        Ok(sum)
    })
}

pub fn depth<'f>(f: &Frame<'f>, node: Handle<'f, Node>) -> Result<usize> {
    f.scope(|f| node.find(f, Node::PARENT)?.map_or(Ok(0), |up| Ok(1 + depth(f, up)?)))
}

pub fn child<'f>(f: &Frame<'f>, parent: Handle<'f, Node>) -> Result<Handle<'f, Node>> {
    f.new(NodeInit { weight: 1, parent: Some(parent) })
}

fn main() {}
