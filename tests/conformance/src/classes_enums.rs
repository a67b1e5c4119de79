//! Enums as classes; classes that borrow exclusively.

use hstack::Lock;
use hstack::prelude::*;

/// Enums.
#[hstack::module(submodule)]
pub mod classes_enums {
    pub use super::{
        Color, Keyed, Level, Port, Shape, Signal, all_signals, area, color_of, colors, keyed_of, make_color,
        make_shape, next_color, opposite, scaled, widest,
    };
}

/// Plain.
#[hstack::class]
#[derive(Clone, Copy, PartialEq)]
pub enum Color {
    /// Warm.
    Red,
    Green,
    #[hstack(name = "BLUE")]
    Blue,
}

/// Equal to its numbers.
#[hstack::class(eq_int)]
pub enum Level {
    Low = -1,
    Middle = 5,
    High = 100,
}

/// Ordered, with a hash of its own.
#[hstack::class(eq, ord, hash, name = "Key")]
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keyed {
    A,
    B,
}

/// With methods.
#[hstack::class]
pub enum Port {
    Input,
    Output,
}

#[hstack::methods]
impl Port {
    fn is_input(&self) -> bool {
        matches!(self, Port::Input)
    }

    fn __repr__(&self) -> &'static str {
        if self.is_input() { "<in>" } else { "<out>" }
    }

    #[staticmethod]
    fn default() -> Port {
        Port::Output
    }
}

/// The one behind.
#[hstack::function]
pub fn next_color(color: Color) -> Color {
    match color {
        Color::Red => Color::Green,
        Color::Green => Color::Blue,
        Color::Blue => Color::Red,
    }
}

/// All.
#[hstack::function]
pub fn colors() -> Vec<Color> {
    vec![Color::Red, Color::Green, Color::Blue]
}

/// From a handle.
#[hstack::function]
pub fn color_of(f: &Frame, color: Handle<Color>) -> &'static str {
    match color.payload(f) {
        Color::Red => "red",
        Color::Green => "green",
        Color::Blue => "blue",
    }
}

/// From a number.
#[hstack::function]
pub fn keyed_of(number: u8) -> Option<Keyed> {
    match number {
        0 => Some(Keyed::A),
        1 => Some(Keyed::B),
        _ => None,
    }
}

/// Made as an instance of any class is.
#[hstack::function]
pub fn make_color(f: &Frame, number: u8) -> Result<Handle<Color>> {
    f.new([Color::Red, Color::Green, Color::Blue][usize::from(number % 3)])
}

/// With a constructor.
#[hstack::class(subclass)]
#[derive(Clone, Copy)]
pub enum Signal {
    Stop,
    Go,
}

#[hstack::methods]
impl Signal {
    #[new]
    fn new(go: bool) -> Self {
        if go { Signal::Go } else { Signal::Stop }
    }

    fn other(&self) -> Self {
        Signal::new(matches!(self, Signal::Stop))
    }
}

/// In a list.
#[hstack::function]
pub fn all_signals(f: &Frame) -> Result<Vec<Handle<Signal>>> {
    [Signal::Stop, Signal::Go].into_iter().map(|signal| f.new(signal)).collect()
}

/// Through an `Option`.
#[hstack::function]
pub fn opposite(port: Option<Port>) -> Option<Port> {
    port.map(|port| match port {
        Port::Input => Port::Output,
        Port::Output => Port::Input,
    })
}

/// With data.
#[hstack::class(eq, repr)]
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// Round.
    Circle {
        radius: f64,
    },
    Rect(f64, f64),
    Named {
        name: String,
        corners: Vec<i64>,
    },
    Empty,
}

#[hstack::methods]
impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => radius * radius * 3.0,
            Shape::Rect(a, b) => a * b,
            Shape::Named { .. } | Shape::Empty => 0.0,
        }
    }
}

/// From any variant.
#[hstack::function]
pub fn area(f: &Frame, shape: Handle<Shape>) -> f64 {
    shape.payload(f).area()
}

