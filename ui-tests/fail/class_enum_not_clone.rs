//! An enum with data is taken by value.
//~ consider annotating `Shape` with `#[derive(Clone)]`
#[hstack::class]
enum Shape {
    Circle { radius: f64 },
    Square(f64),
}

#[hstack::function]
fn area(shape: Shape) -> f64 {
    match shape {
        Shape::Circle { radius } => radius * radius * 3.0,
        Shape::Square(side) => side * side,
    }
}

fn main() {}
