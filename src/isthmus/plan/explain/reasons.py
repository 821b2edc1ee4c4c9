"""Which known facts force the action: a smallest set of them."""

from isthmus.plan.explain.case import Case
from isthmus.plan.explain.hitting import smallest_hitting_set
from isthmus.terms import FeatureName

__all__ = ["smallest_reasons"]


def smallest_reasons(case: Case) -> tuple[FeatureName, ...]:
    """Find a smallest set of known facts that forces the action, whatever consistent values all other facts have.

    Where the known facts are consistent only while an unknown one stays unknown, "whatever values" would be said of
    nobody; of such a patient, unknown facts may also stay unknown.

    Args:
        case: A patient whose plan is settled.

    Returns:
        Case features in the order of the file. Of several smallest sets it is the first, when facts that the row reads
        stand before the others.

    Source:
        Implicit hitting sets: Ignatiev and others, CP 2015, doi:10.1007/978-3-319-23219-5_13.
    """
    facts = case.search.facts
    order = sorted(facts, key=lambda name: name not in case.row.features)
    free = [name for name in order if _escapes(case, [other for other in order if other != name])]
    escapes = [frozenset({name}) for name in free]
    while True:
        reasons = smallest_hitting_set(escapes, order)
        if not _escapes(case, reasons):
            return tuple(name for name in facts if name in reasons)
        escapes.append(_smallest_escape(case, reasons, order))


def _smallest_escape(case: Case, held: list[FeatureName], order: list[FeatureName]) -> frozenset[FeatureName]:
    """Hold more and more facts while others still lead elsewhere; those that cannot be held are the way there."""
    kept = list(held)
    for name in order:
        if name not in kept and _escapes(case, [*kept, name]):
            kept.append(name)
    return frozenset(order) - frozenset(kept)


def _escapes(case: Case, held: list[FeatureName]) -> bool:
    """Whether somebody who shares these facts is led elsewhere."""
    facts = (case.search.facts[name] for name in held)
    return case.search.find(*case.real, -case.table.actions[case.action], *facts) is not None
