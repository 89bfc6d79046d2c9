//! Whether a mention agrees with a canonical value.
//!
//! The decision table of docs: an unhedged number is held to its own rounding, a hedged one to the
//! window its hedge opens. Numbers are brought to one scale first (see `common`), then the line of
//! the table that fits the mention is asked, and it alone decides.

use crate::value::Amount;
use crate::value::Form;
use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::Value;
use crate::value::unit::Unit;
use rust_decimal::Decimal;

/// How a mention stands to the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It is the truth, or a fair rounding of it.
    Consistent,
    /// True, but rounded more than its words admit.
    Imprecise,
    /// It is not the truth.
    Contradicts,
    /// It is measured in something else and says nothing of the truth.
    Incomparable,
}

/// What a fact says of its own values.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    /// Things one can count: rounding is a contradiction below 100.
    pub is_count: bool,
    /// The truth may have grown since.
    pub evolving: bool,
    /// Days by which a date may differ.
    pub slack_days: i32,
}

/// Compares `mention` with the canonical value `truth`, which [`crate::value::read`] read too.
pub fn agreement(truth: &Value, mention: &Value, terms: Terms) -> Agreement {
    match (&truth.amount, &mention.amount) {
        (Amount::Pair(a, b), Amount::Pair(c, d)) if truth.kind == Kind::Ratio => equal((a, b) == (c, d)),
        (Amount::Label(label), Amount::Label(other)) => equal(label.eq_ignore_ascii_case(other)),
        _ => numbers(truth, mention, terms),
    }
}

fn equal(is_equal: bool) -> Agreement {
    if is_equal { Agreement::Consistent } else { Agreement::Contradicts }
}

/// Compares where both are numbers.
fn numbers(truth: &Value, mention: &Value, terms: Terms) -> Agreement {
    if let Some(verdict) = roles(truth, mention) {
        return verdict;
    }
    if is_slip(truth, mention) {
        return Agreement::Contradicts;
    }
    let Some((low, high)) = bounds(truth) else { return Agreement::Incomparable };
    let readings = match mention.amount {
        Amount::Pair(a, b) if mention.kind == Kind::Factor => vec![a, b],
        Amount::Exact(value) => vec![value],
        Amount::Range(from, to) => return range(truth, mention, (low, high), (from, to)),
        _ => return Agreement::Incomparable,
    };
    readings
        .into_iter()
        .filter_map(|value| against(truth, mention, value, terms))
        .min_by_key(|verdict| rank(*verdict))
        .unwrap_or(Agreement::Incomparable)
}

fn rank(verdict: Agreement) -> u8 {
    match verdict {
        Agreement::Consistent => 0,
        Agreement::Imprecise => 1,
        Agreement::Contradicts => 2,
        Agreement::Incomparable => 3,
    }
}

/// What the roles decide alone: opposite changes contradict, a change says nothing of a level.
fn roles(truth: &Value, mention: &Value) -> Option<Agreement> {
    // A factor is a change by itself, whichever verb it stands by.
    let is_factor = |value: &Value| value.kind == Kind::Factor;
    match (truth.role, mention.role) {
        (Role::Up, Role::Down) | (Role::Down, Role::Up) => Some(Agreement::Contradicts),
        (_, Role::From) => Some(Agreement::Incomparable),
        (Role::Up | Role::Down, Role::Level | Role::To) if !is_factor(mention) => Some(Agreement::Incomparable),
        (Role::Level | Role::To, Role::Up | Role::Down) if !is_factor(mention) && !is_factor(truth) => {
            changes_level(truth, mention)
        }
        _ => None,
    }
}

/// A change against a level: only a count or a sum may be both ("cut 400 jobs").
fn changes_level(truth: &Value, mention: &Value) -> Option<Agreement> {
    let is_relative = |value: &Value| matches!(value.kind, Kind::Percent | Kind::Fraction);
    let is_points = truth.kind == Kind::Points && mention.kind == Kind::Points;
    let both_relative = is_relative(truth) && is_relative(mention);
    (!is_points && (both_relative || is_relative(mention) || truth.kind != mention.kind))
        .then_some(Agreement::Incomparable)
}

/// Percent where points are true, or the other way about: the classic slip.
fn is_slip(truth: &Value, mention: &Value) -> bool {
    let is = |value: &Value, kind| value.kind == kind;
    let is_crossed = is(truth, Kind::Percent) && is(mention, Kind::Points)
        || is(truth, Kind::Points) && is(mention, Kind::Percent);
    is_crossed && truth.amount == mention.amount && truth.amount_is_exact()
}

