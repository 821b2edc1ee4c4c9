import pytest

from isthmus.corpus import Document, DocumentId, split

NOTE = "\n\n1 In bowlers over 19 only.\n\n2 From the first study.\n\n3 Smith J. Not all of them rest. 2009."


def sentences(text: str) -> list[str]:
    document = Document(DocumentId("a"), "A page", "", "text/plain", "a.txt", text=text)
    return [sentence.text for passage in split(document) for sentence in passage.sentences]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bowl on four days a week.\N{SUPERSCRIPT ONE} Rest on the others.", ["Rest on the others."]),
        ("Bowl on four days\N{SUPERSCRIPT ONE} a week. Rest on the others.", ["Rest on the others."]),
        ("Bowl on four days a week.\N{SUPERSCRIPT TWO} Rest then.", ["Bowl on four days a week.", "Rest then."]),
        ("Bowl on four days a week.\N{SUPERSCRIPT THREE} Rest then.", ["Bowl on four days a week.", "Rest then."]),
        ("The pitch has 12 m\N{SUPERSCRIPT ONE}. Rest then.", ["The pitch has 12 m\N{SUPERSCRIPT ONE}.", "Rest then."]),
        ("Bowl on four days a week. Rest on the others.", ["Bowl on four days a week.", "Rest on the others."]),
    ],
)
def test_a_sentence_that_a_note_limits_is_not_quoted_without_it(text: str, said: list[str]) -> None:
    told = sentences(text + NOTE)
    assert told[: len(said)] == said


def test_a_note_that_limits_is_not_quoted_without_what_it_limits() -> None:
    told = sentences("Bowl on four days a week.\N{SUPERSCRIPT ONE}" + NOTE)
    assert not [text for text in told if "over 19" in text]


@pytest.mark.parametrize(
    "note", ["\N{DAGGER} Not after a fusion of the spine.", "\N{DAGGER}Except in those who are under 12 years old."]
)
def test_a_sign_is_as_good_as_a_number(note: str) -> None:
    text = f"Bowl on four days a week.\N{DAGGER} Bat on all.\n\nRest on the others.\n\n{note}"
    assert sentences(text) == ["Rest on the others."]
