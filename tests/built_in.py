"""What is built in, loaded once for all the tests of one process: nobody changes it, and a test that needs it otherwise makes its own."""

from functools import cache

from isthmus.advise import Adviser
from isthmus.answer import Respondent
from isthmus.condition import Condition, Handbook, adviser, load_condition, load_handbook

__all__ = ["built_in_adviser", "built_in_condition", "built_in_handbook", "built_in_respondent"]


@cache
def built_in_condition() -> Condition:
    return load_condition("pars-defect")


@cache
def built_in_handbook() -> Handbook:
    return load_handbook("pars-defect")


@cache
def built_in_respondent() -> Respondent:
    """Who answers from the claims as they are kept."""
    return Respondent(built_in_condition().evidence)


@cache
def built_in_adviser() -> Adviser:
    """Who answers in the words of each reader, and plans."""
    return adviser(built_in_condition())
