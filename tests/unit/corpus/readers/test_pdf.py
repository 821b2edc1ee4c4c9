from collections.abc import Callable
from pathlib import Path

import pytest

from isthmus.corpus import Document, DocumentId, pdf_pages, split
from isthmus.corpus.readers import pdf
from isthmus.corpus.readers.pdf import read
from isthmus.errors import InputError

Pdf = Callable[..., bytes]

FIRST = [
    "A Journal 2020",
    "Rest in the young",
    "A pars defect is a crack in a narrow bridge of bone at the back of a",
    "vertebra, and most of these lie at L5.",
    "What was done",
    "We saw 57 people with pain for at least three weeks and followed each",
    "of them for a whole year. All rested from sport. Half of them were",
    "Page 1",
]
LATER = [
    "A Journal 2020",
    "given a brace. Nobody was lost, and all of them came to the last visit.",
    "\N{BULLET} rest from sport",
    "\N{BULLET} a brace",
    "It is over for all of those who have read so far down on this page now.",
    "Page 2",
]


def quotes(content: bytes) -> dict[str, str | None]:
    (reading,) = read(content, "a.pdf")
    document = Document(DocumentId("a"), reading.title, "", "", "", text=reading.text)
    return {s.text: p.heading for p in split(document, reading.furniture) for s in p.sentences}


def test_paragraphs_and_headings_are_told_from_how_the_lines_are_set(make_pdf: Pdf) -> None:
    found = quotes(make_pdf([FIRST, LATER, [*LATER[:-1], "Page 3"]]))
    whole = (
        "A pars defect is a crack in a narrow bridge of bone at the back of a\nvertebra, and most of these lie at L5."
    )
    assert whole in found
    assert found["All rested from sport."] == "What was done"
    assert "rest from sport" in found


def test_no_sentence_is_quoted_that_a_page_cut_in_two(make_pdf: Pdf) -> None:
    found = quotes(make_pdf([FIRST, LATER, [*LATER[:-1], "Page 3"]]))
    assert not [text for text in found if "Half of them" in text or text.startswith("given a brace")]
    assert "Nobody was lost, and all of them came to the last visit." in found


def test_the_lines_that_run_along_the_pages_are_furniture(make_pdf: Pdf) -> None:
    (reading,) = read(make_pdf([FIRST, LATER, [*LATER[:-1], "Page 3"]]), "a.pdf")
    shown = {reading.text[start:end] for start, end in reading.furniture}
    assert {"A Journal 2020", "Page 1", "Page 2", "Page 3"} <= shown


@pytest.mark.parametrize(
    ("title", "author", "told"),
    [
        ("Rest or brace", "Ann Smith", ("Rest or brace", ("Ann Smith",))),
        ("Rest " * 40, "admin", (("Rest " * 40).strip(), ())),
        ("Microsoft Word - draft.doc", "admin", ("It heals", ())),
        ("", "", ("It heals", ())),
        ("leaflet.html", "", ("It heals", ())),
    ],
)
def test_what_a_file_calls_itself_is_taken_where_it_is_a_name(
    make_pdf: Pdf, title: str, author: str, told: tuple[str, tuple[str, ...]]
) -> None:
    (reading,) = read(make_pdf([["It heals", "In most people it does."]], title=title, author=author), "a.pdf")
    assert (reading.title, reading.authors) == told


def test_without_a_name_the_outermost_heading_of_the_first_page_is_the_title(draw_pdf: Pdf) -> None:
    first = "BT /F1 10 Tf 50 780 Td (Printed by somebody) Tj 0 -30 Td /F1 20 Tf (Rest) Tj 0 -20 Td /F1 10 Tf (It helps most people who try.) Tj ET"
    (reading,) = read(draw_pdf(first), "a.pdf")
    assert (reading.title, reading.headings) == ("Rest", ((reading.text.index("Rest"), 1),))


