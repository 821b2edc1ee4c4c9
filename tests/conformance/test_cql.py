"""Public CQL cases: how a case is judged, and that no backend is ever silently wrong."""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.conformance.cases import Answer, Case, Outcome, Verdict, judge, load_cases
from tests.conformance.cql import main, total
from tests.conformance.reading import READINGS
from tests.conformance.table import ROW, over_columns

from isthmus.errors import UnsupportedOperator
from isthmus.located import parse_yaml
from isthmus.rules import Rule, syntax
from isthmus.rules.text.parse import read_expression
from isthmus.terms import Amount

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "cql-conformance.md"

OURS = [
    ("true and null", "null"),
    ("false implies null", "true"),
    ("null is null", "true"),
    ("Coalesce(null, 7)", "7"),
    ("if null then 1 else 2", "2"),
    ("case 3 when 2 then 'two' when 3 then 'three' else 'many' end", "'three'"),
    ("7 + null", "null"),
    ("3 = 3.00", "true"),
    ("2147483647 + 1", "null"),
    ("7 div -2", "-3"),
    ("-7 mod 4", "-3"),
    ("9 / 4", "2.25"),
    ("Ceiling(-2.5)", "-2"),
    ("successor of 2.5", "2.50000001"),
    ("40 'mm' < 5 'cm'", "true"),
    ("7 days = 1 week", "true"),
    ("@2023-01-31 + 1 month", "@2023-02-28"),
    ("year from @2023-01-31T10:30", "2023"),
    ("months between @2023-01-31 and @2023-03-30", "1"),
    ("@2023-06-15 same month as @2023-06-30", "true"),
    ("15 in Interval[12, 18)", "true"),
    ("Interval[1, 4] overlaps Interval[4, 9]", "true"),
    ("'b' in {'a', 'b'}", "true"),
    ("null in {1, 2}", "false"),
    ("exists {}", "false"),
]
"""Cases of our own, of every family, that every backend passes."""


def case(text: str, *outputs: str, must_fail: bool = False) -> Case:
    return Case(f"ours/{text}", text, outputs, must_fail, "1 ours")


def evaluated(text: str, output: str) -> Outcome:
    return judge(case(text, output), READINGS["evaluate"])


@pytest.mark.parametrize("backend", READINGS)
@pytest.mark.parametrize(("text", "output"), OURS)
def test_a_case_comes_to_the_same_on_every_backend(backend: str, text: str, output: str) -> None:
    outcome = judge(case(text, output), READINGS[backend])
    assert (outcome.verdict, outcome.reason) == (Verdict.PASSED, "")


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("1 + 1", "3"),
        ("1 + 1", "2.0"),
        ("1 + 1.0", "2"),
        ("1 = 1", "null"),
        ("1 = null", "false"),
        ("@2023-01-31", "@2023-01-31T"),
        ("@2023-01", "@2023"),
        ("10 'mm'", "1 'cm'"),
        ("{1, 2}", "{1, 2, 3}"),
        ("{1, 2}", "{1, 2.0}"),
        ("1 + 1", "Interval[2, 2]"),
    ],
)
def test_another_value_or_another_type_is_wrong(text: str, output: str) -> None:
    assert evaluated(text, output).verdict is Verdict.WRONG


def test_a_case_that_must_fail_passes_when_it_is_refused() -> None:
    assert judge(case("2147483648", must_fail=True), READINGS["evaluate"]).verdict is Verdict.PASSED


def test_a_case_that_must_fail_is_wrong_when_it_comes_to_anything() -> None:
    assert judge(case("1 + 1", must_fail=True), READINGS["evaluate"]).verdict is Verdict.WRONG


def test_a_case_that_the_language_refuses_is_unsupported_and_says_why() -> None:
    outcome = evaluated("Power(2, 3)", "8")
    assert outcome.verdict is Verdict.UNSUPPORTED
    assert "`Power` is a function that is not in the rule language" in outcome.reason


def test_a_case_that_does_not_say_what_it_comes_to_is_unsupported() -> None:
    assert judge(case("1 + 1"), READINGS["evaluate"]).verdict is Verdict.UNSUPPORTED


def test_a_backend_that_refuses_an_operator_does_not_support_the_case() -> None:
    def refuses(_: Rule) -> Answer:
        raise UnsupportedOperator("It cannot add.", where="slate", remedy="Use an abacus.")

    assert judge(case("1 + 1", "2"), refuses).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("fault", [ZeroDivisionError, SystemError, BaseException])
def test_a_backend_that_breaks_is_wrong(fault: type[BaseException]) -> None:
    def breaks(_: Rule) -> Answer:
        raise fault

    outcome = judge(case("1 + 1", "2"), breaks)
    assert (outcome.verdict, outcome.reason) == (Verdict.WRONG, f"broke: {fault.__name__}()")


def test_every_value_that_is_written_becomes_a_column() -> None:
    table = over_columns(read_expression("1 + 2.5 > 4 or 'a' in {'a', 'b'} or 2 'cm' = 20 'mm'", {}))
    held = [value for name, value in table.row.items() if name != ROW]
    assert held == [1, Decimal("2.5"), 4, "a", ("a", "b"), Amount(Decimal(2), "cm"), Amount(Decimal(20), "mm")]
    assert not any(type_.certain for type_ in table.scope.values())


