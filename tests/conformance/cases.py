"""A public CQL case, an expression and what it must come to, and how a reading of the rule language did on it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.generative.runners import RUNNERS

from isthmus.errors import MalformedText, RuleError, UnreadableFile, UnsupportedOperator
from isthmus.rules import Rule
from isthmus.rules.text.parse import read_expression
from isthmus.terms import Amount, Moment

__all__ = ["Answer", "Case", "Outcome", "Read", "Verdict", "judge", "load_cases", "same"]

Answer = bool | int | Decimal | str | Moment | Amount | tuple[Any, ...] | None
"""What an expression came to, as a plain value; None is null."""
Read = Callable[[Rule], Answer]
"""A reading of the language: from a rule to what it comes to."""


@dataclass(frozen=True)
class Case:
    """An expression, with what it must come to.

    Attributes:
        id: Its name in the suite.
        text: The expression.
        outputs: What it must come to, as CQL literals; a case has one, or none where it must fail.
        must_fail: Whether it must be refused.
        bucket: The family of operators it belongs to.
    """

    id: str
    text: str
    outputs: tuple[str, ...]
    must_fail: bool
    bucket: str


class Verdict(Enum):
    """How a case went."""

    PASSED = "passed"
    UNSUPPORTED = "unsupported"
    WRONG = "wrong"


@dataclass(frozen=True)
class Outcome:
    """How a case went, and why."""

    case: Case
    verdict: Verdict
    reason: str = ""


def load_cases(path: Path) -> list[Case]:
    """Read the cases of a file.

    Raises:
        UnreadableFile: It cannot be opened.
        MalformedText: It is not JSON, or does not hold cases.
    """
    try:
        return [_case(written) for written in json.loads(path.read_bytes())]
    except OSError as error:
        raise UnreadableFile("It cannot be read.", where=str(path), remedy="Name a file of cases.") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        remedy = "Give a list of objects with `id`, `expr`, `outputs`, `invalid` and `bucket`."
        raise MalformedText("It does not hold cases.", where=str(path), remedy=remedy) from error


def _case(written: dict[str, Any]) -> Case:
    outputs = tuple(map(str, written.get("outputs") or ()))
    must_fail = bool(written.get("invalid"))
    return Case(written["id"], str(written["expr"]), outputs, must_fail, written.get("bucket") or "no family")


def judge(case: Case, read: Read) -> Outcome:
    """Run a case and hold it against what it must come to.

    Nothing but a refusal in plain words excuses a case: whatever breaks in another way is wrong.
    """
    try:
        rule = _rule(case.text)
    except Exception as fault:  # noqa: BLE001 - a fault of ours, of whatever sort, is a wrong answer and is shown as one
        return Outcome(case, Verdict.WRONG, f"could not be read: {fault!r}")
    if isinstance(rule, RuleError):
        return Outcome(case, Verdict.PASSED if case.must_fail else Verdict.UNSUPPORTED, str(rule))
    try:
        answer = read(rule)
    except UnsupportedOperator as refusal:
        return Outcome(case, Verdict.UNSUPPORTED, str(refusal))
    except (KeyboardInterrupt, pytest.skip.Exception):
        raise
    except BaseException as fault:  # noqa: BLE001 - as above; Polars throws its panics beside Python's exceptions
        return Outcome(case, Verdict.WRONG, f"broke: {fault!r}")
    return _held_against(case, answer)


@cache
def _rule(text: str) -> Rule | RuleError:
    """Read an expression once for all backends, or keep why it is refused."""
    try:
        return read_expression(text, {})
    except RuleError as refusal:
        return refusal


def _held_against(case: Case, answer: Answer) -> Outcome:
    if case.must_fail:
        return Outcome(case, Verdict.WRONG, f"came to {answer!r} and must fail")
    if len(case.outputs) != 1:
        return Outcome(case, Verdict.UNSUPPORTED, "The case does not say what it must come to.")
    (output,) = case.outputs
    rule = _rule(output)
    if isinstance(rule, RuleError):
        return Outcome(case, Verdict.WRONG, f"came to {answer!r}, expected {output}, which no rule can come to")
    ((expected,),) = RUNNERS["evaluate"]([rule.tree], {}, [{}])
    if same(answer, expected):
        return Outcome(case, Verdict.PASSED)
    return Outcome(case, Verdict.WRONG, f"came to {answer!r}, expected {expected!r}")


def same(answer: Answer, expected: Answer) -> bool:
    """Whether two values are the same and of the same type: 1 is not 1.0, and a day is not its midnight."""
    match answer, expected:
        case (tuple(), tuple()) if len(answer) == len(expected):
            return all(same(*pair) for pair in zip(answer, expected, strict=True))
    return type(answer) is type(expected) and answer == expected
