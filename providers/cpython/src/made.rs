//! What is made once for a key, and lives as long as the process.

use std::sync::{Mutex, PoisonError};

/// What something was made from: addresses, mostly.
pub(crate) type Key = [usize; 3];

/// Addresses by key, sorted. One key for all and no generic map: that would be compiled for each.
pub(crate) struct Made(Mutex<Vec<(Key, usize)>>);

impl Made {
    pub(crate) const fn new() -> Made {
        Made(Mutex::new(Vec::new()))
    }

    /// What was made for a key, or is made now. `make` runs no Python code.
    pub(crate) fn get_or(&self, key: Key, make: &mut dyn FnMut() -> Option<usize>) -> Option<usize> {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = made.partition_point(|(other, _)| *other < key);
        match made.get(place) {
            Some((other, address)) if *other == key => Some(*address),
            _ => {
                let address = make()?;
                made.insert(place, (key, address));
                Some(address)
            }
        }
    }
}

/// Zeroed memory for that many values, which lives as long as the process: a table that has its end mark.
/// `T` consists of words.
pub(crate) fn zeroed<T>(count: usize) -> *mut T {
    vec![0_usize; count * size_of::<T>() / size_of::<usize>()].leak().as_mut_ptr().cast()
}

#[cfg(test)]
mod tests {
    use super::Made;

    #[test]
    fn each_is_made_once() {
        let made = Made::new();
        for round in 0..2 {
            for key in [5, 1, 9, 3, 7] {
                let mut make = || (round == 0).then_some(10 * key);
                assert_eq!(made.get_or([1, key, 0], &mut make), Some(10 * key));
            }
        }
        assert_eq!(made.get_or([1, 4, 0], &mut || None), None);
    }
}
