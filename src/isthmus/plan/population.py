"""A table of patients, held against the case features before any rule sees them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from isthmus.errors import Fault, InvalidCase, nearest
from isthmus.pathway import CaseFeature, FeatureType, Pathway

__all__ = ["read_population"]

_PLACES = 8
_WORDS = (pl.String, pl.Enum, pl.Categorical)


def read_population(pathway: Pathway, frame: pl.DataFrame) -> pl.DataFrame:
    """Read a table as facts about patients, one row each.

    Args:
        pathway: Whose case features they are.
        frame: Columns by the name of their case feature. Null, and a column left out, mean not known. A truth is
            Boolean; a whole number any Int; a decimal Float64, Decimal or any Int; a word String, Enum or Categorical;
            words a List of those. A float stands for the decimal that it is written as.

    Returns:
        Every case feature, in the pathway's order; words as Enum.

    Raises:
        InvalidCase: A column is no case feature, or a value does not fit; lists every fault, never a value.
    """
    missing = [pl.lit(None).alias(name) for name in pathway.features if name not in frame.columns]
    given = frame.with_columns(missing).head(frame.height)  # of a table of nothing, one null makes a row
    facts = {name: _fact(feature, given.schema[name]) for name, feature in pathway.features.items()}
    _refuse([*_no_features(pathway, frame), *(fact for fact in facts.values() if isinstance(fact, Fault))])
    columns = {str(name): fact for name, fact in facts.items() if isinstance(fact, pl.Expr)}
    read = given.lazy().with_columns(**columns).select(*columns).collect()
    checks = [check for feature in pathway.features.values() for check in _checks(feature, given[feature.name])]
    wrong = read.select(check.wrong.alias(str(at)) for at, check in enumerate(checks)).row(0)
    _refuse([check.fault for check, is_wrong in zip(checks, wrong, strict=True) if is_wrong])
    return read


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        raise InvalidCase.of(faults)


@dataclass(frozen=True)
class _Check:
    """What is asked of all values of a column, and what is said where the answer is yes."""

    wrong: pl.Expr
    fault: Fault


def _no_features(pathway: Pathway, frame: pl.DataFrame) -> Iterator[Fault]:
    for name in frame.columns:
        if name not in pathway.features:
            remedy = nearest(name, pathway.features, otherwise="Leave it out.")
            yield Fault(name, f"`{name}` is not a case feature.", remedy)


def _fact(feature: CaseFeature, dtype: pl.DataType) -> pl.Expr | Fault:
    """Read a column as rules take it, whatever its values; a fault where its type is another."""
    column, own = pl.col(feature.name), _TYPES.get(feature.type, _words(feature))
    if dtype in (pl.Null, own):
        return column.cast(own)
    if not _FITS[feature.type](dtype):
        what, remedy = _COLUMNS[feature.type]
        return Fault(feature.name, f"`{feature.name}` is not a column of {what}.", f"Make it {remedy}.")
    if feature.type == "choice":
        return column.cast(pl.String).cast(own, strict=False)
    return column.cast(own) if feature.type == "choices" else column


def _words(feature: CaseFeature) -> pl.Enum:
    return pl.Enum([choice.value for choice in feature.choices])


def _is_decimal(dtype: pl.DataType) -> bool:
    return dtype == pl.Float64 or dtype.is_integer() or (isinstance(dtype, pl.Decimal) and dtype.scale <= _PLACES)


def _is_list_of_words(dtype: pl.DataType) -> bool:
    return isinstance(dtype, pl.List) and dtype.inner in _WORDS


_FITS: Mapping[FeatureType, Callable[[pl.DataType], bool]] = {
    "boolean": lambda dtype: dtype == pl.Boolean,
    "integer": lambda dtype: dtype.is_integer(),
    "decimal": _is_decimal,
    "choice": lambda dtype: dtype in _WORDS,
    "choices": _is_list_of_words,
}
_TYPES: Mapping[FeatureType, pl.DataType] = {
    "boolean": pl.Boolean(),
    "integer": pl.Int64(),
    "decimal": pl.Float64(),
    "choices": pl.List(pl.String()),
}
_COLUMNS: Mapping[FeatureType, tuple[str, str]] = {
    "boolean": ("truths", "Boolean"),
    "integer": ("whole numbers", "Int64"),
    "decimal": ("numbers of at most 8 decimal places", "Float64, or Decimal with a scale of at most 8"),
    "choice": ("words", "String or Enum"),
    "choices": ("lists of words", "List of String"),
}


def _checks(feature: CaseFeature, given: pl.Series) -> Iterator[_Check]:
    column, allowed = pl.col(feature.name), _words(feature).categories.to_list()

    def check(wrong: pl.Expr, what: str, remedy: str) -> _Check:
        return _Check(wrong, Fault(feature.name, f"`{feature.name}` {what}.", f"{remedy}, or null."))

    if given.dtype == pl.Float64:
        yield check(column.is_nan().any(), "holds what is not a number", f"Give {_range(feature)}")
        yield check((column.round(_PLACES) != column).any(), f"has more than {_PLACES} decimal places", "Round it")
    if feature.low is not None and feature.high is not None:
        beyond = (column.min() < float(feature.low)) | (column.max() > float(feature.high))
        yield check(beyond, "is out of range", f"Give {_range(feature)}")
    if feature.type == "choice":
        yield check(column.null_count() > given.null_count(), "is not one of its choices", f"Give {', '.join(allowed)}")
    if feature.type == "choices":
        items = column.explode()
        foreign = ~items.is_in(allowed).all() | (items.count() < column.list.len().sum())  # the rest are null
        yield check(foreign, "is not a list of its choices", f"List any of {', '.join(allowed)}")


def _range(feature: CaseFeature) -> str:
    return f"a number from {feature.low} to {feature.high} ({feature.unit_label})"
