//! Warnings, and signals.

/// Warnings.
#[hstack::module(submodule)]
pub mod warnings {
    use hstack::exceptions::{DeprecationWarning, RuntimeWarning, UserWarning};
    use hstack::function;
    use hstack::prelude::*;

    #[function]
    #[hstack(signature = (message, level = 1))]
    pub fn warn(f: &Frame, message: &str, level: usize) -> Result {
        f.warn::<UserWarning>(message, level)
    }

    #[function]
    pub fn deprecated(f: &Frame, message: &str) -> Result<&'static str> {
        f.warn::<DeprecationWarning>(message, 1)?;
        Ok("went on")
    }

    #[function]
    #[hstack(signature = (message, filename, line, module = None))]
    pub fn explicit(f: &Frame, message: &str, filename: &str, line: i32, module: Option<&str>) -> Result {
        f.warn_explicit::<RuntimeWarning>(message, filename, line, module)
    }

    /// Works until a signal handler raises.
    #[function]
    pub fn until_signal(f: &Frame, seconds: f64) -> Result {
        let start = std::time::Instant::now();
        while start.elapsed().as_secs_f64() < seconds {
            f.check_signals()?;
        }
        Ok(())
    }
}
