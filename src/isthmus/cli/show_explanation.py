"""Why a plan is what it is, in the terminal: whether it is settled, what decides it, and what would change it."""

from collections.abc import Iterator

from rich.text import Text

from isthmus.cli.terminal import QUIET
from isthmus.pathway import CaseFeature, Pathway
from isthmus.plan import Change, Explanation, Plan, plain
from isthmus.rules import Value
from isthmus.terms import ActionId

__all__ = ["because", "settled", "would_change"]

_MOST_QUESTIONS = 6
_ALARMS = ("emergency", "urgent")


def settled(explanation: Explanation, pathway: Pathway) -> Iterator[Text]:
    """Tell whether anything that is not known can change the action, and what would help most to know."""
    if explanation.settled:
        yield Text("Yes: nothing that is not known could change it.")
        return
    yield Text("Not yet: it could change with an answer to these.")
    for question in explanation.questions[:_MOST_QUESTIONS]:
        left_out_when = pathway.features[question.feature].left_out_when
        yield Text(f"- {question.ask}").append(
            f" Leave it open if {left_out_when}." if left_out_when else "", style=QUIET
        )
        if question.why:
            yield Text(f"  {question.why.text}", style=QUIET)
    more = len(explanation.questions) - _MOST_QUESTIONS
    if more > 0:
        yield Text(f"... and {more} more. `isthmus interview` asks only what matters.", style=QUIET)


def because(explanation: Explanation, pathway: Pathway) -> Iterator[Text]:
    """Tell the fewest known facts that decide, whatever all others may be."""
    facts = [_fact(pathway.features[fact.feature], fact.value) for fact in explanation.because]
    if facts:
        yield Text(f"Whatever values all other facts have, this decides: {'; '.join(facts)}.")


def would_change(explanation: Explanation, plan: Plan, pathway: Pathway) -> Iterator[Text]:
    """Tell the nearest changes of what is known that lead elsewhere; none of an alarm, which nobody talks round."""
    if plan.urgency in _ALARMS:
        return
    for action in dict.fromkeys(turn.action for turn in explanation.would_change):
        turns = (turn.changes for turn in explanation.would_change if turn.action == action)
        ways = "; ".join(" and ".join(_change(change, pathway) for change in changes) for changes in turns)
        yield Text(_title(action, plan, pathway)).append(f" if {ways}", style=QUIET)


def _title(action: ActionId, plan: Plan, pathway: Pathway) -> str:
    return pathway.wordings[plan.audience].actions[action].title


def _change(change: Change, pathway: Pathway) -> str:
    feature = pathway.features[change.feature]
    before = f", not {plain(change.before)}" if feature.unit else ""
    return f"{_fact(feature, change.after)}{before}"


def _fact(feature: CaseFeature, value: Value) -> str:
    """Say a fact by its label."""
    labels = {choice.value: choice.label for choice in feature.choices}
    match plain(value):
        case bool() as holds:
            return f"there is {'' if holds else 'no '}{feature.label}"
        case list() as items:
            return f"{feature.label} is {', '.join(labels[item] for item in items) or 'none'}"
        case int() | float() as number:
            return f"{feature.label} is {number} {feature.unit_label}"
        case word:
            return f'{feature.label} is "{labels[str(word)]}"'
