"""An interview about one patient: only what can still change the plan is asked, one thing at a time and none twice."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from isthmus.pathway import Pathway
from isthmus.plan.explanation import Question
from isthmus.plan.patient import read_patient
from isthmus.terms import FeatureName

if TYPE_CHECKING:
    from isthmus.plan.explain.case import Case

__all__ = ["Interview"]


class Interview:
    """Chooses what to ask next. It remembers no patient, so that one can serve many.

    Args:
        pathway: Its table is read once, here.
        audience: Who is asked, in their words and with the reason; without one, in those of the case features.

    Raises:
        UnknownName: There are no words for the audience.
    """

    def __init__(self, pathway: Pathway, *, audience: str | None = None) -> None:
        # What searches is not needed to import isthmus, nor to apply a pathway to many (decision 0003).
        from isthmus.plan.explain.table import table_of  # noqa: PLC0415 - as above

        self._pathway, self._table = pathway, table_of(pathway)
        self._words = None if audience is None else pathway.wordings[pathway.audience(audience)]

    def next_question(self, facts: Mapping[str, object], declined: Collection[str] = ()) -> Question | None:
        """Choose the question to ask next: red flags first, then that on whose answer the most actions hang.

        Args:
            facts: What is known so far.
            declined: Case features that were asked and are not known. They stay unknown and are not asked again; nor
                is what could change the action only together with them.

        Returns:
            None when no answer could change the action any more, and at once in an emergency: then one acts.

        Raises:
            InvalidCase: A name is no case feature or a value does not fit.
        """
        return next(iter(self.open_questions(facts, declined)), None)

    def open_questions(self, facts: Mapping[str, object], declined: Collection[str] = ()) -> tuple[Question, ...]:
        """List what could still be asked, that which comes next first: an answer can make it fewer, and never more.

        Args:
            facts: What is known so far.
            declined: As of `next_question`.

        Raises:
            InvalidCase: A name is no case feature or a value does not fit.
        """
        from isthmus.plan.explain.questions import open_questions  # noqa: PLC0415 - as above

        case = self._case(facts, declined)
        if self._is_over(case):
            return ()
        features = self._pathway.features
        found = (Question(name, features[name].ask, actions) for name, actions in open_questions(case).items())
        return tuple(question.in_words(self._words) if self._words else question for question in found)

    def is_over(self, facts: Mapping[str, object], declined: Collection[str] = ()) -> bool:
        """Whether there is nothing left to ask, which is quicker to tell than what to ask.

        Raises:
            InvalidCase: A name is no case feature or a value does not fit.
        """
        return self._is_over(self._case(facts, declined))

    def _is_over(self, case: "Case") -> bool:
        return self._pathway.actions[case.action].urgency == "emergency" or case.settled

    def _case(self, facts: Mapping[str, object], declined: Collection[str]) -> "Case":
        from isthmus.plan.explain.case import case_of  # noqa: PLC0415 - as above

        case = case_of(self._table, read_patient(self._pathway, facts))
        # That somebody does not know is a fact like any other: nobody is searched for who does.
        case.search.facts |= {name: -self._table.domains[name].known for name in map(FeatureName, declined)}
        return case
