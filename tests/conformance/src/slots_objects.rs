//! Objects: calls, initializers, attributes, descriptors, properties, attributes of the class.

#[hstack::module(submodule)]
pub mod slots_objects {
    use hstack::prelude::*;
    use hstack::{class, methods};
    use std::collections::BTreeMap;
    use std::sync::atomic::{AtomicI64, Ordering};
    use std::sync::{Mutex, MutexGuard, PoisonError};

    fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
        lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It is called with everything that a function can be called with.
    #[class(subclass)]
    pub struct Callable;

    #[methods]
    impl Callable {
        #[new]
        fn new() -> Self {
            Callable
        }

        #[hstack(signature = (a, b = 2, *args, c, d = 4, **kwargs))]
        fn __call__(
            &self,
            a: i64,
            b: i64,
            args: Handle<Tuple>,
            c: Handle<Any>,
            d: i64,
            kwargs: Option<Handle<Dict>>,
        ) -> (i64, i64, Handle<Tuple>, Handle<Any>, i64, Option<Handle<Dict>>) {
            (a, b, args, c, d, kwargs)
        }
    }

    /// It is called with nothing.
    #[class]
    pub struct Counter(AtomicI64);

    #[methods]
    impl Counter {
        #[new]
        fn new() -> Self {
            Counter(AtomicI64::new(0))
        }

        fn __call__(&self) -> Result<i64> {
            match self.0.fetch_add(1, Ordering::Relaxed) {
                3 => Err(RuntimeError::new_err("enough")),
                n => Ok(n),
            }
        }
    }

    /// A class that `__init__` alone fills.
    #[class(subclass)]
    #[derive(Default)]
    pub struct Point {
        x: AtomicI64,
        y: AtomicI64,
        label: Field<Any>,
    }

    #[methods]
    impl Point {
        #[hstack(signature = (x, y = 0, *, label = None))]
        fn __init__(this: Handle<Self>, f: &Frame, x: i64, y: i64, label: Option<Handle<Any>>) -> Result {
            if x == 13 {
                return Err(ValueError::new_err("unlucky"));
            }
            let point = this.payload(f);
            point.x.store(x, Ordering::Relaxed);
            point.y.store(y, Ordering::Relaxed);
            this.store(f, Point::LABEL, label)
        }

        #[getter]
        fn x(&self) -> i64 {
            self.x.load(Ordering::Relaxed)
        }

        #[getter]
        fn y(&self) -> i64 {
            self.y.load(Ordering::Relaxed)
        }

        #[getter]
        fn label(this: Handle<Self>, f: &Frame) -> Result<Option<Handle<Any>>> {
            this.find(f, Point::LABEL)
        }
    }

    /// A constructor alone.
    #[class(subclass)]
    pub struct Built {
        #[hstack(get)]
        given: (i64, i64, i64, i64),
    }

    #[methods]
    impl Built {
        #[new]
        #[hstack(signature = (a, b = 2, /, c = 3, *, d = 4))]
        fn new(a: i64, b: i64, c: i64, d: i64) -> Result<Self> {
            if a == 13 {
                return Err(ValueError::new_err("unlucky"));
            }
            Ok(Built { given: (a, b, c, d) })
        }
    }

    /// A constructor of everything.
    #[class(subclass)]
    pub struct BuiltOfAll {
        given: String,
    }

    #[methods]
    impl BuiltOfAll {
        #[new]
        #[hstack(signature = (a, *args, b = None, **kwargs))]
        fn new(
            f: &Frame,
            a: Handle<Any>,
            args: Handle<Tuple>,
            b: Option<Handle<Any>>,
            kwargs: Handle<Dict>,
        ) -> Result<Self> {
            let given: Handle<Any> = (a, args, b, kwargs).to_handle(f)?;
            Ok(BuiltOfAll { given: given.repr(f)?.as_str(f)?.to_owned() })
        }

        #[getter]
        fn given(&self) -> &str {
            &self.given
        }
    }

    /// A constructor that Python code replaces.
    #[class]
    pub struct Patched {
        #[hstack(get)]
        value: i64,
    }

    #[methods]
    impl Patched {
        #[new]
        fn new(value: i64) -> Self {
            Patched { value }
        }
    }

    /// A constructor and an initializer: both are given the arguments.
    #[class(subclass)]
    pub struct Both {
        #[hstack(get)]
        made: i64,
        filled: AtomicI64,
    }

    #[methods]
    impl Both {
        #[new]
        fn new(n: i64) -> Self {
            Both { made: n, filled: AtomicI64::new(-1) }
        }

        fn __init__(&self, n: i64) {
            self.filled.store(n, Ordering::Relaxed);
        }

        #[getter]
        fn filled(&self) -> i64 {
            self.filled.load(Ordering::Relaxed)
        }
    }

    /// A constructor that gets the class, and class methods that do.
    #[class(subclass)]
    pub struct Made(String);

