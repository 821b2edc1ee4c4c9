"""Sentences that belong together, put into paragraphs."""

from collections.abc import Callable, Iterable, Mapping

from isthmus.claims import Claim
from isthmus.present.told import Told
from isthmus.terms import ClaimId

__all__ = ["paragraphs"]

_MOST_SENTENCES, _MOST_WORDS = 5, 75
"""More is a wall on a phone."""

Run = list[Told]


def paragraphs(sentences: Iterable[Told], claims: Mapping[ClaimId, Claim]) -> tuple[tuple[Told, ...], ...]:
    """Put sentences into paragraphs, in the order they stand: those of one claim, and short runs of one topic.

    Sentences that rest on no claim stay among themselves: they say what to do, and must not look like findings.
    """
    alone: list[Run] = [[sentence] for sentence in sentences]
    of_one_claim = _joined(alone, lambda before, after: bool({*before[-1].claims} & {*after[0].claims}))
    of_one_topic = _joined(
        of_one_claim, lambda before, after: _short([*before, *after]) and _alike(before, after, claims)
    )
    return tuple(map(tuple, of_one_topic))


def _joined(runs: Iterable[Run], belong: Callable[[Run, Run], bool]) -> list[Run]:
    done: list[Run] = []
    for run in runs:
        if done and belong(done[-1], run):
            done[-1] = [*done[-1], *run]
        else:
            done.append(run)
    return done


def _short(run: Run) -> bool:
    return len(run) <= _MOST_SENTENCES and sum(len(told.text.split()) for told in run) <= _MOST_WORDS


def _alike(before: Run, after: Run, claims: Mapping[ClaimId, Claim]) -> bool:
    of_before, of_after = (_topics(run, claims) for run in (before, after))
    return bool(of_before & of_after) or not (of_before or of_after)


def _topics(run: Run, claims: Mapping[ClaimId, Claim]) -> set[str]:
    return {claims[claim].topic for told in run for claim in told.claims if claim in claims}
