#!/usr/bin/env python3
"""Writes units.tsv and currencies.tsv from the Unicode CLDR. See README.md beside this file.

usage: extract.py NODE_MODULES      (a folder with cldr-core, cldr-units-modern and cldr-numbers-modern)
"""
import collections
import fractions
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
Fraction = fractions.Fraction

# A quantity of the CLDR, what it is called here, and the unit that everything of it is counted in: the
# one with which every factor has an end in decimals.
QUANTITIES = {
    "length": ("length", "meter"), "area": ("area", "square-meter"), "volume": ("volume", "cubic-meter"),
    "mass": ("mass", "kilogram"), "speed": ("speed", "kilometer-per-hour"), "power": ("power", "watt"),
    "energy": ("energy", "joule"), "frequency": ("frequency", "hertz"), "digital": ("information", "bit"),
    "voltage": ("voltage", "volt"), "electric-current": ("current", "ampere"), "angle": ("angle", "degree"),
    "electric-resistance": ("resistance", "ohm"), "force": ("force", "newton"),
    "pressure": ("pressure", "pascal"), "temperature": ("temperature", "kelvin"),
    "radioactivity": ("radioactivity", "becquerel"), "ionizing-radiation": ("radiation dose", "sievert"),
    "resolution": ("image size", "pixel"), "duration": ("time", "second"), "year-duration": ("time", "second"),
    "luminous-flux": ("light", "lumen"), "illuminance": ("illuminance", "lux"), "data-rate": ("data rate", None),
    "acceleration": ("acceleration", "g-force"),
}
# The CLDR counts years by themselves; here one is the mean year of the Gregorian calendar.
YEAR = Fraction(146097 * 86400, 400)
# Units the English CLDR names, but the prefix or the power is put together from its parts.
COMPOSED = """
square-millimeter cubic-millimeter microliter gigaliter kilotonne megatonne gigatonne
terawatt gigajoule megajoule terajoule petajoule exajoule watt-hour megawatt-hour gigawatt-hour terawatt-hour
exabyte zettabyte kibibyte mebibyte gibibyte tebibyte kilovolt megavolt millivolt microampere kiloampere kilohm megohm
kilonewton meganewton gigapascal megatonne terahertz kiloelectronvolt megaelectronvolt gigaelectronvolt teraelectronvolt
sievert millisievert microsievert becquerel kilobecquerel megabecquerel gigabecquerel terabecquerel
kilometer-per-second meter-per-minute foot-per-second foot-per-minute mile-per-second mile-per-minute meter-per-hour centimeter-per-second
bit-per-second kilobit-per-second megabit-per-second gigabit-per-second terabit-per-second
kilobyte-per-second megabyte-per-second gigabyte-per-second terabyte-per-second kilotonne fortnight pint-imperial millisecond
""".split()
# English units of the CLDR that prose means something else by, or nothing: each with the reason.
LEFT_OUT = {
    "point": "mostly of a score or an index", "dot": "a mark", "em": "a letter", "item": "anything",
    "karat": "a purity, and spelled like a weight", "drop": "a fall", "pinch": "no measure", "bar": "a place to drink in",
    "jigger": "no measure", "dram": "also a currency", "mole": "an animal or a spy", "grain": "of wheat",
    "revolution": "an upheaval", "beaufort": "a scale without a factor", "ton": "a tonne in most of the world",
    "mile-scandinavian": "called a mile", "quarter": "a fraction, or part of a year", "foodcalorie": "called a calorie",
    "gasoline-energy-density": "no word", "pint-metric": "called a pint", "cup-metric": "called a cup",
    "earth-radius": "no measure of news", "solar-radius": "no measure of news", "solar-luminosity": "no measure of news",
    "candela": "a lumen by its dimensions alone", "newton-meter": "a joule by its dimensions alone",
    "liter-per-kilometer": "an area by its dimensions alone", "liter-per-100-kilometer": "an area by its dimensions alone",
    "kilowatt-hour-per-100-kilometer": "a force by its dimensions alone", "pound-force-foot": "a joule by its dimensions alone",
    "earth-mass": "too large to reckon with", "solar-mass": "too large to reckon with",
    "dalton": "a name", "portion": "a part",
}
# Names of many that mean something else: "nine stone" is a weight, "nine stones" are not.
MANY_LEFT_OUT = {"stones"}
# Short forms that are words or marks of something else.
SHORT_LEFT_OUT = {
    "c", "st", "pt", "dec", "CD", "B", "pc", "au", "fur", "tn", "rev", "deg", "kt", "day", "days", "dot", "dots", "byte",
    "bit", "mc", "Cal", "gr", "acre", "ac", "G", "item", "items", "px", "MP", "bar", "oz t", "mpt", "drams", "m/min",
}


