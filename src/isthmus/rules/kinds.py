"""What an expression may come to: a sort of value, and what is known of it before any patient is."""

from dataclasses import dataclass
from enum import Enum

from isthmus.terms import Form, Precision, unit_of

__all__ = ["Kind", "Type"]


class Kind(Enum):
    """What sort of value an expression comes to."""

    NULL = "nothing known"
    BOOLEAN = "a truth"
    INTEGER = "a whole number"
    DECIMAL = "a decimal number"
    CHOICE = "a choice"
    MOMENT = "a point in time"
    QUANTITY = "a quantity"
    LIST = "a list"


@dataclass(frozen=True)
class Type:
    """The type of an expression.

    Attributes:
        kind: The sort of value; of a list, that it is one.
        choices: The words it may be or, of a list, hold.
        certain: Whether it is never unknown.
        unit: Of a quantity, its UCUM unit or period; of a plain number, the unit its name is kept in, if any.
        form: Of a moment, what it is a point of.
        precision: Of a moment, how finely it is known.
        item: Of a list, the kind of its members.
    """

    kind: Kind
    choices: frozenset[str] = frozenset()
    certain: bool = False
    unit: str | None = None
    form: Form | None = None
    precision: Precision | None = None
    item: Kind | None = None

    @property
    def words(self) -> str:
        """The type in plain words."""
        match self:
            case Type(kind=Kind.MOMENT, form=Form() as form, precision=Precision() as precision):
                return f"a {form.value} known to the {precision.word}"
            case Type(kind=Kind.QUANTITY, unit=str() as unit):
                return unit_of(unit).dimension
            case Type(kind=Kind.LIST, item=Kind.CHOICE | None):
                return "a list of choices"
        return self.kind.value

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return self.kind in (Kind.INTEGER, Kind.DECIMAL)
