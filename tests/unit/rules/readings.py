"""Rules of every operator, and patients who tell its cases apart, for the tests of backends over tables."""

import re
from itertools import product
from typing import Any

from tests.generative.rules import SCOPE, values_of

from isthmus.rules import Type

RULES = """
    null; true; 2.5; 4 'mm'; @2024-02-29; word; a; not a; not null
    a and b; a or b; a xor b; a implies b; a and null; null or a; null xor a; null implies a
    a is null; a is true; a is false; null is true; null is false; words is null; null is null
    Coalesce(a, b); Coalesce(x, y, 1.0); Coalesce(word, 'mild'); Coalesce(null, null); Coalesce(born, null, seen)
    a = b; a != b; a ~ b; k ~ null; born ~ seen; x = y; k = x; x != 3.0; word = other_word; word != 'mild'; null = a
    slip = height; slip < height; stay > 1 'wk'; x < y; k <= 7; k > x; x >= 0.00000001; born < @2024-02-29; slip > 2 'mm'
    -x; -k; -slip; -null; x + y; j + k; k - x; slip + height; slip - slip; slip + 3 'mm'; x - null; 1 'm' + 1 'cm'
    x * y; j * k; k * x; k * null; x / y; j / k; null / x; x div y; j div k; x mod y; j mod k; Abs(x); Abs(k); Abs(null)
    Ceiling(x); Floor(x); Truncate(x); Ceiling(k); Truncate(null); successor of x; successor of k; predecessor of born
    successor of slip; predecessor of admitted; successor of null; predecessor of null; successor of started
    year from born; day from admitted; minute from alarm; year from null; month from null + 1 month; born + 1 month
    born - 3 years; admitted + 2 hours; started + 5 months; founded - 13 months; born + 999999 months
    months between born and seen; years between admitted and left; days between null and seen; days between seen and null
    difference in weeks between born and seen; difference in days between due and left
    difference in years between null and null
    word in {'mild', 'none'}; 'mild' in words; word in words; word in null; null in words; k in {1, 3}; x in {1.1, 3.0}
    born in {@2024-02-29}; exists words; exists {1, 2}; exists (if a then null else words); 'mild' in Coalesce(words, null)
    if a then x else y; if a then null else k; if null then j else k; if a then word else 'none'; if a then null else null
    (if a then x else null) < 3; Coalesce(null, slip) > 2 'mm'; (if b then null else slip) + height
"""
TEXTS = [text.strip() for line in RULES.split("\n") for text in line.split(";") if text.strip()]


MOST = 1000


def patients(text: str) -> list[dict[str, Any]]:
    """List patients who differ in what a rule asks for; where they are many, evenly chosen ones."""
    names = named(text)
    every = list(product(*((None, *values_of(type_)) for type_ in names.values())))
    return [dict(zip(names, values, strict=True)) for values in every[:: 1 + len(every) // MOST]]


def named(text: str) -> dict[str, Type]:
    """Find the types of the names in a rule; one name at least, for a table has columns."""
    names = re.findall(r"\w+", text)
    return {name: type_ for name, type_ in SCOPE.items() if name in names} or {"a": SCOPE["a"]}