impl Value {
    fn amount_is_exact(&self) -> bool {
        matches!(self.amount, Amount::Exact(_))
    }
}

/// The lowest and highest number the truth admits.
fn bounds(truth: &Value) -> Option<(Decimal, Decimal)> {
    match truth.amount {
        Amount::Exact(value) => Some((value, value)),
        Amount::Range(low, high) => Some((low, high)),
        Amount::Pair(..) | Amount::Dates(_) | Amount::Label(_) => None,
    }
}

/// Judges one reading of the mention.
fn against(truth: &Value, mention: &Value, value: Decimal, terms: Terms) -> Option<Agreement> {
    let (low, high) = bounds(truth)?;
    let low = common(truth, mention, low)?;
    let high = common(truth, mention, high)?;
    let canonical = value.clamp(low.min(high), low.max(high));
    if low != high && canonical == value {
        return Some(Agreement::Consistent);
    }
    let grain = &mention.grain;
    let claim = Claim {
        value,
        canonical,
        fine: grain.fine,
        coarse: grain.coarse,
        form: grain.form,
        is_count: terms.is_count,
        evolving: terms.evolving,
    };
    claim.judge(mention.modifier)
}

/// The truth `value` in the unit and scale the mention is written in, so that the mention's own
/// grain applies.
fn common(truth: &Value, mention: &Value, value: Decimal) -> Option<Decimal> {
    match (truth.kind, mention.kind) {
        (Kind::Percent, Kind::Factor) => factor_of(truth.role, value),
        (Kind::Factor, Kind::Percent) => percent_of(mention.role, value),
        (Kind::Percent, Kind::Fraction) => value.checked_div(Decimal::ONE_HUNDRED),
        (Kind::Fraction, Kind::Percent) => value.checked_mul(Decimal::ONE_HUNDRED),
        (a, b) if a == b || is_counting(a) && is_counting(b) => converted(&truth.unit, &mention.unit, value),
        (Kind::Age, Kind::Number | Kind::Duration) | (Kind::Duration, Kind::Age) => Some(value),
        (Kind::Number, Kind::Age) => Some(value),
        _ => None,
    }
}

fn is_counting(kind: Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Count)
}

/// +295 % is times 3.95.
fn factor_of(role: Role, percent: Decimal) -> Option<Decimal> {
    let part = percent.checked_div(Decimal::ONE_HUNDRED)?;
    match role {
        Role::Up => Decimal::ONE.checked_add(part),
        Role::Down => Decimal::ONE.checked_sub(part),
        Role::Level | Role::From | Role::To => None,
    }
}

/// Times 3.95 is +295 %.
fn percent_of(role: Role, factor: Decimal) -> Option<Decimal> {
    let change = factor.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)?;
    match role {
        Role::Up => Some(change),
        Role::Down => Some(-change),
        Role::Level | Role::From | Role::To => None,
    }
}

/// `value` from one unit in the other.
fn converted(from: &Option<Unit>, to: &Option<Unit>, value: Decimal) -> Option<Decimal> {
    let (Some(from), Some(to)) = (from, to) else {
        return (from.is_none() && to.is_none()).then_some(value);
    };
    if from.per != to.per {
        return None;
    }
    if from.dimension == "temperature" || to.dimension == "temperature" || from.dimension == "degree" {
        return temperature(from.name, to.name, value);
    }
    if from.dimension != to.dimension {
        return is_dollar_pair(from.name, to.name).then_some(value);
    }
    if from.factor == to.factor { Some(value) } else { value.checked_mul(from.factor)?.checked_div(to.factor) }
}

/// A bare dollar sign may be anybody's dollar.
fn is_dollar_pair(from: &str, to: &str) -> bool {
    let is_dollar = |name: &str| matches!(name, "USD?" | "USD" | "AUD" | "CAD" | "NZD" | "HKD" | "SGD" | "TWD");
    (from == "USD?" || to == "USD?") && is_dollar(from) && is_dollar(to)
}

