//! Functions as such: what they return, their names, docs and signatures.

/// The simplest functions.
#[hstack::module(submodule)]
pub mod basics {
    use hstack::function;
    use hstack::prelude::*;

    /// A constant of the module.
    pub const ANSWER: i64 = 42;
    pub const GREETING: &str = "hello";
    pub const HALF: f64 = 0.5;
    pub const YES: bool = true;

    /// Does nothing.
    #[function]
    pub fn noop() {}

    /// Gives its argument back.
    ///
    /// The same object, not a copy.
    #[function]
    #[hstack(signature = (object, /))]
    pub fn identity(object: Handle<Any>) -> Handle<Any> {
        object
    }

    #[function]
    pub fn identity_keyword(object: Handle<Any>) -> Handle<Any> {
        object
    }

    #[function]
    pub fn pair(object: Handle<Any>) -> (Handle<Any>, Handle<Any>) {
        (object, object)
    }

    #[function]
    pub fn invert(value: bool) -> bool {
        !value
    }

    #[function]
    pub fn none(f: &Frame) -> Handle<Any> {
        f.none().as_any()
    }

    #[function]
    pub fn not_implemented(f: &Frame) -> Handle<Any> {
        f.not_implemented()
    }

    #[function]
    pub fn ellipsis(f: &Frame) -> Handle<Any> {
        f.ellipsis()
    }

    #[function]
    pub fn boolean(f: &Frame, value: i64) -> Handle<Bool> {
        f.bool(value != 0)
    }

    #[function]
    pub fn is_true(value: Handle<Bool>, f: &Frame) -> bool {
        value.is_true(f)
    }

    #[function]
    pub fn maybe(value: Option<i64>) -> Option<i64> {
        value.map(|v| v + 1)
    }

    #[function(pass_module)]
    pub fn own_module(module: Handle<Module>) -> Handle<Module> {
        module
    }

    #[function(name = "renamed")]
    pub fn some_rust_name() -> &'static str {
        "renamed"
    }

    #[function(text_signature = "($module, whatever, /)")]
    pub fn signed(a: i64) -> i64 {
        a
    }

    #[function]
    pub fn r#type(r#match: i64) -> i64 {
        r#match
    }

    /// A parameter may have any name, those of generated code too.
    #[function]
    pub fn shadows(f: i64, this: i64, arguments: i64, bound: i64) -> i64 {
        f * 1000 + this * 100 + arguments * 10 + bound
    }

    /// More handles than a frame has inline slots and than its first spill holds.
    #[function]
    pub fn many_handles(f: &Frame, count: usize) -> Result<(usize, i64)> {
        let mut handles = Vec::new();
        for i in 0..count {
            handles.push(f.int(1_000_000 + i as i64)?);
        }
        let mut sum = 0;
        for handle in &handles {
            sum += handle.extract::<i64>(f)?;
        }
        Ok((f.handle_count(), sum))
    }

    /// A value without a handle takes no slot of the frame.
    #[function]
    pub fn slots_taken(f: &Frame, list: Handle<List>) -> Result<(usize, usize)> {
        for i in 0..list.len(f)? {
            list.get::<i64>(f, i)?;
        }
        let by_value = f.handle_count();
        for i in 0..list.len(f)? {
            list.get::<Handle<Any>>(f, i)?;
        }
        Ok((by_value, f.handle_count()))
    }
}
