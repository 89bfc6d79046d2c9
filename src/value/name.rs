//! Numbers that are part of a name or a saying: "Article 5", "F-35", "no one", "Group of Seven".

use crate::token::Kind;
use crate::value::address;
use crate::value::currency;
use crate::value::date::words::is_month;
use crate::value::idiom;
use crate::value::lexicon::Lex;
use crate::value::list::Words;
use crate::value::noun;
use crate::value::numbered;
use crate::value::role;
use crate::value::scan::Scan;
use crate::value::unit;

/// What a number after it only names, with a capital of its own.
#[rustfmt::skip]
const NAMED: &Words = &Words::of(&[
    "act", "amendment", "annex", "appendix", "article", "building", "bus", "catch", "chapter", "channel",
    "class", "clause", "docket", "exhibit", "fig", "figure", "flight", "formula", "gate", "generation",
    "group", "highway", "interstate", "level", "line", "model", "no", "number", "page", "part", "phase",
    "pier", "platform", "proposition", "psalm", "resolution", "room", "route", "rule", "runway",
    "schedule", "season", "section", "stage", "step", "studio", "table", "terminal", "tier", "title",
    "type", "unit", "version", "volume", "zone",
]);

/// The same where they need no capital.
#[rustfmt::skip]
const NAMED_SMALL: &Words = &Words::of(&[
    "version", "chapter", "section", "article", "page", "interstate", "figure", "room", "seat", "gate",
    "flat", "apartment",
]);

/// The same where a percentage, a measure or things that are counted do not follow: "phase 2 trials",
/// but "at a level 4 percent lower".
#[rustfmt::skip]
const STEPS: &Words = &Words::of(&["phase", "stage", "type", "tier", "level", "grade", "category", "size", "lot", "table"]);

/// Whether the number at `at` is part of a name or a saying.
pub(crate) fn is_part(scan: &Scan<'_>, at: usize) -> bool {
    if scan.is_number(at) {
        return is_tied_to_name(scan, at)
            || address::is_at(scan, at)
            || is_headed(scan, at)
            || is_listing(scan, at)
            || is_clock(scan, at)
            || is_screen(scan, at);
    }
    // The "Five" of a "Forty-Five" that was refused.
    let is_rest = at > 1 && scan.is_joint(at - 1) && scan.is_capitalised(at) && scan.lex(at - 2).is_some();
    let is_place = || address::is_at(scan, at) || is_worded(scan, at);
    is_rest
        || is_place()
        || idiom::is_pronoun(scan, at)
        || idiom::is_saying(scan, at)
        || is_group(scan, at)
        || is_proper(scan, at)
}

/// "F-35", "COVID-19".
fn is_tied_to_name(scan: &Scan<'_>, at: usize) -> bool {
    let Some(word) = at.checked_sub(2) else { return false };
    if !scan.is_joint(at - 1) || !scan.is_capitalised(word) {
        return false;
    }
    let is_prefix =
        matches!(scan.word(word), "under" | "over" | "mid" | "post" | "pre" | "sub" | "non" | "top");
    let is_number = scan.lex(word).is_some();
    let is_code = currency::of_code(scan.raw(word)).is_some_and(|code| !currency::is_word(code));
    !is_prefix && !is_number && !is_code
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
    let is_small = (scan.is_any(head, NAMED_SMALL) || is_step(scan, at)) && !scan.word(at).contains(',');
    let is_tail = scan.word(at + 1) == "under" && scan.is_capitalised(at + 1);
    let follows_under = word == "under" && scan.is_capitalised(head) && scan.is_number(head.wrapping_sub(1));
    is_index
        || is_small
        || is_tail
        || follows_under
        || scan.is_capitalised(head) && scan.is_any(head, NAMED)
        || numbered::is_name(word, scan.is_capitalised(head))
            && (scan.is_capitalised(head) || !scan.word(at).contains(','))
        || scan.raw(at + 1) == "Cent"
        || matches!(scan.raw(head), "U.S." | "US") && !scan.is_word(at + 1) && scan.word(at).len() <= 3
}

