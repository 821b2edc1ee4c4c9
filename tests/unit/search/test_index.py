import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.unit.search.tiny_encoder import make_encoder

from isthmus.corpus import Library, Sources, forget, ingest
from isthmus.errors import InvalidOption
from isthmus.search import Encoder, PassageIndex, Thesaurus

THESAURUS = Thesaurus.of([("brace", "corset")], [])
MEANINGS: Mapping[str, Sequence[float]] = {"brace": [1, 0, 0], "girdle": [0.9, 0.1, 0], "sport": [0, 1, 0]}
BRACE = "A brace rests the back for six weeks."
GIRDLE = "A girdle is seldom worn today."
SPORT = "Sport is allowed again when the pain has gone."
PAGES = {"a.txt": BRACE, "b.txt": GIRDLE, "c.txt": SPORT}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, pages: Path) -> Library:
    return filled(Library.at(tmp_path / "library"), pages)


def filled(library: Library, pages: Path) -> Library:
    ingest(library, Sources([str(pages)]))
    return library


def texts(index: PassageIndex, question: str) -> list[str]:
    return [passage.text for passage, _ in index.find(THESAURUS.read(question), 9)]


def holds(index: PassageIndex, stem: str) -> bool:
    """Whether a stem stands in the list of words of the index, where even words that lead nowhere any more would."""
    lexical = index._lexical
    return any(one.terms_with_prefix("text", stem) for one in (lexical._section_searcher, lexical._passage_searcher))


def words_of(library: Library) -> list[str]:
    assert library.folder
    return sorted(path.name for path in (library.folder / "index").glob("words-*"))


def test_passages_are_found_in_a_library_that_is_kept_and_in_one_that_is_not(library: Library, pages: Path) -> None:
    for one in (library, filled(Library.in_memory(), pages)):
        assert texts(PassageIndex.over(one), "Is a corset of use?")[0] == BRACE


def test_an_index_is_taken_up_as_it_was_left(library: Library) -> None:
    before = PassageIndex.over(library).rank(THESAURUS.read("pain and sport"), 9)
    after = PassageIndex.over(library)
    assert after.rank(THESAURUS.read("pain and sport"), 9) == before
    assert (after.notices, words_of(library)) == ([], ["words-1"])


def test_what_is_new_is_added_without_making_the_index_anew(library: Library, pages: Path) -> None:
    index = PassageIndex.over(library)
    (pages / "new.txt").write_text("Cartwheels are for later.", encoding="utf-8")
    filled(library, pages)
    index.keep_up()
    assert texts(index, "cartwheel") == ["Cartwheels are for later."]
    assert words_of(library) == ["words-1"]


def test_a_place_that_says_something_else_now_is_found_by_that(library: Library, pages: Path) -> None:
    index = PassageIndex.over(library)
    (pages / "a.txt").write_text("A cast was used.", encoding="utf-8")
    filled(library, pages)
    index.keep_up()
    assert [texts(index, "brace rests"), texts(index, "cast")] == [[], ["A cast was used."]]


def test_nothing_of_a_forgotten_document_is_left_in_the_files_of_the_index(library: Library) -> None:
    index = PassageIndex.over(library)
    assert holds(index, "girdl")
    forget(library, [about.id for about in library.abouts() if about.place.endswith("b.txt")])
    assert texts(index, "girdle") == []
    index.keep_up()
    assert (holds(index, "girdl"), words_of(library)) == (False, ["words-2"])
    assert texts(index, "brace")[0] == BRACE


def test_a_reader_sees_what_another_has_written(library: Library, pages: Path) -> None:
    reader, writer = PassageIndex.over(library), PassageIndex.over(library)
    (pages / "new.txt").write_text("Cartwheels are for later.", encoding="utf-8")
    filled(library, pages)
    writer.keep_up()
    assert texts(reader, "cartwheel") == ["Cartwheels are for later."]
    forget(library, [about.id for about in library.abouts() if about.place.endswith("new.txt")])
    writer.keep_up()
    assert reader.rank(THESAURUS.read("cartwheel"), 9) == []


def test_what_has_come_to_the_library_is_found_though_nobody_has_indexed_it(library: Library, pages: Path) -> None:
    reader = PassageIndex.over(Library.open(Path(str(library.folder))))
    (pages / "d.txt").write_text("Cartwheels wait for a year.", encoding="utf-8")
    filled(library, pages)
    assert texts(reader, "cartwheel") == ["Cartwheels wait for a year."]
    (pages / "d.txt").write_text("Cartwheels wait for two years.", encoding="utf-8")
    filled(library, pages)
    assert texts(reader, "cartwheel") == ["Cartwheels wait for two years."]


def test_where_what_has_come_cannot_be_taken_in_the_rest_goes_on_being_found(
    library: Library, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = PassageIndex.over(Library.open(Path(str(library.folder))))
    (pages / "d.txt").write_text("Cartwheels wait for a year.", encoding="utf-8")
    filled(library, pages)

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("isthmus.search.backends.lexical.LexicalIndex.write", full)
    assert (texts(reader, "brace")[0], texts(reader, "cartwheel")) == (BRACE, [])


@pytest.mark.parametrize("left", ["state.sqlite", "words-1/sections/meta.json", "words-1/passages"])
def test_an_index_of_which_something_is_missing_is_made_anew(library: Library, left: str) -> None:
    before = texts(PassageIndex.over(library), "brace")
    gone = Path(str(library.folder)) / "index" / left
    if gone.is_dir():
        shutil.rmtree(gone)
    else:
        gone.unlink()
    assert texts(PassageIndex.over(library), "brace") == before


@pytest.mark.parametrize("damaged", ["state.sqlite", "words-1/sections/meta.json", "words-1/passages/meta.json"])
def test_a_damaged_index_is_made_anew_and_that_is_said_in_one_line(library: Library, damaged: str) -> None:
    before = texts(PassageIndex.over(library), "brace")
    (Path(str(library.folder)) / "index" / damaged).write_bytes(b"damaged " * 300)
    index = PassageIndex.over(library)
    assert texts(index, "brace") == before
    assert [notice.partition(": ")[2] for notice in index.notices] == [
        "The index was damaged or incomplete. It has been made anew."
    ]


def test_the_index_of_another_library_is_made_anew(library: Library, tmp_path: Path, pages: Path) -> None:
    PassageIndex.over(library)
    (pages / "c.txt").unlink()
    smaller = filled(Library.at(tmp_path / "smaller"), pages)
    shutil.copytree(Path(str(library.folder)) / "index", Path(str(smaller.folder)) / "index")
    index = PassageIndex.over(smaller)
    assert (texts(index, "sport pain"), holds(index, "sport")) == ([], False)


def test_the_index_of_another_library_that_has_changed_as_often_is_made_anew(
    library: Library, tmp_path: Path, pages: Path
) -> None:
    PassageIndex.over(library)
    (pages / "c.txt").write_text("Running is allowed after three months.", encoding="utf-8")
    other = filled(Library.at(tmp_path / "other"), pages)
    assert other.sequence == library.sequence
    shutil.copytree(Path(str(library.folder)) / "index", Path(str(other.folder)) / "index")
    index = PassageIndex.over(other)
    assert (holds(index, "sport"), texts(index, "running")) == (False, ["Running is allowed after three months."])


def test_a_library_that_was_put_back_and_has_grown_since_is_indexed_anew(library: Library, pages: Path) -> None:
    folder = Path(str(library.folder))
    library.close()
    old = (folder / "library.sqlite").read_bytes()
    (pages / "d.txt").write_text("Running is allowed after three months.", encoding="utf-8")
    grown = filled(Library.at(folder), pages)
    PassageIndex.over(grown)
    grown.close()
    (folder / "library.sqlite").write_bytes(old)
    (pages / "d.txt").write_text("Swimming is allowed after two months.", encoding="utf-8")
    index = PassageIndex.over(filled(Library.at(folder), pages))
    assert (holds(index, "run"), texts(index, "swimming")) == (False, ["Swimming is allowed after two months."])


def test_an_index_that_an_older_isthmus_made_of_an_older_library_is_taken_up(library: Library) -> None:
    PassageIndex.over(library)
    folder = Path(str(library.folder))
    library.close()
    for file, sql in (("library.sqlite", "DROP TABLE history"), ("index/state.sqlite", "ALTER TABLE state DROP mark")):
        with closing(sqlite3.connect(folder / file)) as connection:
            connection.execute(sql)
    index = PassageIndex.over(Library.open(folder))
    assert (texts(index, "brace")[0], words_of(index.library), index.notices) == (BRACE, ["words-1"], [])


def test_an_index_that_was_made_in_another_way_is_made_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    PassageIndex.over(library)
    monkeypatch.setattr("isthmus.search.index._MADE", "another way")
    index = PassageIndex.over(library)
    assert (texts(index, "brace")[0], words_of(library)) == (BRACE, ["words-2"])


def test_where_no_index_can_be_kept_it_is_made_for_the_run_and_that_is_said(library: Library) -> None:
    (Path(str(library.folder)) / "index").write_text("a file in the way", encoding="utf-8")
    index = PassageIndex.over(library)
    assert texts(index, "brace")[0] == BRACE
    assert "for this run only" in index.notices[0]


def test_an_index_that_somebody_removes_meanwhile_is_made_anew(library: Library) -> None:
    index = PassageIndex.over(library)
    shutil.rmtree(Path(str(library.folder)) / "index")
    index.keep_up()
    assert texts(index, "brace")[0] == texts(PassageIndex.over(library), "brace")[0] == BRACE


def test_threads_may_ask_while_the_index_grows(library: Library, pages: Path) -> None:
    index = PassageIndex.over(library)
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(texts, index, "brace") for _ in range(200)]
        for at in range(3):
            (pages / f"new{at}.txt").write_text(f"Cartwheels are for later, {at}.", encoding="utf-8")
            filled(library, pages)
            index.keep_up()
    assert {found.result()[0] for found in asked} == {BRACE}
    assert len(texts(index, "cartwheel")) == 3


