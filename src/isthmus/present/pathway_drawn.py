"""The stages of care as a line with stations, and a person's place on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap
from typing import Literal

from isthmus.pathway import Pathway, Stage
from isthmus.terms import AudienceId, StageId

__all__ = ["Line", "PathwayDrawn", "Station", "draw_pathway"]

State = Literal["past", "here", "ahead"]
"""Where a station lies from a person's place: on every way to it, at it, or elsewhere."""

# The drawing, in its own units: the line of care, below it the line for those who skip stages, and the line home.
_WIDTH, _FIRST, _LAST = 1130, 90, 1040
_CARE, _SKIP, _HOME, _OUT = 92, 132, 172, 196
_BEND = 34
_FEWEST = 2
_LONGEST = 22
"""Of a line of a title, in characters."""


@dataclass(frozen=True)
class Station:
    """A stage of care: its title, whole and in lines for the drawing, its place, and where it lies from the person."""

    id: StageId
    title: str
    lines: tuple[str, ...]
    x: int
    y: int
    state: State


@dataclass(frozen=True)
class Line:
    """A stretch between stations as path data; it is past where there is no other way to the person's place."""

    d: str
    past: bool


@dataclass(frozen=True)
class PathwayDrawn:
    """The stations in order, of which the last is the goal; the way out, if there is one; and the lines between them.

    `pause` is the title of the stage in which too little is known for a place; then nothing is past, and no station is
    the person's. `width` and `height` are those of the drawing.
    """

    stations: tuple[Station, ...]
    way_out: Station | None
    lines: tuple[Line, ...]
    way_out_line: str
    pause: str | None
    width: int = _WIDTH
    height: int = 216


def draw_pathway(pathway: Pathway, stage: StageId, audience: AudienceId) -> PathwayDrawn | None:
    """Draw the stages of care with a person's place among them.

    Args:
        pathway: The pathway, whose stages say how they are drawn and from where people come to them.
        stage: The stage of the person's plan.
        audience: Whose words to use.

    Returns:
        The drawing; None where the pathway has too few stations for a line.
    """
    register, stages = pathway.registers[audience], pathway.stages
    past = _before(stage, stages)
    on_line = [known for known in stages.values() if known.drawn == "station"]
    if len(on_line) < _FEWEST:
        return None
    apart = (_LAST - _FIRST) / max(len(on_line) - 2, 1)

    def station(known: Stage, x: float, y: int) -> Station:
        title = known.in_register(register)
        state: State = "here" if known.id == stage else "past" if known.id in past else "ahead"
        return Station(known.id, title, tuple(wrap(title, _LONGEST)), round(x), y, state)

    *care, goal = on_line
    stations = tuple(station(known, _FIRST + apart * at, _CARE) for at, known in enumerate(care))
    home = station(goal, stations[-1].x, _HOME)
    out = next((known for known in stages.values() if known.drawn == "way-out"), None)
    left_at = {each.id: each.x for each in stations}
    way_out = station(out, left_at[out.after[0]], _OUT) if out and out.after else None
    return PathwayDrawn(
        stations=(*stations, home),
        way_out=way_out,
        lines=tuple(line for line in _lines(stations, home, stages) if line.d),
        way_out_line=f"M{way_out.x} {_CARE}V{_OUT}" if way_out else "",
        pause=stages[stage].in_register(register) if stages[stage].drawn == "pause" else None,
    )


def _before(stage: StageId, stages: Mapping[StageId, Stage]) -> frozenset[StageId]:
    """Find the stages that everybody passes on the way to one, whichever way they come."""
    ways = [_before(came_from, stages) | {came_from} for came_from in stages[stage].after]
    return frozenset.intersection(*ways) if ways else frozenset()


def _lines(stations: Sequence[Station], home: Station, stages: Mapping[StageId, Stage]) -> Iterator[Line]:
    """Draw the line of care, the line for those who skip stages, and the line home; what is past comes last, on top."""
    at = {station.id: station for station in stations}
    yield Line(_skip(stations, at, stages), past=False)
    yield Line(_home(home, at, stages), past=False)
    for before, station in pairwise(stations):
        yield Line(f"M{before.x} {_CARE}H{station.x}", past=False)
    for before, station in pairwise(stations):
        if stages[station.id].after == (before.id,) and before.state == "past" and station.state != "ahead":
            yield Line(f"M{before.x} {_CARE}H{station.x}", past=True)


def _skip(stations: Sequence[Station], at: Mapping[StageId, Station], stages: Mapping[StageId, Stage]) -> str:
    """Draw the ways that pass stations by: down from one, along, and up again at another."""
    ways = [
        (at[name].x, station.x)
        for before, station in pairwise(stations)
        for name in stages[station.id].after
        if name != before.id
    ]
    if not ways:
        return ""
    off, on = sorted({start for start, _ in ways}), sorted({stop for _, stop in ways})
    return "".join(
        (
            *(f"M{x} {_CARE}{_bend(_SKIP - _CARE)}" for x in off),
            f"M{off[0] + _BEND} {_SKIP}H{on[-1] - _BEND}",
            *(f"M{x - _BEND} {_SKIP}{_bend(_CARE - _SKIP)}" for x in on),
        )
    )


def _home(home: Station, at: Mapping[StageId, Station], stages: Mapping[StageId, Stage]) -> str:
    """Draw the line home: down from every station that leads there, and along to the goal."""
    off = sorted(at[name].x for name in stages[home.id].after)
    down = (f"M{x} {_CARE}V{_HOME}" if x == home.x else f"M{x} {_CARE}{_bend(_HOME - _CARE)}" for x in off)
    return "".join(down) + (f"M{off[0] + _BEND} {_HOME}H{home.x}" if off and off[0] < home.x else "")


def _bend(down: int) -> str:
    """Change from one line to another as rails do, on the way to the right."""
    return f"c{_BEND // 2} 0 {_BEND // 2} {down} {_BEND} {down}"
