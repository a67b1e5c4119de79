//! `?` from errors of std, of one's own, and boxed ones, in functions, methods and loops.
use hstack::prelude::*;
use hstack::{class, function, methods};
use std::fmt;

#[derive(Debug)]
pub struct Failure(u32);

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "failure {}", self.0)
    }
}

impl std::error::Error for Failure {}

impl From<Failure> for hstack::Error {
    fn from(failure: Failure) -> Self {
        RuntimeError::new_err(failure.to_string())
    }
}

#[function]
fn parse(text: &str) -> Result<i64> {
    Ok(text.parse()?)
}

#[function]
fn parse_std(text: &str) -> Result<f64, std::num::ParseFloatError> {
    text.parse()
}

#[function]
fn read(path: std::path::PathBuf) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}

#[function]
fn own(fail: bool) -> Result<(), Failure> {
    if fail { Err(Failure(1)) } else { Ok(()) }
}

#[function]
fn boxed(text: &str) -> Result<i64, Box<dyn std::error::Error + Send + Sync>> {
    own(false)?;
    Ok(text.parse()?)
}

#[function]
fn mixed(f: &Frame, texts: Handle<List>) -> Result<i64> {
    let mut sum = 0;
    for_each!(f, text in texts, {
        own(false)?;
        sum += text.extract::<&str>(f)?.parse::<i64>()?;
    });
    Ok(sum)
}

#[class]
pub struct Job;

#[methods]
impl Job {
    #[new]
    fn new(text: &str) -> Result<Self, std::num::ParseIntError> {
        text.parse::<i64>()?;
        Ok(Job)
    }

    fn run(&self) -> Result<u8, Failure> {
        Err(Failure(2))
    }
}

fn main() {}
