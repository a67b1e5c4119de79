//! Modules, imports, and running source text.

/// Modules, imports, source text.
#[hstack::module(submodule)]
pub mod imports {
    use hstack::function;
    use hstack::prelude::*;

    /// A module inside a module inside a module.
    #[hstack::module]
    pub mod deeper {
        use hstack::function;

        pub const LEVEL: i64 = 3;

        #[function]
        pub fn level() -> i64 {
            LEVEL
        }
    }

    /// A module that cannot be filled when `HSTACK_CONFORMANCE_FAIL` is set.
    #[hstack::module]
    pub mod fragile {
        use hstack::prelude::*;

        #[hstack(init)]
        fn init<'f>(f: &Frame<'f>, module: Handle<'f, Module>) -> Result {
            match std::env::var_os("HSTACK_CONFORMANCE_FAIL") {
                Some(_) => Err(ValueError::new_err("asked to fail")),
                None => module.add(f, "whole", true),
            }
        }
    }

    #[hstack(init)]
    fn init<'f>(f: &Frame<'f>, module: Handle<'f, Module>) -> Result {
        module.add(f, "filled", ("by", "init"))
    }

    #[function]
    pub fn import_(f: &Frame, name: &str) -> Result<Handle<Module>> {
        f.import(name)
    }

    #[function]
    pub fn import_object(f: &Frame, name: Handle<Str>) -> Result<Handle<Module>> {
        f.import(name)
    }

    #[function]
    pub fn square_root(f: &Frame, x: f64) -> Result<f64> {
        f.import("math")?.call_method(f, "sqrt", (x,))
    }

    #[function]
    pub fn get(f: &Frame, module: Handle<Module>, name: &str) -> Result<Handle<Any>> {
        module.get(f, name)
    }

    #[function]
    pub fn name(f: &Frame, module: Handle<Module>) -> Result<&str> {
        module.name(f)
    }

    #[function]
    pub fn dict(f: &Frame, module: Handle<Module>) -> Result<Handle<Dict>> {
        module.dict(f)
    }

    #[function]
    pub fn add(f: &Frame, module: Handle<Module>, name: &str, value: Handle<Any>) -> Result {
        module.add(f, name, value)
    }

    #[function]
    #[hstack(signature = (code, globals = None, locals = None))]
    pub fn eval<'f>(
        f: &Frame<'f>,
        code: &'f str,
        globals: Option<Handle<'f, Dict>>,
        locals: Option<Handle<'f, Any>>,
    ) -> Result<Handle<'f, Any>> {
        f.eval(code, globals, locals)
    }

    #[function]
    #[hstack(signature = (code, globals = None, locals = None))]
    pub fn run<'f>(
        f: &Frame<'f>,
        code: &'f str,
        globals: Option<Handle<'f, Dict>>,
        locals: Option<Handle<'f, Any>>,
    ) -> Result {
        f.run(code, globals, locals)
    }
}
