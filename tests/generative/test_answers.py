"""Whatever the pages and the question, an answer keeps its promises; whatever the texts, the verifier gives a verdict."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.built_in import built_in_condition
from tests.generative.answers import broken, one_run

from isthmus.answer import Respondent
from isthmus.answer.verify import supports
from isthmus.condition import Condition
from isthmus.corpus import Library, read_library
from isthmus.search import PassageIndex
from isthmus.terms import SourceId

CONDITION = built_in_condition()
WORDS = st.sampled_from(
    [
        "a",
        "the",
        "bone",
        "heals",
        "healed",
        "not",
        "no",
        "may",
        "must",
        "left",
        "right",
        "both",
        "one",
        "L5",
        "L5-S1",
        "grade",
        "II",
        "6",
        "12.5",
        "84",
        "%",
        "of",
        "100",
        "weeks",
        "months",
        "to",
        "at",
        "least",
        "most",
        "before",
        "after",
        "children",
        "adults",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "never",
        "without",
        "better",
        "worse",
        "-",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**9))
def test_no_library_and_no_question_makes_an_answer_break_a_promise(seed: int) -> None:
    with TemporaryDirectory() as folder:
        assert [breaks for _, breaks in one_run(CONDITION, Path(folder), seed) if breaks] == []


@settings(max_examples=50, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_the_verifier_gives_a_verdict_on_any_texts_and_the_same_one_again(one: str, other: str, beside: str) -> None:
    assert supports(one, other, beside) == supports(one, other, beside)


@settings(max_examples=50, deadline=None)
@given(TEXTS.filter(lambda text: any(letter.isalpha() for letter in text)), TEXTS)
def test_what_is_said_word_for_word_always_holds(text: str, after: str) -> None:
    assert supports(f"Bone {text}.", f"Bone {text}. {after}") == ()


@pytest.fixture
def pages(tmp_path: Path) -> Library:
    (tmp_path / "page.txt").write_text(
        "Caf\N{LATIN SMALL LETTER E WITH ACUTE}: treatment of a pars defect is rest.\n", encoding="utf-8"
    )
    return read_library(tmp_path)[0]


def spoilt(condition: Condition, library: Library) -> Iterator[tuple[str, list[str]]]:
    """Break each promise of an answer, to see that it is found out."""
    answer = Respondent(condition.evidence, PassageIndex.over(library)).ask("What is the treatment for a pars defect?")
    said = next(statement for statement in answer.statements if statement.claim is None)
    evidence = condition.evidence
    cited = said.citations[0]
    claimed = Respondent(evidence).ask("Does a brace help?").statements[0]
    quoted = claimed.citations[0]
    changes = {
        "span": replace(said, text="Other words."),
        "within": replace(said, citations=(replace(cited, start=4),)),
        "absent": replace(said, citations=(replace(cited, document="0"),)),
        "cites nothing": replace(said, citations=()),
        "lead-in": replace(said, lead_in="Never:"),
        "source": replace(claimed, citations=(replace(quoted, source=SourceId("X")),)),
        "quoted": replace(claimed, citations=(replace(quoted, quote="X"),)),
        "bear out": replace(claimed, text="It always cures everybody within 2 days."),
    }
    for name, statement in changes.items():
        yield name, list(broken(replace(answer, statements=(statement,)), evidence, library))
    yield "behaviour", list(broken(replace(answer, behaviour="guess"), evidence, library))  # type: ignore[arg-type]  # a spoilt one
    yield "reason", list(broken(replace(answer, reason="Because."), evidence, library))


def test_every_broken_promise_is_found_out(pages: Library) -> None:
    for name, breaks in spoilt(CONDITION, pages):
        assert any(name in one for one in breaks), name
