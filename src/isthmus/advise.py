"""An answer and the plan for the facts that a question tells: the one place where the two wings meet for a question."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any

from isthmus.answer import NOTHING_ASKED, Answer, AskedBefore, Behaviour, Fact, Respondent, answer_as_json
from isthmus.errors import InvalidCase
from isthmus.pathway import Action, Pathway, Recommendation, Urgency
from isthmus.plan import Part, Plan, Question, make_plan, plain, plan_as_json, read_patient
from isthmus.terms import ActionId, ClaimId, FeatureName, Json, Truth

__all__ = ["Advice", "Adviser", "Clash", "Planned", "advice_as_json"]

_URGENT: Mapping[str, Behaviour] = {"emergency": "emergency", "urgent": "send_to_care"}
"""What is done with a question, whatever it asks, when the plan for its facts is as urgent as this."""

_BESIDE_ALARMS: Mapping[Behaviour, tuple[Urgency, ...]] = {
    "emergency": ("emergency",),
    "send_to_care": ("emergency", "urgent"),
}
"""How urgent a plan has to be to be shown beside an alarm: what asks for more first would only hold up."""

_MOST_QUESTIONS = 4
"""Beside the danger signs, which are all asked."""


@dataclass(frozen=True)
class Clash:
    """A fact of the case that the question tells otherwise; the case is used."""

    feature: FeatureName
    case: object
    question: Fact


@dataclass(frozen=True)
class Advice(Answer):
    """An answer, with the plan for the facts at hand where there are any; `signs` are the danger signs that it asks for."""

    plan: Plan | None = None
    clashes: tuple[Clash, ...] = ()
    signs: tuple[FeatureName, ...] = ()

    @property
    def shown_plan(self) -> Plan | None:
        """The plan, where there is one and nothing more pressing is said."""
        pressing = _BESIDE_ALARMS.get(self.behaviour)
        return self.plan if self.plan and (pressing is None or self.plan.urgency in pressing) else None


@dataclass(frozen=True)
class Planned:
    """Values by case feature, and the plan that was made of just these, so that it need not be made again."""

    facts: Mapping[str, object]
    plan: Plan


class Adviser:
    """Answers questions, and adds the plan for the facts that they tell or that are given beside them.

    Args:
        pathway: The care pathway of the condition.
        respondent: Who answers.
    """

    def __init__(self, pathway: Pathway, respondent: Respondent) -> None:
        self._pathway = pathway
        self._respondent = respondent

    def ask(
        self,
        question: str,
        audience: str = "patient",
        *,
        today: date | None = None,
        thread: Sequence[str] = (),
        case: Mapping[str, object] | Planned | None = None,
    ) -> Advice:
        """Answer a question, with the plan for the facts at hand.

        A danger sign among the facts outranks the answer. Where the next step of one person is asked for and missing
        facts could change it, what is missing is asked instead.

        Args:
            question: In anybody's words.
            audience: Who reads it; always given, never guessed from the question.
            today: The day of the plan; without one the facts are heeded but no plan is shown.
            thread: What was asked before in the same conversation, oldest first.
            case: Values by case feature, with their plan where there is one; they outrank what a question tells.

        Raises:
            InvalidQuestion: A question is empty or too long, or the first holds no words.
            InvalidCase: The case names no case feature, or a value does not fit.
            UnknownName: There are no words for the audience.
        """
        turns = [*thread, question]
        own = Adviser(self._pathway, self._respondent.remembering()) if thread else self

        @cache
        def advised(at: int) -> Advice:
            return own._advise(turns[: at + 1], audience, today, case, advised)  # noqa: SLF001 - another of its own kind

        advice = advised(len(thread))
        if advice.behaviour == "clarify":
            advice = replace(advice, reason=self._respondent.apart(advice.reason, turns))
        return self._respondent.written(advice)

    def tells(self, turn: str) -> bool:
        """Whether a turn of a conversation tells something that later ones may rest on, and does not only ask."""
        return self._respondent.tells(turn)

    def _advise(
        self,
        turns: Sequence[str],
        audience: str,
        today: date | None,
        case: Mapping[str, object] | Planned | None,
        advised: Callable[[int], Advice],
    ) -> Advice:
        """Answer the last turn of a conversation; `advised` gives what an earlier one was met with."""
        reader = self._pathway.audience(audience)
        *thread, question = turns
        facts_of_case, made = (case.facts, case.plan) if isinstance(case, Planned) else (case or {}, None)
        known = _known(self._pathway, facts_of_case)
        answer = self._respondent.ask(question, reader, thread)
        asked = self._asked_before(turns, advised)
        read = self._respondent.facts_of(turns, asked) if asked else answer.facts
        facts = tuple(fact for fact in read if _fits(self._pathway, fact))
        told = {str(fact.feature): plain(fact.value) for fact in facts}
        clashes = tuple(
            Clash(fact.feature, known[fact.feature], fact)
            for fact in facts
            if known.get(fact.feature, told[fact.feature]) != told[fact.feature]
        )
        advice = Advice(**{**_parts(answer), "facts": facts}, clashes=clashes)
        anew = bool(thread) and not set(facts) <= set(self._respondent.facts_of(thread, asked[:-1]))
        replies = thread and self._respondent.may_reply(answer, anew=anew)
        asked_back = self._asked_back(thread, advised) if replies else None
        if not (told or known or answer.seeks_next or asked_back):
            return advice
        at_hand, day = {**told, **known}, today or date.min
        fits = made and at_hand == known and (made.audience, made.today) == (reader, day)
        plan = made if made and fits else make_plan(self._pathway, at_hand, audience=reader, today=day)
        shown = replace(advice, plan=plan if today and (told or known) else None)
        heeded = self._heeding(shown, plan, at_hand)
        if asked_back is None or heeded.behaviour in _BESIDE_ALARMS:
            return heeded
        return self._replied(heeded, asked_back, plan, anew=anew)

    def _asked_before(self, turns: Sequence[str], advised: Callable[[int], Advice]) -> list[AskedBefore]:
        """Say what was asked back right before each turn that denies all of it; empty where none does."""
        denials = [at for at, turn in enumerate(turns) if at and self._respondent.denies_all(turn)]
        asked = [NOTHING_ASKED] * (len(turns) if denials else 0)
        for at in denials:
            before = advised(at - 1)
            if before.behaviour == "clarify":
                asked[at] = AskedBefore(before.signs, len(before.follow_up))
        return asked

    def _asked_back(self, thread: Sequence[str], advised: Callable[[int], Advice]) -> Advice | None:
        """Work out again what the last turn that is no reply was met with; None unless questions were asked back."""
        turns = range(len(thread) - 1, 0, -1)
        at = next((at for at in turns if self._respondent.asks(thread[at])), 0)
        before = advised(at)
        return before if before.behaviour == "clarify" else None

    def _replied(self, advice: Advice, asked_back: Advice, plan: Plan, *, anew: bool) -> Advice:
        """Go on from a reply to questions: ask for what is still missing, and say so where it told nothing `anew`.

        An unclear yes may mean a danger sign, so that what a plan says of these is said then, too.
        """
        answered = replace(advice, behaviour="clarify", statements=asked_back.statements, disagreements=(), refused=())
        questions = self._open(plan)
        if not questions and plan.urgency != "question":
            return self._settled(answered, plan)
        if anew:
            return self._asking(replace(answered, reason=self._respondent.unsettled), plan, questions)
        words = self._pathway.wordings[plan.audience].actions[plan.action]
        until = (sentence.text for sentence in (*words.next, *words.changes))
        return self._asking(replace(answered, reason=" ".join([self._respondent.unclear, *until])), plan, questions)

    def _heeding(self, advice: Advice, plan: Plan, at_hand: Mapping[str, object]) -> Advice:
        """Let the plan decide what is done with the question, where it must."""
        urgent = self._least_urgent(plan)
        behaviour = _URGENT.get(urgent.urgency) if urgent else None
        if urgent and behaviour and advice.behaviour not in {"emergency", behaviour}:
            plans = (plan, self._at_least(plan, at_hand))
            basis = next((one for one in plans if one.action == urgent.id), plan)
            named = behaviour == "send_to_care" and basis.action == urgent.id
            sign = [sentence.text for sentence in basis.row_says if named]
            reason = " ".join([*sign, self._words(urgent.id, plan)])
            return self._alarmed(advice, behaviour, reason, basis.citations)
        row = self._row_of_sign(advice, plan, at_hand)
        if row:
            says = [sentence.text for sentence in self._pathway.wordings[plan.audience].rows[row.row]]
            reason = " ".join([*says, self._words(row.action, plan)])
            return self._alarmed(advice, _URGENT[self._pathway.actions[row.action].urgency], reason, row.claims)
        seeks = advice.seeks_next or (advice.behaviour == "clarify" and bool(advice.facts or advice.plan))
        if behaviour or not seeks or not self._respondent.may_be_settled(advice):
            return advice
        questions = self._open(plan)
        return (
            self._asking(advice, plan, questions)
            if questions or plan.urgency == "question"
            else self._settled(advice, plan)
        )

    def _alarmed(self, advice: Advice, behaviour: Behaviour, reason: str, claims: Iterable[ClaimId]) -> Advice:
        return replace(
            advice,
            behaviour=behaviour,
            reason=reason,
            statements=self._respondent.say(claims, advice),
            disagreements=(),
            follow_up=(),
            unanswered=(),
            refused=(),
        )

    def _row_of_sign(self, advice: Advice, plan: Plan, at_hand: Mapping[str, object]) -> Recommendation | None:
        """Find the urgent row that a known danger sign may yet fire; it outranks what is answered of one person.

        An age that was not told is not that of an adult.
        """
        signs = {
            str(name) for name, one in self._pathway.features.items() if one.red_flag and at_hand.get(str(name)) is True
        }
        if not signs or not advice.behaviour.startswith("answer") or self._respondent.asks_in_general(advice.question):
            return None
        traced = {one.row: one for one in self._at_least(plan, at_hand).trace if one.truth is Truth.UNKNOWN}
        rows = (row for row in self._pathway.recommendations if row.row in traced)
        return next((row for row in rows if self._is_urgent(row) and _names_any(traced[row.row].rule, signs)), None)

    def _is_urgent(self, row: Recommendation) -> bool:
        return self._pathway.actions[row.action].urgency in _URGENT

    def _at_least(self, plan: Plan, at_hand: Mapping[str, object]) -> Plan:
        """Make the plan as if no danger sign were there but those that are known: what it rests on holds whatever else does."""
        questions = plan.explanation.questions if plan.explanation else ()
        open_signs = [one.feature for one in questions if self._pathway.features[one.feature].red_flag]
        denied = dict.fromkeys(map(str, open_signs), False)
        return make_plan(self._pathway, {**at_hand, **denied}, audience=plan.audience, today=plan.today)

    def _words(self, action: ActionId, plan: Plan) -> str:
        """Say what an action means and what to do next, in the reader's words."""
        words = self._pathway.wordings[plan.audience].actions[action]
        return " ".join(sentence.text for sentence in (*words.says, *words.next))

    def _open(self, plan: Plan) -> list[Question]:
        """List what is asked of everyone: not what is rightly left out, such as the weeks since surgery that never was."""
        questions = plan.explanation.questions if plan.explanation else ()
        return [question for question in questions if not self._pathway.features[question.feature].left_out_when]

    def _least_urgent(self, plan: Plan) -> Action | None:
        """Find the action that is reached at least, whatever is still unknown; None where it is no urgent one."""
        questions = plan.explanation.questions if plan.explanation else ()
        ahead = {plan.action, *(action for question in questions for action in question.could_lead_to)}
        actions = [action for action in map(self._pathway.actions.__getitem__, ahead) if action.urgency != "question"]
        if not actions or any(action.urgency not in _URGENT for action in actions):
            return None
        return max(actions, key=lambda action: (action.urgency == "urgent", action.id))

    def _asking(self, advice: Advice, plan: Plan, questions: Sequence[Question]) -> Advice:
        """Ask for what is missing: every danger sign, and the few other facts on which most hangs.

        Where nothing is missing but facts cannot both be right, say so.
        """
        signs = [question for question in questions if self._pathway.features[question.feature].red_flag]
        others = [question.ask for question in questions if not self._pathway.features[question.feature].red_flag]
        general = advice.reason if advice.behaviour == "clarify" else self._respondent.unsettled
        return replace(
            advice,
            behaviour="clarify",
            reason=general if questions else self._words(plan.action, plan),
            statements=advice.statements or self._respondent.say(plan.citations, advice),
            disagreements=(),
            follow_up=(*(question.ask for question in signs), *others[:_MOST_QUESTIONS]),
            signs=tuple(question.feature for question in signs),
        )

    def _settled(self, advice: Advice, plan: Plan) -> Advice:
        """Say what the settled plan rests on first."""
        basis = self._respondent.say(plan.citations, advice)
        said = {statement.claim for statement in basis}
        rest = tuple(one for one in advice.statements if one.claim not in said)
        behaviour: Behaviour = "answer_with_disagreement" if advice.disagreements else "answer"
        return replace(advice, behaviour=behaviour, reason=None, statements=(*basis, *rest))


def advice_as_json(advice: Advice) -> Json:
    """Say an answer and its plan in the words of the contract."""
    return {
        **answer_as_json(advice),
        "pathway": plan_as_json(advice.plan) if advice.plan else None,
        "clashes": [
            {
                "feature": clash.feature,
                "case": clash.case,
                "question": plain(clash.question.value),
                "said": clash.question.said,
            }
            for clash in advice.clashes
        ],
    }


def _parts(answer: Answer) -> dict[str, Any]:
    return {field.name: getattr(answer, field.name) for field in fields(Answer)}


def _known(pathway: Pathway, case: Mapping[str, object]) -> dict[str, object]:
    """Take the facts of a case that are known."""
    values = {str(name): plain(value) for name, value in read_patient(pathway, case).items()}
    return {name: value for name, value in values.items() if value is not None}


def _names_any(rule: Part, signs: Collection[str]) -> bool:
    return any(part.text in signs for _, part in rule.walk())


def _fits(pathway: Pathway, fact: Fact) -> bool:
    """Whether a fact that was read can be one: somebody may have said 15 of 10."""
    try:
        read_patient(pathway, {fact.feature: plain(fact.value)})
    except InvalidCase:
        return False
    return True
