"""Units that news text uses: their dimension, their size, and the symbols that mean them in every language.

Names are CLDR's without the category and with underscores, which `pint` reads as well. Factors are exact definitions
(international yard and pound agreement of 1959; a year is 365.2425 days, a month a twelfth of it).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit.

    Attributes:
        cldr: CLDR's name for it, category included ("length-kilometer").
        factor: size in the dimension's base unit; `offset` is added after scaling (temperatures).
        symbols: spellings that are the same in every language, case-sensitive.
    """

    cldr: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    symbols: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The canonical name, such as "square_kilometer"."""
        return self.cldr.partition("-")[2].replace("-", "_")

    @property
    def dimension(self) -> str:
        """What it measures, such as "area"; only units of one dimension convert."""
        return self.cldr.partition("-")[0]


def _unit(cldr: str, factor: str, *symbols: str, offset: str = "0") -> Unit:
    return Unit(cldr=cldr, factor=Fraction(factor), offset=Fraction(offset), symbols=symbols)


def _local(kind: str, name: str, factor: str, *symbols: str) -> Unit:
    return Unit(cldr=f"{kind}-{name}", factor=Fraction(factor), symbols=symbols)


_ALL = (
    _unit("length-kilometer", "1000", "km", "千米"),
    _unit("length-meter", "1", "m"),
    _unit("length-centimeter", "0.01", "cm"),
    _unit("length-millimeter", "0.001", "mm"),
    _unit("length-mile", "1609.344"),
    _unit("length-nautical-mile", "1852", "nm"),
    _unit("length-yard", "0.9144", "yd"),
    _unit("length-foot", "0.3048", "ft"),
    _unit("length-inch", "0.0254"),
    _unit("area-square-kilometer", "1000000", "km²", "km2", "km^2", "㎢", "sq km", "sqkm", "qkm"),
    _unit("area-square-meter", "1", "m²", "m2", "m^2", "㎡", "sq m", "sqm", "qm"),
    _unit("area-hectare", "10000", "ha"),
    _unit("area-square-mile", "2589988.110336"),
    _unit("area-acre", "4046.8564224"),
    _unit("area-square-foot", "0.09290304", "sq ft"),
    _unit("volume-cubic-meter", "1000", "m³", "m3", "m^3", "㎥", "cu m", "cbm"),
    _unit("volume-cubic-centimeter", "0.001", "cm³", "ccm"),
    _unit("volume-cubic-kilometer", "1000000000000", "km³"),
    _unit("volume-cubic-foot", "28.316846592", "cu ft"),
    _unit("volume-liter", "1"),
    _unit("volume-hectoliter", "100", "hl"),
    _unit("volume-milliliter", "0.001", "ml"),
    _unit("volume-gallon", "3.785411784"),
    _unit("volume-barrel", "158.987294928"),
    _unit("mass-tonne", "1000"),
    _unit("mass-kilogram", "1", "kg"),
    _unit("mass-gram", "0.001"),
    _unit("mass-milligram", "0.000001", "mg"),
    _unit("mass-pound", "0.45359237", "lb", "lbs"),
    _unit("mass-ounce", "0.028349523125", "oz"),
    _unit("temperature-celsius", "1", "°C", "℃"),
    _unit("temperature-fahrenheit", "5/9", "°F", "℉", offset="-160/9"),
    _unit("speed-kilometer-per-hour", "5/18", "km/h", "kmh", "kph", "km/std"),
    _local("speed", "kilometer_per_second", "1000", "km/s", "km/sec", "kmps"),
    _unit("speed-meter-per-second", "1", "m/s"),
    _unit("speed-mile-per-hour", "0.44704", "mph"),
    _unit("speed-knot", "463/900"),
    _unit("duration-century", "3155695200"),
    _unit("duration-decade", "315569520"),
    _unit("duration-year", "31556952"),
    _unit("duration-month", "2629746"),
    _unit("duration-week", "604800"),
    _unit("duration-day", "86400"),
    _unit("duration-hour", "3600"),
    _unit("duration-minute", "60"),
    _unit("duration-second", "1"),
    _unit("power-kilowatt", "1000", "kW"),
    _unit("power-megawatt", "1000000", "MW"),
    _unit("power-gigawatt", "1000000000", "GW"),
    _unit("power-horsepower", "745.69987158227"),
    _unit("energy-kilowatt-hour", "1", "kWh"),
    _unit("digital-kilobyte", "1", "kB", "KB"),
    _unit("digital-megabyte", "1000", "MB"),
    _unit("digital-gigabyte", "1000000", "GB"),
    _unit("digital-terabyte", "1000000000", "TB"),
    # Units that CLDR has no names for, most of them of one or two countries; the language files name them.
    _local("area", "mu", "2000/3"),
    _local("area", "rai", "1600"),
    _local("area", "tsubo", "400/121"),
    _local("area", "pyeong", "400/121"),
    _local("mass", "jin", "0.5"),
    _local("length", "li", "500"),
)

UNITS: dict[str, Unit] = {unit.name: unit for unit in _ALL}
"""Units by canonical name."""

BARE_DEGREE = "degree"
"""Degrees of which the text does not say what they measure."""


def convert(value: Fraction, unit: str, target: str) -> Fraction | None:
    """Return `value` of `unit` in `target`, exactly, or None where the two do not measure the same thing."""
    if unit == target:
        return value
    first, second = UNITS.get(unit), UNITS.get(target)
    if first is None or second is None or first.dimension != second.dimension:
        return None
    return (value * first.factor + first.offset - second.offset) / second.factor
