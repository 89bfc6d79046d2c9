//! Sizes as people write them: `"4MiB"`.

/// The units, the longer names first: `"kib"` ends in `"b"` too.
const UNITS: &[(&str, usize)] =
    &[("kib", 1 << 10), ("mib", 1 << 20), ("kb", 1000), ("mb", 1_000_000), ("b", 1), ("", 1)];

/// Reads a size in bytes.
pub fn read(text: &str) -> Option<usize> {
    let text = text.trim().to_ascii_lowercase();
    let (digits, unit) = UNITS.iter().find_map(|(unit, n)| Some((text.strip_suffix(unit)?, *n)))?;
    let number: usize = digits.trim().parse().ok()?;
    number.checked_mul(unit).filter(|bytes| *bytes > 0)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn sizes_have_units() {
        let sizes = ["4MiB", "200 kB", "1024", "5 b", "0", "four", "-1", "4GiB"];
        let found = sizes.map(read);
        let expected = [Some(4 << 20), Some(200_000), Some(1024), Some(5), None, None, None, None];
        assert_eq!(found, expected);
    }
}
