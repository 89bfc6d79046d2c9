//! The words by which reports name kinds, modifiers, roles and grains.

use crate::value::Kind;
use crate::value::Modifier;
use crate::value::Role;
use crate::value::date::Grain;

impl Kind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Count => "count",
            Kind::Ordinal => "ordinal",
            Kind::Percent => "percent",
            Kind::Points => "points",
            Kind::Factor => "factor",
            Kind::Fraction => "fraction",
            Kind::Ratio => "ratio",
            Kind::Money => "money",
            Kind::Quantity => "quantity",
            Kind::Duration => "duration",
            Kind::Age => "age",
            Kind::Date => "date",
            Kind::Time => "time",
        }
    }
}

impl Modifier {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Modifier::Exact | Modifier::Equal => "exact",
            Modifier::Approx | Modifier::Near => "approx",
            Modifier::Below => "below",
            Modifier::Above => "above",
            Modifier::More | Modifier::WellOver => "gt",
            Modifier::Plus | Modifier::AtLeast => "gte",
            Modifier::Less => "lt",
            Modifier::AtMost => "lte",
        }
    }
}

impl Role {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Role::Level => "level",
            Role::Up => "change_up",
            Role::Down => "change_down",
            Role::From => "from",
            Role::To => "to",
        }
    }
}

impl Grain {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Grain::Day => "day",
            Grain::Week => "week",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Year => "year",
            Grain::Decade => "decade",
            Grain::Century => "century",
        }
    }
}