def load(root, package, *path):
    with open(root / package / pathlib.Path(*path), encoding="utf-8") as file:
        return json.load(file)


class Units:
    """The units of the CLDR with their factors and English names."""

    def __init__(self, root):
        data = load(root, "cldr-core", "supplemental", "units.json")["supplemental"]
        self.converted, self.prefixes = data["convertUnits"], data["unitPrefixes"]
        self.quantities = {base: entry["_quantity"] for base, entry in data["unitQuantities"].items()}
        self.constants = {name: entry["_value"] for name, entry in data["unitConstants"].items()}
        self.english = self.names(root, "en")
        self.british = self.names(root, "en-GB")

    def names(self, root, locale):
        units = load(root, "cldr-units-modern", "main", locale, "units.json")["main"][locale]["units"]
        return {
            length: {key.split("-", 1)[-1]: entry for key, entry in units[length].items() if isinstance(entry, dict)}
            | {key: entry for key, entry in units[length].items() if re.match(r"10(24)?p|power", key)}
            for length in ("long", "short")
        }

    def worth(self, expression):
        """`a*b/c*d` of the CLDR: everything after the slash stands below the line."""
        above, _, below = expression.partition("/")
        return self.product(above) / self.product(below or "1")

    def product(self, factors):
        whole = Fraction(1)
        for factor in factors.split("*"):
            factor = factor.strip()
            whole *= self.worth(self.constants[factor]) if factor in self.constants else Fraction(factor)
        return whole

    def split(self, unit):
        """The prefix of a unit, as its name, sign and size, and what it stands before."""
        if unit in self.converted:
            return None, unit
        for prefix, entry in sorted(self.prefixes.items(), key=lambda pair: -len(pair[0])):
            rest = unit.removeprefix(prefix)
            if rest != unit and rest in self.converted:
                return (prefix, entry), rest
        if unit in ("kilohm", "megohm"):
            return (unit[:-3].rstrip("h") + ("a" if unit == "megohm" else ""), self.prefixes["kilo" if unit[0] == "k" else "mega"]), "ohm"
        raise KeyError(unit)

    def single(self, unit):
        """The size of one unit without "per", in the base units of the CLDR, and those."""
        power = {"square": 2, "cubic": 3}.get(unit.split("-")[0])
        if power:
            size, base = self.single(unit.split("-", 1)[1])
            return size**power, [(name, n * power) for name, n in base]
        if unit not in self.converted and "-" in unit:
            sizes = [self.single(part) for part in unit.split("-")]
            return sizes[0][0] * sizes[1][0], sizes[0][1] + sizes[1][1]
        prefix, rest = self.split(unit)
        entry = self.converted[rest]
        size = self.worth(entry.get("_factor", "1"))
        if prefix:
            power10, power2 = prefix[1].get("_power10"), prefix[1].get("_power2")
            size *= Fraction(10) ** int(power10) if power10 else Fraction(2) ** int(power2)
        return size, self.parsed(entry["_baseUnit"])

    def parsed(self, base):
        above, _, below = base.removeprefix("per-").partition("-per-") if not base.startswith("per-") else ("", "", base[4:])
        parts = []
        for side, sign in ((above, 1), (below, -1)):
            power = 1
            for word in side.split("-") if side else []:
                found = re.match(r"pow(\d)", word)
                if word in ("square", "cubic") or found:
                    power = int(found[1]) if found else {"square": 2, "cubic": 3}[word]
                    continue
                parts.append((word, sign * power))
                power = 1
        return parts

    def size(self, unit):
        """The size of a unit in base units, and those with their powers."""
        above, _, below = unit.partition("-per-")
        size, base = self.single(above)
        if below:
            other, parts = self.single(below)
            size, base = size / other, base + [(name, -n) for name, n in parts]
        powers = collections.Counter()
        for name, n in base:
            # A revolution and a year measure what hertz and seconds do.
            if name == "year":
                size, name = size * YEAR**n, "second"
            powers[name] += n
        return size, tuple(sorted((name, n) for name, n in powers.items() if n))

    def spellings(self, unit):
        """The English names of a unit, one and many, the British ones first."""
        found = []
        if unit.endswith("-imperial"):
            found = self.composed(unit)
        for names in self.locales(unit):
            entry = names["long"].get(unit)
            if entry and "unitPattern-count-one" in entry:
                found += [pattern.replace("{0}", "").strip() for pattern in (entry["unitPattern-count-one"], entry["unitPattern-count-other"])]
        names = dict.fromkeys(name.lower() for name in found or self.composed(unit))
        return [name for name in names if name not in MANY_LEFT_OUT]

    def locales(self, unit):
        """The names of which English. A British gallon is another one than that of the CLDR, which is American."""
        british = self.british["long"].get(unit, {}).get("unitPattern-count-one", "")
        is_other = british.startswith("{0} US") or unit.endswith("-imperial")
        return (self.english,) if is_other else (self.british, self.english)

    def composed(self, unit):
        """Names put together from the parts that the CLDR has."""
        above, _, below = unit.partition("-per-")
        if below:
            per = self.spellings(below)[0]
            return [f"{name} per {per}" for name in self.spellings(above)]
        power = {"square": "power2", "cubic": "power3"}.get(unit.split("-")[0])
        if power:
            word = unit.split("-")[0]
            return [f"{word} {name}" for name in self.spellings(unit.split("-", 1)[1])]
        if unit not in self.converted and "-" in unit:
            first, second = unit.split("-")
            ends = self.spellings(second)
            return [f"{self.spellings(first)[0]}{mark}{end}" for mark in ("-", " ") for end in ends]
        prefix, rest = self.split(unit)
        if prefix:
            return [prefix[0] + name for name in self.spellings(rest)] if rest != "ohm" else [unit, unit + "s"]
        plain = unit.replace("-imperial", "").replace("-", " ")
        return [f"imperial {plain}", f"imperial {plain}s"] if unit.endswith("-imperial") else [unit, unit + "s"]

    def short(self, unit):
        """The short forms of a unit."""
        found = []
        for names in self.locales(unit):
            entry = names["short"].get(unit)
            if entry and "unitPattern-count-other" in entry:
                found += [entry[key].replace("{0}", "").strip() for key in ("unitPattern-count-one", "unitPattern-count-other")]
        found = found or self.composed_short(unit)
        return list(dict.fromkeys(form for form in found if form not in SHORT_LEFT_OUT and "." not in form))

    def composed_short(self, unit):
        above, _, below = unit.partition("-per-")
        if below:
            per = {"second": "s", "minute": "min", "hour": "h"}[below]
            return [f"{form}/{per}" for form in self.short(above)]
        power = {"square": "²", "cubic": "³"}.get(unit.split("-")[0])
        if power:
            return [form + power for form in self.short(unit.split("-", 1)[1])]
        if unit == "watt-hour" or unit.endswith("watt-hour"):
            return [form + "h" for form in self.short(unit.removesuffix("-hour"))]
        if unit not in self.converted and "-" in unit:
            return []
        prefix, rest = self.split(unit)
        own = {"sievert": ["Sv"], "gray": ["Gy"], "becquerel": ["Bq"], "byte": ["B"], "electronvolt": ["eV"]}
        return [prefix[1]["_symbol"] + form for form in own.get(rest) or self.short(rest)] if prefix else own.get(unit, [])