/// "phase 2", "size 10".
fn is_step(scan: &Scan<'_>, at: usize) -> bool {
    let is_small = scan.is_number(at) && scan.word(at).len() <= 2 && scan.is_any(at.wrapping_sub(1), STEPS);
    let is_counted = || noun::find(scan, at + 1).is_some_and(|noun| noun.is_compound);
    is_small
        && scan.word(at + 1) != "%"
        && scan.word(at + 1) != "percent"
        && !is_counted()
        && unit::read(scan, at + 1).is_none()
}

/// "Chapter Three", "the Magnificent Seven": a number word with a capital after a word with one.
fn is_worded(scan: &Scan<'_>, at: usize) -> bool {
    let Some(head) = at.checked_sub(1).filter(|_| scan.lex(at).is_some()) else {
        return false;
    };
    let is_title = || scan.lex(head).is_none() && !role::is_change(scan, head);
    let is_named = scan.is_capitalised(head) && scan.is_capitalised(at) && is_title();
    let is_division = matches!(scan.word(head), "chapter" | "section" | "article" | "page");
    is_named && head > 0 && !is_headline(scan) || is_division
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
        let is_tied = scan.word(at) == ":" && scan.is_glued(at) && scan.is_glued(at + 1);
        // "14:1" is a ratio, for minutes have two digits, but not in "John 3:8".
        let is_verse = at.checked_sub(2).filter(|head| scan.is_capitalised(*head));
        let is_verse = is_verse.is_some_and(|head| !noun::is_closed_at(scan, head));
        is_tied && scan.is_number(at + 1) && (scan.word(at + 1).len() > 1 || is_verse)
    };
    // "2.1 pm" has no minutes and is a length.
    let has_minutes = scan.word(at).split_once('.').is_none_or(|(_, minutes)| minutes.len() == 2);
    let after =
        has_minutes && matches!(scan.word(at + 1), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "o'clock");
    is_colon(at + 1)
        || at > 1 && is_colon(at - 1) && scan.is_number(at - 2)
        || after
        || is_month_day(scan, at)
}

/// What a "4K" of dots a line is said of.
#[rustfmt::skip]
const SCREENS: &Words = &Words::of(&[
    "camera", "cameras", "display", "displays", "footage", "resolution", "screen", "screens", "television",
    "televisions", "tv", "tvs", "video", "videos",
]);

/// "a 4K television".
fn is_screen(scan: &Scan<'_>, at: usize) -> bool {
    scan.raw(at + 1) == "K" && scan.is_glued(at + 1) && scan.is_any(at + 2, SCREENS)
}

fn is_month_day(scan: &Scan<'_>, at: usize) -> bool {
    let is_month = |at: usize| scan.is_capitalised(at) && is_month(scan.raw(at));
    let is_day = scan.word(at).len() <= 2 || scan.word(at).len() == 4;
    let point = usize::from(scan.before(at, 1) == ".");
    is_day && (is_month(at + 1) || at.checked_sub(1 + point).is_some_and(is_month))
}

/// "the Group of Seven", "the Big Four".
fn is_group(scan: &Scan<'_>, at: usize) -> bool {
    let is_group =
        scan.before(at, 1) == "of" && matches!(scan.before(at, 2), "group" | "gang" | "school" | "committee");
    scan.is_capitalised(at) && (is_group || scan.before(at, 1) == "big")
}

/// "Ten Hag", "Forty-Five Studios": a number word in a name.
fn is_proper(scan: &Scan<'_>, at: usize) -> bool {
    let Some(lex) = scan.lex(at).filter(|_| scan.is_capitalised(at)) else { return false };
    let mut end = at + 1;
    while scan.is_joint(end) && end < at + 7 {
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
    let words = (0..scan.len().min(40)).filter(|at| scan.is_word(*at) && scan.word(*at).len() > 3);
    let (capitals, all) =
        words.fold((0, 0), |(capitals, all), at| (capitals + usize::from(scan.is_capitalised(at)), all + 1));
    all > 5 && capitals * 10 > all * 7
}
