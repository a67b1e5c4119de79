//! Buffers, and `memoryview`.

use hstack::buffer::Buffer;
use hstack::function;
use hstack::prelude::*;

macro_rules! items {
    ($($name:ident $ty:ty;)*) => { $(
        /// A copy of the items.
        #[function]
        pub fn $name<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Vec<$ty>> {
            Buffer::<$ty>::get(f, object)?.read(f)
        }
    )* };
}

/// A list of the items, also for `u8`, whose vectors become bytes.
trait Read<T> {
    fn read(&self, f: &Frame<'_>) -> Result<Vec<T>>;
}
impl<T: hstack::buffer::Element> Read<T> for Buffer<'_, T> {
    fn read(&self, _: &Frame<'_>) -> Result<Vec<T>> {
        let mut items = Vec::new();
        if self.is_c_contiguous() {
            self.read_blocks(3, |block| items.extend_from_slice(block))?;
        }
        Ok(items)
    }
}
items! {
    items_i8 i8;
    items_i16 i16;
    items_i32 i32;
    items_i64 i64;
    items_isize isize;
    items_u8 u8;
    items_u16 u16;
    items_u32 u32;
    items_u64 u64;
    items_usize usize;
    items_f32 f32;
    items_f64 f64;
}

/// Buffers.
#[hstack::module(submodule)]
pub mod buffers {
    pub use super::{
        items_f32, items_f64, items_i8, items_i16, items_i32, items_i64, items_isize, items_u8, items_u16,
        items_u32, items_u64, items_usize,
    };
    use hstack::buffer::Buffer;
    use hstack::function;
    use hstack::prelude::*;
    use hstack::types::MemoryView;

    /// Everything that a buffer of bytes says about itself.
    #[function]
    #[allow(clippy::type_complexity)]
    pub fn describe<'f>(
        f: &Frame<'f>,
        object: Handle<'f, Any>,
    ) -> Result<(usize, usize, Vec<usize>, Vec<isize>, String, bool, bool)> {
        let b = Buffer::bytes(f, object)?;
        Ok((
            b.len(),
            b.dimensions(),
            b.shape().to_vec(),
            b.strides().to_vec(),
            b.format().to_string_lossy().into_owned(),
            b.readonly(),
            b.is_c_contiguous(),
        ))
    }

    #[function]
    #[allow(clippy::type_complexity)]
    pub fn describe_i32(buffer: Buffer<i32>) -> (usize, usize, Vec<usize>, Vec<isize>, String, bool, bool) {
        (
            buffer.len(),
            buffer.dimensions(),
            buffer.shape().to_vec(),
            buffer.strides().to_vec(),
            buffer.format().to_string_lossy().into_owned(),
            buffer.readonly(),
            buffer.is_c_contiguous(),
        )
    }

    #[function]
    pub fn to_list(f: &Frame, buffer: Buffer<i32>) -> Result<Vec<i32>> {
        buffer.to_vec(f)
    }

    #[function]
    pub fn total<'f>(f: &mut Frame<'f>, buffer: Buffer<'f, f64>) -> Result<f64> {
        let items = buffer.to_vec(f)?;
        Ok(f.detach(|| items.iter().sum()))
    }

    #[function]
    pub fn bytes_of<'f>(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Vec<u8>> {
        Buffer::bytes(f, object)?.to_vec(f)
    }

    #[function]
    pub fn item(f: &Frame, buffer: Buffer<i32>, index: Vec<usize>) -> Result<i32> {
        buffer.item(f, &index)
    }

    #[function]
    pub fn set_item(f: &Frame, buffer: Buffer<i32>, index: Vec<usize>, value: i32) -> Result {
        buffer.set_item(f, &index, value)
    }

    #[function]
    pub fn copy_from(f: &Frame, buffer: Buffer<i32>, items: Vec<i32>) -> Result {
        buffer.copy_from_slice(f, &items)
    }

    #[function]
    pub fn copy_to(f: &Frame, buffer: Buffer<i32>, len: usize) -> Result<Vec<i32>> {
        let mut items = vec![0; len];
        buffer.copy_to_slice(f, &mut items)?;
        Ok(items)
    }

    /// Doubles every item without the interpreter.
    #[function]
    pub fn double<'f>(f: &mut Frame<'f>, buffer: Buffer<'f, f64>, block: usize) -> Result {
        f.detach(|| buffer.blocks(block, |items| items.iter_mut().for_each(|x| *x *= 2.0)))
    }

    /// Calls back while the memory is exported.
    #[function]
    pub fn while_exported<'f>(
        f: &Frame<'f>,
        object: Handle<'f, Any>,
        callback: Handle<'f, Any>,
    ) -> Result<usize> {
        let buffer = Buffer::bytes(f, object)?;
        callback.call::<()>(f, ())?;
        Ok(buffer.len())
    }

    #[function]
    pub fn memoryview(f: &Frame, object: Handle<Any>) -> Result<Handle<MemoryView>> {
        f.memoryview(object)
    }

    #[function]
    pub fn memoryview_bytes(f: &Frame, view: Handle<MemoryView>) -> Result<Vec<u8>> {
        view.to_vec(f)
    }

    #[function]
    pub fn memoryview_release(f: &Frame, view: Handle<MemoryView>) -> Result {
        view.release(f)
    }
}
