//! "Did you mean": the known name that is closest to a mistyped one, by the measure that Python uses.

/// Inserting, removing or replacing a letter.
const MOVE: usize = 2;
/// Changing a letter's case.
const CASE: usize = 1;
/// Longer names are not compared.
const LONGEST: usize = 40;

/// The closest of some names, when no more than a third of the letters differ.
pub(crate) fn closest<'x>(name: &str, known: impl Iterator<Item = &'x str>) -> Option<&'x str> {
    let mut best: Option<(usize, &str)> = None;
    for other in known {
        let limit = (name.len() + other.len() + 3) * MOVE / 6;
        let found = distance(name.as_bytes(), other.as_bytes());
        if found.is_some_and(|d| d <= limit && best.is_none_or(|(least, _)| d < least)) {
            best = found.map(|d| (d, other));
        }
    }
    best.map(|(_, other)| other)
}

/// The least cost of making `a` into `b`.
fn distance(a: &[u8], b: &[u8]) -> Option<usize> {
    if a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    // One row of the matrix of prefixes: row[j] is the cost from a[..i] to b[..j].
    let mut row: [usize; LONGEST + 1] = core::array::from_fn(|j| j * MOVE);
    for (i, x) in a.iter().enumerate() {
        let mut left = (i + 1) * MOVE;
        let mut diagonal = core::mem::replace(&mut row[0], left);
        for (cost, y) in row[1..].iter_mut().zip(b) {
            let above = *cost;
            *cost = (diagonal + replace(*x, *y)).min(left + MOVE).min(above + MOVE);
            (diagonal, left) = (above, *cost);
        }
    }
    row.get(b.len()).copied()
}

fn replace(x: u8, y: u8) -> usize {
    match (x == y, x.eq_ignore_ascii_case(&y)) {
        (true, _) => 0,
        (false, true) => CASE,
        (false, false) => MOVE,
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn close_names_are_found() {
        let known = ["colour", "width", "Height", "x"];
        let of = |name| closest(name, known.into_iter());
        assert_eq!(of("color"), Some("colour"));
        assert_eq!(of("widht"), Some("width"));
        assert_eq!(of("height"), Some("Height"));
        assert_eq!(of("depth"), None);
        assert_eq!(of("X"), Some("x"));
        assert_eq!(of(&"w".repeat(41)), None);
        assert_eq!(closest("anything", [].into_iter()), None);
    }
}