def decimal(size):
    """A size in decimals: 24 digits of it where it has no end."""
    whole = size.denominator
    for prime in (2, 5):
        while whole % prime == 0:
            whole //= prime
    places = 0
    while (whole == 1 and (size * 10**places).denominator != 1) or (whole != 1 and size * 10**places < 10**23):
        places += 1
    digits = str(round(size * 10**places)).rjust(places + 1, "0")
    return digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"


def units(root):
    cldr = Units(root)
    wanted = [unit for unit in cldr.english["long"] if not re.match(r"10(24)?p|power", unit)] + COMPOSED
    base = {}
    for quantity, (name, unit) in QUANTITIES.items():
        if unit:
            size, powers = cldr.size(unit)
            base[powers] = (name, size)
    base[(("bit", 1), ("second", -1))] = ("data rate", Fraction(1))
    rows, seen = [], set()
    for unit in wanted:
        if unit in LEFT_OUT or unit in seen:
            continue
        seen.add(unit)
        try:
            size, powers = cldr.size(unit)
        except KeyError:
            continue
        if powers not in base:
            continue
        dimension, one = base[powers]
        if dimension == "frequency" and "hertz" not in unit:
            continue
        spellings = cldr.spellings(unit)
        short = cldr.short(unit)
        name = unit if dimension == "temperature" else spellings[0]
        # A hyphen between the words of a name is read as a space.
        spellings = list(dict.fromkeys(form.lower().replace("-", " ") for form in spellings + [form for form in short if " " in form]))
        signs = [form for form in short if " " not in form and form not in spellings]
        rows.append((name, dimension, decimal(size / one), "|".join(spellings), "|".join(signs)))
    return rows


