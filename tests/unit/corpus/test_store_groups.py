from itertools import permutations
from pathlib import Path

from tests.unit.corpus.conftest import CARE, KNEE, Write

from isthmus.corpus import Library, Sources, forget, ingest

BODY = "\n\n".join(
    f"In the {number}th week the load on the back grows by a tenth, and the person says how the night of day {number} was."
    for number in range(20)
)
COPIES = {
    "a.txt": BODY,
    "b.txt": f"Northern clinic\n\nReviewed on 3 May 2021 by our team of editors.\n\n{BODY}",
    "c.txt": f"{BODY}\n\nReprinted with leave in 2024, and brought up to date since.",
    "other.txt": CARE,
    "knee.txt": KNEE,
}


def groups(library: Library) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for about in library.abouts():
        found.setdefault(about.group, []).append(about.place)
    return sorted(found.values())


def test_copies_share_a_group_that_bears_the_id_of_one_of_them(write: Write) -> None:
    library = Library.in_memory()
    ingest(library, Sources([str(write(COPIES))]))
    assert groups(library) == [["a.txt", "b.txt", "c.txt"], ["knee.txt"], ["other.txt"]]
    ids = {about.id for about in library.abouts()}
    assert {about.group for about in library.abouts()} <= ids


def test_groups_do_not_depend_on_the_order_of_ingest(write: Write) -> None:
    folder = write(COPIES)
    seen = set()
    for order in permutations(["a.txt", "b.txt", "c.txt"]):
        library = Library.in_memory()
        for name in (*order, *COPIES):
            ingest(library, Sources([str(folder / name)]))
        seen.add(tuple((about.place, about.group) for about in library.abouts()))
    assert len(seen) == 1


def test_a_group_is_told_by_what_is_left_when_a_document_goes(write: Write, tmp_path: Path) -> None:
    library = Library.at(tmp_path / "library")
    ingest(library, Sources([str(write(COPIES))]))
    first = next(about.group for about in library.abouts() if about.place == "a.txt")
    forget(library, [library.find(first)])
    assert first not in {about.group for about in library.abouts()}
    assert sorted(map(len, groups(library))) == [1, 1, 2]
    (pair,) = (places for places in groups(library) if len(places) == 2)
    forget(library, [library.find(pair[0])])
    assert sorted(map(len, groups(library))) == [1, 1, 1]
    library.close()


def test_of_many_copies_those_that_stay_are_one_group_when_the_first_get_another_text(write: Write) -> None:
    library = Library.in_memory()
    folder = write({f"{at:02}.txt": f"{BODY}\n\nPrinted on day {at}." for at in range(12)})
    ingest(library, Sources([str(folder)]))
    write({f"{at:02}.txt": " ".join(f"word{at}of{number}" for number in range(60)) for at in range(10)})
    ingest(library, Sources([str(folder)]))
    assert groups(library)[-1] == ["10.txt", "11.txt"]


def test_a_form_that_hundreds_fill_in_makes_no_group(tmp_path: Path) -> None:
    form = (
        "Is {0} passed on? {0} is passed on in a pattern in which both copies of the gene in each cell have changed. "
        * 3
    )
    names = [f"gene{chr(97 + number // 26)}{chr(97 + number % 26)}osis" for number in range(120)]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(form.format(name), encoding="utf-8")
    library = Library.in_memory()
    ingest(library, Sources([str(tmp_path)]))
    assert len(groups(library)) == len(names)


def test_a_document_whose_text_was_damaged_can_be_replaced_and_forgotten(write: Write, tmp_path: Path) -> None:
    library = Library.at(tmp_path / "library")
    folder = write({"other.txt": CARE, "knee.txt": KNEE})
    ingest(library, Sources([str(folder)]))
    library.store.run("UPDATE documents SET text = ?", b"Nothing of what was written here is left as it once was. " * 9)
    write({"other.txt": CARE + KNEE})
    assert ingest(library, Sources([str(folder)])).replaced == 1
    assert len(forget(library, [library.find("knee.txt")])) == 1
    assert library.store.number("SELECT count(*) FROM prints WHERE document NOT IN (SELECT number FROM documents)") == 0
    assert library.intact(library.find("other.txt"))
