"""What a library costs: ingest in documents a second on one thread, sizes, and how both grow; `make bench` prints it.

The corpus is that of `ISTHMUS_SHARED`, MedQuAD as JSON lines, and five times as much: the same answers with the words of
each turned about another seed, so that they are other texts of the same kind and length. Without it, nothing is measured.
"""

import gzip
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

from isthmus.corpus import Library, Passage, Sources, ingest

CORPUS = "data/medquad.jsonl.gz"
TIMES = 5
PASSAGES_OF_A_QUESTION, QUESTIONS = 40, 200
MIXED = 10_000
COPIED, FEWEST_WORDS = 400, 60
MB = 1_000_000


def bench() -> Iterator[str]:
    """Measure, and tell each figure on a line of its own."""
    shared = os.environ.get("ISTHMUS_SHARED")
    if not shared:
        yield "library: ISTHMUS_SHARED is not set, so nothing was ingested."
        return
    corpus = Path(shared, CORPUS)
    with tempfile.TemporaryDirectory() as folder:
        yield from measure(corpus, Path(folder, "once"), "MedQuAD")
        larger = Path(folder, "larger.jsonl")
        with larger.open("w", encoding="utf-8") as file:
            file.writelines(multiplied(corpus))
        yield from measure(larger, Path(folder, "larger"), f"{TIMES} times MedQuAD")
        yield mixed(Path(folder))
        yield copies_found(corpus, Path(folder))


def measure(source: Path, folder: Path, name: str) -> Iterator[str]:
    """Ingest a corpus twice, then take passages out of the library."""
    library = Library.at(folder)
    start, worked = perf_counter(), process_time()
    report = ingest(library, Sources([str(source)]))
    took, worked = perf_counter() - start, process_time() - worked
    text = sum(len(library.text(about.id) or b"") for about in library.abouts())
    yield (
        f"{name}: {report.read:,} documents in {took:.1f} s, {report.read / took:,.0f} a second "
        f"({report.read / worked:,.0f} a second of work)"
    )
    start = perf_counter()
    again = ingest(library, Sources([str(source)]))
    yield f"{name}: {again.unchanged:,} unchanged, known in {perf_counter() - start:.2f} s"
    library.close()
    size = sum(path.stat().st_size for path in folder.iterdir())
    yield f"{name}: {size / MB:.1f} MB for {text / MB:.1f} MB of text"
    yield f"{name}: {groups(folder)}"
    yield f"{name}: {PASSAGES_OF_A_QUESTION} passages in {passages_ms(folder):.2f} ms (median)"


def groups(folder: Path) -> str:
    """Tell how many documents are copies."""
    library = Library.open(folder)
    found = [about.group for about in library.abouts()]
    library.close()
    copied = len(found) - len(set(found))
    return f"{copied:,} documents repeat another"


def passages_ms(folder: Path) -> float:
    """Time how long it takes to have the passages of one question."""
    library = Library.open(folder)
    chance = random.Random(7)  # noqa: S311 - it chooses passages, not secrets
    every = [passage.id for change in library.changes_since(0) for passage in change.passages]
    times = []
    for _ in range(QUESTIONS):
        ids = chance.sample(every, PASSAGES_OF_A_QUESTION)
        start = perf_counter()
        found: list[Passage] = library.passages(ids)
        times.append(perf_counter() - start)
        assert len(found) == len(ids)
    library.close()
    return sorted(times)[QUESTIONS // 2] * 1000


def multiplied(corpus: Path) -> Iterator[str]:
    """Write the corpus several times, each time in other words of the same length and frequency."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for copy in range(TIMES):
        chance = random.Random(copy)  # noqa: S311 - it deals words, not secrets
        for record in records:
            yield (
                json.dumps(record | {"id": f"{copy}-{record['id']}", "answer": turned(record["answer"], copy, chance)})
                + "\n"
            )


def turned(answer: str, copy: int, chance: random.Random) -> str:
    """Deal the words of a text anew within each line, but for the first copy, so that its shape stays as it was."""
    if not copy:
        return answer
    lines = []
    for line in answer.splitlines():
        words = line.split(" ")
        chance.shuffle(words)
        lines.append(" ".join(words))
    return "\n".join(lines)


def mixed(top: Path) -> str:
    """Ingest ten thousand files, of which every fourth can be read, and one of 500 MB."""
    folder = top / "mixed"
    folder.mkdir()
    for at in range(MIXED):
        good = f"Page {at}\n\nIt says that {at} people rested for {at % 9} weeks, and what became of them."
        (folder / f"{at:05}.txt").write_bytes([good.encode(), b"\x00\x01", b"caf\xe9", b""][at % 4])
    with (folder / "large.txt").open("wb") as large:
        large.truncate(500 * MB)
    library = Library.in_memory()
    start = perf_counter()
    report = ingest(library, Sources([str(folder)]))
    lines = len({fault.where for fault in report.skipped})
    took = perf_counter() - start
    return f"{MIXED:,} mixed files and one of 500 MB: {report.read:,} read, {lines:,} told, in {took:.1f} s"


def copies_found(corpus: Path, top: Path) -> str:
    """Copy answers with another header, date and ending, a word changed here and there; tell how many are found."""
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        answers = list(dict.fromkeys(json.loads(line)["answer"] for line in file))
    chance = random.Random(11)  # noqa: S311 - it chooses answers, not secrets
    chosen = chance.sample([answer for answer in answers if len(answer.split()) >= FEWEST_WORDS], COPIED)
    folder = top / "copied"
    folder.mkdir()
    for at, answer in enumerate(chosen):
        (folder / f"{at:04}-a.txt").write_text(answer, "utf-8")
        (folder / f"{at:04}-b.txt").write_text(copied(answer, at, chance), "utf-8")
    library = Library.in_memory()
    ingest(library, Sources([str(folder)]))
    groups: dict[str, set[str]] = {}
    for about in library.abouts():
        groups.setdefault(about.group, set()).add(about.place[:4])
    of = {about.place: about.group for about in library.abouts()}
    found = sum(of[f"{at:04}-a.txt"] == of[f"{at:04}-b.txt"] for at in range(COPIED))
    mixed_up = sum(len(places) for places in groups.values() if len(places) > 1)
    return f"copied pages: {found} of {COPIED} found; {mixed_up} pages in a group with another page's copies"


def copied(answer: str, at: int, chance: random.Random) -> str:
    """Copy a page as sites do: its own name and date above, its own words below, one word in a hundred another."""
    words = answer.split(" ")
    for place in chance.sample(range(len(words)), len(words) // 100):
        words[place] = "other"
    header = f"Clinic number {at} of the north\n\nReviewed on {at % 28 + 1} May 20{at % 20 + 10} by our editors."
    return (
        f"{header}\n\n{' '.join(words)}\n\nThis page was written for those who visit clinic number {at} of the north."
    )


if __name__ == "__main__":
    for told in bench():
        sys.stdout.write(f"{told}\n")
        sys.stdout.flush()