/// By value.
#[hstack::function]
pub fn scaled(shape: Shape, by: f64) -> Shape {
    match shape {
        Shape::Circle { radius } => Shape::Circle { radius: radius * by },
        Shape::Rect(a, b) => Shape::Rect(a * by, b * by),
        other => other,
    }
}

/// Several.
#[hstack::function]
pub fn widest(shapes: Vec<Shape>) -> Option<Shape> {
    shapes.into_iter().max_by(|a, b| a.area().total_cmp(&b.area()))
}

/// One of each.
#[hstack::function]
pub fn make_shape(kind: &str) -> Result<Shape> {
    Ok(match kind {
        "circle" => Shape::Circle { radius: 2.0 },
        "rect" => Shape::Rect(2.0, 3.0),
        "named" => Shape::Named { name: "n".into(), corners: vec![1, 2] },
        "empty" => Shape::Empty,
        other => return Err(ValueError::new_err(format!("no {other}"))),
    })
}

/// Classes that are borrowed exclusively, and locks.
#[hstack::module(submodule)]
pub mod classes_exclusive {
    pub use super::{Locked, Register, borrow_both, read_register};
}

/// Changes through `&mut self`.
#[hstack::class(exclusive, eq, repr, subclass)]
#[derive(PartialEq, Debug)]
pub struct Register {
    #[hstack(get, set)]
    value: i64,
    #[hstack(get, set)]
    names: Vec<String>,
}

#[hstack::methods]
impl Register {
    #[new]
    #[hstack(signature = (value = 0))]
    fn new(value: i64) -> Self {
        Register { value, names: Vec::new() }
    }

    fn add(&mut self, n: i64) -> i64 {
        self.value += n;
        self.value
    }

    fn read(&self) -> i64 {
        self.value
    }

    fn first(&self) -> Option<&str> {
        self.names.first().map(String::as_str)
    }

    /// Calls back while it is borrowed exclusively.
    fn update(&mut self, f: &Frame, function: Handle<Any>) -> Result<i64> {
        self.value = function.call(f, (self.value,))?;
        Ok(self.value)
    }

    /// Calls back while it is borrowed.
    fn look(&self, f: &Frame, function: Handle<Any>) -> Result<i64> {
        function.call(f, (self.value,))
    }

    fn __len__(&self) -> usize {
        self.names.len()
    }

    fn __iadd__(&mut self, n: i64) {
        self.value += n;
    }
}

/// Through a handle.
#[hstack::function]
pub fn read_register(f: &Frame, register: Handle<Register>) -> Result<i64> {
    Ok(register.borrow(f)?.value)
}

/// Two borrows at once.
#[hstack::function]
pub fn borrow_both(f: &Frame, a: Handle<Register>, b: Handle<Register>) -> Result<i64> {
    let mut a = a.borrow_mut(f)?;
    let b = b.borrow(f)?;
    a.value += b.value;
    Ok(a.value)
}

/// Behind a lock.
#[hstack::class]
pub struct Locked {
    #[hstack(get, set)]
    items: Lock<Vec<i64>>,
}

#[hstack::methods]
impl Locked {
    #[new]
    fn new() -> Self {
        Locked { items: Lock::default() }
    }

    fn push(&self, f: &mut Frame, n: i64) -> Result {
        self.items.lock(f)?.push(n);
        Ok(())
    }

    /// Calls back while it has the lock.
    fn update(&self, f: &mut Frame, function: Handle<Any>) -> Result<usize> {
        let mut items = self.items.lock(f)?;
        items.push(function.call(f, ())?);
        Ok(items.len())
    }

    fn try_push(&self, n: i64) -> bool {
        self.items.try_lock().map(|mut items| items.push(n)).is_some()
    }

    /// Has the lock while it is detached.
    fn slow(&self, f: &mut Frame, n: i64) -> Result<usize> {
        let mut items = self.items.lock(f)?;
        f.detach(|| std::thread::sleep(std::time::Duration::from_millis(1)));
        items.push(n);
        Ok(items.len())
    }
}
