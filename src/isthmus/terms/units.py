"""Units of measure in UCUM's codes and the periods of the calendar, with exact factors between those that compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from types import MappingProxyType

from isthmus.errors import UnknownName, nearest

__all__ = ["PERIODS", "UNITS", "Amount", "Unit", "period_of", "unit_of"]

PERIODS = ("year", "month", "week", "day", "hour", "minute", "second", "millisecond")
"""The periods of the calendar and the clock, in the singular, the longest first."""

_EXACT = Context(prec=100)  # more digits than any value of CQL times any factor has


@dataclass(frozen=True)
class Unit:
    """A unit: what it measures, and how many of the smallest unit of its dimension it is.

    Two units compare only when they are of one dimension.
    """

    code: str
    dimension: str
    factor: Decimal


@dataclass(frozen=True)
class Amount:
    """A number of a unit, such as 4 'mm' or 3 months."""

    value: Decimal
    unit: str

    @property
    def base(self) -> Decimal:
        """The same amount in the smallest unit of its dimension, exactly.

        >>> Amount(Decimal("1.5"), "cm").base == Amount(Decimal(15), "mm").base
        True
        """
        return _EXACT.multiply(self.value, unit_of(self.unit).factor)


def unit_of(code: str) -> Unit:
    """Find a unit by its code.

    Args:
        code: A code of UCUM (case matters), or a period of the calendar in the singular.

    Raises:
        UnknownName: It is not in the table; nothing is ever guessed from prefixes.

    >>> unit_of("wk").factor / unit_of("day").factor
    Decimal('7')
    """
    if code not in UNITS:
        same_letters = [known for known in UNITS if known.casefold() == code.casefold()]
        remedy = nearest(
            same_letters[0] if same_letters else code, UNITS, otherwise="Use one of the units that the reference lists."
        )
        raise UnknownName(f"`{code}` is not a unit known here.", where="unit", remedy=remedy)
    return UNITS[code]


def period_of(word: str) -> str | None:
    """Read a period in the singular or the plural, as CQL writes either.

    >>> period_of("months"), period_of("day"), period_of("fortnight")
    ('month', 'day', None)
    """
    singular = word.removesuffix("s")
    return singular if singular in PERIODS else None


# Every dimension with its units, each as how many of the smallest it is. UCUM fixes the inch at 2.54 cm, the pound at
# 453.59237 g, the year `a` at 365.25 days with a twelfth of that as its month, m[Hg] at 133.322 kPa and m[H2O] at
# 9.80665 kPa. A period of the calendar has no fixed length from the month up: it compares with its own kind only.
_DIMENSIONS: Mapping[str, str] = {
    "a time": (
        "millisecond 1, ms 1, second 1000, s 1000, minute 60000, min 60000, hour 3600000, h 3600000, day 86400000, "
        "d 86400000, week 604800000, wk 604800000, mo 2629800000, a 31557600000"
    ),
    "a time of the calendar": "month 1, year 12",
    "a length": "nm 1, um 1000, mm 1000000, cm 10000000, dm 100000000, m 1000000000, km 1000000000000, "
    "[in_i] 25400000, [ft_i] 304800000",
    "a mass": "ng 1, ug 1000, mg 1000000, g 1000000000, kg 1000000000000, "
    "[oz_av] 28349523125, [lb_av] 453592370000",
    "a volume": "uL 1, ul 1, mL 1000, ml 1000, cm3 1000, dL 100000, dl 100000, L 1000000, l 1000000",
    "an area": "mm2 1, cm2 100, m2 1000000",
    "an angle": "deg 1",
    "a ratio": "% 1, 1 100",
    "a temperature in degrees Celsius": "Cel 1",
    "a temperature in degrees Fahrenheit": "[degF] 1",
    "a pressure": "Pa 1, cm[H2O] 98.0665, mm[Hg] 133.322, kPa 1000",
    "a frequency": "/wk 1, /d 7, /h 168, /min 10080, {beats}/min 10080, {breaths}/min 10080, /s 604800, Hz 604800",
    "a speed": "mm/h 1, mm/s 3600, cm/s 36000, km/h 1000000, m/s 3600000",
    "a flow": "mL/h 1, mL/min 60, L/h 1000, mL/s 3600, L/min 60000",
    "a flow for a standard body": "mL/min/{1.73_m2} 1",
    "a mass for an area": "kg/m2 1",
    "a mass for a mass": "ug/kg 1, ug/g 1000, mg/kg 1000, mg/g 1000000, g/kg 1000000",
    "a mass for a mass and a time": "ug/kg/d 1, ug/kg/h 24, mg/kg/d 1000, ug/kg/min 1440, mg/kg/h 24000",
    "a mass for a volume": (
        "pg/mL 1, ng/L 1, ng/dL 10, ng/mL 1000, ug/L 1000, ug/dL 10000, ug/mL 1000000, mg/L 1000000, mg/dL 10000000, "
        "mg/mL 1000000000, g/L 1000000000, g/dL 10000000000, g/mL 1000000000000, g/cm3 1000000000000"
    ),
    "an amount of substance": "nmol 1, umol 1000, mmol 1000000, mol 1000000000",
    "an amount of substance for a volume": "pmol/L 1, nmol/L 1000, umol/L 1000000, mmol/L 1000000000, mol/L 1000000000000",
    "an amount of substance for an amount of substance": "mmol/mol 1",
    "a mass for an amount of substance": "mg/mmol 1, g/mol 1",
    "an amount of charge for a volume": "meq/L 1, eq/L 1000",
    "an osmolality": "mosm/kg 1, osm/kg 1000",
    "a count for a volume": "/uL 1, /mm3 1, 10*3/uL 1000, 10*9/L 1000, 10*6/uL 1000000, 10*12/L 1000000",
    "an amount in international units": "m[IU] 1, [IU] 1000, [iU] 1000, k[IU] 1000000",
    "an amount in international units for a volume": "u[IU]/mL 1, m[IU]/L 1, m[IU]/mL 1000, [IU]/L 1000, [IU]/mL 1000000",
    "a catalytic activity": "U 1",
    "a catalytic activity for a volume": "U/L 1",
    "a force": "N 1, kN 1000",
    "a torque": "N.m 1",
    "an energy": "J 1, cal 4.184, kJ 1000, kcal 4184",
    "a power": "mW 1, W 1000",
    "an electric potential": "uV 1, mV 1000, V 1000000",
    "an absorbed dose": "uGy 1, mGy 1000, cGy 10000, Gy 1000000",
    "a dose equivalent": "uSv 1, mSv 1000, Sv 1000000",
}  # fmt: skip


def _units() -> dict[str, Unit]:
    pairs = [(dimension, *entry.split()) for dimension, units in _DIMENSIONS.items() for entry in units.split(",")]
    return {code: Unit(code, dimension, Decimal(factor)) for dimension, code, factor in pairs}


UNITS: Mapping[str, Unit] = MappingProxyType(_units())
"""Every unit that a rule may use, by its code."""
