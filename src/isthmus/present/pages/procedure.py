"""A procedure as a page: whom it suits, its good and bad sides, and its days counted from the one that was given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from isthmus.condition import Handbook
from isthmus.errors import InvalidOption
from isthmus.guide import Preparation, ProcedureKind, RecoveryPhase, Variant
from isthmus.present.related import Grouped, Link, Listing, list_entries, related
from isthmus.present.sources import Listed, list_sources
from isthmus.present.teller import FactTold, Teller
from isthmus.present.told import Defined, Standing, Told, cited_by, standing, terms_in
from isthmus.terms import ActionId, in_weeks, long_date

__all__ = [
    "PhaseTold",
    "PreparationTold",
    "ProcedurePage",
    "VariantTold",
    "counted_from",
    "list_procedures",
    "procedure_page",
]

_GROUPS: Mapping[ProcedureKind, str] = {
    "test": "imaging",
    "programme": "care",
    "brace": "care",
    "injection": "injection",
    "operation": "surgery",
}
"""The group of each kind, in the order in which a person meets them."""


@dataclass(frozen=True)
class PreparationTold:
    """Something to do before the day; without days it is due as soon as the procedure is planned."""

    days_before: int | None
    on: date | None
    says: Told

    def when(self) -> str:
        """Say when it is due."""
        if self.days_before is None:
            return "As soon as it is planned"
        days = "The day itself" if self.days_before == 0 else f"{self.days_before} day{_s(self.days_before)} before"
        return days if self.on is None else f"{days}, {long_date(self.on)}"


@dataclass(frozen=True)
class PhaseTold:
    """A phase of recovery: its weeks, the days they fall on where the day is known, and its steps."""

    phase: str
    title: str
    from_week: int | None
    to_week: int | None
    first: date | None
    last: date | None
    steps: tuple[Told, ...]

    def when(self) -> str:
        """Say when it is."""
        return in_weeks((self.from_week, self.to_week), (self.first, self.last))


@dataclass(frozen=True)
class VariantTold:
    """A way of doing the procedure that has a name of its own."""

    name: str
    title: str
    says: tuple[Told, ...]


@dataclass(frozen=True)
class ProcedurePage:
    """Everything that is said of a procedure to one audience; `on` is its day, None where no day was given."""

    condition: str
    name: str
    kind: str
    title: str
    audience: str
    reader: str
    on: date | None
    actions: tuple[ActionId, ...]
    what_it_is: tuple[Told, ...]
    who_it_suits: tuple[Told, ...]
    who_not: tuple[Told, ...]
    variants: tuple[VariantTold, ...]
    benefits: tuple[FactTold, ...]
    harms: tuple[FactTold, ...]
    prepare: tuple[PreparationTold, ...]
    the_day: tuple[Told, ...]
    recovery_of: Told
    recovery: tuple[PhaseTold, ...]
    warning_signs: tuple[Told, ...]
    questions: tuple[Told, ...]
    choices: tuple[Link, ...]
    terms: tuple[Defined, ...]
    sources: tuple[Listed, ...]
    review: Standing
    notice: str


def procedure_page(
    handbook: Handbook, name: str, audience: str, *, today: date, on: date | None = None
) -> ProcedurePage:
    """Say a procedure.

    Args:
        handbook: What readers are told of the condition.
        name: The procedure.
        audience: Whose words to use.
        today: The reader's day, on which a review may be overdue.
        on: The day of the procedure, from which all others are counted; None leaves dates out.

    Raises:
        UnknownName: There is no such audience or procedure.
    """
    book = handbook.book
    reader, procedure = book.audience(audience), book.procedure(name)
    said = [spoken.in_register(reader.register) for spoken in procedure.spoken()]
    shelf = list_sources(cited_by(said, handbook.basis), handbook.basis)
    teller = _Teller(handbook.basis, shelf, reader.register)
    page = ProcedurePage(
        condition=handbook.title,
        name=procedure.name,
        kind=procedure.kind,
        title=procedure.title.in_register(reader.register),
        audience=reader.id,
        reader=reader.title,
        on=None,
        actions=procedure.actions,
        what_it_is=teller.all(procedure.what_it_is),
        who_it_suits=teller.all(procedure.who_it_suits),
        who_not=teller.all(procedure.who_not),
        variants=teller.variants(procedure.variants),
        benefits=teller.facts(procedure.benefits),
        harms=teller.facts(procedure.harms),
        prepare=teller.preparations(procedure.prepare),
        the_day=teller.all(procedure.the_day),
        recovery_of=teller.one(procedure.recovery_of),
        recovery=teller.phases(procedure.recovery),
        warning_signs=teller.all(procedure.warning_signs),
        questions=teller.all(procedure.questions),
        choices=related(procedure.actions, book.choices.values(), reader.register),
        terms=terms_in((sentence.text for sentence in said), book.terms, reader),
        sources=shelf.listed,
        review=standing(procedure.review, book, today),
        notice=handbook.notice,
    )
    return page if on is None else counted_from(page, on)


def counted_from(page: ProcedurePage, on: date) -> ProcedurePage:
    """Count the days of a procedure from its own day; its words stay as they are.

    Raises:
        InvalidOption: The calendar does not reach that far.
    """
    prepare = tuple(
        item if item.days_before is None else replace(item, on=_day(on, -item.days_before)) for item in page.prepare
    )
    recovery = tuple(
        replace(phase, first=_week(on, phase.from_week), last=_week(on, phase.to_week)) for phase in page.recovery
    )
    return replace(page, on=on, prepare=prepare, recovery=recovery)


def list_procedures(handbook: Handbook, audience: str) -> Listing:
    """List the procedures in groups and the choices between them, each with the first sentence on it.

    Raises:
        UnknownName: There is no such audience.
    """
    book = handbook.book
    procedures = sorted(book.procedures.values(), key=lambda one: list(_GROUPS).index(one.kind))
    entries: list[Grouped] = [(_GROUPS[one.kind], one, one.what_it_is[0]) for one in procedures]
    entries += [("choices", choice, choice.decision[0]) for choice in book.choices.values()]
    return list_entries(handbook, audience, entries)


class _Teller(Teller):
    """Says the parts that only a procedure has."""

    def variants(self, variants: Iterable[Variant]) -> tuple[VariantTold, ...]:
        return tuple(
            VariantTold(item.name, item.title.in_register(self.register), self.all(item.says)) for item in variants
        )

    def preparations(self, items: Iterable[Preparation]) -> tuple[PreparationTold, ...]:
        """Say what to do before the day: what can be done at once first, then the days in their order."""
        ordered = sorted(items, key=lambda item: (item.days_before is not None, -(item.days_before or 0)))
        return tuple(PreparationTold(item.days_before, None, self.one(item.says)) for item in ordered)

    def phases(self, phases: Iterable[RecoveryPhase]) -> tuple[PhaseTold, ...]:
        return tuple(
            PhaseTold(
                phase=item.phase,
                title=item.title.in_register(self.register),
                from_week=item.from_week,
                to_week=item.to_week,
                first=None,
                last=None,
                steps=self.all(item.steps),
            )
            for item in phases
        )


def _week(on: date, week: int | None) -> date | None:
    return None if week is None else _day(on, 7 * week)


def _day(on: date, days: int) -> date:
    """Count days from the day of the procedure.

    Raises:
        InvalidOption: The calendar does not reach that far.
    """
    try:
        return on + timedelta(days=days)
    except OverflowError as error:
        what = "The calendar does not reach far enough around this day."
        raise InvalidOption(what, where="date", remedy="Give another day.") from error


def _s(count: int) -> str:
    return "" if count == 1 else "s"
