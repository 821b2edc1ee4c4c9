"""What every search backend does; each backend of the registry is held to it."""

from pathlib import Path

import pytest

from isthmus.corpus import DocumentId, Passage, PassageId
from isthmus.errors import UnreadableFile
from isthmus.search import BACKENDS, SearchBackend, Thesaurus, stems

Backend = type[SearchBackend]
THESAURUS = Thesaurus.of([("brace", "corset"), ("pars defect", "stress fracture")], [])


def passage(key: str, text: str, heading: str | None = None) -> Passage:
    return Passage(PassageId(key), DocumentId(key), 0, len(text.encode()), text, heading, ())


PASSAGES = [
    passage("brace", "A brace rests the back."),
    passage("heading", "It rests the back.", heading="Braces"),
    passage("injection", "An injection eases pain for weeks."),
    passage("pars", "A stress fracture of the pars heals with rest."),
    passage("twin-b", "Vitamin D was low."),
    passage("twin-a", "Vitamin D was low."),
]


@pytest.fixture(params=BACKENDS.values(), ids=list(BACKENDS))
def backend(request: pytest.FixtureRequest) -> Backend:
    found: Backend = request.param
    return found


def ranked(index: SearchBackend, text: str, limit: int = 10) -> list[str]:
    return [hit.passage for hit in index.rank(THESAURUS.query(THESAURUS.concepts(stems(text))), limit)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("injections", "injection"),
        ("corset", "brace"),
        ("braces", "brace"),
        ("pars defect", "pars"),
        ("healing pars", "pars"),
        ("ZQXJ injection", "injection"),
    ],
)
def test_the_passage_that_says_it_comes_first(backend: Backend, query: str, first: str) -> None:
    assert ranked(backend.build(PASSAGES), query)[0] == first


def test_a_heading_counts_for_its_passage(backend: Backend) -> None:
    assert "heading" in ranked(backend.build(PASSAGES), "brace")


def test_what_matches_nothing_is_not_ranked(backend: Backend) -> None:
    assert ranked(backend.build(PASSAGES), "laptop") == []


def test_scores_fall_and_are_above_nothing(backend: Backend) -> None:
    query = THESAURUS.query(THESAURUS.concepts(stems("rest for a brace")))
    scores = [hit.score for hit in backend.build(PASSAGES).rank(query, 10)]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_equal_scores_are_ordered_and_cut_by_passage_id(backend: Backend, limit: int) -> None:
    twins = [passage(f"twin-{number:02}", "Vitamin D was low.") for number in range(12)]
    index = backend.build(reversed(twins))
    assert ranked(index, "vitamin", limit) == [f"twin-{number:02}" for number in range(limit)]


def test_the_order_of_building_changes_nothing(backend: Backend) -> None:
    text = "rest back pain vitamin"
    assert ranked(backend.build(PASSAGES), text) == ranked(backend.build(PASSAGES[::-1]), text)


@pytest.mark.parametrize(
    "text", ["heading:brace AND (", "brace* OR NOT", '"brace', "+brace -rest ^2 ~1", "[a TO b]", "\\"]
)
def test_words_of_a_user_are_never_read_as_query_syntax(backend: Backend, text: str) -> None:
    index = backend.build(PASSAGES)
    assert ranked(index, text) == ranked(index, " ".join(stems(text)))


def test_nothing_asked_or_nothing_stored_gives_nothing(backend: Backend) -> None:
    assert ranked(backend.build(PASSAGES), "") == []
    assert ranked(backend.build([]), "brace") == []


def test_an_index_comes_back_from_its_folder_as_it_was(backend: Backend, tmp_path: Path) -> None:
    index = backend.build(PASSAGES)
    index.save(tmp_path / "index")
    query = THESAURUS.query(THESAURUS.concepts(stems("rest for a brace and vitamin")))
    assert backend.load(tmp_path / "index").rank(query, 10) == index.rank(query, 10)


def test_an_empty_index_can_be_kept(backend: Backend, tmp_path: Path) -> None:
    backend.build([]).save(tmp_path)
    assert ranked(backend.load(tmp_path), "brace") == []


def test_a_folder_that_holds_something_is_not_written_to(backend: Backend, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="The folder holds something"):
        backend.build(PASSAGES).save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


def test_a_file_is_no_folder_to_keep_an_index_in(backend: Backend, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(UnreadableFile, match="It cannot be written"):
        backend.build(PASSAGES).save(file)


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_folder_without_an_index_is_refused(backend: Backend, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="There is no index in it"):
        backend.load(tmp_path / name)


def test_a_damaged_index_is_refused(backend: Backend, tmp_path: Path) -> None:
    backend.build(PASSAGES).save(tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(b"damaged")
    with pytest.raises(UnreadableFile):
        backend.load(tmp_path)
