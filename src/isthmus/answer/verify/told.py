"""Whether a claim told in a reader's words still says what the claim says."""

from collections.abc import Iterator
from decimal import Decimal

from isthmus.answer.verify.support import supports
from isthmus.claims import Claim, Evidence, Figure

__all__ = ["grounds_of", "tells"]


def tells(phrase: str, claim: Claim, evidence: Evidence) -> bool:
    """Tell whether a phrase holds against its claim, its figures and the years of its sources."""
    return not supports(phrase, claim.text, grounds_of(claim, evidence))


def grounds_of(claim: Claim, evidence: Evidence) -> str:
    """Write down what stands beside the text of a claim: its figures, grade and note, and the names and years of its sources."""
    sources = (evidence.sources[source] for source in claim.sources)
    named = (f"{one.title} {one.publisher or ''} {one.year or ''}" for one in sources)
    return " ".join(
        (*map(_figure, claim.figures), claim.source_grade or "", claim.note or "", *(f"{name}." for name in named))
    )


def _figure(figure: Figure) -> str:
    counted = f"n={figure.n}" if figure.n is not None else ""
    year = str(figure.year) if figure.year is not None else ""
    parts = (*_values(figure), figure.population or "", counted, year)
    return f"{figure.measure}: {', '.join(filter(None, parts))}."


def _values(figure: Figure) -> Iterator[str]:
    ends = [end for end in (figure.low, figure.high) if end is not None]
    yield from (f"{_plain(value)} {figure.unit}" for value in (figure.value,) if value is not None)
    if ends:
        yield f"{' to '.join(map(_plain, ends))} {figure.unit}"
    if figure.ci95 is not None:
        yield f"{' to '.join(map(_plain, figure.ci95))} (95% CI)"


def _plain(number: Decimal) -> str:
    return f"{number:f}"