# Money that is no longer paid with, but that articles still name.
REMEMBERED = {"DEM", "FRF", "ITL", "ESP", "ATS", "NLG", "BEF", "IEP", "GRD", "PTE", "FIM", "HRK"}


def currencies(root):
    tender = load(root, "cldr-core", "supplemental", "currencyData.json")["supplemental"]["currencyData"]["region"]
    current = {
        code for region in tender.values() for entry in region for code, facts in entry.items()
        if facts.get("_tender") != "false" and "_to" not in facts
    }
    english = load(root, "cldr-numbers-modern", "main", "en", "currencies.json")
    english = english["main"]["en"]["numbers"]["currencies"]
    rows = []
    for code in sorted((current | REMEMBERED) & english.keys()):
        facts = english[code]
        names = [facts.get(f"displayName-count-{n}", facts["displayName"]).lower() for n in ("one", "other")]
        names = [re.sub(r"\s*\(.*?\)", "", name) for name in names]
        signs = {facts.get("symbol-alt-narrow", ""), facts.get("symbol", "")} - {"", code}
        # Letters alone ("F CFA", "zł") are read as words where they are read at all.
        signs = sorted(sign for sign in signs if unicodedata.category(sign[-1]) == "Sc")
        rows.append((code, "current" if code in current else "past", "|".join(signs), *names))
    return rows


def write(name, head, rows):
    with open(HERE / name, "w", encoding="utf-8") as file:
        for row in [head, *rows]:
            print(*row, sep="\t", file=file)


def main():
    root = pathlib.Path(sys.argv[1])
    write("units.tsv", ("name", "dimension", "factor", "names", "short"), units(root))
    write("currencies.tsv", ("code", "use", "signs", "one", "many"), currencies(root))


if __name__ == "__main__":
    main()
