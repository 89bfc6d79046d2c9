//! Which addresses are made links: those of the web alone, and nothing that a reader's program would run.

/// What such an address begins with; `javascript:` and the like stay plain words.
pub const SCHEMES: &[&str] = &["https://", "http://"];

/// Whether an address is one of the web.
pub fn is_web(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn only_the_web_is_linked() {
        assert!(is_web("https://example.org/a") && is_web("http://example.org"));
        assert!(!is_web("javascript:alert(1)") && !is_web(" https://example.org") && !is_web("example.org"));
    }
}
