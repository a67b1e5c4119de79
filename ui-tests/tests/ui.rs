//! The programs of `fail/` and `pass/`.
