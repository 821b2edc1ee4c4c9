"""All files of words of a pathway: read together, then held against the table they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

from isthmus.errors import Fault
from isthmus.located import Files, Located
from isthmus.pathway.load_features import Features
from isthmus.pathway.load_options import read_options
from isthmus.pathway.load_rules import RuleReader, scope_of
from isthmus.pathway.load_table import Table
from isthmus.pathway.load_timelines import Readers, read_timelines
from isthmus.pathway.load_word_shapes import (
    AudiencesFile,
    OptionsFile,
    StatusesFile,
    TimelinesFile,
    WeeksFile,
    WordingFile,
)
from isthmus.pathway.load_words import check_audiences, check_wording, read_review, read_wording
from isthmus.pathway.words import Option, Register, Timeline, Wording
from isthmus.terms import ActionId, AudienceId

__all__ = ["Told", "WordFiles"]


@dataclass(frozen=True)
class Told:
    """The parts of a pathway that are words."""

    wordings: Mapping[AudienceId, Wording]
    registers: Mapping[AudienceId, Register]
    options: Mapping[ActionId, tuple[Option, ...]]
    timelines: Mapping[ActionId, tuple[Timeline, ...]]

    def as_fields(self) -> dict[str, Any]:
        """The parts by the name they have in a Pathway."""
        return {part.name: getattr(self, part.name) for part in fields(self)}


@dataclass(frozen=True)
class WordFiles:
    """The files of words of a condition, each with the places of what it holds."""

    audiences: tuple[AudiencesFile, Located]
    statuses: StatusesFile
    wordings: tuple[tuple[WordingFile, Located], ...]
    options: tuple[OptionsFile, Located]
    timelines: tuple[TimelinesFile, Located]
    procedures: Mapping[str, WeeksFile]

    @classmethod
    def read(cls, folder: Path, files: Files) -> "WordFiles":
        """Read them from a condition's folder; they are used only where `files` has no faults."""
        return cls(
            audiences=files.read(files.knowledge / "audiences.yaml", AudiencesFile),
            statuses=files.read(files.knowledge / "editorial.yaml", StatusesFile)[0],
            wordings=tuple(
                files.read(path, WordingFile) for path in sorted((folder / "wording" / "en").glob("*.yaml"))
            ),
            options=files.read(folder / "options.yaml", OptionsFile),
            timelines=files.read(folder / "timelines.yaml", TimelinesFile),
            procedures={
                path.stem: files.read(path, WeeksFile)[0] for path in sorted((folder / "procedures").glob("*.yaml"))
            },
        )

    @property
    def texts(self) -> tuple[Located, ...]:
        """The files whose claims are the pathway's to see to."""
        return (*(text for _, text in self.wordings), self.options[1], self.timelines[1])

    def held_against(self, table: Table, features: Features, faults: list[Fault]) -> Told:
        """Hold the words against the table they belong to; all of it needs words, for every audience."""
        for file, text in self.wordings:
            faults += check_wording(file, text, table, features)
        readers = self._readers()
        scope, actions = scope_of(table, features), tuple(table.actions)
        options, options_text = self.options
        timelines, timelines_text = self.timelines
        review = read_review(options.review, readers.statuses)
        told = Told(
            wordings=readers.wordings,
            registers=readers.registers,
            options=read_options(options, RuleReader(options_text, faults, scope), actions, review),
            timelines=read_timelines(
                timelines, RuleReader(timelines_text, faults, scope), actions, self.procedures, readers
            ),
        )
        faults += check_audiences(*self.audiences, self.wordings)
        return told

    def _readers(self) -> Readers:
        statuses = self.statuses.statuses
        wordings = [read_wording(file, statuses) for file, _ in self.wordings]
        return Readers(
            wordings=MappingProxyType({wording.audience: wording for wording in wordings}),
            registers=MappingProxyType({AudienceId(item.id): item.register_ for item in self.audiences[0].audiences}),
            statuses=statuses,
        )
