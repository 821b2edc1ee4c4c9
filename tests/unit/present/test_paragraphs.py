from collections.abc import Sequence

import pytest

from isthmus.claims import Claim
from isthmus.present.paragraphs import paragraphs
from isthmus.present.told import Told
from isthmus.terms import ClaimId, TopicId

CLAIMS = {
    ClaimId(name): Claim(ClaimId(name), TopicId(topic), "", (), "stored_page")
    for name, topic in (("A1", "a"), ("A2", "a"), ("B1", "b"))
}


def told(text: str, *claims: str) -> Told:
    return Told(text, tuple(map(ClaimId, claims)), (), None if claims else "plan")


@pytest.mark.parametrize(
    ("sentences", "lengths"),
    [
        ([told("One.", "A1"), told("Two.", "A1"), told("Three.", "B1")], [2, 1]),
        ([told("One.", "A1"), told("Two.", "A2")], [2]),
        ([told("One.", "A1"), told("Two.", "B1", "A2")], [2]),
        ([told("One.", "A1"), told("Ask."), told("Bring."), told("Two.", "A1")], [1, 2, 1]),
        ([told(f"{at}.", f"A{1 + at % 2}") for at in range(7)], [5, 2]),
        ([told("word " * 60, "A1"), told("word " * 60, "A2")], [1, 1]),
        ([told("word " * 60, "A1"), told("word " * 60, "A1")], [2]),
        ([told("One.", "A1"), told("Two.", "C1"), told("Three.", "C1")], [1, 2]),
        ([], []),
    ],
    ids=[
        "one claim",
        "one topic",
        "any claim",
        "no claim",
        "long",
        "wordy",
        "one claim however wordy",
        "unknown",
        "none",
    ],
)
def test_what_belongs_together_stands_together(sentences: Sequence[Told], lengths: list[int]) -> None:
    done = paragraphs(sentences, CLAIMS)
    assert [len(paragraph) for paragraph in done] == lengths
    assert [sentence for paragraph in done for sentence in paragraph] == list(sentences)
