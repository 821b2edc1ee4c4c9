import pytest

from isthmus.cli.errors import exit_code
from isthmus.errors import (
    InvalidCase,
    IsthmusError,
    KnowledgeError,
    MissingLibrary,
    PortTaken,
    UnsupportedOperator,
)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (InvalidCase, 2),
        (KnowledgeError, 2),
        (MissingLibrary, 2),
        (PortTaken, 2),
        (UnsupportedOperator, 2),
        (IsthmusError, 1),
    ],
)
def test_what_the_caller_can_mend_is_two_and_a_fault_of_ours_is_one(kind: type[IsthmusError], code: int) -> None:
    assert exit_code(kind("It is wrong.", where="here", remedy="Mend it.")) == code
