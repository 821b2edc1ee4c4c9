"""The lexicon of a condition, read from its file, with every fault at once."""

from pathlib import Path

from isthmus.claims.lexicon import Lexicon, Stage, Synonyms, Topic
from isthmus.claims.load_sets import WordFile, open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.word_shapes import LexiconFile, StageShape, TopicShape
from isthmus.claims.words import plain_words
from isthmus.located import Steps
from isthmus.terms import StageId, TopicId

__all__ = ["load_lexicon"]


def load_lexicon(path: Path, sets: WordingReader, *, name: str | None = None) -> Lexicon:
    """Read the words of a condition.

    Args:
        path: The file, `lexicon.yaml`.
        sets: The reader that knows the sets its wordings use.
        name: What to call it in messages; its path, when left out.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    model, file = open_words(path, LexiconFile, sets, name)
    lexicon = _lexicon(file, model)
    _check_names(file, model)
    _check_words(file, model)
    file.refuse_faults()
    return lexicon


def _lexicon(file: WordFile, model: LexiconFile) -> Lexicon:
    return Lexicon(
        condition=Synonyms(tuple(model.condition)),
        topics=tuple(_topic(file, topic, at) for at, topic in enumerate(model.topics)),
        stages=tuple(_stage(file, stage, at) for at, stage in enumerate(model.stages)),
        synonyms=tuple(Synonyms(tuple(group)) for group in model.synonyms),
        filler=frozenset(word for line in model.filler for word in plain_words(line)),
        everyday=frozenset(word for line in model.everyday for word in plain_words(line)),
        elsewhere=tuple(dict.fromkeys([*model.elsewhere, *model.illnesses, *model.body_parts, *model.remedies])),
        illnesses=tuple(model.illnesses),
        body_parts=tuple(model.body_parts),
        others=file.read(model.others, ("others",)),
        own=tuple(model.own),
        remedies=tuple(model.remedies),
        people=tuple(model.people),
        kindred=file.read(model.kindred, ("kindred",)),
        alongside=file.choice(model.alongside, ("alongside",)),
        ours_alone=file.read(model.ours_alone, ("ours_alone",)),
        bears_on=file.choice(model.bears_on, ("bears_on",)),
        leaning=frozenset(word for entry in model.leaning for word in plain_words(entry)),
        pointing=file.read(model.pointing, ("pointing",)),
        staged=file.read(model.staged, ("staged",)),
        grades=tuple(file.read(row, ("grades", at)) for at, row in enumerate(model.grades)),
    )


def _topic(file: WordFile, topic: TopicShape, at: int) -> Topic:
    asked = file.read(topic.asked, ("topics", at, "asked"))
    return Topic(
        TopicId(topic.id),
        topic.title,
        asked,
        topic.ask,
        tuple(map(TopicId, topic.then)),
        as_stored=topic.as_stored,
        whole=topic.whole,
    )


def _stage(file: WordFile, stage: StageShape, at: int) -> Stage:
    marks = file.read(stage.marks, ("stages", at, "marks"))
    return Stage(StageId(stage.id), stage.title, tuple(map(TopicId, stage.topics)), tuple(stage.terms), marks)


def _check_names(file: WordFile, model: LexiconFile) -> None:
    """Every name that is used exists, and none is given twice."""
    topics = [topic.id for topic in model.topics]
    file.expect_once(topics, "topics")
    file.expect_once([stage.id for stage in model.stages], "stages")
    for at, topic in enumerate(model.topics):
        file.expect_known(topic.then, topics, ("topics", at, "then"))
    for at, stage in enumerate(model.stages):
        file.expect_known(stage.topics, topics, ("stages", at, "topics"))
    file.expect_known(model.people, [row[0] for row in model.synonyms], ("people",))


def _check_words(file: WordFile, model: LexiconFile) -> None:
    """A word stands in one row of synonyms only, or its meaning would depend on the order."""
    rows: list[tuple[list[str], Steps]] = [(model.condition, ("condition",)), (model.elsewhere, ("elsewhere",))]
    rows += [(model.illnesses, ("illnesses",)), (model.body_parts, ("body_parts",)), (model.remedies, ("remedies",))]
    rows += [(row, ("synonyms", at)) for at, row in enumerate(model.synonyms)]
    seen: set[tuple[str, ...]] = set()
    for row, steps in rows:
        for at, entry in enumerate(row):
            words = tuple(plain_words(entry))
            if not words or words in seen:
                what = f"`{entry}` stands in another row of synonyms." if words else f"`{entry}` holds no word."
                file.fault((*steps, at), what, "Keep one." if words else "Remove it.")
            seen.add(words)