/// Degrees of one scale in another; bare degrees are of the scale they are compared with.
fn temperature(from: &str, to: &str, value: Decimal) -> Option<Decimal> {
    let (five, nine, freezing) = (Decimal::from(5), Decimal::from(9), Decimal::from(32));
    let zero = Decimal::try_new(27315, 2).ok()?;
    match (from, to) {
        (a, b) if a == b => Some(value),
        ("degree", "celsius" | "fahrenheit") | ("celsius" | "fahrenheit", "degree") => Some(value),
        ("celsius", "fahrenheit") => value.checked_mul(nine)?.checked_div(five)?.checked_add(freezing),
        ("fahrenheit", "celsius") => value.checked_sub(freezing)?.checked_mul(five)?.checked_div(nine),
        ("celsius", "kelvin") => value.checked_add(zero),
        ("kelvin", "celsius") => value.checked_sub(zero),
        _ => None,
    }
}

/// R and V: a mention with two ends.
fn range(truth: &Value, mention: &Value, (low, high): (Decimal, Decimal), (from, to): (Decimal, Decimal)) -> Agreement {
    let ends = common(truth, mention, low).zip(common(truth, mention, high));
    // "six-figure sum" names no currency, and a vague age or time no unit of its own.
    let ends = ends.or_else(|| (mention.unit.is_none() && truth.kind == mention.kind).then_some((low, high)));
    let Some((low, high)) = ends else { return Agreement::Incomparable };
    if low <= to && from <= high && (from <= low && high <= to || low < high) {
        return Agreement::Consistent;
    }
    let gap = if low > to { low.checked_sub(to) } else { from.checked_sub(high) };
    let is_near = match mention.grain.form {
        Form::Vague => from.checked_div(Decimal::TWO) <= Some(low) && Some(low) <= to.checked_mul(Decimal::TWO),
        Form::Digits | Form::Scaled | Form::Fraction => {
            let slack = (mention.grain.fine / Decimal::TWO).max(percent(low.abs(), 20).unwrap_or(Decimal::ZERO));
            gap.is_some_and(|gap| gap <= slack)
        }
    };
    if is_near { Agreement::Imprecise } else { Agreement::Contradicts }
}

/// `thousandths` of `value`, by tenths of a percent.
fn percent(value: Decimal, thousandths: i64) -> Option<Decimal> {
    value.checked_mul(Decimal::try_new(thousandths, 3).ok()?)
}

/// A number held against the truth, both in the unit the number is written in.
struct Claim {
    value: Decimal,
    canonical: Decimal,
    fine: Decimal,
    coarse: Decimal,
    form: Form,
    is_count: bool,
    evolving: bool,
}

/// The verdict of a line of the table: consistent, else imprecise, else contradicts.
fn line(consistent: bool, imprecise: bool) -> Option<Agreement> {
    Some(match (consistent, imprecise) {
        (true, _) => Agreement::Consistent,
        (false, true) => Agreement::Imprecise,
        (false, false) => Agreement::Contradicts,
    })
}

impl Claim {
    fn judge(&self, modifier: Modifier) -> Option<Agreement> {
        match modifier {
            Modifier::Exact => self.unhedged(),
            Modifier::Approx => self.approx(),
            Modifier::Below => self.below(),
            Modifier::Near => self.near(),
            Modifier::Above => self.above(),
            Modifier::More => self.more(),
            Modifier::Plus => if self.is_equal() { line(true, false) } else { self.more() },
            Modifier::WellOver => self.well_over(),
            Modifier::AtLeast => line(self.is_equal() || self.evolving && self.is_short(), self.is_short()),
            Modifier::Less => self.less(),
            Modifier::AtMost => line(self.is_equal() || self.evolving && !self.is_short(), !self.is_short()),
        }
    }

    fn is_equal(&self) -> bool {
        self.value == self.canonical
    }

    /// Whether the truth lies above.
    fn is_short(&self) -> bool {
        self.canonical > self.value
    }

    fn gap(&self) -> Option<Decimal> {
        Some(self.value.checked_sub(self.canonical)?.abs())
    }

    /// Whether the gap is at most so many thousandths of the truth.
    fn is_within(&self, thousandths: i64) -> Option<bool> {
        Some(self.gap()? <= percent(self.canonical.abs(), thousandths)?)
    }

    /// E1 to E6.
    fn unhedged(&self) -> Option<Agreement> {
        if self.is_equal() {
            return line(true, false);
        }
        if self.form == Form::Fraction {
            return line(self.is_within(30)?, self.is_within(100)?);
        }
        let gap = self.gap()?;
        let (half_fine, half_coarse) = (self.fine.checked_div(Decimal::TWO)?, self.coarse.checked_div(Decimal::TWO)?);
        let is_round = gap <= half_coarse && self.is_within(50)?;
        if self.is_count && self.form == Form::Digits {
            let is_large = self.canonical >= Decimal::ONE_HUNDRED && self.coarse > Decimal::ONE;
            return line(false, is_large && is_round);
        }
        if gap <= half_fine {
            let has_decimals = self.form == Form::Digits && self.fine < Decimal::ONE;
            return line(self.is_within(50)? || has_decimals, true);
        }
        line(false, gap < self.fine && self.is_within(100)? || is_round)
    }

