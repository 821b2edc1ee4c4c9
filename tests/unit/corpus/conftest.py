"""Documents as they are written for these tests, and a library of them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from isthmus.corpus import Library, Report, Sources, ingest

Texts = Mapping[str, str]
Write = Callable[[Texts], Path]
Taken = Callable[..., Report]
Pdf = Callable[..., bytes]
Draw = Callable[..., bytes]

CARE = """\
Care for a pars defect

Most people rest from sport for three months, and then begin to train the trunk with a therapist who knows them.

Consider surgery if:

  - six months of care have failed
  - the bone keeps slipping

A brace is worn by some, and the studies that compared it with rest alone found no difference in how many healed.
"""
KNEE = "Knee pain\n\nA runner's knee settles with fewer hills, a shorter step and strong hips.\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write texts as files below a folder, and name it."""

    def written(texts: Texts) -> Path:
        for name, text in texts.items():
            path = tmp_path / "pages" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "pages"

    return written


@pytest.fixture
def library() -> Library:
    return Library.in_memory()


@pytest.fixture
def take(library: Library) -> Taken:
    """Ingest places into the library."""

    def taken(*places: Path) -> Report:
        return ingest(library, Sources([str(place) for place in places]))

    return taken


@pytest.fixture(scope="session")
def make_pdf() -> Pdf:
    """Give a small writer of PDF: pages of lines, one below the other."""
    return write_pdf


@pytest.fixture(scope="session")
def draw_pdf() -> Draw:
    """Give a writer of PDF that draws what each page is told to, in Helvetica (`F1`) and its bold (`F2`)."""
    return drawn_pdf


def drawn_pdf(*contents: str) -> bytes:
    return _paged([content.encode("cp1252") for content in contents])


def write_pdf(pages: Sequence[Sequence[str]], title: str = "", author: str = "") -> bytes:
    contents: list[bytes] = []
    for lines in pages:
        shown = b"".join(b"(%s) Tj T*\n" % _escaped(line) for line in lines)
        contents.append(b"BT /F1 10 Tf 50 780 Td 14 TL\n%sET" % shown)
    return _paged(contents, title, author)


def _paged(contents: Sequence[bytes], title: str = "", author: str = "") -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    first, count = 6, len(contents)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(count)), count),
        font % b"Helvetica",
        b"<< /Title (%s) /Author (%s) >>" % (title.encode(), author.encode()),
        font % b"Helvetica-Bold",
    ]
    for number, content in enumerate(contents):
        page = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> >>"
        )
        objects += [
            page % (first + 2 * number + 1),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def _assembled(objects: Sequence[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(written),
    )
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer
