"""Ingests pages in a process of its own that is killed at a random moment, again and again: `make kills`.

Whatever the moment, the library must be sound, and the next ingest must end with every document exactly once.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from isthmus.corpus import DocumentId, Library, Passage, Sources, ingest
from isthmus.search import PassageIndex, Query

# A few things a step, so that there are many moments between steps; each place is told on its own line.
PROGRAM = """
import sys
from importlib import import_module
from pathlib import Path
from isthmus.corpus import Library, Sources, ingest
from isthmus.search import PassageIndex
import_module("isthmus.corpus.ingest")._AT_ONCE = 7
library = Library.at(Path(sys.argv[1]))
print("begun", flush=True)
ingest(library, Sources([sys.argv[2]]), lambda place: print(place, flush=True))
print("stored", flush=True)
PassageIndex.over(library)
library.close()
print("done", flush=True)
"""
FILES, LINES = 60, 60
LONGEST_WAIT_S = 0.01
LATE = 3
EVERYTHING, MOST = Query(((("year",),),)), 10_000  # every passage holds the word


def write_pages(folder: Path) -> None:
    """Write pages and a collection, some of them copies of each other."""
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.txt").write_text(_page(number - number % 5 if number % 5 < 2 else number), "utf-8")
    lines = (f'{{"question": "What is {number}?", "answer": "{_page(FILES + number)}"}}' for number in range(LINES))
    (folder / "all.jsonl").write_text("\n".join(line.replace("\n", "\\n") for line in lines), "utf-8")


def _page(number: int) -> str:
    return "\n\n".join(
        f"In year {number} the load of week {week} was {number * week}, and it was borne." for week in range(9)
    )


def change_pages(folder: Path) -> None:
    """Change some pages and move the lines of the collection, so that documents take the place of others."""
    for number in range(0, FILES, 4):
        (folder / f"{number:03}.txt").write_text(_page(1000 + number), "utf-8")
    lines = (folder / "all.jsonl").read_text("utf-8").splitlines()
    (folder / "all.jsonl").write_text("\n".join([*lines[-3:], *lines[:-9]]), "utf-8")


def kill_one(library: Path, pages: Path, chance: random.Random) -> None:
    """Ingest until a random moment: mostly while documents come, at times while the index catches up."""
    command = [sys.executable, "-c", PROGRAM, str(library), str(pages)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = FILES + LINES + 1
    for _ in range(lines if chance.randrange(LATE) == 0 else chance.randrange(lines)):
        process.stdout.readline()
    sleep(chance.random() * LONGEST_WAIT_S)
    process.send_signal(signal.SIGKILL)
    process.communicate()


Held = dict[DocumentId, tuple[tuple[str, ...], str, tuple[Passage, ...]]]


def held(library: Library) -> Held:
    """Give everything a library holds: places, group and passages of every document."""
    return {
        about.id: (library.places(about.id), about.group, library.passages_of(about.id)) for about in library.abouts()
    }


def faults(library: Library) -> list[object]:
    """List what is wrong within a library's file."""
    integrity = [row for row in library.store.rows("PRAGMA integrity_check") if row != ("ok",)]
    return [*integrity, *library.store.rows("PRAGMA foreign_key_check")]


def survive(top: Path, kills: int, seed: int) -> None:
    """Kill that many ingests, half of them of changed pages; fail unless nothing is lost, doubled or damaged."""
    chance = random.Random(seed)  # noqa: S311 - it chooses moments, not secrets
    pages, folder = top / "pages", top / "library"
    write_pages(pages)
    for at in range(kills):
        if at == kills // 2:
            change_pages(pages)
        kill_one(folder, pages, chance)
    library = Library.at(folder)
    assert faults(library) == []
    copy: dict[DocumentId, tuple[Passage, ...]] = {}
    since = follow(library, copy, 0)
    report = ingest(library, Sources([str(pages)]))
    assert report.skipped == ()
    whole = Library.in_memory()
    ingest(whole, Sources([str(pages)]))
    assert held(library) == held(whole)
    follow(library, copy, since)
    assert copy == {key: passages for key, (_, _, passages) in held(whole).items()}
    indexed = {hit.passage for hit in PassageIndex.over(library).rank(EVERYTHING, MOST)}
    assert indexed == {passage.id for passages in copy.values() for passage in passages}
    assert faults(library) == []
    library.close()


def follow(library: Library, copy: dict[DocumentId, tuple[Passage, ...]], since: int) -> int:
    """Keep a copy of every passage in step, as an index does."""
    for change in library.changes_since(since):
        copy.pop(change.document, None)
        if change.passages:
            copy[change.document] = change.passages
        since = change.sequence
    return since


def main() -> None:
    """Run as often as asked, and say so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    kills, start = parser.parse_args().kills, perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        survive(Path(folder), kills, seed=kills)
    took = perf_counter() - start
    sys.stdout.write(f"{kills} ingests killed in {took:.0f} s: nothing lost, nothing doubled, nothing damaged.\n")


if __name__ == "__main__":
    main()
