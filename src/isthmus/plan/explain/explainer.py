"""A pathway made ready to explain plans, so that each patient costs only a search."""

from isthmus.pathway import Pathway
from isthmus.plan.explain.case import Case, case_of
from isthmus.plan.explain.questions import open_questions
from isthmus.plan.explain.reasons import smallest_reasons
from isthmus.plan.explain.table import table_of
from isthmus.plan.explain.turns import nearest_turns
from isthmus.plan.explanation import Change, Explanation, Fact, Question, Turn
from isthmus.plan.patient import Patient

__all__ = ["Explainer"]


class Explainer:
    """Explains the plans of one pathway. It never changes once made, so that threads can share it.

    Args:
        pathway: Its table is read once, here.
    """

    def __init__(self, pathway: Pathway) -> None:
        self._table = table_of(pathway)

    def explain(self, patient: Patient) -> Explanation:
        """Explain the plan of one patient.

        Raises:
            LookupError: No row's rule is true.
        """
        case = case_of(self._table, patient)
        reasons = smallest_reasons(case) if case.settled else ()
        return Explanation(
            settled=case.settled,
            questions=() if case.settled else _questions(case),
            because=tuple(Fact(name, patient[name]) for name in reasons),
            would_change=_turns(case),
        )


def _questions(case: Case) -> tuple[Question, ...]:
    features = case.table.pathway.features
    return tuple(Question(name, features[name].ask, actions) for name, actions in open_questions(case).items())


def _turns(case: Case) -> tuple[Turn, ...]:
    return tuple(
        Turn(tuple(Change(name, case.patient[name], value) for name, value in values.items()), action)
        for values, action in nearest_turns(case)
    )
