//! Doc comments of every form.
/** A block
 *  comment. */
#[hstack::module]
pub mod shop {
    //! An inner line.
    use hstack::{class, function, methods};

    /// One "line" with \ and {braces} and ünïcode.
    #[function]
    fn one() {}

    ///
    #[function]
    fn empty() {}

    #[doc = concat!("made ", "up")]
    #[function]
    fn concatenated() {}

    #[doc(hidden)]
    #[function]
    fn hidden() {}

    /// First line.
    ///
    ///     indented
    #[class]
    struct Point {
        /// The first.
        #[hstack(get)]
        x: f64,
    }

    #[methods]
    impl Point {
        /// A method.
        fn length(&self) -> f64 {
            self.x
        }
    }
}

fn main() {}
