"""Reads how people ask: what holds for all conditions, and the wordings that state a fact of one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from isthmus.claims.asking import Asking, Cue, FollowUps, Numbers, Persons, Reading, Replies, Setting, Stance
from isthmus.claims.asking_shapes import AskedFactsFile, AskingFile, FeatureShape, ReadingShape
from isthmus.claims.load_sets import WordFile
from isthmus.claims.read_wording import WordingReader
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
    reader = _Reader(words, facts_at, files.faults)
    asking = reader.with_facts(asking, facts)
    files.refuse_faults()
    return asking


class _Reader:
    """Reads the wordings of one file and notes each fault with its line; sets of an earlier file are known to it."""

    def __init__(self, words: WordingReader, document: Located, faults: list[Fault]) -> None:
        self._file = WordFile(document, faults, words)

    def asking(self, model: AskingFile) -> Asking:
        self._file.define({"time": [word for words in model.times.values() for word in words]}, "times")
        self._file.define(model.sets, "sets")
        return Asking(
            numbers=self._numbers(model),
            persons=self._persons(model),
            stance=self._stance(model),
            kinds=self._cues("kinds", [(kind.id, kind.asked) for kind in model.kinds]),
            audiences=self._cues("audiences", [(cue.audience, cue.asked) for cue in model.audiences]),
            follow_ups=self._follow_ups(model),
            replies=Replies(
                self._file.choice(model.replies.opening, ("replies", "opening")),
                self._file.choice(model.replies.closing, ("replies", "closing")),
                self._file.choice(model.replies.none, ("replies", "none")),
                model.replies.unclear,
                self._file.choice(model.replies.courtesy, ("replies", "courtesy")),
                model.replies.unasked,
            ),
            second_question=self._file.choice(model.second_question, ("second-question",)),
            next_steps=self._file.read(model.next_steps, ("next-steps",)),
            idioms=self._file.choice(model.idioms, ("idioms",)),
            disputed=self._file.read(model.disputed, ("disputed",)),
            corrections=self._file.choice(model.corrections, ("corrections",)),
            restated=self._file.choice(model.restated, ("restated",)),
            retractions=self._file.choice(model.retractions, ("retractions",)),
            setting=Setting(
                past=self._file.choice(model.past, ("past",)),
                pointing=frozenset([*model.follow_ups.pointing, *model.whereabouts]),
            ),
            unsettled=model.unsettled,
            of_several=model.of_several,
        )

    def with_facts(self, asking: Asking, model: AskedFactsFile) -> Asking:
        self._file.define(model.sets, "sets")
        return replace(
            asking,
            readings=self._readings(model),
            complaints=self._file.choice(model.complaints, ("complaints",)),
            setting=replace(
                asking.setting,
                elsewhere=self._file.choice(model.elsewhere, ("elsewhere",)),
                ours=self._file.choice(model.ours, ("ours",)),
            ),
            speaks={
                FeatureName(feature.feature): self._file.choice(feature.speaks, ("features", at, "speaks"))
                for at, feature in enumerate(model.features)
            },
        )

    def _readings(self, model: AskedFactsFile) -> tuple[Reading, ...]:
        return tuple(
            self._reading(feature, reading, model, ("features", at, "readings", number))
            for at, feature in enumerate(model.features)
            for number, reading in enumerate(feature.readings)
        )

    def _reading(self, feature: FeatureShape, shape: ReadingShape, model: AskedFactsFile, steps: Steps) -> Reading:
        if (shape.value is None) == (shape.number is None) and (shape.number or shape.denied is None):
            self._file.fault(steps, "it gives both a value and a number, or neither.", "Keep one.")
        for at, said in enumerate(shape.said if shape.number else ()):
            if ".." not in said.split(" + ")[0]:
                self._file.fault(
                    (*steps, "said", at), f"`{said}` holds no number in its first part.", "Write one, as in 0..10."
                )
        per = None if shape.number is None else model.times.get(shape.number, {})
        return Reading(
            FeatureName(feature.feature),
            self._file.read(shape.said, (*steps, "said")),
            self._file.read(shape.unless, (*steps, "unless")),
            self._file.choice(shape.followed_by, (*steps, "followed-by")) if shape.followed_by else None,
            self._file.choice(shape.not_followed_by, (*steps, "not-followed-by")),
            shape.value,
            per,
            shape.denied,
            shape.firm,
            feature.red_flag,
            feature.here_and_now,
        )

    def _numbers(self, model: AskingFile) -> Numbers:
        numbers = model.numbers
        return Numbers(
            units=numbers.units,
            tens=numbers.tens,
            grades=numbers.grades,
            times={word: unit for unit, words in model.times.items() for word in words},
            inexact=self._file.choice(numbers.inexact, ("numbers", "inexact")),
            beside=self._file.choice(numbers.beside, ("numbers", "beside")),
            going_on=self._file.choice(numbers.going_on, ("numbers", "going-on")),
            measures=self._file.choice(numbers.measures, ("numbers", "measures")),
        )

    def _follow_ups(self, model: AskingFile) -> FollowUps:
        written = model.follow_ups
        return FollowUps(
            self._file.choice(written.opening, ("follow-ups", "opening")),
            frozenset(written.pointing),
            self._file.choice(written.bare, ("follow-ups", "bare")),
            written.most_words,
            frozenset(written.things),
            self._file.choice(written.standing, ("follow-ups", "standing")),
            self._file.choice(written.tried, ("follow-ups", "tried")),
            self._file.read(written.whole, ("follow-ups", "whole")),
        )

    def _persons(self, model: AskingFile) -> Persons:
        persons = model.persons
        return Persons(
            ward=self._file.choice(persons.ward, ("persons", "ward")),
            other=self._file.choice(persons.other, ("persons", "other")),
            nobody=self._file.choice(persons.nobody, ("persons", "nobody")),
            asker=self._file.choice(persons.self, ("persons", "self")),
            together=self._file.choice(persons.together, ("persons", "together")),
            pronoun=self._file.choice(persons.pronoun, ("persons", "pronoun")),
            opening=self._file.choice(persons.opening, ("persons", "opening")),
            bystander=self._file.choice(persons.bystander, ("persons", "bystander")),
            another=self._file.choice(persons.another, ("persons", "another")),
            undirected=self._file.choice(persons.undirected, ("persons", "undirected")),
            for_whom=frozenset(persons.for_whom),
            apart=tuple(map(frozenset, model.apart)),
            sexes=tuple(map(frozenset, model.sexes)),
            contrasts=tuple(map(frozenset, model.contrasts)),
            several=self._file.choice(persons.several, ("persons", "several")),
        )

    def _stance(self, model: AskingFile) -> Stance:
        questions, denials = model.questions, model.denials
        return Stance(
            opening_sentence=self._file.choice(questions.sentence, ("questions", "sentence")),
            opening_clause=self._file.choice(questions.clause, ("questions", "clause")),
            plainly=self._file.choice([*questions.plainly, *questions.further], ("questions", "plainly")),
            further=self._file.choice(questions.further, ("questions", "further")),
            telling=self._file.choice(questions.telling, ("questions", "telling")),
            joins=frozenset(questions.joins),
            supposing=self._file.choice(model.supposing, ("supposing",)),
            ordered=self._file.choice(model.ordered, ("ordered",)),
            hedges=self._file.choice(model.hedges, ("hedges",)),
            denials=frozenset(denials.words),
            between=frozenset(denials.between),
            either=frozenset(denials.either),
            anew=frozenset(denials.anew),
            unclear=frozenset(denials.unclear),
            after=self._file.choice(denials.after, ("denials", "after")),
            excepting=self._file.choice(denials.excepting, ("denials", "excepting")),
            naming=frozenset(denials.naming),
            idle=self._file.choice(denials.idle, ("denials", "idle")),
            afresh=frozenset(denials.afresh),
            replies=frozenset(denials.replies),
            subjects=frozenset(denials.subjects),
            narrowing=self._file.choice(denials.narrowing, ("denials", "narrowing")),
            beside=self._file.choice(denials.beside, ("denials", "beside")),
            taking_back=self._file.choice(denials.taking_back, ("denials", "taking-back")),
            denying_on=self._file.choice(denials.denying_on, ("denials", "denying-on")),
            doubling=frozenset(denials.doubling),
            refuting=self._file.choice(denials.refuting, ("denials", "refuting")),
        )

    def _cues(self, key: str, rows: Sequence[tuple[str, Sequence[str]]]) -> tuple[Cue, ...]:
        return tuple(Cue(shows, self._file.read(asked, (key, at, "asked"))) for at, (shows, asked) in enumerate(rows))
