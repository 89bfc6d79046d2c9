//! The units an article may name, with their exact factors.
//!
//! What the units are worth and what they are called stands in `data/cldr/units.tsv`, an extract of the
//! Unicode CLDR; the spellings of newsrooms that it does not have are added here. Units without a
//! common measure, such as temperatures, share a dimension and are converted by hand in `convert`.

use rust_decimal::Decimal;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A unit with all its spellings.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The name it is shown by.
    pub(crate) name: &'static str,
    /// The name of several of it.
    pub(crate) many: &'static str,
    /// What can be converted into what.
    pub(crate) dimension: &'static str,
    /// How many base units it is.
    pub(crate) factor: Decimal,
    /// Its names in small letters.
    pub(crate) names: Vec<&'static str>,
    /// Its symbols, in which capitals count.
    pub(crate) symbols: Vec<&'static str>,
}

const CLDR: &str = include_str!("../../data/cldr/units.tsv");

/// All units; where two share a symbol the commoner one stands first.
pub(crate) static UNITS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> = CLDR.lines().skip(1).filter_map(row).collect();
    rows.extend(OTHERS.iter().map(|(name, many, dimension, factor)| Row {
        name,
        many,
        dimension,
        factor: Decimal::from(*factor),
        names: Vec::new(),
        symbols: Vec::new(),
    }));
    let places: HashMap<_, _> = rows.iter().enumerate().map(|(at, row)| (row.name, at)).collect();
    for (name, names, symbols) in SPELLINGS {
        if let Some(row) = places.get(name).and_then(|at| rows.get_mut(*at)) {
            row.names.extend(*names);
            row.symbols.extend(*symbols);
        }
    }
    rows
});

/// A line of the extract.
fn row(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let (name, dimension, factor) = (fields.next()?, fields.next()?, fields.next()?);
    let mut listed = || fields.next().map(|list| list.split('|').filter(|word| !word.is_empty()).collect());
    let (names, symbols): (Vec<&str>, Vec<&str>) = (listed()?, listed()?);
    let many = names.get(1).or(names.first()).copied()?;
    Some(Row { name, many, dimension, factor: Decimal::from_str_exact(factor).ok()?, names, symbols })
}

/// Units that the CLDR does not have: one and many, what they measure, and how many base units they are.
const OTHERS: &[(&str, &str, &str, u64)] = &[
    ("decibel", "decibels", "sound level", 1),
    ("magnitude", "magnitude", "magnitude", 1),
    ("millennium", "millennia", "time", 31_556_952_000),
];

/// Further names and symbols of units, by the name of the unit.
#[rustfmt::skip]
const SPELLINGS: &[(&str, &[&str], &[&str])] = &[
    ("decibel", &["decibel", "decibels"], &["dB"]),
    ("magnitude", &["magnitude"], &[]),
    ("micrometre", &["micron", "microns"], &["µm"]),
    ("kilometre", &["kms"], &[]),
    ("inch", &[], &["″"]),
    ("yard", &["yds"], &[]),
    ("square metre", &["sqm", "sq m"], &["m2"]),
    ("square kilometre", &["sq km"], &["km2"]),
    ("square foot", &["sqft"], &["ft²", "ft2"]),
    ("square mile", &["sq miles"], &["mi²"]),
    ("litre", &["ltr"], &[]),
    ("millilitre", &["mls"], &[]),
    ("cubic metre", &["cu m"], &["m3"]),
    ("cubic foot", &["cu ft"], &[]),
    ("gallon", &["gals", "us gallon", "us gallons"], &[]),
    ("gram", &["gramme", "grammes"], &["k.g"]),
    ("microgram", &[], &["µg", "mcg"]),
    ("kilogram", &["kilogramme", "kilogrammes", "kilo", "kilos", "kgs", "k.g."], &[]),
    // The ton of the United States is a tenth lighter and that of Britain a hundredth heavier.
    ("tonne", &["metric tonne", "metric tonnes", "ton", "tons"], &[]),
    ("kilotonne", &["kiloton", "kilotons"], &[]),
    ("megatonne", &["megaton", "megatons"], &[]),
    ("gigatonne", &["gigaton", "gigatons"], &[]),
    ("pound", &["lbs"], &[]),
    ("kilometre per hour", &["kph", "kmph", "kmh", "kilometres an hour", "kilometers an hour", "km an hour"], &["km/hr"]),
    ("mile per hour", &["mph", "miles an hour", "mile an hour"], &[]),
    ("metre per second", &["metres a second", "meters a second"], &[]),
    ("kilometre per second", &["kilometres a second", "kilometers a second", "km per second"], &[]),
    ("foot per second", &["feet a second"], &[]),
    ("mile per second", &["miles a second"], &[]),
    ("knot", &["kt"], &[]),
    ("celsius", &["celsius", "centigrade", "degrees centigrade", "degrees c"], &["C"]),
    ("fahrenheit", &["fahrenheit", "degrees f"], &["F"]),
    ("kelvin", &["degrees kelvin"], &[]),
    ("degree", &[], &["°"]),
    ("radian", &["rad"], &[]),
    ("kilowatt-hour", &["kwh"], &[]),
    ("gigahertz", &["ghz"], &[]),
    ("kilobyte", &[], &["KB"]),
    ("gigabyte", &["gigs"], &[]),
    ("megabit", &[], &["mb"]),
    ("bit per second", &["bps"], &["bit/s"]),
    ("kilobit per second", &["kbps"], &["kbit/s"]),
    ("megabit per second", &["mbps", "megabits a second"], &["Mbit/s"]),
    ("gigabit per second", &["gbps", "gigabits a second"], &["Gbit/s"]),
    ("ampere", &["amp", "amps"], &[]),
    ("milliampere", &["milliamp", "milliamps"], &[]),
    ("pound-force per square inch", &["psi", "pounds per square inch"], &[]),
    ("british thermal unit", &["btu", "btus"], &[]),
    ("second", &["sec", "secs"], &[]),
    ("minute", &["min", "mins"], &[]),
    ("hour", &["hr", "hrs"], &["h"]),
    ("week", &["wk", "wks"], &[]),
    ("year", &["yr", "yrs", "ys"], &[]),
    ("millennium", &["millennium", "millennia"], &[]),
];

#[cfg(test)]
mod tests {
    use super::CLDR;
    use super::SPELLINGS;
    use super::UNITS;
    use rust_decimal::Decimal;
    use std::collections::HashSet;

    #[track_caller]
    fn check(name: &str, factor: &str) {
        let row = UNITS.iter().find(|row| row.name == name).unwrap();
        assert_eq!(row.factor, Decimal::from_str_exact(factor).unwrap(), "{name}");
    }

    #[test]
    fn every_line_of_the_extract_is_a_unit() {
        assert!(CLDR.lines().skip(1).all(|line| super::row(line).is_some()));
    }

    #[test]
    fn every_further_spelling_has_its_unit() {
        let known: HashSet<_> = UNITS.iter().map(|row| row.name).collect();
        assert!(SPELLINGS.iter().all(|(name, ..)| known.contains(name)));
    }

    #[test]
    fn no_two_units_share_a_name() {
        let mut seen = HashSet::new();
        let names = UNITS.iter().flat_map(|row| &row.names);
        let twice: Vec<_> = names.filter(|name| !seen.insert(**name)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn factors_are_exact() {
        check("mile", "1609.344");
        check("square mile", "2589988.110336");
        check("acre", "4046.8564224");
        check("gallon", "0.003785411784");
        check("pound", "0.45359237");
        check("knot", "1.852");
        check("year", "31556952");
    }
}
