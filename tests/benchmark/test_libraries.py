import gzip
import json
import random
from pathlib import Path

import pytest
from tests.benchmark import libraries

ANSWER = "Rest helps most people.\n  A brace is worn by some, and no study found that more of them heal."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    records = [
        {"id": str(at), "question": f"What is {at}?", "answer": f"{ANSWER} It is number {at}."} for at in range(4)
    ]
    path = tmp_path / "small.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    return path


def test_the_larger_corpus_has_other_texts_of_the_same_words(corpus: Path) -> None:
    answers = [json.loads(line)["answer"] for line in libraries.multiplied(corpus)]
    assert len(answers) == 4 * libraries.TIMES
    assert len(set(answers)) == len(answers)
    assert {tuple(sorted(answer.split())) for answer in answers} == {
        tuple(sorted(answer.split())) for answer in answers[:4]
    }


def test_a_copied_page_keeps_nearly_all_words() -> None:
    copy = libraries.copied(ANSWER, 3, random.Random(1))  # noqa: S311 - it changes words, not secrets
    assert ANSWER in copy
    assert copy != ANSWER


def test_what_a_library_costs_is_told_line_by_line(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "PASSAGES_OF_A_QUESTION", 2)
    told = list(libraries.measure(corpus, tmp_path / "library", "small"))
    assert told[0].startswith("small: 4 documents in ")
    assert told[1].startswith("small: 4 unchanged, ")


def test_without_a_corpus_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ISTHMUS_SHARED", raising=False)
    assert list(libraries.bench()) == ["library: ISTHMUS_SHARED is not set, so nothing was ingested."]
