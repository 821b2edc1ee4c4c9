"""Which unknown facts can still change the action, and on which of them most hangs."""

from isthmus.plan.explain.case import Case
from isthmus.plan.explain.pool import Pool
from isthmus.terms import ActionId, FeatureName

__all__ = ["open_questions"]


def open_questions(case: Case) -> dict[FeatureName, tuple[ActionId, ...]]:
    """List the unknown facts that can still change the action, with the other actions that each could lead to.

    A fact can change the action when two consistent patients, who share what is known, differ in it alone and in
    their actions. It could lead to each action that one of two such patients has.

    Args:
        case: A patient whose plan is not settled.

    Returns:
        The most useful first: red flags, then those on which the most actions hang; otherwise as in the file.
    """
    pool = Pool(case)
    found = {name: actions for name in case.askable if (actions := _leads_to(case, name, pool))}
    features = case.table.pathway.features
    return dict(sorted(found.items(), key=lambda item: (not features[item[0]].red_flag, -len(item[1]))))


def _leads_to(case: Case, name: FeatureName, pool: Pool) -> tuple[ActionId, ...]:
    """Look for examples first, and search where there is none."""
    others = [action for action in case.examples if action != case.action and name in case.table.read_down_to[action]]
    seen = pool.leads_to(name) if others else set()
    while unseen := [action for action in others if action not in seen]:
        found = case.pairs.parted(name, unseen)
        if not found:
            break
        seen |= found
    return tuple(action for action in others if action in seen)