def cells(left: int, top: int, *lines: str) -> str:
    return " ".join(f"BT /F1 10 Tf {left} {top - 12 * at} Td ({line}) Tj ET" for at, line in enumerate(lines))


@pytest.mark.parametrize("ruled", ["", "50 600 400 112 re S 50 684 m 450 684 l S 248 600 0.5 112 re f"])
def test_nothing_is_quoted_from_the_cells_of_a_table(draw_pdf: Pdf, ruled: str) -> None:
    rest = "They rest from sport for three months or more."
    page = [
        cells(52, 780, "Weeks 0 to 6", rest),
        cells(52, 696, "Allowed"),
        cells(252, 696, "Not allowed"),
        cells(52, 672, "Walk on level ground for half an", "hour on every day of the week."),
        cells(252, 672, "Run on grass or the road, or", "arch the back as in a bridge."),
        cells(52, 560, "All of them came back to their sport in the end."),
    ]
    assert list(quotes(draw_pdf(f"{ruled} {' '.join(page)}"))) == [
        rest,
        "All of them came back to their sport in the end.",
    ]


def test_two_columns_of_text_are_read_one_after_the_other(draw_pdf: Pdf) -> None:
    first = ["They rest from sport for three", "months or more, and then begin", "to train with a therapist."]
    other = ["A brace is worn by some of them", "and studies found no difference", "in how many of them healed."]
    page = f"248 600 0.5 112 re f {cells(52, 700, *first)} {cells(252, 700, *other)}"
    assert [text.split() for text in quotes(draw_pdf(page))] == [" ".join(first).split(), " ".join(other).split()]


def encrypted(content: bytes) -> bytes:
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt %s /ID [<41> <41>]" % lock)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda _: b"%PDF-1.4 and nothing else", "This PDF is damaged."),
        (lambda content: content[: len(content) // 3], "This PDF is damaged."),
        (encrypted, "It is locked with a password."),
        (lambda content: content.replace(b"Tj", b"Xx"), "There is no text in it; its pages may be pictures."),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(make_pdf: Pdf, change: Callable[[bytes], bytes], what: str) -> None:
    with pytest.raises(InputError) as caught:
        read(change(make_pdf([FIRST])), "a.pdf")
    assert str(caught.value).startswith(f"a.pdf: {what}")


def test_a_file_of_too_many_pages_is_one_clear_line(make_pdf: Pdf) -> None:
    with pytest.raises(InputError) as caught:
        read(make_pdf([["It heals."]] * 5_001), "a.pdf")
    assert str(caught.value) == "a.pdf: It has more than 5,000 pages or 10,000,000 letters. Split it."


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b"/Length ", b"/Length 99999"),
        lambda content: content.replace(b"/Count 1", b"/Count 99999999"),
        lambda content: content.replace(b"/Kids [6 0 R]", b"/Kids [2 0 R 6 0 R 2 0 R]"),
        lambda content: content.replace(b"startxref\n", b"startxref\n9"),
    ],
)
def test_a_file_that_lies_or_turns_in_circles_ends(make_pdf: Pdf, change: Callable[[bytes], bytes]) -> None:
    (reading,) = read(change(make_pdf([FIRST])), "a.pdf")
    assert "We saw 57 people" in reading.text


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("import time; time.sleep(60)", "It took longer than 1 seconds."),
        ("import os; os.abort()", "This PDF brings down what reads it."),
        ("print('not what was asked for')", "This PDF brings down what reads it."),
        ("x = 'x' * 10**12", "This PDF brings down what reads it."),
    ],
)
def test_a_program_that_hangs_or_falls_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, what: str
) -> None:
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    monkeypatch.setattr(pdf_pages, "__file__", str(tmp_path / "program.py"))
    monkeypatch.setattr(pdf, "_SECONDS", 1)
    with pytest.raises(InputError) as caught:
        read(b"%PDF-1.4", "a.pdf")
    assert str(caught.value).startswith(f"a.pdf: {what}")
