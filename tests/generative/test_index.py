"""An index that was kept up through any changes finds what one that is made at once does."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from isthmus.corpus import Library, Sources, forget, ingest
from isthmus.search import Hit, PassageIndex, Thesaurus

WORDS = ("brace", "sport", "rest", "pain", "crack")
THESAURUS = Thesaurus.of([("brace", "corset")], [])

changes = st.lists(
    st.tuples(st.integers(0, 3), st.one_of(st.none(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))),
    min_size=1,
    max_size=5,
)
"""A page by its number, and its words from now on; no words when it is forgotten."""


@settings(deadline=None, max_examples=8)
@given(changes)
def test_an_index_that_was_kept_up_finds_what_one_made_at_once_does(
    changes: list[tuple[int, list[str] | None]],
) -> None:
    with TemporaryDirectory() as folder:
        pages = Path(folder, "pages")
        pages.mkdir()
        library = Library.at(Path(folder, "library"))
        index = PassageIndex.over(library)
        for number, words in changes:
            apply(library, pages, number, words)
            index.keep_up()
        at_once = PassageIndex(library, None, None)
        at_once.keep_up()
        assert [found(index, word) for word in WORDS] == [found(at_once, word) for word in WORDS]
        library.close()


def apply(library: Library, pages: Path, number: int, words: list[str] | None) -> None:
    page = pages / f"{number}.txt"
    if words is not None:
        page.write_text(f"It speaks of {' and '.join(words)}.", encoding="utf-8")
        ingest(library, Sources([str(page)]))
        return
    forget(library, [about.id for about in library.abouts() if about.place.endswith(page.name)])


def found(index: PassageIndex, word: str) -> list[Hit]:
    return index.rank(THESAURUS.read(f"What of the {word} and rest?"), 9)
