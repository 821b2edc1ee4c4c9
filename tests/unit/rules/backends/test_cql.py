from decimal import Decimal

import pytest

from isthmus.rules import Cql, Scalar, fold
from isthmus.rules.syntax import Literal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (Decimal(3), "3.0"),
        (Decimal("1E+3"), "1000.0"),
        (Decimal("2.50"), "2.50"),
        ("worse", "'worse'"),
    ],
)
def test_a_literal_is_written_as_cql_writes_it(value: Scalar, text: str) -> None:
    assert fold(Literal(value), Cql()) == text
