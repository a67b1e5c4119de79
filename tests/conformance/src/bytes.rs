//! `bytes` and `bytearray`

/// Bytes.
#[hstack::module(submodule)]
pub mod bytes {
    use hstack::function;
    use hstack::prelude::*;
    use std::ffi::CString;

    #[function]
    pub fn echo(data: &[u8]) -> &[u8] {
        data
    }

    #[function]
    pub fn echo_vec(data: Vec<u8>) -> Vec<u8> {
        data
    }

    #[function]
    pub fn echo_array(data: [u8; 4]) -> [u8; 4] {
        data
    }

    #[function]
    pub fn make<'f>(f: &Frame<'f>, data: &'f [u8]) -> Result<Handle<'f, Bytes>> {
        f.bytes(data)
    }

    #[function]
    pub fn len(f: &Frame, data: Handle<Bytes>) -> Result<usize> {
        data.len(f)
    }

    #[function]
    pub fn sum(f: &Frame, data: Handle<Bytes>) -> Result<u64> {
        Ok(data.as_bytes(f)?.iter().map(|&b| u64::from(b)).sum())
    }

    #[function]
    pub fn decode(f: &Frame, data: Handle<Bytes>, encoding: CString, errors: CString) -> Result<Handle<Str>> {
        data.decode(f, &encoding, &errors)
    }

    #[function]
    pub fn array<'f>(f: &Frame<'f>, data: &'f [u8]) -> Result<Handle<'f, ByteArray>> {
        f.bytearray(data)
    }

    #[function]
    pub fn array_to_bytes(f: &Frame, array: Handle<ByteArray>) -> Result<Handle<Bytes>> {
        array.to_bytes(f)
    }

    #[function]
    pub fn array_read(f: &Frame, array: Handle<ByteArray>, offset: usize, len: usize) -> Result<Vec<u8>> {
        let mut data = vec![0; len];
        array.read(f, offset, &mut data)?;
        Ok(data)
    }

    #[function]
    pub fn array_write<'f>(
        f: &Frame<'f>,
        array: Handle<'f, ByteArray>,
        offset: usize,
        data: &'f [u8],
    ) -> Result {
        array.write(f, offset, data)
    }

    #[function]
    pub fn array_resize(f: &Frame, array: Handle<ByteArray>, len: usize) -> Result {
        array.resize(f, len)
    }

    #[function]
    pub fn array_extend<'f>(f: &Frame<'f>, array: Handle<'f, ByteArray>, data: &'f [u8]) -> Result {
        array.extend(f, data)
    }

    #[function]
    pub fn array_clear(f: &Frame, array: Handle<ByteArray>) -> Result {
        array.clear(f)
    }

    /// The data stays readable while the interpreter is given up.
    #[function]
    pub fn detached_sum<'f>(f: &mut Frame<'f>, data: &'f [u8]) -> u64 {
        f.detach(|| data.iter().map(|&b| u64::from(b)).sum())
    }
}
