//! An enum with data is taken by value.
//~ `Shape` stays in its Python object, because it cannot be cloned
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
