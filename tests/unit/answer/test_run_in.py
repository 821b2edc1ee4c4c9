import pytest

from isthmus.answer.run_in import run_in
from isthmus.corpus import Document, DocumentId, split


def names_in(text: str) -> dict[str, str | None]:
    passages = split(Document(DocumentId("page"), "A page", "", "text/plain", "page.txt", text=text))
    return {sentence.text: run_in(sentence, passage) for passage in passages for sentence in passage.sentences}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Discitis. Fever is usual. Bed rest is kept for two weeks.", "Discitis"),
        ("**Discitis.** Fever is usual. Bed rest is kept for two weeks.", "Discitis"),
        ("Discitis \N{EN DASH} fever is usual. Bed rest is kept for two weeks.", "Discitis"),
        ("Told apart:\n\n- Pars defect: rest.\n- Discitis: bed rest is kept for two weeks.", "Discitis"),
        ("Discitis is rare. Bed rest is kept for two weeks.", None),
        ("Rest from sport. Bed rest is kept for two weeks.", None),
        ("Most of those who had one of them at any time. Bed rest is kept.", None),
        ("Bed rest is kept for two weeks.", None),
    ],
)
def test_a_name_that_opens_a_paragraph_heads_its_sentences(text: str, name: str | None) -> None:
    *_, last = names_in(text).values()
    assert last == name


def test_a_name_heads_no_other_paragraph() -> None:
    told = names_in("Discitis. Fever is usual.\n\nBed rest is kept for two weeks.")
    assert told["Bed rest is kept for two weeks."] is None
