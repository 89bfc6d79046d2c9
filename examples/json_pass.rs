//! Reads a file of JSON lines and does nothing else: what factlint is held against in docs/benchmarks.md.

use std::io::BufRead;
use std::io::BufReader;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let mut reader = BufReader::with_capacity(1 << 18, std::fs::File::open(path)?);
    let (mut line, mut n_bytes) = (Vec::new(), 0);
    while reader.read_until(b'\n', &mut line)? > 0 {
        let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&line)?;
        n_bytes += object.get("text").and_then(|text| text.as_str()).map_or(0, str::len);
        line.clear();
    }
    println!("{n_bytes} bytes of text");
    Ok(())
}
