//! No `Temp` is made without a frame.
//~ this method takes 1 argument but 0 arguments were supplied
use hstack::prelude::*;

pub fn t() {
    std::thread::spawn(|| {
        let _ = "text".to_temp();
    });
}

fn main() {}
