"""The words of a PDF, page by page: run as a program of its own, so that a bad file ends this and nothing else.

The bytes come in on standard input; out goes one JSON object with `pages`, `title` and `author`, or with a `fault`. It
imports nothing of isthmus, and binds itself to a share of memory and processor before it looks at a single byte.
"""

import json
import sys

__all__ = ["LOCKED", "MOST_CHARACTERS", "MOST_PAGES", "TOO_LONG", "main", "pages_of"]

LOCKED, DAMAGED, TOO_LONG = "locked", "damaged", "too long"
MOST_PAGES = 5_000
MOST_CHARACTERS = 10_000_000
_MOST_MEMORY = 2_000_000_000
_MOST_SECONDS = 60
# What PDFium writes where a word was broken at the end of a line.
_HYPHENS = str.maketrans({"\ufffe": "-\n", "\x02": "-\n", "\x00": None, "\ufffd": None})


def main() -> None:
    """Read a PDF from standard input and write its words to standard output."""
    _bind()
    content = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(pages_of(content)))


def _bind() -> None:
    try:
        import resource  # noqa: PLC0415 - not every system has it; there the time limit outside has to do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pages_of(content: bytes) -> dict[str, object]:
    """Give the words of each page, with the title and the author the file names; of one that is too long, nothing."""
    import pypdfium2  # noqa: PLC0415 - only here, behind the bounds

    try:
        document = pypdfium2.PdfDocument(content)
        told = document.get_metadata_dict()
        pages: list[str] = []
        left = MOST_CHARACTERS
        if len(document) > MOST_PAGES:
            return {"fault": TOO_LONG}
        for number in range(len(document)):
            pages.append(_words(document, number))
            left -= len(pages[-1])
            if left < 0:
                return {"fault": TOO_LONG}
    except pypdfium2.PdfiumError as error:
        return {"fault": LOCKED if "assword" in str(error) else DAMAGED}
    return {"pages": pages, "title": told.get("Title", ""), "author": told.get("Author", "")}


def _words(document: "object", number: int) -> str:
    page = document[number]  # type: ignore[index]  # PDFium's document, whose type is known only once it is imported
    text = page.get_textpage().get_text_bounded()
    return str(text).translate(_HYPHENS).encode("utf-8", "ignore").decode()


if __name__ == "__main__":
    main()
