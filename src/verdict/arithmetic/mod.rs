//! Numbers of one sentence that do not fit together: "up 295% from 10,000 to 29,500".
//!
//! One file a check. Each number stands for the interval that rounds to it, so a number is only wrong
//! where no numbers behind the rounding could give it. Which number plays which part is read from the
//! words right around it; where that is not certain nothing is said.

mod again;
mod age;
mod apposition;
mod change;
mod direction;
mod ends;
mod glance;
mod interval;
mod line;
mod multiple;
mod needs;
mod numbers;
mod part;
mod period;
mod shares;
mod total;

use crate::document::Document;
use crate::document::block::Block;
use crate::span::Span;
use crate::verdict::arithmetic::line::Line;
use crate::verdict::arithmetic::numbers::Numbers;
use crate::verdict::signs::Signposts;

/// Numbers that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The number that the others contradict.
    pub span: Span,
    /// The others.
    pub operands: Vec<Span>,
    /// How they contradict it, as a sum that can be checked.
    pub computation: String,
    /// What it would have to be.
    pub expected: String,
}

/// The slips of an article whose signs are known, in order.
pub fn find(document: &Document<'_>, signs: &Signposts) -> Vec<Slip> {
    let numbers = Numbers::of(document, signs);
    let mut slips = Vec::new();
    let may_compute = |block: &&Block| needs::has_signs(document.slice(block.span), signs.within(block.span));
    for block in numbers.enough_in(&document.blocks).into_iter().filter(may_compute) {
        for span in document.sentences_of(block).into_iter().filter(|span| numbers.are_enough(*span)) {
            if needs::may_compute(document.slice(span), (span.start(), signs.within(span))) {
                let sentence = &document.sentences()[document.sentence_at(span.start())];
                slips.extend(in_line(&Line::new(document, sentence)));
            }
        }
    }
    slips
}

/// The slips of one sentence; one a number.
fn in_line(line: &Line<'_>) -> Vec<Slip> {
    let mut slips: Vec<Slip> = (0..line.values.len()).filter_map(|at| change::check(line, at)).collect();
    slips.extend(multiple::check(line));
    slips.extend(part::check(line));
    slips.extend(total::check(line));
    slips.extend(shares::check(line));
    slips.extend(age::check(line));
    slips.extend(period::check(line));
    slips.extend(again::check(line));
    slips.sort_by_key(|slip| slip.span);
    slips.dedup_by_key(|slip| slip.span);
    slips
}

/// The slips of a text.
#[cfg(test)]
fn find_in(document: &Document<'_>) -> Vec<Slip> {
    find(document, &Signposts::of(&document.text))
}

#[cfg(test)]
mod tests {
    use super::find_in;
    use crate::document::Document;

    #[test]
    fn each_change_has_its_own_numbers() {
        let text = "Herring landings fell 20% to 80 tonnes from 100 tonnes, while cod landings rose 50% to \
                    120 tonnes from 100 tonnes.";
        let document = Document::plain(text, None);
        let slips = find_in(&document);
        let found: Vec<&str> = slips.iter().map(|slip| slip.span.of(text)).collect();
        assert_eq!(found, ["50%"]);
        assert_eq!(slips[0].computation, "from 100 tonnes to 120 tonnes is +20%");
    }

    #[test]
    fn no_sign_is_left_out() {
        for text in [
            "12 boats and 15 nets, 30 all told.",
            "Sales rose from 10,000 to 12,000, a 40% increase.",
            "Sales rose 40% to US$2.5 million from more than US$1.25 million.",
            "Landings fell 40% to a dozen tonnes from 100 tonnes.",
            "A third of the town’s 300 boats, or 150, sank.",
            "SALES ROSE FROM 10,000 TO 12,000, A 40% INCREASE",
            "FEES ROSE 40% TO US$300 FROM US$200.",
            "FEES ROSE 70% TO RS 300 FROM RS 200",
            "FEES ROSE 70% TO MEUR 300 FROM MEUR 200",
            "Fees Rise 70% To 300 Marks From Nearly 200",
            "Fees rose 70% to eur300 from eur200.",
            "The rate rose 2 percentage points to 3% from minus 5%.",
            "A third of the 300 boats (About 150) sank.",
            "A third of the Northumberland constituency’s approximately 300 boats, or 150, sank.",
            "Of these 30 members, 12, or 50%, agreed.",
            "Sales rose 12% to US$80 million from in the neighborhood of US$40 million.",
            "Two Hundred Cents And Ten Cents, Two Dozen Cents In Total.",
            "10 Boats And 9 Nets, For A Total Of 30.",
            "Landings Fell Nine-Tenths, From 80 To 1,200.",
            "In May 100 fires rose to 130, a 40% increase, said 3 officials.",
            "The week-long intergovernmental telecommunications conference (3–30 March 2026) ended.",
            "The three-month strike from January 2026 to December 2026 cost $5 million (£4 million).",
            "In the poll 60pc said yes, 45pc no and the remaining 10% did not answer.",
        ] {
            assert_eq!(find_in(&Document::plain(text, None)).len(), 1, "{text}");
        }
    }

    #[test]
    fn odd_text_is_survived() {
        for text in ["", "from", "5% from", "§ 5% of —, or ‘3", "from 5 to 0, up 3%", "up 5% to 0 from 0 of"]
        {
            assert!(find_in(&Document::plain(text, None)).is_empty(), "{text}");
        }
    }
}
