"""Reads how people ask: what holds for all conditions, and the wordings that state a fact of one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from isthmus.claims.asking import Asking, Cue, FollowUps, Numbers, Persons, Reading, Stance
from isthmus.claims.asking_shapes import AskedFactsFile, AskingFile, FeatureShape, ReadingShape
from isthmus.claims.read_wording import WordingFault, WordingReader
from isthmus.claims.wording import Part, Wording
from isthmus.errors import Fault
from isthmus.located import Files, Located, Steps
from isthmus.terms import FeatureName

__all__ = ["load_asking"]


def load_asking(folder: Path) -> Asking:
    """Read how people ask, in general and about one condition.

    Args:
        folder: The condition's folder; `asking.yaml` stands at the top of the knowledge.

    Returns:
        How people ask; nothing is read out of questions where the condition has no `asked_facts.yaml`.

    Raises:
        KnowledgeError: A file has faults; each is listed with its line.
    """
    own = folder / "asked_facts.yaml"
    if not own.exists():
        return Asking()
    files = Files(folder.parent.parent)
    general, general_at = files.read(files.knowledge / "asking.yaml", AskingFile)
    facts, facts_at = files.read(own, AskedFactsFile)
    files.refuse_faults()
    words = WordingReader()
    asking = _Reader(words, general_at, files.faults).asking(general)
    readings = _Reader(words, facts_at, files.faults).readings(facts)
    files.refuse_faults()
    return replace(asking, readings=readings)


class _Reader:
    """Reads the wordings of one file and notes each fault with its line; sets of an earlier file are known to it."""

    def __init__(self, words: WordingReader, document: Located, faults: list[Fault]) -> None:
        self.words = words
        self.document = document
        self.faults = faults

    def asking(self, model: AskingFile) -> Asking:
        self._define("times", {"time": [word for words in model.times.values() for word in words]})
        self._define("sets", model.sets)
        return Asking(
            numbers=self._numbers(model),
            persons=self._persons(model),
            stance=self._stance(model),
            kinds=self._cues("kinds", [(kind.id, kind.asked) for kind in model.kinds]),
            audiences=self._cues("audiences", [(cue.audience, cue.asked) for cue in model.audiences]),
            follow_ups=FollowUps(
                self._part(model.follow_ups.opening, ("follow-ups", "opening")),
                frozenset(model.follow_ups.pointing),
                self._part(model.follow_ups.bare, ("follow-ups", "bare")),
                model.follow_ups.most_words,
            ),
            second_question=self._part(model.second_question, ("second-question",)),
            next_steps=self._wordings(model.next_steps, ("next-steps",)),
            unsettled=model.unsettled,
        )

    def readings(self, model: AskedFactsFile) -> tuple[Reading, ...]:
        self._define("sets", model.sets)
        return tuple(
            self._reading(feature, reading, model, ("features", at, "readings", number))
            for at, feature in enumerate(model.features)
            for number, reading in enumerate(feature.readings)
        )

    def _reading(self, feature: FeatureShape, shape: ReadingShape, model: AskedFactsFile, steps: Steps) -> Reading:
        if (shape.value is None) == (shape.number is None):
            self._fault(steps, "it gives both a value and a number, or neither", "Keep one.")
        for at, said in enumerate(shape.said if shape.number else ()):
            if ".." not in said.split(" + ")[0]:
                self._fault(
                    (*steps, "said", at), f"`{said}` holds no number in its first part", "Write one, as in 0..10."
                )
        per = None if shape.number is None else model.times.get(shape.number, {})
        return Reading(
            FeatureName(feature.feature),
            self._wordings(shape.said, (*steps, "said")),
            self._wordings(shape.unless, (*steps, "unless")),
            shape.value,
            per,
            shape.denied,
            shape.firm,
        )

    def _numbers(self, model: AskingFile) -> Numbers:
        numbers = model.numbers
        return Numbers(
            units=numbers.units,
            tens=numbers.tens,
            grades=numbers.grades,
            times={word: unit for unit, words in model.times.items() for word in words},
            inexact=self._part(numbers.inexact, ("numbers", "inexact")),
            going_on=self._part(numbers.going_on, ("numbers", "going-on")),
            measures=self._part(numbers.measures, ("numbers", "measures")),
        )

    def _persons(self, model: AskingFile) -> Persons:
        persons = model.persons
        return Persons(
            ward=self._part(persons.ward, ("persons", "ward")),
            other=self._part(persons.other, ("persons", "other")),
            nobody=self._part(persons.nobody, ("persons", "nobody")),
            asker=self._part(persons.self, ("persons", "self")),
            together=self._part(persons.together, ("persons", "together")),
            pronoun=self._part(persons.pronoun, ("persons", "pronoun")),
            opening=self._part(persons.opening, ("persons", "opening")),
            apart=tuple(map(frozenset, model.apart)),
        )

    def _stance(self, model: AskingFile) -> Stance:
        questions, denials = model.questions, model.denials
        return Stance(
            opening_sentence=self._part(questions.sentence, ("questions", "sentence")),
            opening_clause=self._part(questions.clause, ("questions", "clause")),
            telling=self._part(questions.telling, ("questions", "telling")),
            joins=frozenset(questions.joins),
            supposing=self._part(model.supposing, ("supposing",)),
            ordered=self._part(model.ordered, ("ordered",)),
            hedges=self._part(model.hedges, ("hedges",)),
            denials=frozenset(denials.words),
            between=frozenset(denials.between),
            either=frozenset(denials.either),
            anew=frozenset(denials.anew),
            unclear=frozenset(denials.unclear),
        )

    def _cues(self, key: str, rows: Sequence[tuple[str, Sequence[str]]]) -> tuple[Cue, ...]:
        return tuple(Cue(shows, self._wordings(asked, (key, at, "asked"))) for at, (shows, asked) in enumerate(rows))

    def _define(self, key: str, sets: Mapping[str, Sequence[str]]) -> None:
        for name, entries in sets.items():
            try:
                self.words.define(name, entries)
            except WordingFault as fault:
                self._fault((key, name), f"the set `{name}` cannot be used: {fault}", "Correct it.")

    def _part(self, texts: Sequence[str], steps: Steps) -> Part:
        """Read wordings of one part each as the choice between them."""
        return Part(tuple(row for part in self._parts(texts, steps) for row in part.rows))

    def _parts(self, texts: Sequence[str], steps: Steps) -> tuple[Part, ...]:
        """Read wordings of one part each."""
        return tuple(wording.parts[0] for wording in self._wordings(texts, steps))

    def _wordings(self, texts: Sequence[str], steps: Steps) -> tuple[Wording, ...]:
        return tuple(self._read(texts, steps))

    def _read(self, texts: Sequence[str], steps: Steps) -> Iterator[Wording]:
        for at, text in enumerate(texts):
            try:
                yield self.words.read(text)
            except WordingFault as fault:
                self._fault((*steps, at), f"the wording `{text}` cannot be used: {fault}", "Correct it.")

    def _fault(self, steps: Steps, what: str, remedy: str) -> None:
        self.faults.append(Fault(self.document.where(steps), f"{what}.", remedy))
