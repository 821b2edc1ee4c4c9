"""The lexicon of a condition, read from its file, with every fault at once."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from isthmus.claims.lexicon import Lexicon, Point, Stage, Synonyms, Topic, Watch
from isthmus.claims.read_wording import WordingFault, WordingReader
from isthmus.claims.wording import Denials, Wording, plain_words
from isthmus.errors import Fault, KnowledgeError, nearest
from isthmus.located import Located, Steps, parse_yaml, read_text, validate
from isthmus.terms import ClaimId, DisagreementId, StageId, TopicId

__all__ = ["LexiconFile", "load_lexicon"]

_MOST_BYTES = 1_000_000
_Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$")]
_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[list[_Text], Field(min_length=1)]
Name = TypeVar("Name", bound=str)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class _Topic(_Strict):
    id: _Id
    title: _Text
    asked: _Texts
    ask: _Text
    then: list[_Id] = []


class _Stage(_Strict):
    id: _Id
    title: _Text
    topics: Annotated[list[_Id], Field(min_length=1)]
    terms: _Texts
    marks: _Texts


class _Point(_Strict):
    disagreement: _Id
    asked: _Texts


class _Watch(_Strict):
    id: _Id
    behaviour: Literal["emergency", "send_to_care", "abstain", "clarify"]
    asked: _Texts
    unless: list[_Text] = []
    reason: _Text
    claims: list[_Id] = []
    follow_up: list[_Text] = []


_OneWord = Annotated[str, Field(pattern=r"^[a-z]+$")]


class _Denials(_Strict):
    words: Annotated[list[_OneWord], Field(min_length=1)]
    between: list[_OneWord]


class _NoAnswer(_Strict):
    no_evidence: _Text
    out_of_scope: _Text


class LexiconFile(_Strict):
    """`lexicon.yaml`."""

    sets: dict[str, _Texts]
    condition: _Texts
    synonyms: list[Annotated[list[_Text], Field(min_length=2)]]
    filler: _Texts
    elsewhere: list[_Text]
    people: list[_Text]
    leaning: list[_Text]
    pointing: list[_Text] = []
    topics: Annotated[list[_Topic], Field(min_length=1)]
    stages: list[_Stage]
    staged: _Texts
    points: list[_Point]
    denials: _Denials
    watches: list[_Watch]
    no_answer: _NoAnswer


def load_lexicon(
    path: Path,
    *,
    name: str | None = None,
    claims: Collection[ClaimId] | None = None,
    disagreements: Collection[DisagreementId] | None = None,
) -> Lexicon:
    """Read the words of a condition.

    Args:
        path: The file, `lexicon.yaml`.
        name: What to call it in messages; its path, when left out.
        claims: The claims that exist, when those it names are to be checked.
        disagreements: The disagreements that exist, likewise.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    called = name or str(path)
    document = parse_yaml(read_text(path, most_bytes=_MOST_BYTES, name=called), called)
    faults: list[Fault] = []
    model = validate(LexiconFile, document, faults)
    if model is None:
        raise KnowledgeError.of(faults)
    reader = _Reader(document, faults)
    lexicon = reader.lexicon(model)
    reader.check_names(model, claims, disagreements)
    reader.check_words(model)
    if faults:
        raise KnowledgeError.of(faults)
    return lexicon


