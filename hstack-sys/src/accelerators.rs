//! Facts that let an extension skip a call.

use crate::Ref;

/// How a provider counts references, when an extension may do it in line.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counting {
    /// Not published: call the table.
    Unknown = 0,
    /// A signed word at the reference; [`Accelerators::deallocate`] when it reaches zero.
    Word = 1,
    /// An unsigned 32-bit count at the reference, whose values from `1 << 31` on never change;
    /// [`Accelerators::deallocate`] when it reaches zero.
    Immortal32 = 2,
}

/// How a provider lays out small numbers, when an extension may read them in line.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numbers {
    /// Not published: call the table.
    Unknown = 0,
    /// At [`Accelerators::number_offset`]: of an int a signed word that counts its 32-bit digits, with
    /// the sign of the int, and then the digits, lowest first; of a float its `f64`.
    Signed = 1,
    /// The same, but the word is `digits << 3 | 1 - sign`.
    Tagged = 2,
}

/// How a provider stores a str, when an extension may read it in line.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    /// Where a str has the 32-bit word that says how its characters are stored, in bytes; 0: not
    /// published.
    pub state: u32,
    /// The bits of that word that say it.
    pub mask: u32,
    /// These bits of a str whose characters are in the object: ASCII, Latin-1, UCS-2, UCS-4. With
    /// others: call the table.
    pub kinds: [u32; 4],
    /// Where its length is, a word, in bytes.
    pub len: u32,
    /// Where ASCII characters start.
    pub ascii: u32,
    /// Where the others start.
    pub wide: u32,
    /// Always zero in this version.
    pub reserved: u32,
}

impl Texts {
    /// Not published.
    pub const NONE: Texts =
        Texts { state: 0, mask: 0, kinds: [0; 4], len: 0, ascii: 0, wide: 0, reserved: 0 };
}

/// Where a provider keeps the items of lists and tuples, when an extension may read them in line. All in
/// bytes from the reference, and true of derived types too.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Items {
    /// Where a list has its length, a word; 0: not published.
    pub list_len: u32,
    /// Where it has a pointer to its references.
    pub list_items: u32,
    /// Where a tuple has its length, a word; 0: not published.
    pub tuple_len: u32,
    /// Where its references start.
    pub tuple_items: u32,
}

impl Items {
    /// Not published.
    pub const NONE: Items = Items { list_len: 0, list_items: 0, tuple_len: 0, tuple_items: 0 };
}

/// Where a provider keeps the functions of a type, when an extension may look at them. All in bytes from
/// the reference to the type.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Types {
    /// Its allocator, called with the type and zero; 0: none of these is published. It makes an instance
    /// whose type says [`TypeDef::plain`](crate::TypeDef), and runs no code of anyone else meanwhile.
    pub alloc: u32,
    /// What frees the memory of such an instance; its reference to the type is closed afterwards.
    pub free: u32,
    /// Its `tp_new`.
    pub new: u32,
    /// Its `tp_init`.
    pub init: u32,
}

impl Types {
    /// Not published.
    pub const NONE: Types = Types { alloc: 0, free: 0, new: 0, init: 0 };
}

/// Facts that a provider may publish. All zero means: call the table.
///
/// Debug and trace contexts publish none, and so does a provider on a version that it does not know.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Accelerators {
    /// How references are counted.
    pub counting: Counting,
    /// Where an object keeps the reference to its type, in bytes; 0: not published.
    pub type_offset: u32,
    /// Called with a reference whose count has reached zero.
    pub deallocate: Option<unsafe extern "C" fn(Ref)>,
    /// How an object whose type is exactly `int` or `float` keeps its value; wants `type_offset`.
    pub numbers: Numbers,
    /// Where it does, in bytes.
    pub number_offset: u32,
    /// How a str is stored, of a derived type too.
    pub texts: Texts,
    /// Where lists and tuples keep their items.
    pub items: Items,
    /// Where types keep their functions; wants `type_offset`.
    pub types: Types,
    /// Always zero in this version.
    pub reserved: [usize; 4],
}

impl Accelerators {
    /// Nothing published.
    pub const NONE: Accelerators = Accelerators {
        counting: Counting::Unknown,
        type_offset: 0,
        deallocate: None,
        numbers: Numbers::Unknown,
        number_offset: 0,
        texts: Texts::NONE,
        items: Items::NONE,
        types: Types::NONE,
        reserved: [0; 4],
    };
}
