//! Look-alikes: digits and number words that say nothing of how many.

use crate::token::Kind;
use crate::value::lexicon;
use crate::value::lexicon::Lex;
use crate::value::money;
use crate::value::noun;
use crate::value::scan::Scan;

/// Which tokens of a sentence no number may be read from.
pub(crate) fn mask(scan: &Scan<'_>) -> Vec<bool> {
    let mut mask = vec![false; scan.len()];
    let mut at = 0;
    while at < scan.len() {
        let end = chunk_end(scan, at);
        if is_look_alike(scan, at, end) {
            cover(&mut mask, at, end);
        }
        at = end;
    }
    telephones(scan, &mut mask);
    mask
}

fn cover(mask: &mut [bool], first: usize, end: usize) {
    mask.iter_mut().take(end).skip(first).for_each(|masked| *masked = true);
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
    let has_digit = || chunk.bytes().any(|b| b.is_ascii_digit());
    if end - first == 1 && !scan.is_number(first) && !chunk.contains('_') {
        return chunk.len() >= 7 && has_digit() && is_hex(chunk);
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
    let parts = chunk.split(['-', '/']);
    let is_date = |part: &str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    parts.clone().count() == 3 && parts.clone().all(is_date) && parts.into_iter().any(|part| part.len() == 4)
}

/// "http://…", "a@b.org", "#4", "1::2".
fn is_address(chunk: &str) -> bool {
    chunk.contains("://")
        || chunk.contains("::")
        || chunk.starts_with("www.")
        || chunk.starts_with(['#', '@'])
        || chunk.contains('@') && chunk.contains('.')
        || chunk.matches(':').count() > 2
        || chunk.starts_with("urn:")
}

/// "190c0ce", "123e4567-e89b-…": at least seven hexadecimal digits, letters and figures mixed.
fn is_hex(chunk: &str) -> bool {
    let chunk = chunk.trim_start_matches("X'").trim_matches(['{', '}', '\'']);
    let is_digit = |b: u8| b.is_ascii_hexdigit() || b == b'-';
    let figures = chunk.bytes().filter(u8::is_ascii_digit).count();
    let letters = chunk.bytes().filter(u8::is_ascii_alphabetic).count();
    let is_mixed = chunk.len() >= 7 && figures >= 2 && letters >= 1 && chunk.bytes().all(is_digit);
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
    let is_letters = |at: usize| scan.is_word(at) && scan.word(at).len() <= 3 && scan.word(at) != "to";
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
    let mut at = 0;
    while at < scan.len() {
        let end = (at..scan.len()).find(|at| !is_figure(scan, *at)).unwrap_or(scan.len());
        if end > at && is_telephone(scan, at, end) {
            cover(mask, at, end);
        }
        at = end.max(at + 1);
    }
}

/// What telephone numbers are made of.
fn is_figure(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    let digits = word.strip_prefix('x').unwrap_or("-");
    let is_extension = word == "ext" || digits.bytes().all(|b| b.is_ascii_digit());
    scan.is_number(at) && !scan.word(at).contains(',')
        || matches!(scan.word(at), "+" | "(" | ")" | "-" | "/" | ".")
        || is_extension
}

fn is_telephone(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    let written = scan.span(first, end).of(scan.text);
    let figures = written.bytes().filter(u8::is_ascii_digit).count();
    if figures < 6 {
        return false;
    }
    let is_announced = (0..scan.len()).any(|at| TELEPHONE.contains(&scan.word(at)));
    let numbers = (first..end).filter(|at| scan.is_number(*at)).count();
    let decimals = (first..end).any(|at| scan.is_number(at) && scan.word(at).matches('.').count() == 1);
    let separators = written.trim_end_matches(['.', ' ']).matches(['(', ')', '-', '/', ' ', '.']).count();
    let starts_with_zero =
        (first..end).find(|at| scan.is_number(*at)).is_some_and(|at| scan.word(at).starts_with('0'));
    let is_international = written.contains('+') || starts_with_zero && numbers > 1;
    let is_long = (7..=20).contains(&figures) && !decimals;
    let is_dashed = separators >= 2 && numbers >= 3 && written.contains(['(', '-']) && figures >= 9;
    is_long && (is_announced || is_international || is_dashed || starts_with_zero)
        || is_announced && figures == 6 && written.contains('+')
}

/// What a number after it only names, with a capital of its own.
const NAMED: &[&str] = &[
    "act", "amendment", "annex", "apollo", "appendix", "article", "boeing", "airbus", "building", "bus",
    "catch", "chapter", "channel", "class", "clause", "docket", "exhibit", "fig", "figure", "flight",
    "formula", "fortune", "fox", "gate", "generation", "group", "highway", "interstate", "iphone", "level",
    "line", "model", "no", "number", "page", "part", "phase", "pier", "platform", "proposition", "psalm",
    "resolution", "room", "route", "rule", "runway", "schedule", "season", "section", "stage", "step",
    "studio", "table", "terminal", "tier", "title", "type", "unit", "version", "volume", "windows", "zone",
    "python", "android", "ios", "macos", "playstation", "xbox", "galaxy", "nikkei",
];

/// The same where they need no capital.
const NAMED_SMALL: &[&str] =
    &["version", "chapter", "section", "article", "page", "interstate", "figure", "room"];

/// Whether the number at `at` is part of a name or a saying.
pub(crate) fn is_name(scan: &Scan<'_>, at: usize) -> bool {
    if scan.is_number(at) {
        return is_tied_to_name(scan, at)
            || is_headed(scan, at)
            || is_listing(scan, at)
            || is_clock(scan, at);
    }
    is_pronoun(scan, at) || is_verb(scan, at) || is_group(scan, at) || is_proper(scan, at)
}

/// "F-35", "COVID-19".
fn is_tied_to_name(scan: &Scan<'_>, at: usize) -> bool {
    let Some(word) = at.checked_sub(2) else { return false };
    let is_prefix =
        matches!(scan.word(word), "under" | "over" | "mid" | "post" | "pre" | "sub" | "non" | "top");
    let is_number = lexicon::look(scan.word(word)).is_some();
    let is_code = scan.raw(word).len() <= 3 && money::is_code(scan.word(word));
    scan.is_joint(at - 1) && scan.is_capitalised(word) && !is_prefix && !is_number && !is_code
}

/// "Article 5", "Boeing 737", "No. 10", "S&P 500".
fn is_headed(scan: &Scan<'_>, at: usize) -> bool {
    let point =
        usize::from(scan.before(at, 1) == "." && matches!(scan.before(at, 2), "no" | "fig" | "nos" | "u.s"));
    let Some(head) = at.checked_sub(1 + point) else { return false };
    let word = scan.word(head);
    if matches!(word, "no" | "nos") && (point > 0)
        || word == "number" && !matches!(scan.before(head, 1), "the" | "a" | "")
    {
        return !is_rank(scan, head);
    }
    let is_index = word == "p" && scan.before(head, 1) == "&";
    let is_small = NAMED_SMALL.contains(&word) && !scan.word(at).contains(',');
    let is_tail = scan.word(at + 1) == "under" && scan.is_capitalised(at + 1);
    let follows_under = word == "under" && scan.is_capitalised(head) && scan.is_number(head.wrapping_sub(1));
    is_index
        || is_small
        || is_tail
        || follows_under
        || scan.is_capitalised(head) && NAMED.contains(&word)
        || matches!(scan.raw(at + 1), "Cent" | "Downing")
        || matches!(scan.raw(head), "U.S." | "US") && !scan.is_word(at + 1) && scan.word(at).len() <= 3
}

/// "ranked No. 1", as against "No. 10 declined".
fn is_rank(scan: &Scan<'_>, head: usize) -> bool {
    matches!(
        scan.before(head, 1),
        "ranked"
            | "rank"
            | "ranks"
            | "hit"
            | "reached"
            | "the"
            | "at"
            | "as"
            | "to"
            | "is"
            | "was"
            | "became"
            | "world"
            | "'s"
            | "’s"
            | "seeded"
            | "currently"
    )
}

/// "1. First point" at the beginning of a line.
fn is_listing(scan: &Scan<'_>, at: usize) -> bool {
    let is_mark = matches!(scan.word(1), "." | ")") && scan.is_glued(1) && scan.len() >= 2;
    at == 0 && is_mark && scan.word(0).len() <= 2
}

/// "9:30", "8pm"; the names of months and their days.
fn is_clock(scan: &Scan<'_>, at: usize) -> bool {
    let is_colon = |at: usize| {
        scan.word(at) == ":" && scan.is_glued(at) && scan.is_glued(at + 1) && scan.is_number(at + 1)
    };
    let after = matches!(scan.word(at + 1), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "o'clock");
    is_colon(at + 1)
        || at > 1 && is_colon(at - 1) && scan.is_number(at - 2)
        || after
        || is_month_day(scan, at)
}

/// Months as they are written beside a day.
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
];

