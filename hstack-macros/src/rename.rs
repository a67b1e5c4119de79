//! `rename_all = "camelCase"`

use crate::attributes::Options;
use syn::Result;

/// How names that Rust writes in snake case are written in Python.
#[derive(Clone, Copy)]
pub enum Rename {
    Camel,
    Kebab,
    Lower,
    Pascal,
    ScreamingKebab,
    ScreamingSnake,
    Snake,
    Upper,
}

const RULES: &[(&str, Rename)] = &[
    ("camelCase", Rename::Camel),
    ("kebab-case", Rename::Kebab),
    ("lowercase", Rename::Lower),
    ("PascalCase", Rename::Pascal),
    ("SCREAMING-KEBAB-CASE", Rename::ScreamingKebab),
    ("SCREAMING_SNAKE_CASE", Rename::ScreamingSnake),
    ("snake_case", Rename::Snake),
    ("UPPERCASE", Rename::Upper),
];

impl Rename {
    pub fn take(options: &mut Options) -> Result<Option<Rename>> {
        let Some(text) = options.text("rename_all")? else { return Ok(None) };
        match RULES.iter().find(|(name, _)| *name == text.value()) {
            Some((_, rule)) => Ok(Some(*rule)),
            None => {
                let names: Vec<_> = RULES.iter().map(|(name, _)| format!("\"{name}\"")).collect();
                Err(syn::Error::new(
                    text.span(),
                    format!("no such way to write names: `rename_all` is one of {}", names.join(", ")),
                ))
            }
        }
    }

    pub fn apply(self, name: &str) -> String {
        let words = words(name);
        let capital = |word: &String| {
            let mut letters = word.chars();
            let first = letters.next().map(|c| c.to_uppercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        };
        match self {
            Rename::Camel => {
                let rest: String = words.iter().skip(1).map(capital).collect();
                words.first().cloned().unwrap_or_default() + &rest
            }
            Rename::Pascal => words.iter().map(capital).collect(),
            Rename::Kebab => words.join("-"),
            Rename::Lower => words.concat(),
            Rename::ScreamingKebab => words.join("-").to_uppercase(),
            Rename::ScreamingSnake => words.join("_").to_uppercase(),
            Rename::Snake => words.join("_"),
            Rename::Upper => words.concat().to_uppercase(),
        }
    }
}

/// The words of a name in snake case or camel case, in small letters.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.split('_').filter(|part| !part.is_empty()) {
        let mut small = false;
        words.push(String::new());
        for c in part.chars() {
            if c.is_uppercase() && small {
                words.push(String::new());
            }
            small = !c.is_uppercase();
            if let Some(word) = words.last_mut() {
                word.extend(c.to_lowercase());
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_rule() {
        let written: Vec<_> = RULES.iter().map(|(_, rule)| rule.apply("first_name_2")).collect();
        let expected = [
            "firstName2",
            "first-name-2",
            "firstname2",
            "FirstName2",
            "FIRST-NAME-2",
            "FIRST_NAME_2",
            "first_name_2",
            "FIRSTNAME2",
        ];
        assert_eq!(written, expected);
        let from_pascal: Vec<_> = RULES.iter().map(|(_, rule)| rule.apply("TcpStream")).collect();
        assert_eq!(from_pascal[..3], ["tcpStream", "tcp-stream", "tcpstream"]);
        assert_eq!(RULES[0].1.apply("_x"), "x");
    }
}
