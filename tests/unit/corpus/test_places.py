from tests.unit.corpus.conftest import CARE, Taken, Write

from isthmus.corpus import Library
from isthmus.corpus.places import Lines, Places, collection_of, lines_of


def test_what_is_known_is_kept_under_its_first_place_whichever_folder_is_named(
    library: Library, take: Taken, write: Write
) -> None:
    folder = write({"leaflets/care.txt": CARE})
    inner = str(folder / "leaflets")
    take(folder / "leaflets")
    places = Places(library.store)
    assert places.roots == {inner}
    assert places.of(str(folder), "leaflets/care.txt") == (inner, "care.txt")
    assert places.of(inner, "care.txt") == (inner, "care.txt")
    assert places.of(str(folder), "leaflets/other.txt") == (str(folder), "leaflets/other.txt")
    assert places.of(f"{inner}-more", "care.txt") == (f"{inner}-more", "care.txt")
    assert places.of("", "https://example.org/care.txt") == ("", "https://example.org/care.txt")


def test_a_line_that_comes_to_a_known_collection_is_kept_with_the_others(
    library: Library, take: Taken, write: Write
) -> None:
    folder = write({"all/all.jsonl": '{"question": "Does it heal?", "answer": "It often heals within months."}'})
    take(folder / "all")
    inner = str(folder / "all")
    assert lines_of(library.store, (inner, "all.jsonl")) == {"all.jsonl#1"}
    assert Places(library.store).of(str(folder), "all/all.jsonl#2") == (inner, "all.jsonl#2")


def test_only_lines_of_collections_that_were_read_whole_are_gone(library: Library, take: Taken, write: Write) -> None:
    record = '{"question": "Does it heal?", "answer": "It often heals within months."}'
    folder = write({"a.jsonl": f"{record}\n{record}", "b.jsonl": f"{record}\n{record}"})
    take(folder)
    root, lines = str(folder), Lines(library.store)
    for place in ("a.jsonl#1", "b.jsonl#1"):
        lines.seen(root, place)
    lines.trouble(root, "b.jsonl")
    assert (len(lines), lines.gone()) == (2, [(root, "a.jsonl#2")])
    lines.trouble(root, "a.jsonl#2")
    lines.trouble(root, "c#2.png")
    assert (len(lines), lines.gone()) == (2, [])


def test_what_could_not_be_read_is_known_from_whichever_folder_it_is_named(
    library: Library, take: Taken, write: Write
) -> None:
    record = '{"question": "Does it heal?", "answer": "It often heals within months."}'
    folder = write({"a/pack/all.jsonl": f"{record}\n{record}"})
    take(folder)
    lines = Lines(library.store)
    lines.seen(str(folder), "a/pack/all.jsonl#1")
    lines.trouble(str(folder / "a"), "pack")
    assert lines.gone() == []


def test_a_name_may_hold_the_sign_before_a_line() -> None:
    assert collection_of("a#b.jsonl#3") == "a#b.jsonl"
