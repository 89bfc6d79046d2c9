//! What a check needs to have anything to compute: the cheap question, for few sentences have it.

use crate::span::Span;
use crate::verdict::arithmetic::glance::CROWD;
use crate::verdict::arithmetic::glance::Glance;
use crate::verdict::signs::AGAIN;
use crate::verdict::signs::BASE;
use crate::verdict::signs::BEGUN;
use crate::verdict::signs::BESIDE;
use crate::verdict::signs::BIRTH;
use crate::verdict::signs::CHANGE;
use crate::verdict::signs::DEATH;
use crate::verdict::signs::ENDED;
use crate::verdict::signs::FACTOR;
use crate::verdict::signs::LATER;
use crate::verdict::signs::OF;
use crate::verdict::signs::PARTED;
use crate::verdict::signs::PERCENT;
use crate::verdict::signs::Place;
use crate::verdict::signs::RANGE;
use crate::verdict::signs::REST;
use crate::verdict::signs::SHARE;
use crate::verdict::signs::Signs;
use crate::verdict::signs::TIME;
use crate::verdict::signs::TOTAL;
use crate::verdict::signs::has_mark;
use crate::verdict::signs::held;
use crate::verdict::signs::marks;
use std::borrow::Cow;

/// What a check needs to have anything to compute.
struct Need {
    /// How many numbers that are no days of the calendar.
    amounts: usize,
    /// How many of them in percent.
    in_percent: usize,
    /// How many of them in something else.
    in_others: usize,
    /// How many numbers, days among them.
    numbers: usize,
    /// Which signs.
    signs: Signs,
    /// Signs close behind which a number stands.
    before_number: Signs,
}

const fn amounts(amounts: usize, signs: Signs, before_number: Signs) -> Need {
    Need { amounts, in_percent: 0, in_others: 0, numbers: amounts, signs, before_number }
}

const fn numbers(numbers: usize, signs: Signs, before_number: Signs) -> Need {
    Need { numbers, ..amounts(0, signs, before_number) }
}

/// What each check needs.
const NEEDS: &[Need] = &[
    // A change and both its ends, one of which a word leads to.
    amounts(3, CHANGE, BASE),
    amounts(2, FACTOR, BASE),
    // A part, its share and the whole that it is of, one put beside the other.
    Need { in_others: 2, ..amounts(3, SHARE | OF, BESIDE | OF) },
    amounts(3, TOTAL, 0),
    Need { in_percent: 2, ..amounts(2, PERCENT | REST, 0) },
    numbers(2, BIRTH, 0),
    numbers(2, DEATH, BESIDE),
    numbers(2, TIME, RANGE),
    numbers(2, TIME | BEGUN | ENDED, 0),
    numbers(2, AGAIN | TIME | LATER, 0),
];

/// Whether a text with these words of signs may have all signs that some check needs, its marks among them.
pub(super) fn has_signs(text: &str, signs: &[Place]) -> bool {
    // Commas and brackets are nearly everywhere.
    let held = held(signs) | BESIDE | RANGE;
    meet_signs(held) || meet_signs(held | CHANGE | SHARE | PERCENT) && has_mark(text, SHARE)
}

fn meet_signs(held: Signs) -> bool {
    NEEDS.iter().any(|need| (need.signs | need.before_number) & !(held | PARTED) == 0)
}

/// Whether a sentence that begins at the byte `start` and holds these signs may have something to compute.
pub(super) fn may_compute(sentence: &str, (start, signs): (usize, &[Place])) -> bool {
    let marks: Vec<Place> = marks(sentence).collect();
    let held = held(signs) | held(&marks);
    meet_signs(held)
        && (signs.len() > CROWD || {
            let own = |word: Span| Span::new(word.start() - start, word.end() - start);
            let signs = signs.iter().map(|(word, sign)| (own(*word), *sign)).collect();
            // A headline in capitals is read in small letters.
            let is_loud = !sentence.bytes().any(|byte| byte.is_ascii_lowercase());
            let sentence =
                if is_loud { Cow::Owned(sentence.to_ascii_lowercase()) } else { Cow::Borrowed(sentence) };
            let glance = Glance::of(&sentence, (signs, marks), held);
            glance.is_crowded() || NEEDS.iter().any(|need| may_meet(&glance, need) && meets(&glance, need))
        })
}

/// Whether a sentence has the numbers and signs that a check needs, wherever they stand.
fn may_meet(glance: &Glance<'_>, need: &Need) -> bool {
    need.numbers <= glance.numbers.len()
        && glance.holds(need.before_number & !PARTED)
        && glance.holds(need.signs)
        && (need.in_percent == 0 || need.in_percent <= glance.n_percents())
}

/// The same of how they stand to each other.
fn meets(glance: &Glance<'_>, need: &Need) -> bool {
    let order = glance.order();
    need.amounts <= order.amounts.len()
        && order.leading & need.before_number == need.before_number
        && (need.in_others == 0 || need.in_others <= glance.n_others())
}
