"""Whether every sentence stands on claims that are shown, and every number in it on a number of theirs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from isthmus.claims import Basis, Claim, Figure, Lexicon
from isthmus.errors import Fault, nearest
from isthmus.guide.arithmetic import read_sum
from isthmus.guide.check_plain import Objections
from isthmus.guide.number_words import NumberSaid, numbers_in
from isthmus.guide.writing import Written
from isthmus.terms import ClaimId

__all__ = ["Grounds", "check_basis"]

_MOST_NAMED = 12
_FINDINGS = ("sentence", "definition")
_HUNDRED = Decimal(100)
_CERTAINTY = Decimal(95)


@dataclass(frozen=True)
class Grounds:
    """What sentences may stand on: the claims that are shown, those kept from readers, and the pathway's thresholds.

    `lexicon` knows the words that lean on a sentence before them, and `objections` what speaks against other words for
    a claim; without them neither is looked at.
    """

    basis: Basis
    hidden: frozenset[ClaimId] = frozenset()
    parameters: Mapping[str, Decimal] = field(default_factory=dict)
    lexicon: Lexicon | None = None
    objections: Objections = lambda *_: ()


def check_basis(written: Iterable[Written], grounds: Grounds) -> Iterator[Fault]:
    """Hold each text against the claims and parameters that it names.

    Yields:
        One fault for each claim that is not there, and for each number that nobody vouches for.
    """
    for text in written:
        yield from _basis_faults(text, grounds)
        if text.kind in _FINDINGS:
            yield from _number_faults(text, grounds)


def _basis_faults(text: Written, grounds: Grounds) -> Iterator[Fault]:
    if text.kind == "sentence" and not text.claims and text.about is None:
        yield Fault(text.where, "This sentence cites nothing.", "Add `claims`, or `about` to say why it needs none.")
    for name in text.claims:
        if ClaimId(name) in grounds.hidden:
            what = f"Claim `{name}` is known from memory only and is never shown."
            yield Fault(text.where, what, "Cite another claim, or leave the sentence out.")
        elif ClaimId(name) not in grounds.basis.claims:
            remedy = nearest(name, grounds.basis.claims, otherwise="Cite a claim of claims.yaml.")
            yield Fault(text.where, f"Claim `{name}` does not exist.", remedy)
    for name in text.parameters:
        if name not in grounds.parameters:
            remedy = nearest(name, grounds.parameters, otherwise="Name a parameter of pathway.yaml.")
            yield Fault(text.where, f"Parameter `{name}` does not exist.", remedy)


def _number_faults(text: Written, grounds: Grounds) -> Iterator[Fault]:
    vouched = set(_vouched(text, grounds))
    summed: set[Decimal] = set()
    for line in text.arithmetic:
        worked = read_sum(line)
        if worked is None:
            yield Fault(text.where, f"The sum `{line}` cannot be read.", "Write it as `16 = 100 - 84`.")
            continue
        for number in worked.strangers(vouched | summed):
            what = f"The sum `{line}` uses {number}, which no cited claim gives."
            yield Fault(text.where, what, _gives(text, vouched))
        if not worked.comes_out():
            yield Fault(text.where, f"The sum `{line}` does not come out.", "Mend it.")
        summed.add(worked.result)
    said = numbers_in(text.text)
    for at, told in enumerate(said):
        if not ({*told.values} & (vouched | summed) or _is_base(said, at)):
            what = f"The number `{told.written}` stands in no claim or parameter cited here."
            yield Fault(text.where, what, _gives(text, vouched))


def _is_base(said: tuple[NumberSaid, ...], at: int) -> bool:
    """Tell whether a number is the hundred of `84 of 100`."""
    return at > 0 and said[at].values == (_HUNDRED,)


def _gives(text: Written, vouched: set[Decimal]) -> str:
    if not (text.claims or text.parameters):
        return "Cite the claim that gives it."
    numbers = sorted(vouched)
    told = ", ".join(map(_short, numbers[:_MOST_NAMED])) or "no number"
    more = " and more" if len(numbers) > _MOST_NAMED else ""
    return f"Those give {told}{more}. Cite the claim that gives it, or add an `arithmetic` line."


def _short(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _vouched(text: Written, grounds: Grounds) -> Iterator[Decimal]:
    for name in text.claims:
        claim = grounds.basis.claims.get(ClaimId(name))
        if claim is not None:
            yield from _numbers_of(claim)
            years = (grounds.basis.sources[source].year for source in claim.sources if source in grounds.basis.sources)
            yield from (Decimal(year) for year in years if year is not None)
    yield from (grounds.parameters[name] for name in text.parameters if name in grounds.parameters)


def _numbers_of(claim: Claim) -> Iterator[Decimal]:
    for words in (claim.text, claim.source_grade or ""):
        yield from (value for said in numbers_in(words) for value in said.values)
    for figure in claim.figures:
        yield from _numbers_of_figure(figure)


def _numbers_of_figure(figure: Figure) -> Iterator[Decimal]:
    yield from (number for number in (figure.value, figure.low, figure.high) if number is not None)
    if figure.ci95 is not None:
        yield from (*figure.ci95, _CERTAINTY)
    if figure.n is not None:
        yield Decimal(figure.n)
    words = f"{figure.measure}; {figure.unit}; {figure.population or ''}"
    yield from (value for said in numbers_in(words) for value in said.values)