class _Reader:
    """Turns the parts of a file into values and notes each fault with its line."""

    def __init__(self, document: Located, faults: list[Fault]) -> None:
        self.document = document
        self.faults = faults
        self.wordings = WordingReader()

    def lexicon(self, model: LexiconFile) -> Lexicon:
        self._read_sets(model.sets)
        return Lexicon(
            condition=Synonyms(tuple(model.condition)),
            topics=tuple(self._topic(topic, at) for at, topic in enumerate(model.topics)),
            stages=tuple(self._stage(stage, at) for at, stage in enumerate(model.stages)),
            synonyms=tuple(Synonyms(tuple(group)) for group in model.synonyms),
            filler=frozenset(word for line in model.filler for word in plain_words(line)),
            elsewhere=tuple(dict.fromkeys(model.elsewhere)),
            people=tuple(model.people),
            leaning=frozenset(word for entry in model.leaning for word in plain_words(entry)),
            pointing=self._wordings(model.pointing, ("pointing",)),
            staged=self._wordings(model.staged, ("staged",)),
            points=tuple(self._point(point, at) for at, point in enumerate(model.points)),
            denials=Denials(frozenset(model.denials.words), frozenset(model.denials.between)),
            watches=tuple(self._watch(watch, at) for at, watch in enumerate(model.watches)),
            no_evidence=model.no_answer.no_evidence,
            out_of_scope=model.no_answer.out_of_scope,
        )

    def check_names(
        self,
        model: LexiconFile,
        claims: Collection[ClaimId] | None,
        disagreements: Collection[DisagreementId] | None,
    ) -> None:
        """Every name that is used exists, and none is given twice."""
        topics = [topic.id for topic in model.topics]
        for kind, names in (
            ("topics", topics),
            ("stages", [stage.id for stage in model.stages]),
            ("watches", [watch.id for watch in model.watches]),
        ):
            for name in sorted(name for name, count in Counter(names).items() if count > 1):
                self._fault(
                    (kind, len(names) - 1 - names[::-1].index(name)), f"`{name}` is given twice.", "Rename one."
                )
        for at, topic in enumerate(model.topics):
            self._known(topic.then, topics, ("topics", at, "then"))
        for at, stage in enumerate(model.stages):
            self._known(stage.topics, topics, ("stages", at, "topics"))
        self._known(model.people, [row[0] for row in model.synonyms], ("people",))
        for at, watch in enumerate(model.watches):
            self._known(watch.claims, claims, ("watches", at, "claims"))
        for at, point in enumerate(model.points):
            self._known([point.disagreement], disagreements, ("points", at, "disagreement"))

    def check_words(self, model: LexiconFile) -> None:
        """A word stands in one row of synonyms only, or its meaning would depend on the order."""
        rows: list[tuple[list[str], Steps]] = [(model.condition, ("condition",)), (model.elsewhere, ("elsewhere",))]
        rows += [(row, ("synonyms", at)) for at, row in enumerate(model.synonyms)]
        seen: set[tuple[str, ...]] = set()
        for row, steps in rows:
            for at, entry in enumerate(row):
                words = tuple(plain_words(entry))
                if not words or words in seen:
                    what = f"`{entry}` stands in another row of synonyms." if words else f"`{entry}` holds no word."
                    self._fault((*steps, at), what, "Keep one." if words else "Remove it.")
                seen.add(words)

    def _read_sets(self, sets: Mapping[str, Sequence[str]]) -> None:
        for name, entries in sets.items():
            try:
                self.wordings.define(name, entries)
            except WordingFault as fault:
                self._fault(("sets", name), f"the set `{name}` cannot be used: {fault}.", "Correct it.")

    def _topic(self, topic: _Topic, at: int) -> Topic:
        asked = self._wordings(topic.asked, ("topics", at, "asked"))
        return Topic(TopicId(topic.id), topic.title, asked, topic.ask, tuple(map(TopicId, topic.then)))

    def _stage(self, stage: _Stage, at: int) -> Stage:
        marks = self._wordings(stage.marks, ("stages", at, "marks"))
        return Stage(StageId(stage.id), stage.title, tuple(map(TopicId, stage.topics)), tuple(stage.terms), marks)

    def _point(self, point: _Point, at: int) -> Point:
        return Point(DisagreementId(point.disagreement), self._wordings(point.asked, ("points", at, "asked")))

    def _watch(self, watch: _Watch, at: int) -> Watch:
        return Watch(
            id=watch.id,
            behaviour=watch.behaviour,
            asked=self._wordings(watch.asked, ("watches", at, "asked")),
            reason=watch.reason,
            unless=self._wordings(watch.unless, ("watches", at, "unless")),
            claims=tuple(map(ClaimId, watch.claims)),
            follow_up=tuple(watch.follow_up),
        )

    def _wordings(self, texts: Sequence[str], steps: Steps) -> tuple[Wording, ...]:
        wordings = []
        for at, text in enumerate(texts):
            try:
                wordings.append(self.wordings.read(text))
            except WordingFault as fault:
                self._fault((*steps, at), f"the wording `{text}` cannot be used: {fault}.", "Correct it.")
        return tuple(wordings)

    def _known(self, used: Iterable[str], known: Collection[Name] | None, steps: Steps) -> None:
        for at, name in enumerate(used):
            if known is not None and name not in known:
                remedy = nearest(name, known, otherwise="Remove it.")
                self._fault((*steps, at), f"`{name}` does not exist.", remedy)

    def _fault(self, steps: Steps, what: str, remedy: str) -> None:
        self.faults.append(Fault(self.document.where(steps), what, remedy))
