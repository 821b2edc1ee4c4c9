"""A pathway applied to a whole table of patients at once: what `apply` finds for each of them, without the reasons."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from operator import add

from isthmus.errors import MissingLibrary, UnknownName, nearest

try:
    import polars as pl
except ModuleNotFoundError as missing:
    raise MissingLibrary(
        "A table of patients needs a library that is not installed.",
        where="isthmus.plan.cohort",
        remedy="Run: pip install 'isthmus[populations]'",
    ) from missing

from isthmus.pathway import ACTION_NAME, ROW_NAME, CaseFeature, DetailItem, Pathway, contradiction_name, feature_type
from isthmus.plan.population import read_population
from isthmus.rules import Expr, Kind, Rule, Type, fold
from isthmus.rules.backends.columns import Columns
from isthmus.rules.meanings.column import Column, boolean, leaf, literal

__all__ = ["DETAIL_NAME", "decide_cohort", "decide_facts"]

DETAIL_NAME = "detail"
"""The column of the detail: missing inputs, letters of clashes, or phases."""

_AT_ONCE = 8
"""Of so many items of a detail, every selection that may come up stands in one table."""


def decide_cohort(pathway: Pathway, frame: pl.DataFrame, *, only: Sequence[str] | None = None) -> pl.DataFrame:
    """Apply a pathway to every patient of a table.

    Args:
        pathway: The pathway, such as `load_condition("pars-defect").pathway`.
        frame: One row a patient, one column a case feature, by its name; null, and a column left out, mean not known.
            A truth is Boolean; a whole number any Int; a decimal Float64, Decimal or any Int; a word String, Enum or
            Categorical; words a List of those. Words are fastest as Enum.
        only: The columns to give, where fewer than all will do; what they do not need is not worked out.

    Returns:
        One row a patient, in the same order: `row` and `action`; `detail`, a list; each flag under its id, true where
        it is raised; and each contradiction, such as `contradiction_a`, null where too little is known to tell.

    Raises:
        UnknownName: `only` names no column of these.
        InvalidCase: A column is no case feature, or a value does not fit; lists every fault, never a value.
        LookupError: Of some patient no row's rule is true, which `isthmus check` rules out for a pathway that is shipped.

    >>> from isthmus import load_condition
    >>> people = pl.DataFrame({"rf_saddle_numb": [True, None], "age_years": [41.0, 12.5]})
    >>> decide_cohort(load_condition("pars-defect").pathway, people)["action"].to_list()
    ['emergency-now', 'ask-red-flags']
    """
    return decide_facts(pathway, read_population(pathway, frame), only=only)


def decide_facts(pathway: Pathway, facts: pl.DataFrame, *, only: Sequence[str] | None = None) -> pl.DataFrame:
    """Do as `decide_cohort`, of facts that were checked: what `read_population` gave for this pathway."""
    columns = _columns(pathway, only)
    found = _Cohort(pathway, facts).steps.select(list(dict.fromkeys([ROW_NAME, *columns])))
    if found[ROW_NAME].has_nulls():
        raise LookupError("no row of the pathway is true")
    return found.select(columns)


def _columns(pathway: Pathway, only: Sequence[str] | None) -> Sequence[str]:
    clashes = (contradiction_name(item.id) for item in pathway.contradictions)
    columns = [ROW_NAME, ACTION_NAME, DETAIL_NAME, *(str(flag.id) for flag in pathway.flags), *clashes]
    for name in only or ():
        if name not in columns:
            remedy = nearest(name, columns, otherwise=f"Name any of: {', '.join(columns)}.")
            raise UnknownName(f"There is no column `{name}`.", where="only", remedy=remedy)
    return columns if only is None else only


class _Steps:
    """A table and what is added to it: each column in the first step in which all that it needs is there."""

    def __init__(self, facts: pl.DataFrame) -> None:
        self._facts = facts
        self._steps: list[list[pl.Expr]] = []
        self._step_of: dict[str, int] = {}

    def add(self, name: str, values: pl.Expr) -> pl.Expr:
        """Add a column; no other bears its name."""
        step = max((self._step_of.get(used, 0) for used in values.meta.root_names()), default=0) + 1
        if step > len(self._steps):
            self._steps.append([])
        self._steps[step - 1].append(values.alias(name))
        self._step_of[name] = step
        return pl.col(name)

    def select(self, names: Sequence[str]) -> pl.DataFrame:
        """Work out some columns, and what they need."""
        lazy = self._facts.lazy()
        for step in self._steps:
            lazy = lazy.with_columns(step)
        return lazy.select(names).collect()


class _Cohort:
    """What each name of a pathway comes to for every patient of a table, up to the flags."""

    def __init__(self, pathway: Pathway, facts: pl.DataFrame) -> None:
        self.steps = _Steps(facts)
        self.names = {str(name): _leaf(feature, facts.schema[name]) for name, feature in pathway.features.items()}
        self.names |= {item.name: literal(item.value) for item in pathway.parameters.values()}
        self.backend = Columns(self.names)
        self._define(pathway)
        self._decide(pathway)
        for flag in pathway.flags:
            self.steps.add(flag.id, self.holds(flag.when).fill_null(value=False))

    def _define(self, pathway: Pathway) -> None:
        for definition in pathway.definitions.values():
            self._name(definition.name, definition.rule.tree)
        for clash in pathway.contradictions:
            self._name(contradiction_name(clash.id), clash.rule.tree)

    def _name(self, name: str, tree: Expr) -> None:
        column = fold(tree, self.backend)
        floats = column.floats if column.floats is None else self.steps.add(f"{name} as floats", column.floats)
        self.names[name] = replace(column, values=self.steps.add(name, column.values), floats=floats)

    def _decide(self, pathway: Pathway) -> None:
        rows = pathway.recommendations
        # Of words in place of numbers, each of these choices would copy the whole column.
        position = pl.lit(None, dtype=pl.UInt32)
        for at, row in reversed(list(enumerate(rows))):
            position = pl.when(self.holds(row.when)).then(pl.lit(at, dtype=pl.UInt32)).otherwise(position)
        fired = self.steps.add("position of the row", position)
        self._look_up(ROW_NAME, [row.row for row in rows], fired)
        self._look_up(ACTION_NAME, [row.action for row in rows], fired)
        most = max(len(row.details) for row in rows)
        chunks = [[row.details[at : at + _AT_ONCE] for row in rows] for at in range(0, max(most, 1), _AT_ONCE)]
        self.steps.add(DETAIL_NAME, pl.concat_list([self._details(chunk, fired) for chunk in chunks]))

    def _look_up(self, name: str, words: Sequence[str], fired: pl.Expr) -> None:
        found = self.steps.add(name, _gathered(words, pl.Enum(list(dict.fromkeys(words))), fired))
        self.names[name] = Column(Type(Kind.CHOICE, frozenset(words)), found)

    def _details(self, chunk: Sequence[Sequence[DetailItem]], fired: pl.Expr) -> pl.Expr:
        """Look up what holds of the items of the row that fired, among all selections of them."""
        first, selections = list[int](), list[list[str]]()
        held = [pl.lit(value=False)] * _AT_ONCE
        for row, items in enumerate(chunk):
            first.append(len(selections))
            selections += [
                [item.name for at, item in enumerate(items) if bits >> at & 1] for bits in range(2 ** len(items))
            ]
            for at, item in enumerate(items):
                held[at] |= (fired == row) & self.holds(item.when)
        bits = [truth.fill_null(value=False).cast(pl.UInt32) * 2**at for at, truth in enumerate(held)]
        return _gathered(selections, pl.List(pl.String), reduce(add, bits, _gathered(first, pl.UInt32, fired)))

    def holds(self, rule: Rule) -> pl.Expr:
        return boolean(fold(rule.tree, self.backend))


def _leaf(feature: CaseFeature, dtype: pl.DataType) -> Column:
    ends = [abs(end) for end in (feature.low, feature.high) if end is not None]
    return leaf(feature.name, feature_type(feature), dtype, max(ends, default=None))


def _gathered(values: Sequence[object], dtype: pl.DataType | type[pl.DataType], at: pl.Expr) -> pl.Expr:
    return pl.lit(pl.Series(values, dtype=dtype)).gather(at)
