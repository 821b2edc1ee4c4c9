"""Proofs that the table is whole: nothing in it is idle, nothing overlaps, and no patient falls through."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from isthmus.pathway.model import Parameter, Pathway, Phase, Recommendation, contradiction_name
from isthmus.pathway.proofs.encode import Encoding, Symbols, differ, encode
from isthmus.pathway.proofs.trial import Breach, Trial
from isthmus.pathway.scope import parameter_type
from isthmus.rules import Expr, Name
from isthmus.rules.proof import Changes, Formula, Solver, Symbol, all_of, any_of, changed, given, not_, symbol

__all__ = ["always_decides", "every_option", "every_parameter", "every_row", "one_phase"]


def every_row(trial: Trial) -> Iterator[Breach]:
    """Find rows that no patient without contradictions reaches, words and phases never named, flags never raised."""
    consistent = not_(trial.clash)
    for row in trial.pathway.recommendations:
        yield from _idle(trial, row, True if _about_clashes(row, trial.pathway) else consistent)
    named = {item.name for row in trial.pathway.recommendations for item in row.details}
    for phase in trial.pathway.phases:
        if phase.id not in named:
            yield Breach(trial.where(f"phase {phase.id}"), "No row names it", "Let the row of its action name phases")
    for flag, raised in trial.encoding.flags.items():
        if not trial.solver.reachable(all_of(raised, consistent)):
            yield Breach(trial.where(f"flag {flag}"), "No patient raises it", "Mend its rule, or drop it")


def _idle(trial: Trial, row: Recommendation, consistent: Formula) -> Iterator[Breach]:
    fires = all_of(trial.encoding.rows[row.row], consistent)
    if not trial.solver.reachable(fires):
        yield Breach(trial.where(f"row {row.row}"), "No patient reaches it", "Mend its rule, or a row above it")
        return
    for word, named in trial.encoding.details[row.row].items():
        if not trial.solver.reachable(all_of(fires, named)):
            what = f"No patient has `{word}` named in its detail"
            yield Breach(trial.where(f"row {row.row}"), what, "Mend the rule by which it is named, or drop it")


def _about_clashes(row: Recommendation, pathway: Pathway) -> bool:
    clashes = {contradiction_name(item.id) for item in pathway.contradictions}
    return not clashes.isdisjoint(_names(row.when.tree))


def _names(tree: Expr) -> Iterator[str]:
    if isinstance(tree, Name):
        yield tree.name
    for operand in tree.operands():
        yield from _names(operand)


def always_decides(trial: Trial) -> Iterator[Breach]:
    """Find a patient for whom no row is true."""
    case = trial.solver.always_decides(trial.encoding.rows.values())
    if case is not None:
        remedy = "End with a row that is always true"
        yield Breach(trial.where("recommendations"), "No row decides for this patient", remedy, (trial.run(case),))


def one_phase(trial: Trial) -> Iterator[Breach]:
    """Find patients in two phases of one action, or in none."""
    for row in trial.pathway.recommendations:
        named = {item.name for item in row.details}
        phases = [phase for phase in trial.pathway.phases if phase.id in named]
        if phases:
            yield from _overlaps(trial, row, phases)


def _overlaps(trial: Trial, row: Recommendation, phases: list[Phase]) -> Iterator[Breach]:
    fires = trial.encoding.rows[row.row]
    applies = {phase.id: all_of(fires, trial.encoding.phases[phase.id]) for phase in phases}
    case = trial.solver.implies(fires, any_of(*applies.values()))
    if case is not None:
        remedy = "Let its phases leave no gap"
        yield Breach(trial.where(f"row {row.row}"), "This patient is in no phase", remedy, (trial.run(case),))
    for one, other in combinations(applies, 2):
        case = trial.solver.never_both(applies[one], applies[other])
        if case is not None:
            what = f"This patient is in phase {other} as well"
            yield Breach(trial.where(f"phase {one}"), what, "Let phases not overlap", (trial.run(case),))


def every_parameter(trial: Trial) -> Iterator[Breach]:
    """Find parameters that could be a little more or a little less and nobody's plan would change."""
    parameters: Symbols = {
        name: symbol(f"parameter {name}", parameter_type(parameter))
        for name, parameter in trial.pathway.parameters.items()
    }
    encoding = encode(trial.pathway, trial.symbols, parameters)
    values = {name: parameter.value for name, parameter in trial.pathway.parameters.items()}
    now = (constant == value for constant, value in given(parameters, values))
    solver = Solver(trial.symbols, [*trial.ranges.values(), *now])
    for name, parameter in trial.pathway.parameters.items():
        nearby = [parameters[name].given(value) for value in _nearby(parameter)]
        if not any(solver.reachable(other) for other in _others(encoding, parameters[name], nearby)):
            what = "Its value could be another and no plan would change"
            yield Breach(trial.where(f"parameter {name}"), what, "Use it in a rule, or drop it")


def _others(encoding: Encoding, parameter: Symbol, nearby: list[Changes]) -> Iterator[Formula]:
    """Say that with another value somebody gets another action or, where that is not so, another detail or flag."""
    first = encoding.first_about(parameter)
    if first is not None:
        actions = [bit[first] for bit in encoding.action_bits]
        for changes in nearby:
            yield all_of(encoding.undecided(first), differ(actions, changed(actions, changes)))
    outcome = list(encoding.outcome().values())
    for changes in nearby:
        yield differ(outcome, changed(outcome, changes))


def _nearby(parameter: Parameter) -> tuple[int | Decimal, int | Decimal]:
    """Change a value in the last place in which it is written."""
    if isinstance(parameter.value, int):
        return parameter.value + 1, parameter.value - 1
    step = Decimal(1).scaleb(int(parameter.value.as_tuple().exponent))
    return parameter.value + step, parameter.value - step


def every_option(trial: Trial) -> Iterator[Breach]:
    """Find patients who are led to an action though they do not meet what it requires, and actions that should say it."""
    yield from _unstated(trial)
    for row in trial.pathway.recommendations:
        met = trial.encoding.requirements.get(row.action, True)
        case = trial.solver.implies(trial.encoding.rows[row.row], met)
        if case is not None:
            what = f"This patient is led to `{row.action}` and does not meet what it requires"
            yield Breach(trial.where(f"row {row.row}"), what, "Mend the row or what is required", (trial.run(case),))


def _unstated(trial: Trial) -> Iterator[Breach]:
    """Ask that what is as invasive as any action with stated criteria states its own; danger does not wait for them."""
    actions = trial.pathway.actions.values()
    least = min((action.invasiveness for action in actions if action.requires), default=None)
    for action in actions:
        if least is not None and action.urgency == "ordinary" and action.invasiveness >= least and not action.requires:
            what = "It does not say what it requires, as other actions do that lead as far"
            yield Breach(trial.where(f"action {action.id}"), what, "State it, under `requires`")
