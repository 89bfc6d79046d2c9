//! Look-alikes: digits and number words that say nothing of how many.

use crate::value::scan::Scan;

/// Which tokens of a sentence no number may be read from.
pub(crate) fn mask(scan: &Scan<'_>) -> Vec<bool> {
    let mut mask = vec![false; scan.len()];
    let mut end = 0;
    for at in (0..scan.len()).filter(|at| is_suspect(scan, *at)) {
        if at < end {
            continue;
        }
        let first = chunk_start(scan, at);
        end = chunk_end(scan, at);
        if is_look_alike(scan, first, end) {
            cover(&mut mask, first, end);
        }
    }
    if scan.figures() >= LEAST_FIGURES {
        telephones(scan, &mut mask);
    }
    mask
}

fn cover(mask: &mut [bool], first: usize, end: usize) {
    mask.iter_mut().take(end).skip(first).for_each(|masked| *masked = true);
}

/// Whether a look-alike may be around `at`: all of them have a figure or a mark such as that of "fifty-fifty".
fn is_suspect(scan: &Scan<'_>, at: usize) -> bool {
    scan.has_digit(at) || scan.is_number(at) || scan.is_mark(at) && matches!(scan.word(at), "-" | "_")
}

/// The first of the tokens up to `at` that no space parts.
fn chunk_start(scan: &Scan<'_>, at: usize) -> usize {
    (0..=at).rev().find(|at| !scan.is_glued(*at)).unwrap_or(at)
}

/// The end of the tokens from `at` on that no space parts.
fn chunk_end(scan: &Scan<'_>, at: usize) -> usize {
    (at + 1..scan.len()).find(|at| !scan.is_glued(*at)).unwrap_or(scan.len())
}

/// Sayings with numbers in them.
const IDIOMS: &[&str] =
    &["9/11", "24/7", "7/7", "20/20", "50/50", "50-50", "fifty-fifty", "one-two", "catch-22", "360-degree"];

fn is_look_alike(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    if end - first == 1 && scan.is_word(first) && scan.word(first).len() < 7 {
        return false;
    }
    let chunk = scan.span(first, end).of(scan.text);
    if end - first == 1 && scan.is_number(first) {
        return is_version(chunk);
    }
    let has_digit = || (first..end).any(|at| scan.has_digit(at));
    if end - first == 1 && !chunk.contains('_') {
        return has_digit() && is_hex(chunk);
    }
    let trimmed = chunk
        .trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':' | '"' | '“' | '”' | '!' | '?' | ')' | '('));
    if IDIOMS.iter().any(|idiom| trimmed.eq_ignore_ascii_case(idiom)) {
        return true;
    }
    has_digit()
        && (is_calendar(trimmed)
            || is_address(chunk.trim_matches(['.', ',']))
            || is_hex(trimmed)
            || is_version(trimmed)
            || is_docket(scan, first, end))
}

/// "2026-03-04", "28/02/2026": for the reader of dates.
fn is_calendar(chunk: &str) -> bool {
    if chunk.len() < "1/1/2000".len() {
        return false;
    }
    let parts = chunk.split(['-', '/']);
    let is_date = |part: &str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    parts.clone().count() == 3 && parts.clone().all(is_date) && parts.into_iter().any(|part| part.len() == 4)
}

/// "http://…", "a@b.org", "#4", "1::2".
fn is_address(chunk: &str) -> bool {
    let has_colon = chunk.contains(':')
        && (chunk.contains("://")
            || chunk.contains("::")
            || chunk.matches(':').count() > 2
            || chunk.starts_with("urn:"));
    has_colon
        || chunk.starts_with("www.")
        || chunk.starts_with(['#', '@'])
        || chunk.contains('@') && chunk.contains('.')
}

/// How many hexadecimal digits are no accident.
const LEAST_HEX: usize = 7;