@pytest.mark.parametrize(
    "text",
    [
        "null and true",
        "not null",
        "null + 1",
        "1.0 > null",
        "Coalesce(null, 'a')",
        "if null then 1 else 2",
        "if true then null else 2",
        "null in {1, 2}",
    ],
)
def test_a_null_becomes_a_column_of_the_type_that_its_place_asks_for(text: str) -> None:
    table = over_columns(read_expression(text, {}))
    assert None in table.row.values()
    assert "Literal(value=None)" not in repr(table.tree)


@pytest.mark.parametrize("text", ["null", "null is null", "Coalesce(null, null)"])
def test_a_null_of_no_type_stays(text: str) -> None:
    table = over_columns(read_expression(text, {}))
    assert list(table.row) == [ROW]
    assert syntax.Literal(None) in (table.tree, *table.tree.operands())


def run(folder: Path, written: Any, *options: str) -> tuple[int, str]:
    path = folder / "cases.json"
    path.write_text(json.dumps(written), encoding="utf-8")
    result = CliRunner().invoke(main, ["--cases", str(path), *options])
    return result.exit_code, result.output


RIGHT = {"id": "a", "expr": "1 + 1", "outputs": ["2"], "invalid": None, "bucket": "10 sums"}
WRONG = {"id": "b", "expr": "1 + 2", "outputs": ["4"], "invalid": None, "bucket": "9 errors"}
REFUSED = {"id": "c", "expr": "Ln(1)", "outputs": ["0.0"], "invalid": None, "bucket": None}


def test_the_command_counts_by_family_and_closes_with_the_total(tmp_path: Path) -> None:
    code, output = run(tmp_path, [RIGHT, REFUSED])
    lines = output.splitlines()
    assert code == 0
    assert lines[-1] == "1 passed, 1 unsupported, 0 wrong"
    assert [re.split(r"\s{2,}", line) for line in lines[-3:-1]] == [
        ["10 sums", "1", "0", "0"],
        ["no family", "0", "1", "0"],
    ]


def test_the_command_shows_what_is_wrong_and_ends_with_3(tmp_path: Path) -> None:
    code, output = run(tmp_path, [WRONG, RIGHT], "--backend", "columns")
    assert code == 3
    assert output.startswith("wrong  b  1 + 2  came to 3, expected 4\n")
    assert output.endswith("1 passed, 0 unsupported, 1 wrong\n")


def test_the_command_lists_what_is_asked_for_with_its_reason(tmp_path: Path) -> None:
    _, output = run(tmp_path, [REFUSED, RIGHT], "--list", "unsupported")
    assert output.startswith("unsupported  c  Ln(1)  rule: `Ln` is a function")


@pytest.mark.parametrize("written", [{"no": "list"}, [{"id": "a"}], ["text"], 7])
def test_a_file_that_holds_no_cases_is_refused(tmp_path: Path, written: Any) -> None:
    code, output = run(tmp_path, written)
    assert code == 2
    assert "It does not hold cases." in output


def test_a_file_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--cases", str(tmp_path / "none.json")])
    assert (result.exit_code, "It cannot be read." in result.output) == (2, True)


# the given cases, where they are


@pytest.fixture(scope="session")
def given(shared: Path) -> list[Case]:
    return load_cases(shared / "conformance" / "cql" / "cases.json")


@pytest.mark.parametrize("backend", READINGS)
def test_nothing_is_wrong_and_as_much_passes_as_the_page_says(given: list[Case], backend: str) -> None:
    outcomes = [judge(case, READINGS[backend]) for case in given]
    assert [outcome for outcome in outcomes if outcome.verdict is Verdict.WRONG] == []
    assert f"`{backend}`: {total(outcomes)}" in PAGE.read_text(encoding="utf-8")


def test_the_page_counts_each_family(given: list[Case]) -> None:
    outcomes = [judge(case, READINGS["evaluate"]) for case in given]
    counts = Counter((outcome.case.bucket, outcome.verdict) for outcome in outcomes)
    page = PAGE.read_text(encoding="utf-8")
    for bucket in {outcome.case.bucket for outcome in outcomes}:
        passed, unsupported = counts[bucket, Verdict.PASSED], counts[bucket, Verdict.UNSUPPORTED]
        assert re.search(rf"\| {passed} \| {unsupported} \|$", page, re.MULTILINE), (bucket, passed, unsupported)


EXCLUSIONS = parse_yaml((HERE / "exclusions.yaml").read_text(encoding="utf-8"), "exclusions.yaml").value


def test_every_case_left_out_has_its_reason(given: list[Case]) -> None:
    outcomes = [judge(case, READINGS["evaluate"]) for case in given]
    left_out = [f"{it.case.text}  {it.reason}" for it in outcomes if it.verdict is Verdict.UNSUPPORTED]
    used = [_exclusion(words) for words in left_out]
    assert [words for words, found in zip(left_out, used, strict=True) if found is None] == []
    assert set(used) == {exclusion["what"] for exclusion in EXCLUSIONS}


def _exclusion(words: str) -> str | None:
    return next((each["what"] for each in EXCLUSIONS if re.search(each["pattern"], words)), None)


@pytest.mark.parametrize("exclusion", EXCLUSIONS, ids=lambda exclusion: exclusion["what"])
def test_the_page_names_what_is_left_out(exclusion: dict[str, str]) -> None:
    assert f"**{exclusion['what']}**" in PAGE.read_text(encoding="utf-8")
