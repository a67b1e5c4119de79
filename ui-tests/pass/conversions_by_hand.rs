//! Conversions for own types, in arguments, results, containers and calls.
use hstack::function;
use hstack::prelude::*;

#[derive(Clone, Copy)]
pub struct Celsius(f64);

impl<'f> FromPy<'f> for Celsius {
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        Ok(Celsius(object.extract(f)?))
    }
}
impl hstack::FromPyOwned for Celsius {}

impl<'f> ToPy<'f> for Celsius {
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        self.0.to_temp(f)
    }
}

#[function]
fn warmest(values: Vec<Celsius>) -> Option<Celsius> {
    values.into_iter().reduce(|a, b| if a.0 > b.0 { a } else { b })
}

pub fn t<'f>(f: &Frame<'f>, list: Handle<'f, List>, log: Handle<'f, Any>) -> Result<Celsius> {
    for value in list.iter::<Celsius>(f) {
        log.call::<()>(f, (value?,))?;
    }
    list.append(f, Celsius(1.0))?;
    log.call_method(f, name!("mean"), (Celsius(1.0), [Celsius(2.0)].to_vec()))
}

fn main() {}
