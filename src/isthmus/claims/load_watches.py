"""What must stop a question, read from its file, with every fault at once."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from isthmus.claims.context import Context
from isthmus.claims.load_sets import WordFile, open_words
from isthmus.claims.read_wording import WordingReader
from isthmus.claims.watches import URGENT, Guard, Stop, Watch
from isthmus.claims.word_shapes import ContextShape, HeardShape, WatchesFile, WatchShape, WhatIsDone
from isthmus.terms import ClaimId

__all__ = ["load_watches"]


def load_watches(
    path: Path, sets: WordingReader, *, name: str | None = None, claims: Collection[ClaimId] | None = None
) -> Guard:
    """Read what must stop a question about a condition.

    Args:
        path: The file, `watches.yaml`.
        sets: The reader that knows the sets its wordings use.
        name: What to call it in messages; its path, when left out.
        claims: The claims that exist, when those it names are to be checked.

    Raises:
        UnreadableFile: The file cannot be read.
        MalformedText: It is not YAML.
        KnowledgeError: It is wrong; every fault is listed with its line.
    """
    model, file = open_words(path, WatchesFile, sets, name)
    watches = tuple(_watch(file, watch, at) for at, watch in enumerate(model.watches))
    guard = Guard(
        watches=watches,
        contexts=tuple(_context(file, context, at) for at, context in enumerate(model.contexts)),
        no_evidence=model.no_answer.no_evidence,
        out_of_scope=model.no_answer.out_of_scope,
        heard=_heard(model.heard, watches) if model.heard else {},
        in_general=file.read(model.lasting.in_general, ("lasting", "in_general")),
        without_danger=file.choice(model.lasting.without_danger, ("lasting", "without_danger")),
        overruled=frozenset(model.heard.overruled if model.heard else ()),
        unheard=frozenset(model.heard.unheard if model.heard else ()),
        in_passing=frozenset(model.heard.in_passing if model.heard else ()),
        seeking=file.choice(model.heard.seeking if model.heard else [], ("heard", "seeking")),
        taken_back=file.choice(model.heard.taken_back if model.heard else [], ("heard", "taken_back")),
    )
    file.expect_once([context.id for context in model.contexts], "contexts")
    file.expect_once([watch.id for watch in model.watches], "watches")
    for at, watch in enumerate(model.watches):
        file.expect_known(watch.claims, claims, ("watches", at, "claims"))
    refusals = {watch.id for watch in watches if watch.behaviour == "abstain"}
    file.expect_known(model.heard.overruled if model.heard else (), refusals, ("heard", "overruled"))
    file.expect_known(model.heard.unheard if model.heard else (), refusals, ("heard", "unheard"))
    file.expect_known(model.heard.in_passing if model.heard else (), refusals, ("heard", "in_passing"))
    for danger in URGENT if model.heard else ():
        file.expect_known(getattr(model.heard, danger).claims, claims, ("heard", danger, "claims"))
    file.refuse_faults()
    return guard


def _watch(file: WordFile, watch: WatchShape, at: int) -> Watch:
    return replace(
        _done(watch.id, watch.behaviour, watch),
        asked=file.read(watch.asked, ("watches", at, "asked")),
        unless=file.read(watch.unless, ("watches", at, "unless")),
        told=file.read(watch.told, ("watches", at, "told")),
    )


def _heard(shape: HeardShape, watches: Iterable[Watch]) -> dict[str, Watch]:
    own = {watch.id: watch for watch in watches if watch.behaviour != "clarify"}
    return {
        "emergency": _done("heard-emergency", "emergency", shape.emergency),
        "send_to_care": _done("heard-send-to-care", "send_to_care", shape.send_to_care),
        **{name: _requested(watch, shape) if watch.behaviour == "abstain" else watch for name, watch in own.items()},
    }


def _requested(watch: Watch, shape: HeardShape) -> Watch:
    return replace(watch, reason=f"{watch.reason} {shape.request}")


def _done(name: str, behaviour: Stop, what: WhatIsDone) -> Watch:
    claims, follow_up = tuple(map(ClaimId, what.claims)), tuple(what.follow_up)
    return Watch(name, behaviour, asked=(), reason=what.reason, claims=claims, follow_up=follow_up)


def _context(file: WordFile, context: ContextShape, at: int) -> tuple[Context, frozenset[Stop]]:
    read = Context(
        id=context.id,
        reach=context.reach,
        cues=file.choice(context.cues, ("contexts", at, "cues")),
        unless=file.choice(context.unless, ("contexts", at, "unless")),
        over=file.choice(context.over, ("contexts", at, "over")),
        listed=file.choice(context.listed, ("contexts", at, "listed")),
        until=file.choice(context.until, ("contexts", at, "until")),
        excepting=file.choice(context.excepting, ("contexts", at, "excepting")),
        given=file.choice(context.given, ("contexts", at, "given")) if context.given else None,
    )
    return read, frozenset(context.behaviours)