    #[methods]
    impl Made {
        #[new]
        #[classmethod]
        fn new(cls: Handle<Type>, f: &Frame, suffix: &str) -> Result<Self> {
            Ok(Made(format!("{}{suffix}", cls.name(f)?)))
        }

        #[getter]
        fn name(&self) -> &str {
            &self.0
        }

        #[classmethod]
        fn which(cls: Handle<Type>) -> Handle<Type> {
            cls
        }

        #[classmethod]
        #[hstack(signature = (n, *, twice = false))]
        fn build(f: &Frame, cls: Handle<Type>, n: i64, twice: bool) -> Result<Handle<Any>> {
            cls.call(f, (if twice { n * 2 } else { n }.to_string(),))
        }

        #[staticmethod]
        fn plain(n: i64) -> i64 {
            n + 1
        }

        #[classmethod]
        fn __class_getitem__(cls: Handle<Type>, item: Handle<Any>) -> (Handle<Type>, Handle<Any>) {
            (cls, item)
        }

        #[classmethod]
        #[hstack(signature = (**options))]
        fn __init_subclass__(cls: Handle<Type>, f: &Frame, options: Option<Handle<Dict>>) -> Result {
            cls.as_any().set_attr(f, "options", options)
        }
    }

    /// Attributes that are not there are made.
    #[class(subclass)]
    pub struct Fallback {
        #[hstack(get)]
        real: i64,
    }

    #[methods]
    impl Fallback {
        #[new]
        fn new() -> Self {
            Fallback { real: 1 }
        }

        fn __getattr__(&self, name: &str) -> Result<String> {
            match name {
                "missing" => Err(AttributeError::new_err("not even here")),
                "broken" => Err(KeyError::new_err("broken")),
                name => Ok(format!("<{name}>")),
            }
        }

        fn method(&self) -> &'static str {
            "method"
        }

