//! A table of text in aligned columns.

use std::fmt;

/// Rows under a header; columns are as wide as their widest cell.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
    right: Vec<usize>,
}

impl Table {
    /// A table with this header; the columns numbered in `right` hold numbers and are aligned to the right.
    pub(crate) fn new(header: &[&str], right: &[usize]) -> Table {
        let header = header.iter().map(|cell| (*cell).to_owned()).collect();
        Table { rows: vec![header], right: right.to_vec() }
    }

    pub(crate) fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.rows[0].len());
        self.rows.push(cells);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.rows[0].len();
        let width =
            |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        // A column of nothing (no interpreter is a debug build, say) takes no space.
        let shown: Vec<usize> = (0..columns).filter(|&column| widths[column] > 0).collect();
        for row in &self.rows {
            let mut line = String::new();
            for &column in &shown {
                let (cell, width) = (&row[column], widths[column]);
                if self.right.contains(&column) {
                    line += &format!("{cell:>width$}  ");
                } else {
                    line += &format!("{cell:<width$}  ");
                }
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_empty_ones_vanish() {
        let mut table = Table::new(&["name", "", "passed"], &[2]);
        table.row(vec!["cp39".into(), String::new(), "7".into()]);
        table.row(vec!["pypy311-8.0".into(), String::new(), "12".into()]);
        assert_eq!(table.to_string(), "name         passed\ncp39              7\npypy311-8.0      12\n");
    }
}
