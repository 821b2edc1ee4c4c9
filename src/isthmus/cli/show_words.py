"""What was found in the words for readers, in the terminal: a table of reading levels, and a line on the rest."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from isthmus.guide.check import Findings, Level
from isthmus.terms import Json

__all__ = ["lines", "words_as_json"]

_WIDTH = 16


def lines(findings: Findings) -> Iterator[str]:
    """Say what was looked at: each part with a limit, its grade, and in brackets its grade without glossary terms."""
    yield from _table([level for level in findings.levels if level.limit is not None])
    yield from (f"Left out: {told}" for told in findings.left_out)
    mark = "✗" if findings.faults else "✓"
    yield f"{mark} each of {findings.sentences} sentences for readers rests on what it cites and keeps the house rules"


def words_as_json(findings: Findings) -> Json:
    """Give the same as plain values."""
    return {
        "sentences": findings.sentences,
        "faults": [str(fault) for fault in findings.faults],
        "left_out": list(findings.left_out),
        "levels": [
            {
                "file": level.file,
                "reader": level.reader,
                "part": level.part or None,
                "grade": float(level.level.grade),
                "without_terms": float(level.level.without_terms),
                "limit": level.limit,
            }
            for level in findings.levels
        ],
    }


def _table(levels: Iterable[Level]) -> Iterator[str]:
    """Lay the levels out: a line for each part, a column for each reader; `!` marks what is too hard."""
    cells: dict[str, dict[str, str]] = {}
    limits: dict[str, int | None] = {}
    for level in levels:
        limits[level.reader] = level.limit
        said = f"{level.level.grade} ({level.level.without_terms}){' !' if level.is_over() else ''}"
        cells.setdefault(_row(level), {})[level.reader] = said
    if not cells:
        return
    wide = max(map(len, cells)) + 2
    yield "Reading level".ljust(wide) + "".join(f"{name}, max {limit}".ljust(_WIDTH) for name, limit in limits.items())
    for row, said_to in cells.items():
        yield (row.ljust(wide) + "".join(said_to.get(name, "").ljust(_WIDTH) for name in limits)).rstrip()


def _row(level: Level) -> str:
    """Name the line of the table: guides and wordings stand side by side, other files by their names."""
    path = PurePosixPath(level.file)
    if level.part:
        return f"{path.parent.parent.name} {level.part}" if path.parent.name == "en" else f"{path.stem} {level.part}"
    return f"{path.parent.name}/{path.stem}"
