import pytest

from isthmus.corpus.abstracts import abstracts_in

FIRST = """\
1. J Rest. 2019 May;19(5):1-3. doi: 10.1000/j.rest.2019.01. Epub 2019
Jan 5.

Rest does not harm the young: a randomized
controlled trial.

Smith A(1), de Jong BC(2)(3).

Author information:
(1)A clinic, Somewhere.

PURPOSE: To see whether rest harms.
RESULTS: It did not.

Copyright 2019 A Publisher.

DOI: 10.1000/j.rest.2019.01
PMID: 1  [Indexed for MEDLINE]
"""
SECOND = """\
2. J Magnets. 2018 Jan;1(1):1-2.

Magnets heal.

Jones C.

They healed all.

Retraction in
    J Magnets. 2019;2:3.

PMID: 2
"""


def test_each_article_of_a_file_is_one_and_tells_of_itself() -> None:
    first, second = abstracts_in(f"{FIRST}\n\n{SECOND}")
    assert (first.title, first.journal, first.year) == (
        "Rest does not harm the young: a randomized controlled trial",
        "J Rest",
        2019,
    )
    assert (first.authors, first.url) == (("Smith A", "de Jong BC"), "https://doi.org/10.1000/j.rest.2019.01")
    assert (second.journal, second.authors, second.url) == ("J Magnets", ("Jones C",), None)


def test_all_but_title_and_abstract_is_furniture() -> None:
    (article,) = abstracts_in(FIRST)
    text = article.text
    for start, end in reversed(article.furniture):
        text = text[:start] + text[end:]
    assert " ".join(text.split()) == (
        "Rest does not harm the young: a randomized controlled trial. PURPOSE: To see whether rest harms. RESULTS: It did not."
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (SECOND, "Retracted: Magnets heal"),
        (SECOND.replace("Magnets heal.", "Retracted: Magnets heal."), "Retracted: Magnets heal"),
        (SECOND.replace("Retraction in", "Comment in"), "Magnets heal"),
    ],
)
def test_an_article_that_was_taken_back_says_so_in_its_title(text: str, title: str) -> None:
    assert [article.title for article in abstracts_in(text)] == [title]


def test_an_article_of_a_head_alone_has_no_title() -> None:
    (article,) = abstracts_in("1. J Rest. 2019 May.\nPMID: 1\n")
    assert (article.title, article.authors) == ("", ())


@pytest.mark.parametrize(
    "text", ["", "Rest helps.\n", "1. Rest helps. 2019 was dry.\n\n2. J Rest. 2019.\n", f"Found:\n\n{FIRST}"]
)
def test_any_other_text_holds_none(text: str) -> None:
    assert abstracts_in(text) == []