def test_what_is_left_of_an_index_that_was_not_finished_is_removed(library: Library) -> None:
    PassageIndex.over(library)
    (Path(str(library.folder)) / "index" / "words-2").mkdir()
    PassageIndex.over(library).keep_up()
    assert words_of(library) == ["words-1"]


KEEP_UP = """
import sys, pathlib
from isthmus.corpus import Library
from isthmus.search import PassageIndex
print("up", flush=True)
PassageIndex.over(Library.open(pathlib.Path(sys.argv[1])))
"""


def test_an_index_that_was_killed_at_any_moment_catches_up(tmp_path: Path) -> None:
    many = tmp_path / "many.txt"
    many.write_text("\n\n".join(f"Passage {at} speaks of thing{at}." for at in range(3_000)), encoding="utf-8")
    library = filled(Library.at(tmp_path / "library"), many)
    folder = str(library.folder)
    for wait in (0.0, 0.05, 0.15, 0.3):
        with subprocess.Popen([sys.executable, "-c", KEEP_UP, folder], stdout=subprocess.PIPE) as run:
            assert run.stdout
            run.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                run.wait(wait)
            run.kill()
    index = PassageIndex.over(library)
    assert [texts(index, f"thing{at}")[0] for at in (0, 1_500, 2_999)] == [
        f"Passage {at} speaks of thing{at}." for at in (0, 1_500, 2_999)
    ]
    assert len(index.rank(THESAURUS.read("passage"), 9_999)) == 3_000


def test_an_encoder_also_finds_what_is_said_in_other_words(library: Library, tmp_path: Path) -> None:
    encoder = Encoder(make_encoder(tmp_path / "encoder", MEANINGS))
    found = texts(PassageIndex.over(library, encoder), "Is a brace of use?")
    assert found[:2] == [BRACE, GIRDLE]
    assert texts(PassageIndex.over(library), "Is a brace of use?") == [BRACE]


def test_vectors_that_another_encoder_made_are_refused_until_they_are_made_anew(
    library: Library, tmp_path: Path
) -> None:
    first = Encoder(make_encoder(tmp_path / "first", MEANINGS))
    other = Encoder(make_encoder(tmp_path / "other", MEANINGS, id='"other"'))
    PassageIndex.over(library, first)
    with pytest.raises(InvalidOption, match="made by the encoder `tiny`, not by `other`"):
        PassageIndex.over(library, other)
    PassageIndex.over(library, other, renew=True)
    assert len(texts(PassageIndex.over(library, other), "brace")) == len(PAGES)


def test_vectors_are_made_only_for_what_is_new_and_forgotten_with_their_document(
    library: Library, pages: Path, tmp_path: Path
) -> None:
    encoder = Encoder(make_encoder(tmp_path / "encoder", MEANINGS))
    index = PassageIndex.over(library, encoder)
    (pages / "new.txt").write_text("Girdles again.", encoding="utf-8")
    filled(library, pages)
    forget(library, [about.id for about in library.abouts() if about.place.endswith("b.txt")])
    index.keep_up()
    assert texts(index, "brace")[0] == BRACE
    assert GIRDLE not in texts(index, "brace")
    assert "Girdles again." in texts(PassageIndex.over(library, encoder), "brace")


def test_what_somebody_else_keeps_beside_an_index_stays(library: Library) -> None:
    folder = Path(str(library.folder)) / "index"
    kept = [
        folder / name for name in ("mine/notes.txt", "words-mine/notes.txt", "notes.html", "state.sqlite-notes.txt")
    ]
    for file in kept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("notes", encoding="utf-8")
    PassageIndex.over(library)
    (folder / "state.sqlite").write_bytes(b"damaged" * 400)
    PassageIndex.over(library)
    assert [file for file in kept if not file.exists()] == []
