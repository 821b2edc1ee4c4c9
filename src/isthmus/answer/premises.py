"""What has to be told before some things can be asked: whether a question, or what was said before it, tells it."""

from collections.abc import Collection, Iterable, Mapping

from isthmus.claims import Premise, Words

__all__ = ["premises_told"]

Premises = Mapping[str, Premise]


def premises_told(
    words: Words, before: Iterable[Words], facts: Collection[str], premises: Premises, *, leaning: bool = False
) -> frozenset[str]:
    """Name the premises that are told.

    Args:
        words: A question.
        before: What was asked before it in the same conversation.
        facts: The case features that all of it tells.
        premises: All premises, by their names.
        leaning: Whether the question goes on from the one before; where it then speaks of another treatment, it leaves that
            of the one before, as in `Is surgery risky?` and `And a brace?`.
    """
    own = _said(words, premises)
    leaves = leaning and any(not premises[name].of_whom for name in own)
    earlier = frozenset().union(*(_said(one, premises) for one in before))
    kept = {name for name in earlier if premises[name].of_whom or not leaves}
    known = {name for name, premise in premises.items() if not set(premise.facts).isdisjoint(facts)}
    return own.union(kept, known)


def _said(words: Words, premises: Premises) -> frozenset[str]:
    return frozenset(name for name, one in premises.items() if any(said.found_in(words) for said in one.said))
