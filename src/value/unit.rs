//! Units: percent, currencies, physical units and durations.

use rust_decimal::Decimal;

/// What a number is measured in.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// How it is shown: `%`, `pp`, `USD`, `USD?` for a bare dollar, `kilometre`.
    pub name: &'static str,
    /// What can be converted into what: "length", "USD", "percent".
    pub dimension: &'static str,
    /// How many base units of the dimension one of it is.
    pub factor: Decimal,
    /// "a share", "per month": a rate never equals a plain amount.
    pub per: Option<String>,
}
