"""Four real pages: every clinical line of them can be quoted, and no line of the site around them can.

Lines are told by their numbers, counted from 1, because the pages themselves are no part of the repository.
"""

import re
from pathlib import Path

import pytest

from isthmus.corpus import Document, DocumentId, split
from isthmus.corpus.gather import Item, gather
from isthmus.corpus.readers import read
from isthmus.corpus.reading import Reading


def opened(shared: Path, name: str) -> Reading:
    (item,) = gather([str(shared / "pages" / name)])
    assert isinstance(item, Item)
    (reading,) = read(item)
    assert reading.text.encode() == item.content
    return reading


def quoted_bytes(reading: Reading) -> set[int]:
    """Collect every byte that some sentence, or the line it completes, holds."""
    document = Document(DocumentId("a"), reading.title, "", "", "", text=reading.text)
    sentences = [s for passage in split(document, reading.furniture) for s in passage.sentences]
    stored = reading.text.encode()
    held = {place for s in sentences for place in range(s.start, s.end)}
    for lead_in in filter(None, {s.lead_in for s in sentences}):
        at = stored.find(lead_in.encode())
        held.update(range(at, at + len(lead_in.encode())))
    return held


def shares(reading: Reading) -> dict[int, float]:
    """Tell for each line that holds a word how much of it can be quoted, from 0 to 1."""
    held = quoted_bytes(reading)
    told: dict[int, float] = {}
    start = 0
    for number, line in enumerate(reading.text.encode().split(b"\n"), start=1):
        # Letters of English alone: the numbers of references and the marks of items are quoted by nobody.
        letters = [start + at for at, byte in enumerate(line) if bytes([byte]).isalpha()]
        if letters:
            told[number] = sum(place in held for place in letters) / len(letters)
        start += len(line) + 1
    return told


def lines(*stretches: int | tuple[int, int]) -> set[int]:
    """Write out numbers and stretches of numbers, of which both ends count."""
    pairs = ((one, one) if isinstance(one, int) else one for one in stretches)
    return {number for first, last in pairs for number in range(first, last + 1)}


CLINICAL = {
    "ai-answer-page.txt": lines(20, 24, (26, 28), (32, 35), (41, 55), 59, 61, (65, 82), (86, 88), (92, 94), (98, 102)),
    "clinic-condition-page.txt": lines(9, 19, (21, 32), (36, 40), (44, 47), (57, 60), (64, 67)),
    "clinic-procedure-page.txt": lines(6, 8, 15, (19, 24), (27, 42)),
}


@pytest.mark.parametrize("name", CLINICAL)
def test_every_clinical_line_can_be_quoted_whole_and_no_other_line_at_all(shared: Path, name: str) -> None:
    told = shares(opened(shared, name))
    assert {number: share for number, share in told.items() if 0 < share < 1} == {}
    assert {number for number, share in told.items() if share} == CLINICAL[name] & set(told)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ai-answer-page.txt", "ai-page"),
        ("clinic-condition-page.txt", "clinic-page"),
        ("clinic-procedure-page.txt", "clinic-page"),
        ("search-answer-page.txt", "search-page"),
    ],
)
def test_each_page_is_told_for_what_it_is(shared: Path, name: str, kind: str) -> None:
    assert opened(shared, name).kind == kind


def test_a_page_of_search_results_is_its_summary_and_each_source_it_quotes(shared: Path) -> None:
    page = opened(shared, "search-answer-page.txt")
    assert [part.publisher for part in page.parts] == [
        "OrthoInfo - AAOS",
        "HSS",
        "Johns Hopkins Medicine",
        "StatPearls - NCBI Bookshelf",
        "SpineUniverse",
        "Cleveland Clinic",
        "The Spine Center",
        None,
    ]
    assert {number for number, share in shares(page).items() if share} == {1}
    for part in page.parts:
        assert part.text in page.text
        assert part.title in page.text
        assert 1 in {number for number, share in shares(part).items() if share}


def test_no_label_is_quoted_as_part_of_a_sentence(shared: Path) -> None:
    first, *_ = opened(shared, "search-answer-page.txt").parts
    document = Document(DocumentId("a"), "", "", "", "", text=first.text)
    sentence = split(document)[0].sentences[0]
    assert first.text.startswith("Summary ")
    assert sentence.start == len("Summary ")


SITE = ["Find care", "For employers", "Giving and volunteering", "Five ways to sleep better with a sore back"]


def as_web_page(text: str) -> str:
    """Set a page of text as a page of a site, with a menu above it and teasers below."""
    menu = "".join(f"<div><a href='/{number}'>{words}</a></div>" for number, words in enumerate(SITE))
    blocks = []
    for line in (line.strip() for line in text.splitlines() if line.strip()):
        words = line.lstrip("\N{BULLET} ").replace("&", "&amp;").replace("<", "&lt;")
        tag = "li" if line.startswith("\N{BULLET}") else "p" if line.endswith((".", ":", "?")) else "h3"
        blocks.append(f"<{tag}>{words}</{tag}>")
    main = re.sub(r"(?:<li>.*?</li>)+", r"<ul>\g<0></ul>", "".join(blocks))
    return f"<html lang='en'><body><div>{menu}</div><div>{main}</div><div>{menu}</div></body></html>"


@pytest.mark.parametrize("name", CLINICAL)
def test_set_as_a_web_page_the_same_can_be_quoted_and_nothing_of_the_site(
    shared: Path, tmp_path: Path, name: str
) -> None:
    source = opened(shared, name)
    (tmp_path / "page.html").write_text(as_web_page(source.text), encoding="utf-8")
    (item,) = gather([str(tmp_path)])
    assert isinstance(item, Item)
    (page,) = read(item)
    held = quoted_bytes(page)
    stored = page.text.encode()
    for words in SITE:
        at = stored.find(words.encode())
        assert at < 0 or at not in held
    document = Document(DocumentId("a"), "", "", "", "", text=source.text)
    wanted = [s.text for passage in split(document, source.furniture) for s in passage.sentences]
    found = stored.decode()
    lost = [text for text in wanted if (at := found.find(text)) >= 0 and len(found[:at].encode()) not in held]
    assert lost == []
