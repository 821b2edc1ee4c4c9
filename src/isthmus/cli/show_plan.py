"""A plan in the terminal: what to do, why, and what it rests on."""

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from isthmus.claims import Basis, Source
from isthmus.cli.show_explanation import because, settled, would_change
from isthmus.cli.terminal import QUIET, TITLE, Terminal
from isthmus.guide import Sentence as Said
from isthmus.pathway import Pathway, Sentence, WordsReview
from isthmus.plan import Part, Plan, PlannedPhase, Weeks, Weighed
from isthmus.terms import ClaimId, FeatureName, in_weeks, long_date, window

__all__ = ["show_plan"]

_NOW = (0, 0)


def show_plan(plan: Plan, pathway: Pathway, basis: Basis, plain: Mapping[ClaimId, Said]) -> None:
    """Print a plan for a person to read; what is in `plain` is said in those words."""
    terminal = Terminal()
    review = f"{pathway.stages[plan.stage].title}, row {plan.row}, {long_date(plan.today)}"
    terminal.title(plan.title, review, alarm=plan.urgency == "emergency")
    terminal.block("What to know", [_sentence(said) for said in plan.wording])
    terminal.block("What to do next", [_sentence(said) for said in plan.next])
    for at, option in enumerate(plan.options):
        terminal.block("Options" if at == 0 else "", list(_option(option)))
    terminal.block("Weeks", list(_weeks(plan.weeks)) if plan.weeks else [])
    terminal.block("To find out", [Text(line) for line in _asked(plan, pathway)])
    terminal.block("When", [Text(_when(plan))])
    terminal.block("What to do", [_step(step.when, step.what, step.claims) for step in plan.steps])
    terminal.block("Why", [*map(_sentence, plan.row_says), *_rule(plan.trace[-1].rule)])
    if plan.explanation:
        terminal.block("Is it settled?", list(settled(plan.explanation, pathway)))
        terminal.block("What decides it", list(because(plan.explanation, pathway)))
        turns = would_change(plan.explanation, plan, pathway)
        terminal.block("What changes it", [*turns, *map(_sentence, plan.changes)])
    terminal.block("Flags", [Text(flag) for flag in plan.flags])
    known = [line for line in plan.classification if line.value is not None]
    terminal.block("Classified", [Text(f"{line.title}: {line.value}") for line in known])
    found = {claim: plain.get(claim, basis.claims[claim]).text for claim in plan.outlook}
    terminal.block("Outlook", [Text(f"{text} [{claim}]") for claim, text in found.items()])
    terminal.block("Sources", list(_sources(plan, basis)))
    terminal.block("Review", [_standing(plan.words_review)])
    terminal.quiet(f"{plan.notice} Pathway {plan.pathway.version}, {plan.pathway.sha256[:12]}.")


def _option(option: Weighed) -> Iterator[Text]:
    yield Text(option.title, style="bold")
    for label, sentences in (
        ("For:", option.speaks_for),
        ("Against:", option.speaks_against),
        ("Not known; for it if true:", option.could_speak_for),
        ("Not known; against it if true:", option.could_speak_against),
    ):
        for said in sentences:
            yield _with_claims(Text.assemble((f"{label} ", "italic"), said.text), said.claims)


def _weeks(weeks: Weeks) -> Iterator[Text]:
    yield _sentence(weeks.says)
    for phase in weeks.phases:
        yield _phase(phase)
        for step in phase.steps:
            yield Text("  ").append_text(_sentence(step))


def _phase(phase: PlannedPhase) -> Text:
    lasts = in_weeks((phase.from_week, phase.to_week), (phase.first, phase.last))
    heading = phase.title if phase.title == lasts else f"{phase.title} ({lasts})"
    return Text(f"{heading}, now" if phase.now else heading, style=TITLE)


def _standing(review: WordsReview) -> Text:
    days = f"Changed {long_date(review.changed)}, next review by {long_date(review.next)}."
    return Text(f"{review.status}: {review.says} {days}", style=QUIET)


def _sentence(said: Sentence) -> Text:
    return _with_claims(Text(said.text), said.claims)


def _step(when: str, what: str, claims: Iterable[ClaimId]) -> Text:
    return _with_claims(Text.assemble((f"{when}: ", "italic"), what), claims)


def _with_claims(text: Text, claims: Iterable[ClaimId]) -> Text:
    marks = ", ".join(claims)
    return text.append(f" [{marks}]", style=QUIET) if marks else text


def _asked(plan: Plan, pathway: Pathway) -> Iterator[str]:
    """Ask for what the detail names as missing; a clash is told by its words above."""
    words = pathway.wordings[plan.audience].features
    for name in plan.detail:
        if FeatureName(name) in words:
            asked = words[FeatureName(name)]
            yield f"{asked.ask} ({name})"
            yield f"  {asked.why.text}"
        elif name in pathway.definitions:
            yield f"{pathway.definitions[name].says} ({name})"


def _when(plan: Plan) -> str:
    days = window(plan.today, plan.review.weeks)
    if days is None or plan.review.weeks == _NOW:
        return plan.review.when
    first, last = map(long_date, days)
    return f"{plan.review.when} ({f'by {last}' if days[0] == plan.today else f'{first} to {last}'})"


def _rule(rule: Part) -> Iterator[Text]:
    for depth, part in rule.walk():
        yield Text(f"{'  ' * depth}{part.text}: ", style=QUIET).append(part.value, style="bold")


def _sources(plan: Plan, basis: Basis) -> Iterator[Text]:
    told = (*plan.wording, *plan.row_says, *plan.next, *plan.changes, *(plan.weeks.sentences if plan.weeks else ()))
    weighed = [said for option in plan.options for said in option.says]
    said = [claim for sentence in (*told, *weighed) for claim in sentence.claims]
    done = [claim for step in plan.steps for claim in step.claims]
    claims = dict.fromkeys([*plan.citations, *said, *done])
    for claim in (basis.claims[claim] for claim in claims):
        sources = "; ".join(_named(basis.sources[source]) for source in claim.sources)
        yield Text(f"{claim.id} ", style="bold").append(sources, style=QUIET)


def _named(source: Source) -> str:
    return f"{source.title} ({source.year})" if source.year else source.title
