"""Time ingest, search and whole answers on MedQuAD, as it is and five times as large: `make bench`.

One thread asks. Beside isthmus bm25s and plain tantivy index and search the same answers in the same run. Besides the time
on the clock stands the time that a processor worked, which other programs on the machine disturb less.
"""

import gzip
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import perf_counter, process_time, thread_time

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.known_item import bm25s_over, tantivy_over
from tests.benchmark.medquad import read_pairs

from isthmus.answer import Respondent
from isthmus.condition import load_condition
from isthmus.corpus import Library, Sources, ingest
from isthmus.search import PassageIndex, Thesaurus

PASSAGES = 40
QUESTIONS = 2_000
WHOLE = 100
STEP = 1_009
"""How far apart the halves are that a made answer is put together from; a prime, so that no two pairs are the same."""


@dataclass(frozen=True)
class Times:
    """Times of many calls in milliseconds, on the clock and of the processor."""

    clock: Sequence[float]
    worked: Sequence[float]

    @classmethod
    def of(cls, call: Callable[[str], object], texts: Sequence[str]) -> "Times":
        """Time a call for each text; the first hundred only warm up."""
        for text in texts[:100]:
            call(text)
        rows = [_timed(call, text) for text in texts]
        return cls([clock for clock, _ in rows], [worked for _, worked in rows])

    def __str__(self) -> str:
        shares = [np.percentile(one, share) for one in (self.clock, self.worked) for share in (50, 99)]
        return "p50 {:6.2f}  p99 {:6.2f} ms   of the processor  p50 {:6.2f}  p99 {:6.2f} ms".format(*shares)


def answers_of(shared: Path, times: int) -> Iterator[str]:
    """Give the answers of MedQuAD, then further ones made of halves of two, until there are some times as many."""
    answers = [pair.answer for pair in read_pairs(shared)]
    made = (
        answer[: len(answer) // 2] + other[len(other) // 2 :]
        for time in range(1, times)
        for answer, other in zip(answers, answers[STEP * time :] + answers[: STEP * time], strict=True)
    )
    return chain(answers, made)


def measure(shared: Path, folder: Path, times: int) -> None:
    """Ingest, index and ask, and print what it took."""
    collection = folder / "answers.jsonl.gz"
    with gzip.open(collection, "wt", encoding="utf-8", compresslevel=1) as lines:
        lines.writelines(
            json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(answers_of(shared, times))
        )
    questions = [pair.question for pair in read_pairs(shared)][:: len(read_pairs(shared)) // QUESTIONS]
    condition = load_condition("pars-defect")
    thesaurus = Thesaurus.of_lexicon(condition.evidence.lexicon)
    library = Library.at(folder / "library")
    start, worked = perf_counter(), process_time()
    ingest(library, Sources([str(collection)]))
    read, read_worked = perf_counter() - start, process_time() - worked
    index = PassageIndex.over(library)
    both, both_worked = perf_counter() - start, process_time() - worked
    documents = len(library)
    print(f"MedQuAD times {times}: {documents:,} documents")
    print(f"  ingest {documents / read:7,.0f} documents/s; of the processor {documents / read_worked:7,.0f}")
    print(f"  and index {documents / both:4,.0f} documents/s; of the processor {documents / both_worked:7,.0f}")
    print(f"  index {size(folder / 'library' / 'index'):6.1f} MB, library {size(folder / 'library'):6.1f} MB with it")
    print(
        f"  find {PASSAGES} passages    {Times.of(lambda text: index.find(thesaurus.read(text), PASSAGES), questions)}"
    )
    respondent = Respondent(condition.evidence, PassageIndex.over(library), condition.phrases)
    print(f"  whole answer        {Times.of(respondent.ask, questions[:: len(questions) // WHOLE])}")
    library.close()


def measure_plain(shared: Path) -> None:
    """Index the same answers with plain engines, and print what it took."""
    answers, questions = list(answers_of(shared, 1)), [pair.question for pair in read_pairs(shared)]
    for name, make in (("bm25s", bm25s_over), ("tantivy", tantivy_over)):
        start = perf_counter()
        engine = make(answers)
        print(f"  {name:8} index {len(answers) / (perf_counter() - start):6,.0f} documents/s")
        print(f"  {name:8} top 100    {Times.of(engine, questions[:: len(questions) // QUESTIONS])}")


def size(folder: Path) -> float:
    """Add up the files of a folder, in millions of bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _timed(call: Callable[[str], object], text: str) -> tuple[float, float]:
    start, worked = perf_counter(), thread_time()
    call(text)
    return (perf_counter() - start) * 1e3, (thread_time() - worked) * 1e3


def main() -> None:
    """Print how fast it is, beside plain engines, and how that grows."""
    shared = Path(os.environ["ISTHMUS_SHARED"])
    print("plain engines on the answers of MedQuAD")
    measure_plain(shared)
    for times in (1, 5):
        with tempfile.TemporaryDirectory() as folder:
            measure(shared, Path(folder), times)


if __name__ == "__main__":
    main()