    /// The window of a hedge: at least one of a share of the grain and one of the number.
    fn window(&self, grain: Decimal, thousandths: i64) -> Option<Decimal> {
        let size = self.value.abs();
        if self.form == Form::Fraction && self.coarse.is_zero() {
            return percent(size, thousandths);
        }
        Some(grain.min(percent(size, thousandths)?))
    }

    /// "35" is a half-way house between tens: its grain under a hedge is five.
    fn halfway(&self) -> Option<Decimal> {
        let five = self.fine.checked_mul(Decimal::from(5))?;
        let ten = self.fine.checked_mul(Decimal::TEN)?;
        let rest = if ten.is_zero() { Decimal::ZERO } else { self.value.abs().checked_rem(ten)? };
        Some(if rest == five { five } else { Decimal::ZERO })
    }

    /// A.
    fn approx(&self) -> Option<Agreement> {
        let grain = self.coarse.max(self.halfway()?).checked_div(Decimal::TWO)?;
        let tolerance = self.window(grain, 100)?.max(percent(self.value.abs(), 15)?);
        let gap = self.gap()?;
        line(gap <= tolerance, gap <= tolerance.checked_mul(Decimal::try_new(25, 1).ok()?)?)
    }

    /// B.
    fn below(&self) -> Option<Agreement> {
        let tolerance = self.window(self.coarse, 100)?.max(percent(self.value.abs(), 20)?);
        let start = self.value.checked_sub(tolerance)?;
        let far = start.checked_sub(tolerance)?;
        let past = self.value.checked_add(percent(self.value.abs(), 20)?)?;
        line(start <= self.canonical && self.is_over(), far <= self.canonical && self.canonical <= past)
    }

    /// Whether the truth lies below.
    fn is_over(&self) -> bool {
        self.canonical < self.value
    }

    /// B′.
    fn near(&self) -> Option<Agreement> {
        let tolerance = self.window(self.coarse, 100)?.max(percent(self.value.abs(), 20)?);
        let (start, end) = (self.value.checked_sub(tolerance)?, self.value.checked_add(percent(self.value.abs(), 20)?)?);
        let (far, past) = (start.checked_sub(tolerance)?, self.value.checked_add(percent(self.value.abs(), 50)?)?);
        let within = |from, to| from <= self.canonical && self.canonical <= to;
        line(within(start, end), within(far, past))
    }

    /// U.
    fn above(&self) -> Option<Agreement> {
        let half = self.coarse.checked_div(Decimal::TWO)?;
        let tolerance = self.window(half, 50)?.max(percent(self.value.abs(), 20)?);
        let end = self.value.checked_add(tolerance)?;
        let far = self.value.checked_add(tolerance.checked_mul(Decimal::from(3))?)?;
        let short = self.value.checked_sub(percent(self.value.abs(), 20)?)?;
        line(self.is_short() && self.canonical <= end, short <= self.canonical && self.canonical <= far)
    }

    /// G.
    fn more(&self) -> Option<Agreement> {
        let share = if self.form == Form::Fraction { 200 } else { 100 };
        let window = self.coarse.max(percent(self.value.abs(), share)?);
        let end = self.value.checked_add(window)?;
        let fine = self.fine.checked_div(Decimal::TWO)?;
        let just_short = !self.is_count && self.value.checked_sub(self.canonical)? <= fine;
        line(self.is_short() && self.canonical <= end, self.is_short() || just_short)
    }

    /// G!.
    fn well_over(&self) -> Option<Agreement> {
        let start = self.value.checked_add(percent(self.value.abs(), 100)?)?;
        let end = self.value.checked_mul(Decimal::from(3))?;
        line(start <= self.canonical && self.canonical <= end, self.is_short())
    }

    /// S.
    fn less(&self) -> Option<Agreement> {
        let window = self.coarse.max(percent(self.value.abs(), 100)?);
        let start = self.value.checked_sub(window)?;
        line(start <= self.canonical && self.is_over(), self.is_over() || !self.is_count && self.is_equal())
    }
}
