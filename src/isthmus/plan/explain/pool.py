"""Examples before proofs: patients found so far, and everybody who differs from one of them in one unknown fact."""

from functools import reduce
from itertools import chain
from operator import and_, or_

from isthmus.plan.explain.case import Case
from isthmus.terms import ActionId, FeatureName

__all__ = ["Pool"]


class Pool:
    """Patients who share what is known of one, are led to all sorts of actions, and differ from another in one fact.

    Each of them is a bit. Those who differ from the same example stand together, in a block; the example comes last.

    """

    def __init__(self, case: Case) -> None:
        self._case, self._actions = case, case.table.actions
        models = [set(model) for model in case.examples.values()]
        domains = case.table.domains
        self._flips = [(name, value) for name in case.askable for value in (None, *domains[name].answers(None))]
        self._width = len(self._flips) + 1
        self._each_block = sum(1 << (at * self._width) for at in range(len(models)))
        everyone = (1 << (self._width * len(models))) - 1
        self._differ = dict.fromkeys(case.askable, 0)
        for at, (name, _) in enumerate(self._flips):
            self._differ[name] |= self._each_block << at
        self._blocks = [((1 << self._width) - 1) << (at * self._width) for at in range(len(models))]
        self._signals = case.table.circuit.run(self._inputs(models), everyone)
        outlawed = reduce(or_, (self._signals[literal] for literal in case.outlawed), 0)
        self._sound = everyone & ~outlawed & ~self._tied()

    def leads_to(self, name: FeatureName) -> set[ActionId]:
        """List actions that some change of a fact is seen to lead to or away from."""
        differ = self._differ[name] & self._sound
        seen = set()
        for own, block in zip(self._case.examples, self._blocks, strict=True):
            away = differ & block & ~self._signals[self._actions[own]]
            if away:
                seen |= {own, *(action for action, led in self._actions.items() if away & self._signals[led])}
        return seen

    def _inputs(self, models: list[set[int]]) -> dict[int, int]:
        """Give each example's block the example's inputs, but for the facts in which the others differ from it."""
        table = self._case.table
        tying = [*table.sums.values(), *chain(*((each.verdict.holds, each.verdict.fails) for each in table.untold))]
        inputs = {}
        for literal in chain(tying, *(domain.inputs() for domain in table.domains.values())):
            inputs[literal] = reduce(
                or_, (block for block, model in zip(self._blocks, models, strict=True) if literal in model), 0
            )
        for name, differ in self._differ.items():
            for literal in table.domains[name].inputs():
                inputs[literal] &= ~differ
        for at, (name, value) in enumerate(self._flips):
            for literal in table.domains[name].literals(value):
                if literal > 0:
                    inputs[literal] |= self._each_block << at
        return inputs

    def _tied(self) -> int:
        """Find those who differ in a fact whose change a rule sees together with that of another: no example of ours."""
        tied = 0
        for bound in self._case.table.sums:
            names = [FeatureName(name) for name, _ in bound.coefficients]
            known = reduce(and_, (self._signals[self._case.table.domains[name].known] for name in names))
            tied |= known & reduce(or_, (self._differ.get(name, 0) for name in names))
        for untold in self._case.table.untold:
            tied |= reduce(or_, (self._differ.get(name, 0) for name in untold.features), 0)
        return tied