fn is_month_day(scan: &Scan<'_>, at: usize) -> bool {
    let is_month = |at: usize| scan.is_capitalised(at) && MONTHS.contains(&scan.word(at));
    let is_day = scan.word(at).len() <= 2 || scan.word(at).len() == 4;
    let point = usize::from(scan.before(at, 1) == ".");
    is_day && (is_month(at + 1) || at.checked_sub(1 + point).is_some_and(is_month))
}

/// "one" as a pronoun: no noun after it, or a determiner before it.
fn is_pronoun(scan: &Scan<'_>, at: usize) -> bool {
    if scan.word(at) != "one" || scan.is_joint(at + 1) || scan.is_joint(at.wrapping_sub(1)) {
        return false;
    }
    let before = scan.before(at, 1);
    let is_owned = matches!(
        before,
        "no" | "any"
            | "some"
            | "every"
            | "each"
            | "this"
            | "that"
            | "which"
            | "another"
            | "the"
            | "first"
            | "last"
            | "next"
            | "previous"
            | "current"
            | "new"
            | "own"
            | "good"
            | "big"
            | "for"
            | "his"
            | "her"
            | "their"
    );
    let after = scan.word(at + 1);
    let is_alone = matches!(
        after,
        "another" | "day" | "way" | "by" | "who" | "that" | "thing" | "'s" | "is" | "was" | "can" | "of"
    );
    is_owned && !matches!(before, "no" | "for")
        || before == "no"
        || is_alone
        || before == "for" && !scan.is_word(at + 1)
}

