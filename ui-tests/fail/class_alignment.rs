//! A payload that is aligned to more than 16 bytes.
//~ the payload of a class is aligned to 16 bytes at most: put what needs more into a `Box`
use hstack::class;

#[class]
#[repr(align(32))]
struct Wide([u8; 32]);

fn main() {}