        #[getter]
        fn fails(&self) -> Result<()> {
            Err(ValueError::new_err("fails"))
        }
    }

    /// Every attribute goes through `__getattribute__`.
    #[class]
    pub struct All;

    #[methods]
    impl All {
        #[new]
        fn new() -> Self {
            All
        }

        fn __getattribute__(this: Handle<Self>, f: &Frame, name: Handle<Str>) -> Result<Handle<Any>> {
            match name.as_str(f)? {
                "secret" => Err(AttributeError::new_err("secret")),
                "asked" => "always".to_handle(f),
                _ => this.get_attr_generic(f, name),
            }
        }

        fn __getattr__(&self, name: &str) -> String {
            format!("fallback {name}")
        }

        fn method(&self) -> i64 {
            5
        }
    }

    /// Attributes are kept in a map of its own.
    #[class(subclass)]
    pub struct Bag {
        items: Mutex<BTreeMap<String, i64>>,
    }

    #[methods]
    impl Bag {
        #[new]
        fn new() -> Self {
            Bag { items: Mutex::default() }
        }

        fn __getattr__(&self, name: &str) -> Result<i64> {
            open(&self.items).get(name).copied().ok_or_else(|| AttributeError::new_err(name.to_owned()))
        }

        fn __setattr__(&self, name: String, value: i64) -> Result {
            if name == "locked" {
                return Err(AttributeError::new_err("locked"));
            }
            open(&self.items).insert(name, value);
            Ok(())
        }

        fn __delattr__(&self, name: &str) -> Result {
            match open(&self.items).remove(name) {
                Some(_) => Ok(()),
                None => Err(AttributeError::new_err(name.to_owned())),
            }
        }

        fn __dir__(&self) -> Vec<String> {
            open(&self.items).keys().cloned().collect()
        }
    }

    /// Attributes are set in capitals; deleting one is what it always is.
    #[class(dict)]
    pub struct Loud;

    #[methods]
    impl Loud {
        #[new]
        fn new() -> Self {
            Loud
        }

        fn __setattr__(this: Handle<Self>, f: &Frame, name: &str, value: Handle<Any>) -> Result {
            this.set_attr_generic(f, name.to_uppercase().as_str(), value)
        }
    }

    /// A descriptor: what it is asked.
    #[class(dict)]
    pub struct Descriptor {
        log: Mutex<Vec<String>>,
        name: Mutex<String>,
    }

    #[methods]
    impl Descriptor {
        #[new]
        fn new() -> Self {
            Descriptor { log: Mutex::default(), name: Mutex::default() }
        }

        fn __set_name__(&self, _owner: Handle<Type>, name: String) {
            *open(&self.name) = name;
        }

        #[getter]
        fn log(&self) -> Vec<String> {
            open(&self.log).clone()
        }

        #[getter]
        fn name(&self) -> String {
            open(&self.name).clone()
        }

        fn __get__(
            this: Handle<Self>,
            f: &Frame,
            instance: Option<Handle<Any>>,
            owner: Option<Handle<Any>>,
        ) -> Result<Handle<Any>> {
            match instance {
                None => Ok(this.as_any()),
                Some(instance) => (instance, owner).to_handle(f),
            }
        }

        fn __set__(&self, _instance: Handle<Any>, value: i64) {
            open(&self.log).push(format!("set {value}"));
        }

        fn __delete__(&self, _instance: Handle<Any>) -> Result {
            if open(&self.log).is_empty() {
                return Err(AttributeError::new_err("never set"));
            }
            open(&self.log).push("delete".to_owned());
            Ok(())
        }
    }

    /// A descriptor that only gives.
    #[class]
    pub struct Giver;

    #[methods]
    impl Giver {
        #[new]
        fn new() -> Self {
            Giver
        }

        fn __get__(&self, instance: Handle<Any>) -> Handle<Any> {
            instance
        }
    }

    /// Properties of all kinds.
    #[class]
    pub struct Properties {
        value: Mutex<Option<i64>>,
    }

    #[methods]
    impl Properties {
        #[new]
        fn new() -> Self {
            Properties { value: Mutex::default() }
        }

        /// The value.
        #[getter]
        fn get_value(&self) -> Result<i64> {
            (*open(&self.value)).ok_or_else(|| AttributeError::new_err("no value"))
        }

        #[setter]
        fn set_value(&self, value: i64) {
            *open(&self.value) = Some(value);
        }

        #[deleter]
        fn delete_value(&self) -> Result {
            match open(&self.value).take() {
                Some(_) => Ok(()),
                None => Err(AttributeError::new_err("no value to delete")),
            }
        }

        #[getter]
        fn read_only(&self) -> i64 {
            1
        }

        #[setter]
        fn write_only(&self, value: i64) {
            *open(&self.value) = Some(value);
        }

        #[getter]
        #[hstack(name = "class")]
        fn class_(&self) -> &'static str {
            "renamed"
        }

        #[deleter]
        #[hstack(name = "class")]
        fn delete_class(&self) {
            *open(&self.value) = Some(-1);
        }
    }

    /// Attributes of the class itself.
    #[class(subclass, get_all)]
    pub struct Constants {
        level: i64,
    }

    #[methods]
    impl Constants {
        #[classattr]
        const LIMIT: i64 = 100;

        #[classattr]
        #[hstack(name = "title")]
        const TITLE: &'static str = "constants";

        const HIDDEN: i64 = 5;

        #[classattr]
        fn __match_args__() -> (&'static str,) {
            ("level",)
        }

        #[classattr]
        fn LOW() -> Constants {
            Constants { level: 1 }
        }

        #[classattr]
        #[hstack(name = "HIGH")]
        fn high(f: &Frame) -> Result<Handle<Constants>> {
            f.new(Constants { level: Constants::HIDDEN })
        }

        #[new]
        fn new(level: i64) -> Self {
            Constants { level }
        }
    }

    /// What `with`, `copy`, `format` and the like call.
    #[class]
    pub struct Plain {
        log: Mutex<Vec<String>>,
        n: i64,
    }

    #[methods]
    impl Plain {
        #[new]
        fn new(n: i64) -> Self {
            Plain { log: Mutex::default(), n }
        }

        #[getter]
        fn log(&self) -> Vec<String> {
            open(&self.log).clone()
        }

        #[getter]
        fn n(&self) -> i64 {
            self.n
        }

        fn __enter__(this: Handle<Self>) -> Handle<Self> {
            this
        }

        fn __exit__(
            &self,
            f: &Frame,
            class: Option<Handle<Type>>,
            _value: Option<Handle<Any>>,
            traceback: Option<Handle<Any>>,
        ) -> Result<bool> {
            let name = match class {
                Some(class) => class.name(f)?,
                None => "nothing",
            };
            open(&self.log).push(format!("{name} {}", traceback.is_some()));
            Ok(name == "KeyError")
        }

        fn __copy__(&self) -> Plain {
            Plain::new(self.n + 1)
        }

        fn __deepcopy__(&self, _memo: Handle<Dict>) -> Plain {
            Plain::new(self.n + 2)
        }

        fn __sizeof__(&self) -> usize {
            1000
        }

        fn __dir__(&self) -> Vec<&'static str> {
            vec!["b", "a"]
        }

        fn __format__(&self, spec: &str) -> String {
            format!("{}:{spec}", self.n)
        }

        fn __reduce__(&self, f: &Frame) -> Result<(Handle<Type>, (i64,))> {
            Ok((f.get_class::<Plain>()?, (self.n,)))
        }

        fn __bytes__(&self) -> Vec<u8> {
            vec![self.n as u8; 3]
        }

        fn __fspath__(&self) -> String {
            format!("/{}", self.n)
        }

        fn __str__(&self) -> Result<String> {
            if self.n == 13 { Err(ValueError::new_err("unlucky")) } else { Ok("plain".to_owned()) }
        }

        fn __instancecheck__(&self, instance: Handle<Any>, f: &Frame) -> bool {
            instance.extract::<i64>(f).is_ok_and(|n| n == self.n)
        }

        fn __subclasscheck__(&self, _class: Handle<Any>) -> bool {
            self.n == 1
        }
    }
}
