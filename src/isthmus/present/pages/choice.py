"""A decision aid as a page: what is to be decided, and its options side by side in the same words for each."""

from dataclasses import dataclass
from datetime import date

from isthmus.condition import Handbook
from isthmus.guide import Option
from isthmus.present.related import Link, Listing, list_entries, related
from isthmus.present.sources import Listed, list_sources
from isthmus.present.teller import FactTold, Teller
from isthmus.present.told import Defined, Standing, Told, cited_by, standing, terms_in
from isthmus.terms import ActionId

__all__ = ["ChoicePage", "OptionTold", "choice_page", "list_choices"]


@dataclass(frozen=True)
class OptionTold:
    """One way to choose: what it is, what speaks for and against it, and what it is like to have it."""

    name: str
    title: str
    what: tuple[Told, ...]
    benefits: tuple[FactTold, ...]
    harms: tuple[FactTold, ...]
    like: tuple[Told, ...]


@dataclass(frozen=True)
class ChoicePage:
    """Everything that is said of a choice to one audience; none of its options is preferred.

    Its fields are the items that IPDAS asks of a decision aid; the date of publication stands in `review`.

    Source:
        Joseph-Williams and others, Medical Decision Making 34(6), 2014, doi:10.1177/0272989X13501721.
    """

    condition: str
    name: str
    title: str
    audience: str
    reader: str
    actions: tuple[ActionId, ...]
    about: tuple[Told, ...]
    decision: tuple[Told, ...]
    options: tuple[OptionTold, ...]
    values: tuple[Told, ...]
    uncertain: tuple[Told, ...]
    updates: tuple[Told, ...]
    funding: tuple[Told, ...]
    procedures: tuple[Link, ...]
    terms: tuple[Defined, ...]
    sources: tuple[Listed, ...]
    review: Standing
    notice: str


def choice_page(handbook: Handbook, name: str, audience: str, *, today: date) -> ChoicePage:
    """Say a choice.

    Args:
        handbook: What readers are told of the condition.
        name: The choice.
        audience: Whose words to use.
        today: The reader's day, on which a review may be overdue.

    Raises:
        UnknownName: There is no such audience or choice.
    """
    book = handbook.book
    reader, choice = book.audience(audience), book.choice(name)
    said = [spoken.in_register(reader.register) for spoken in choice.spoken()]
    shelf = list_sources(cited_by(said, handbook.basis), handbook.basis)
    teller = Teller(handbook.basis, shelf, reader.register)
    return ChoicePage(
        condition=handbook.title,
        name=choice.name,
        title=choice.title.in_register(reader.register),
        audience=reader.id,
        reader=reader.title,
        actions=choice.actions,
        about=teller.all(choice.condition),
        decision=teller.all(choice.decision),
        options=tuple(_option(option, teller) for option in choice.options),
        values=teller.all(choice.values),
        uncertain=teller.all(choice.uncertain),
        updates=teller.all(choice.updates),
        funding=teller.all(choice.funding),
        procedures=related(choice.actions, book.procedures.values(), reader.register),
        terms=terms_in((sentence.text for sentence in said), book.terms, reader),
        sources=shelf.listed,
        review=standing(choice.review, book, today),
        notice=handbook.notice,
    )


def list_choices(handbook: Handbook, audience: str) -> Listing:
    """List the choices, each with the first sentence of what is to be decided.

    Raises:
        UnknownName: There is no such audience.
    """
    choices = handbook.book.choices.values()
    return list_entries(handbook, audience, [("choices", choice, choice.decision[0]) for choice in choices])


def _option(option: Option, teller: Teller) -> OptionTold:
    return OptionTold(
        name=option.name,
        title=option.title.in_register(teller.register),
        what=teller.all(option.what),
        benefits=teller.facts(option.benefits),
        harms=teller.facts(option.harms),
        like=teller.all(option.like),
    )
