//! Cargo's versions (semantic versioning) as Python's (PEP 440).

use anyhow::{Result, bail};

/// `1.2.3-beta.4` becomes `1.2.3b4`, `1.0.0-dev` becomes `1.0.0.dev0`, `+build` becomes a local version.
pub(crate) fn to_pep440(version: &str) -> Result<String> {
    let (rest, build) = match version.split_once('+') {
        Some((rest, build)) => (rest, Some(build)),
        None => (version, None),
    };
    let (release, pre) = match rest.split_once('-') {
        Some((release, pre)) => (release, Some(pre)),
        None => (rest, None),
    };
    let mut result = release.to_owned();
    if let Some(pre) = pre {
        let Some(text) = pre_release(pre) else {
            bail!(
                "the pre-release `{pre}` of version {version} has no Python spelling\n  help: use -alpha.N, -beta.N, -rc.N, -dev.N \
                 or -post.N, or give `version` in the [project] section of pyproject.toml"
            );
        };
        result += &text;
    }
    if let Some(build) = build {
        result += "+";
        result += &build.replace('-', ".").to_ascii_lowercase();
    }
    Ok(result)
}

/// `alpha.1` -> `a1`, `rc1` -> `rc1`, `beta.2.dev.3` -> `b2.dev3`; none when a word has no meaning in PEP 440.
fn pre_release(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase().replace(['-', '_'], ".");
    let mut words = text.split('.').peekable();
    let mut result = String::new();
    // PEP 440 wants each kind at most once, in this order.
    let mut rank = 0;
    while let Some(word) = words.next() {
        let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let (own_rank, spelling) = match name {
            "a" | "alpha" => (1, "a"),
            "b" | "beta" => (1, "b"),
            "c" | "rc" | "pre" | "preview" => (1, "rc"),
            "post" => (2, ".post"),
            "dev" => (3, ".dev"),
            _ => return None,
        };
        if own_rank <= rank {
            return None;
        }
        rank = own_rank;
        let digits = &word[name.len()..];
        let is_number = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
        let number = if digits.is_empty() { words.next_if(is_number).unwrap_or("0") } else { digits };
        result += spelling;
        result += &number.parse::<u64>().ok()?.to_string();
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::to_pep440;

    #[test]
    fn releases_stay_and_pre_releases_are_respelled() {
        let pairs = [
            ("1.2.3", "1.2.3"),
            ("1.2.3-alpha", "1.2.3a0"),
            ("1.2.3-beta.4", "1.2.3b4"),
            ("1.2.3-rc1", "1.2.3rc1"),
            ("1.2.3-rc.01", "1.2.3rc1"),
            ("2.0.0-dev", "2.0.0.dev0"),
            ("2.0.0-alpha.1.dev.3", "2.0.0a1.dev3"),
            ("2.0.0-post.1", "2.0.0.post1"),
            ("1.0.0+Linux-5", "1.0.0+linux.5"),
            ("1.0.0-rc.2+abc.1", "1.0.0rc2+abc.1"),
        ];
        for (cargo, python) in pairs {
            assert_eq!(to_pep440(cargo).unwrap(), python);
        }
    }

    #[test]
    fn words_without_a_meaning_are_refused() {
        for version in ["1.0.0-nightly", "1.0.0-alpha.beta", "1.0.0-dev.1.alpha.1", "1.0.0-1"] {
            let message = to_pep440(version).unwrap_err().to_string();
            assert!(message.contains("pyproject.toml"), "{version}: {message}");
        }
    }
}
