"""A scope with a name of every sort, for the tests of types and of advice."""

from isthmus.rules import Kind, Type
from isthmus.terms import Form, Precision

SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "x": Type(Kind.DECIMAL),
    "k": Type(Kind.INTEGER),
    "limit": Type(Kind.INTEGER, certain=True),
    "age": Type(Kind.INTEGER, unit="years"),
    "care": Type(Kind.DECIMAL, unit="months"),
    "course": Type(Kind.CHOICE, frozenset({"better", "worse"})),
    "injection": Type(Kind.CHOICE, frozenset({"none", "relief"})),
    "done": Type(Kind.LIST, frozenset({"xray", "mri"}), item=Kind.CHOICE),
    "slip": Type(Kind.QUANTITY, unit="mm"),
    "stay": Type(Kind.QUANTITY, unit="month"),
    "surgery": Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY),
    "in_year": Type(Kind.MOMENT, form=Form.DATE, precision=Precision.YEAR),
    "seen": Type(Kind.MOMENT, form=Form.DATETIME, precision=Precision.MILLISECOND),
    "at": Type(Kind.MOMENT, form=Form.DATETIME, precision=Precision.HOUR),
    "clock": Type(Kind.MOMENT, form=Form.TIME, precision=Precision.MILLISECOND),
}
