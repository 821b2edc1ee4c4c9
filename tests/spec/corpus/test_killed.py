"""An ingest that is killed, or whose files move meanwhile, loses nothing; what was put right stays with what it was said of."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from isthmus.corpus import Library, Sources, correct, ingest
from isthmus.corpus.ingest import MADE_BY
from isthmus.corpus.store_write import Arrival, Writer

MODULE = import_module("isthmus.corpus.ingest")
KNEE = "A runner's knee settles with fewer hills, a shorter step and strong hips."


class _Killed(BaseException):
    """What ends an ingest at once, as a kill does."""


def wrote(folder: Path, texts: Mapping[str, str]) -> Sources:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Sources([str(folder)])


def killed(library: Library, sources: Sources, *, steps: int) -> None:
    """Ingest file by file, and end it after some of them."""
    store, left = Writer.store, iter(range(steps))

    def dying(self: Writer, arrivals: Iterable[Arrival], *, keep_loose: bool) -> int:
        if next(left, None) is None:
            raise _Killed
        return store(self, arrivals, keep_loose=keep_loose)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MODULE, "_AT_ONCE", 1)
        patch.setattr(Writer, "store", dying)
        with pytest.raises(_Killed):
            ingest(library, sources)


def put_right(library: Library) -> list[str]:
    return [about.place for about in library.abouts() if about.publisher]


@pytest.mark.parametrize("beside", [{}, {"0.jsonl": '{"title": "Rest", "text": "Rest comes first."}'}], ids=len)
def test_what_was_put_right_outlives_any_number_of_kills(tmp_path: Path, beside: dict[str, str]) -> None:
    library = Library.in_memory()
    ingest(library, wrote(tmp_path, {**beside, "a.txt": "The first edition tells of rest.", "b.txt": KNEE}))
    correct(library, library.find("a.txt"), {"publisher": "A clinic"})
    for text in ("The second edition tells of rest.", "The third edition tells of braces."):
        killed(library, wrote(tmp_path, {"a.txt": text, "b.txt": f"{KNEE} {text}"}), steps=2)
        assert library.text(library.find("a.txt")) == text.encode()
    ingest(library, wrote(tmp_path, {"b.txt": KNEE}))
    assert put_right(library) == ["a.txt"]


def test_what_was_put_right_stays_with_its_own_file_where_files_are_renumbered(tmp_path: Path) -> None:
    library, texts = Library.in_memory(), [f"The number {number} of the leaflets tells of rest." for number in range(3)]
    ingest(library, wrote(tmp_path, {f"{at}.txt": text for at, text in enumerate(texts)}))
    correct(library, library.find("0.txt"), {"publisher": "A clinic"})
    shifted = ["A leaflet that is new tells of braces.", *texts]
    sources = wrote(tmp_path, {f"{at}.txt": text for at, text in enumerate(shifted)})
    killed(library, sources, steps=2)
    ingest(library, sources)
    assert put_right(library) == ["1.txt"]


def test_what_is_moved_while_it_is_ingested_is_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, pages = Library.at(tmp_path / "library"), tmp_path / "pages"
    (pages / "later").mkdir(parents=True)
    sources = wrote(pages, {"a.txt": "It tells of rest.", "later/b.txt": KNEE})
    ingest(library, sources)
    monkeypatch.setattr(MODULE, "MADE_BY", MADE_BY + 1)

    def move(place: str) -> None:
        if place == "a.txt":
            (pages / "a.txt").rename(pages / "later" / "a.txt")

    assert ingest(library, sources, move).moved == 1
    assert [about.place for about in library.abouts()] == ["later/a.txt", "later/b.txt"]
    library.close()
