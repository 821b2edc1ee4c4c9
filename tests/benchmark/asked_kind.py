"""How many sentences of an answer are of the kind that is asked for, where no heading tells it: `make bench` prints it.

Answers of MedQuAD are stored under what they are about, without their questions, and of each thing one kind of answer is
asked for in plain words. A sentence is right if an answer of that kind to that thing holds it. Only things are asked about
of which nothing was learned (`medquad.py`). Beside isthmus stand the sentences that bm25s ranks first, as many.
"""

import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import bm25s

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.medquad import Pair, read_pairs

from isthmus.answer import Respondent
from isthmus.condition import load_condition
from isthmus.corpus import Library, Sources, ingest
from isthmus.search import PassageIndex

__all__ = ["asked_of", "isthmus_over", "measure"]

THINGS = 250
OTHERS = 3_000
MOST = 6
FEWEST_KINDS = 3
FORMS = {
    "causes": "What causes {}?",
    "complications": "What are the complications of {}?",
    "frequency": "How common is {}?",
    "inheritance": "Is {} inherited?",
    "outlook": "What is the outlook for {}?",
    "prevention": "Can {} be prevented?",
    "symptoms": "What are the signs of {}?",
    "tests": "How is {} diagnosed?",
    "treatment": "What treats {}?",
}

Said = tuple[str, str]
"""The title of the document that a sentence stands in, and the sentence."""

Engine = Callable[[str], Sequence[Said]]
"""Answers a question with sentences."""


Maker = Callable[[Library], Engine]
"""Makes an engine that knows a library."""


def measure(shared: Path, engines: Mapping[str, Maker], every: int = 1) -> dict[str, Counter[str]]:
    """Ask for kinds of answer, and count sentences that are right and wrong, and answers with a right one, or with none.

    Args:
        shared: The folder that holds the data.
        engines: What makes each engine.
        every: One for all things, ten for each tenth.
    """
    pairs = [pair for pair in read_pairs(shared) if pair.half == "check"]
    asked = dict(list(asked_of(pairs).items())[::every])
    things = {pair.focus for pair in asked.values()}
    kept = [pair for pair in pairs if pair.focus in things]
    kept += [pair for pair in pairs if pair.focus not in things][: OTHERS // every]
    with tempfile.TemporaryDirectory() as folder, closing(Library.at(Path(folder, "library"))) as library:
        store(kept, Path(folder, "answers.jsonl"), library)
        return {name: score(make(library), asked, kept) for name, make in engines.items()}


def asked_of(pairs: Sequence[Pair]) -> Mapping[str, Pair]:
    """Choose things of which several kinds are told, and a kind to ask of each; a question leads to its pair."""
    told: dict[str, dict[str, Pair]] = defaultdict(dict)
    for pair in pairs:
        told[pair.focus].setdefault(pair.kind, pair)
    rich = [kinds for kinds in told.values() if len(kinds) >= FEWEST_KINDS and not FORMS.keys().isdisjoint(kinds)]
    chosen: dict[str, Pair] = {}
    for number, kinds in enumerate(rich[:: max(1, len(rich) // THINGS)]):
        choices = sorted(FORMS.keys() & kinds)
        pair = kinds[choices[number % len(choices)]]
        chosen[FORMS[pair.kind].format(pair.focus)] = pair
    return chosen


def store(pairs: Sequence[Pair], file: Path, library: Library) -> None:
    """Read answers into a library, each under what it is about."""
    lines = (json.dumps({"title": pair.focus, "text": pair.answer}) + "\n" for pair in pairs)
    file.write_text("".join(lines), encoding="utf-8")
    ingest(library, Sources([str(file)]))


def isthmus_over(library: Library) -> Engine:
    """Answer from the documents of a library as `ask` does."""
    respondent = Respondent(load_condition("pars-defect").evidence, PassageIndex.over(library))

    def answer(question: str) -> Sequence[Said]:
        statements = respondent.ask(question).statements
        return [(one.citations[0].title, one.text) for one in statements if one.claim is None]

    return answer


def bm25s_over(library: Library) -> Engine:
    """Rank all sentences, each with the title of its document, with bm25s as it comes."""
    said = list(sentences_of(library))
    retriever = bm25s.BM25()
    retriever.index(
        bm25s.tokenize([" ".join(one) for one in said], stopwords="en", show_progress=False), show_progress=False
    )

    def answer(question: str) -> Sequence[Said]:
        words = bm25s.tokenize(question, stopwords="en", show_progress=False)
        found, _ = retriever.retrieve(words, k=MOST, show_progress=False)
        return [said[int(at)] for at in found[0]]

    return answer


ENGINES: Mapping[str, Maker] = {"bm25s": bm25s_over, "isthmus": isthmus_over}


def sentences_of(library: Library) -> Iterator[Said]:
    """Give every sentence of a library with the title of its document."""
    for about in library.abouts():
        for passage in library.passages_of(about.id):
            yield from ((about.title, sentence.text) for sentence in passage.sentences)


def score(engine: Engine, asked: Mapping[str, Pair], pairs: Sequence[Pair]) -> Counter[str]:
    """Count what an engine says."""
    answers: dict[tuple[str, str], str] = defaultdict(str)
    for pair in pairs:
        answers[pair.focus, pair.kind] += f" {plain(pair.answer)}"
    counted: Counter[str] = Counter(asked=len(asked), right=0, wrong=0, answered=0, silent=0)
    for question, pair in asked.items():
        said = engine(question)
        right = sum(title == pair.focus and plain(text) in answers[pair.focus, pair.kind] for title, text in said)
        counted.update(right=right, wrong=len(said) - right, answered=int(right > 0), silent=int(not said))
    return counted


def plain(text: str) -> str:
    """Write a text with single spaces."""
    return " ".join(text.split())


def main() -> None:
    """Print how well each engine keeps to the kind that is asked for."""
    print(
        f"{'the kind of answer that is asked for':40}{'answered':>10}{'silent':>8}{'beside it':>11}{'sentences right':>17}"
    )
    for name, counted in measure(Path(os.environ["ISTHMUS_SHARED"]), ENGINES).items():
        beside = counted["asked"] - counted["answered"] - counted["silent"]
        share = counted["right"] / ((counted["right"] + counted["wrong"]) or 1)
        print(f"{name:40}{counted['answered']:10}{counted['silent']:8}{beside:11}{share:17.1%}")


if __name__ == "__main__":
    main()