/// "190c0ce", "123e4567-e89b-…": at least seven hexadecimal digits, letters and figures mixed.
fn is_hex(chunk: &str) -> bool {
    if chunk.len() < LEAST_HEX {
        return false;
    }
    let chunk = chunk.trim_start_matches("X'").trim_matches(['{', '}', '\'']);
    let is_digit = |b: u8| b.is_ascii_hexdigit() || b == b'-';
    let figures = chunk.bytes().filter(u8::is_ascii_digit).count();
    let letters = chunk.bytes().filter(u8::is_ascii_alphabetic).count();
    let is_mixed = chunk.len() >= LEAST_HEX && figures >= 2 && letters >= 1 && chunk.bytes().all(is_digit);
    // "1000000e" is no hash and neither is "2020-21d"; a word may not be among the parts.
    is_mixed && chunk.split('-').all(|part| part.len() >= 4)
}

/// "2.14.1", "v2.1", "255.255.255.255".
fn is_version(chunk: &str) -> bool {
    let rest = chunk.strip_prefix(['v', 'V']).unwrap_or(chunk);
    let is_plain = rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let points = rest.matches('.').count();
    is_plain && (points > 1 || points == 1 && rest.len() < chunk.len())
}

/// "24-cv-01234".
fn is_docket(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    let is_letters =
        |at: usize| scan.is_word(at) && scan.word(at).len() <= 3 && !matches!(scan.word(at), "to" | "in");
    (first..end).any(|at| {
        scan.is_number(at)
            && scan.is_joint(at + 1)
            && is_letters(at + 2)
            && scan.is_joint(at + 3)
            && scan.is_number(at + 4)
    })
}

/// Words that announce a telephone number or another number of that sort.
const TELEPHONE: &[&str] =
    &["phone", "tel", "telephone", "fax", "mobile", "call", "dial", "card", "hotline", "whatsapp"];

/// Masks runs of figures that are telephone numbers.
fn telephones(scan: &Scan<'_>, mask: &mut [bool]) {
    let mut end = 0;
    for at in (0..scan.len()).filter(|at| scan.has_digit(*at)) {
        if at < end || !is_figure(scan, at) {
            continue;
        }
        let first = (0..at).rev().find(|at| !is_figure(scan, *at)).map_or(0, |before| before + 1);
        end = (at..scan.len()).find(|at| !is_figure(scan, *at)).unwrap_or(scan.len());
        if is_telephone(scan, first, end) {
            cover(mask, first, end);
        }
    }
}

/// What telephone numbers are made of.
fn is_figure(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    if scan.is_word(at) && !matches!(word.bytes().next(), Some(b'x' | b'e')) {
        return false;
    }
    let digits = word.strip_prefix('x').unwrap_or("-");
    let is_extension = word == "ext" || digits.bytes().all(|b| b.is_ascii_digit());
    scan.is_number(at) && !scan.word(at).contains(',')
        || matches!(scan.word(at), "+" | "(" | ")" | "-" | "/" | ".")
        || is_extension
}

/// How many figures a telephone number has at least.
const LEAST_FIGURES: usize = 6;

fn is_telephone(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    let written = scan.span(first, end).of(scan.text);
    let figures = written.bytes().filter(u8::is_ascii_digit).count();
    if figures < LEAST_FIGURES {
        return false;
    }
    let is_announced = (first.saturating_sub(12)..first).any(|at| TELEPHONE.contains(&scan.word(at)));
    let numbers = (first..end).filter(|at| scan.is_number(*at)).count();
    let decimals = (first..end).any(|at| scan.is_number(at) && scan.word(at).matches('.').count() == 1);
    let separators = written.trim_end_matches(['.', ' ']).matches(['(', ')', '-', '/', ' ', '.']).count();
    let starts_with_zero =
        (first..end).find(|at| scan.is_number(*at)).is_some_and(|at| scan.word(at).starts_with('0'));
    let is_international = written.contains('+') || starts_with_zero && numbers > 1;
    let is_long = (7..=20).contains(&figures) && !decimals;
    let lengths = (first..end).filter(|at| scan.is_number(*at)).map(|at| scan.word(at).len());
    let is_american = numbers == 3 && lengths.eq([3, 3, 4]);
    let is_dashed =
        is_american || separators >= 2 && numbers >= 3 && written.contains(['(', '-']) && figures >= 9;
    is_long && (is_announced || is_international || is_dashed || starts_with_zero)
        || is_announced && figures == 6 && written.contains('+')
}