/// "second" as a verb or in an idiom, "first" in one.
fn is_verb(scan: &Scan<'_>, at: usize) -> bool {
    let before = scan.before(at, 1);
    match scan.word(at) {
        "second" => {
            let is_verb = matches!(
                before,
                "i" | "we" | "may" | "will" | "would" | "to" | "can" | "could" | "they" | "you"
            );
            let next = scan.word(scan.past_joint(at + 1));
            is_verb || matches!(next, "hand" | "guess" | "nature" | "thoughts" | "thought")
        }
        "first" => {
            let next = scan.word(scan.past_joint(at + 1));
            before == "at"
                || matches!(next, "hand" | "place" | "and" | "aid" | "name" | "lady")
                    && !scan.is_joint(at + 1)
                || next == "hand"
        }
        _ => false,
    }
}

/// "the Group of Seven", "the Big Four".
fn is_group(scan: &Scan<'_>, at: usize) -> bool {
    let is_group =
        scan.before(at, 1) == "of" && matches!(scan.before(at, 2), "group" | "gang" | "school" | "committee");
    scan.is_capitalised(at) && (is_group || scan.before(at, 1) == "big")
}

/// "Ten Hag", "Forty-Five Studios": a number word in a name.
fn is_proper(scan: &Scan<'_>, at: usize) -> bool {
    let Some(lex) = lexicon::look(scan.word(at)).filter(|_| scan.is_capitalised(at)) else { return false };
    let mut end = at + 1;
    while scan.is_joint(end) {
        end += 2;
    }
    let is_ordinal = matches!(lex, Lex::Ordinal(_));
    if is_ordinal || !scan.is_capitalised(end) {
        return false;
    }
    let is_inside = at > 0 && scan.kind(at - 1) != Kind::Mark;
    is_inside && !is_headline(scan)
        || noun::find(scan, end).is_none_or(|noun| !noun.span.of(scan.text).ends_with('s'))
}

/// Whether most words have a capital, so that one says nothing.
fn is_headline(scan: &Scan<'_>) -> bool {
    let words = (0..scan.len()).filter(|at| scan.is_word(*at) && scan.word(*at).len() > 3);
    let (capitals, all) =
        words.fold((0, 0), |(capitals, all), at| (capitals + usize::from(scan.is_capitalised(at)), all + 1));
    all > 3 && capitals * 10 > all * 7
}
