#[hstack::module]
mod hello_hstack {
    use hstack::function;

    #[function]
    fn hello(name: &str) -> String {
        format!("Hello, {name}!")
    }
}
