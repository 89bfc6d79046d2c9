//! The units an article may name, with their exact factors.
//!
//! International yard and pound, SI prefixes and the customary units of the United States as NIST
//! Handbook 44 and UCUM define them. "ton" is read as the metric one, which the short ton misses by
//! a tenth. A month is a twelfth of the Gregorian mean year. Units without a common measure, such as
//! temperatures, share a dimension and are converted by hand in `compare`.

/// A unit with all its spellings.
pub(crate) struct Row {
    /// The name it is shown by.
    pub(crate) name: &'static str,
    /// What can be converted into what.
    pub(crate) dimension: &'static str,
    /// How many base units it is: digits, and how many of them are decimals.
    pub(crate) factor: (i64, u32),
    /// Its names in small letters.
    pub(crate) names: &'static [&'static str],
    /// Its symbols, in which capitals count.
    pub(crate) symbols: &'static [&'static str],
}

const fn row(
    name: &'static str,
    dimension: &'static str,
    factor: (i64, u32),
    spellings: [&'static [&'static str]; 2],
) -> Row {
    Row { name, dimension, factor, names: spellings[0], symbols: spellings[1] }
}

/// All units; where two share a symbol the commoner one stands first.
#[rustfmt::skip]
pub(crate) const UNITS: &[Row] = &[
    row("metre", "length", (1, 0), [&["metre", "metres", "meter", "meters"], &["m"]]),
    row("nanometre", "length", (1, 9), [&["nanometre", "nanometres", "nanometer", "nanometers"], &["nm"]]),
    row("micrometre", "length", (1, 6), [&["micrometre", "micrometres", "micrometer", "micrometers", "micron", "microns"], &["μm", "µm"]]),
    row("millimetre", "length", (1, 3), [&["millimetre", "millimetres", "millimeter", "millimeters"], &["mm"]]),
    row("centimetre", "length", (1, 2), [&["centimetre", "centimetres", "centimeter", "centimeters"], &["cm"]]),
    row("kilometre", "length", (1_000, 0), [&["kilometre", "kilometres", "kilometer", "kilometers", "kms"], &["km"]]),
    row("inch", "length", (254, 4), [&["inch", "inches"], &["in", "″"]]),
    row("foot", "length", (3_048, 4), [&["foot", "feet"], &["ft"]]),
    row("yard", "length", (9_144, 4), [&["yard", "yards", "yds"], &["yd"]]),
    row("mile", "length", (1_609_344, 3), [&["mile", "miles"], &["mi"]]),
    row("nautical mile", "length", (1_852, 0), [&["nautical mile", "nautical miles"], &["nmi"]]),
    row("light year", "length", (9_460_730_472_580_800, 0), [&["light year", "light years", "light-year", "light-years"], &["ly"]]),
    row("square metre", "area", (1, 0), [&["square metre", "square metres", "square meter", "square meters", "sqm"], &["m²", "m2"]]),
    row("square kilometre", "area", (1_000_000, 0), [&["square kilometre", "square kilometres", "square kilometer", "square kilometers", "sq km"], &["km²", "km2"]]),
    row("square foot", "area", (9_290_304, 8), [&["square foot", "square feet", "sq ft", "sqft"], &["ft²", "ft2"]]),
    row("square inch", "area", (64_516, 8), [&["square inch", "square inches"], &["in²"]]),
    row("square yard", "area", (83_612_736, 8), [&["square yard", "square yards"], &[]]),
    row("square mile", "area", (2_589_988_110_336, 6), [&["square mile", "square miles", "sq miles", "sq mi"], &["mi²"]]),
    row("acre", "area", (40_468_564_224, 7), [&["acre", "acres"], &[]]),
    row("hectare", "area", (10_000, 0), [&["hectare", "hectares"], &["ha"]]),
    row("litre", "volume", (1, 3), [&["litre", "litres", "liter", "liters", "ltr"], &["l", "L"]]),
    row("millilitre", "volume", (1, 6), [&["millilitre", "millilitres", "milliliter", "milliliters", "mls"], &["ml", "mL"]]),
    row("centilitre", "volume", (1, 5), [&["centilitre", "centilitres", "centiliter", "centiliters"], &["cl"]]),
    row("hectolitre", "volume", (1, 1), [&["hectolitre", "hectolitres", "hectoliter", "hectoliters"], &["hl"]]),
    row("cubic metre", "volume", (1, 0), [&["cubic metre", "cubic metres", "cubic meter", "cubic meters"], &["m³", "m3"]]),
    row("cubic kilometre", "volume", (1_000_000_000, 0), [&["cubic kilometre", "cubic kilometres", "cubic kilometer", "cubic kilometers"], &["km³"]]),
    row("cubic foot", "volume", (28_316_846_592, 12), [&["cubic foot", "cubic feet"], &[]]),
    row("cubic mile", "volume", (4_168_181_825_440_579_584, 9), [&["cubic mile", "cubic miles"], &[]]),
    row("gallon", "volume", (3_785_411_784, 12), [&["gallon", "gallons", "gals"], &["gal"]]),
    row("pint", "volume", (473_176_473, 12), [&["pint", "pints"], &[]]),
    row("cup", "volume", (2_365_882_365, 13), [&["cup", "cups"], &[]]),
    row("fluid ounce", "volume", (295_735_295_625, 16), [&["fluid ounce", "fluid ounces", "fl oz"], &[]]),
    row("barrel", "volume", (158_987_294_928, 12), [&["barrel", "barrels"], &[]]),
    row("gram", "mass", (1, 3), [&["gram", "grams", "gramme", "grammes"], &["g", "k.g"]]),
    row("microgram", "mass", (1, 9), [&["microgram", "micrograms"], &["μg", "µg", "mcg"]]),
    row("milligram", "mass", (1, 6), [&["milligram", "milligrams"], &["mg"]]),
    row("kilogram", "mass", (1, 0), [&["kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos", "kgs", "k.g."], &["kg"]]),
    row("tonne", "mass", (1_000, 0), [&["tonne", "tonnes", "metric ton", "metric tons", "metric tonnes", "ton", "tons"], &["t"]]),
    row("megatonne", "mass", (1_000_000_000, 0), [&["megatonne", "megatonnes", "megaton", "megatons"], &["Mt"]]),
    row("gigatonne", "mass", (1_000_000_000_000, 0), [&["gigatonne", "gigatonnes", "gigaton", "gigatons"], &["Gt"]]),
    row("pound", "mass", (45_359_237, 8), [&["pound", "pounds", "lbs"], &["lb"]]),
    row("ounce", "mass", (28_349_523_125, 12), [&["ounce", "ounces"], &["oz"]]),
    row("carat", "mass", (2, 4), [&["carat", "carats"], &[]]),
    row("kilometre per hour", "speed", (1, 0), [&["kilometres per hour", "kilometers per hour", "kilometer per hour", "kilometre per hour", "kph", "kmph", "kmh"], &["km/h", "km/hr"]]),
    row("mile per hour", "speed", (1_609_344, 6), [&["miles per hour", "mile per hour", "mph"], &[]]),
    row("metre per second", "speed", (36, 1), [&["metres per second", "meters per second", "meter per second"], &["m/s"]]),
    row("kilometre per second", "speed", (3_600, 0), [&["kilometres per second", "kilometers per second"], &["km/s"]]),
    row("knot", "speed", (1_852, 3), [&["knot", "knots", "kt"], &[]]),
    row("celsius", "temperature", (1, 0), [&["celsius", "centigrade", "degrees celsius", "degree celsius", "degrees centigrade", "degrees c"], &["C", "°C"]]),
    row("fahrenheit", "temperature", (1, 0), [&["fahrenheit", "degrees fahrenheit", "degree fahrenheit", "degrees f"], &["F", "°F"]]),
    row("kelvin", "temperature", (1, 0), [&["kelvin", "kelvins", "degrees kelvin"], &["K"]]),
    row("degree", "degree", (1, 0), [&["degree", "degrees"], &["°"]]),
    row("radian", "angle", (1, 0), [&["radian", "radians", "rad"], &[]]),
    row("watt", "power", (1, 0), [&["watt", "watts"], &["W"]]),
    row("milliwatt", "power", (1, 3), [&["milliwatt", "milliwatts"], &["mW"]]),
    row("kilowatt", "power", (1_000, 0), [&["kilowatt", "kilowatts"], &["kW"]]),
    row("megawatt", "power", (1_000_000, 0), [&["megawatt", "megawatts"], &["MW"]]),
    row("gigawatt", "power", (1_000_000_000, 0), [&["gigawatt", "gigawatts"], &["GW"]]),
    row("terawatt", "power", (1_000_000_000_000, 0), [&["terawatt", "terawatts"], &["TW"]]),
    row("horsepower", "power", (74_569_987_158_227_022, 14), [&["horsepower"], &["hp"]]),
    row("joule", "energy", (1, 0), [&["joule", "joules"], &["J"]]),
    row("kilojoule", "energy", (1_000, 0), [&["kilojoule", "kilojoules"], &["kJ"]]),
    row("calorie", "energy", (4_184, 3), [&["calorie", "calories"], &["cal"]]),
    row("kilocalorie", "energy", (4_184, 0), [&["kilocalorie", "kilocalories"], &["kcal"]]),
    row("watt-hour", "energy", (3_600, 0), [&["watt-hour", "watt-hours", "watt hours"], &["Wh"]]),
    row("kilowatt-hour", "energy", (3_600_000, 0), [&["kilowatt hour", "kilowatt hours", "kwh"], &["kWh"]]),
    row("megawatt-hour", "energy", (3_600_000_000, 0), [&["megawatt hour", "megawatt hours"], &["MWh"]]),
    row("gigawatt-hour", "energy", (3_600_000_000_000, 0), [&["gigawatt hour", "gigawatt hours"], &["GWh"]]),
    row("terawatt-hour", "energy", (3_600_000_000_000_000, 0), [&["terawatt hour", "terawatt hours"], &["TWh"]]),
    row("hertz", "frequency", (1, 0), [&["hertz"], &["Hz"]]),
    row("kilohertz", "frequency", (1_000, 0), [&["kilohertz"], &["kHz"]]),
    row("megahertz", "frequency", (1_000_000, 0), [&["megahertz"], &["MHz"]]),
    row("gigahertz", "frequency", (1_000_000_000, 0), [&["gigahertz", "ghz"], &["GHz"]]),
    row("byte", "information", (8, 0), [&["byte", "bytes"], &[]]),
    row("bit", "information", (1, 0), [&["bit", "bits"], &[]]),
    row("kilobyte", "information", (8_000, 0), [&["kilobyte", "kilobytes"], &["KB", "kB"]]),
    row("megabyte", "information", (8_000_000, 0), [&["megabyte", "megabytes"], &["MB"]]),
    row("gigabyte", "information", (8_000_000_000, 0), [&["gigabyte", "gigabytes", "gigs"], &["GB"]]),
    row("terabyte", "information", (8_000_000_000_000, 0), [&["terabyte", "terabytes"], &["TB"]]),
    row("petabyte", "information", (8_000_000_000_000_000, 0), [&["petabyte", "petabytes"], &["PB"]]),
    row("exabyte", "information", (8_000_000_000_000_000_000, 0), [&["exabyte", "exabytes"], &["EB"]]),
    row("kibibyte", "information", (8_192, 0), [&["kibibyte", "kibibytes"], &["KiB"]]),
    row("mebibyte", "information", (8_388_608, 0), [&["mebibyte", "mebibytes"], &["MiB"]]),
    row("gibibyte", "information", (8_589_934_592, 0), [&["gibibyte", "gibibytes"], &["GiB"]]),
    row("tebibyte", "information", (8_796_093_022_208, 0), [&["tebibyte", "tebibytes"], &["TiB"]]),
    row("electronvolt", "particle energy", (1, 0), [&["electronvolt", "electronvolts"], &["eV"]]),
    row("megaelectronvolt", "particle energy", (1_000_000, 0), [&[], &["MeV"]]),
    row("gigaelectronvolt", "particle energy", (1_000_000_000, 0), [&[], &["GeV"]]),
    row("teraelectronvolt", "particle energy", (1_000_000_000_000, 0), [&[], &["TeV"]]),
    row("megabit", "information", (1_000_000, 0), [&["megabit", "megabits"], &["Mb", "mb"]]),
    row("gigabit", "information", (1_000_000_000, 0), [&["gigabit", "gigabits"], &["Gb"]]),
    row("megabit per second", "data rate", (1_000_000, 0), [&["megabits per second", "mbps"], &["Mbit/s", "Mb/s"]]),
    row("gigabit per second", "data rate", (1_000_000_000, 0), [&["gigabits per second", "gbps"], &["Gbit/s", "Gb/s"]]),
    row("volt", "voltage", (1, 0), [&["volt", "volts"], &["V"]]),
    row("kilovolt", "voltage", (1_000, 0), [&["kilovolt", "kilovolts"], &["kV"]]),
    row("ampere", "current", (1, 0), [&["ampere", "amperes", "amp", "amps"], &["A"]]),
    row("milliampere", "current", (1, 3), [&["milliampere", "milliamperes", "milliamps"], &["mA"]]),
    row("ohm", "resistance", (1, 0), [&["ohm", "ohms"], &["Ω"]]),
    row("newton", "force", (1, 0), [&["newton", "newtons"], &["N"]]),
    row("kilonewton", "force", (1_000, 0), [&["kilonewton", "kilonewtons"], &["kN"]]),
    row("pascal", "pressure", (1, 0), [&["pascal", "pascals"], &["Pa"]]),
    row("hectopascal", "pressure", (100, 0), [&["hectopascal", "hectopascals"], &["hPa"]]),
    row("kilopascal", "pressure", (1_000, 0), [&["kilopascal", "kilopascals"], &["kPa"]]),
    row("millibar", "pressure", (100, 0), [&["millibar", "millibars"], &["mb", "mbar"]]),
    row("psi", "pressure", (6_894_757_293_168_361, 12), [&["psi"], &[]]),
    row("decibel", "sound level", (1, 0), [&["decibel", "decibels"], &["dB"]]),
    row("magnitude", "magnitude", (1, 0), [&["magnitude"], &[]]),
    row("megapixel", "image size", (1, 0), [&["megapixel", "megapixels"], &[]]),
    row("sievert", "radiation dose", (1, 0), [&["sievert", "sieverts"], &["Sv"]]),
    row("millisievert", "radiation dose", (1, 3), [&["millisievert", "millisieverts"], &["mSv"]]),
    row("second", "time", (1, 0), [&["second", "seconds", "sec", "secs"], &[]]),
    row("millisecond", "time", (1, 3), [&["millisecond", "milliseconds"], &["ms"]]),
    row("minute", "time", (60, 0), [&["minute", "minutes", "min", "mins"], &[]]),
    row("hour", "time", (3_600, 0), [&["hour", "hours", "hr", "hrs"], &["h"]]),
    row("day", "time", (86_400, 0), [&["day", "days"], &[]]),
    row("week", "time", (604_800, 0), [&["week", "weeks", "wk", "wks"], &[]]),
    row("fortnight", "time", (1_209_600, 0), [&["fortnight", "fortnights"], &[]]),
    row("month", "time", (2_629_746, 0), [&["month", "months"], &[]]),
    row("quarter", "time", (7_889_238, 0), [&[], &[]]),
    row("year", "time", (31_556_952, 0), [&["year", "years", "yr", "yrs", "ys"], &[]]),
    row("decade", "time", (315_569_520, 0), [&["decade", "decades"], &[]]),
    row("century", "time", (3_155_695_200, 0), [&["century", "centuries"], &[]]),
    row("millennium", "time", (31_556_952_000, 0), [&["millennium", "millennia"], &[]]),
];

#[cfg(test)]
mod tests {
    use super::UNITS;
    use std::collections::HashSet;

    #[test]
    fn no_two_units_share_a_name() {
        let mut seen = HashSet::new();
        let twice: Vec<_> =
            UNITS.iter().flat_map(|row| row.names).filter(|name| !seen.insert(**name)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
