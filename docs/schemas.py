"""JSON Schemas of the knowledge files, written from the shapes they are held against, so that an editor can complete.

`make schemas` writes them to `knowledge/.schema/` and has each knowledge file name its own in its first line.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, create_model

from isthmus.claims import asking_shapes as asking
from isthmus.claims import shapes as claims
from isthmus.claims import word_shapes
from isthmus.guide import shapes as guide
from isthmus.pathway import load_shapes as pathway
from isthmus.pathway import load_word_shapes as words

FOLDER = ".schema"

FILES: Mapping[str, tuple[str, type[BaseModel]]] = {
    "asked_facts": ("conditions/*/asked_facts.yaml", asking.AskedFactsFile),
    "asking": ("asking.yaml", asking.AskingFile),
    "audiences": ("audiences.yaml", guide.AudiencesFile),
    "case_features": ("conditions/*/case_features.yaml", pathway.FeaturesFile),
    "cases": ("conditions/*/cases.yaml", pathway.CasesFile),
    "chapters": ("conditions/*/chapters.yaml", guide.ChaptersFile),
    "choice": ("conditions/*/choices/*.yaml", guide.ChoiceFile),
    "claims": (
        "conditions/*/claims.yaml",
        create_model("ClaimsFile", __base__=claims.ClaimsFile, claims=(list[claims.ClaimShape], ...)),
    ),
    "condition": ("conditions/*/condition.yaml", pathway.ConditionFile),
    "disagreements": (
        "conditions/*/disagreements.yaml",
        create_model(
            "DisagreementsFile", __base__=claims.DisagreementsFile, disagreements=(list[claims.DisagreementShape], ...)
        ),
    ),
    "editorial": ("editorial.yaml", guide.EditorialFile),
    "examples": ("conditions/*/examples.yaml", pathway.ExamplesFile),
    "facets": ("conditions/*/facets.yaml", word_shapes.FacetsFile),
    "figures": ("conditions/*/figures.yaml", guide.FiguresFile),
    "given_names": ("given_names.yaml", word_shapes.GivenNamesFile),
    "glossary": ("conditions/*/glossary.yaml", guide.GlossaryFile),
    "guide": ("conditions/*/guide/*/*.yaml", guide.GuideFile),
    "house_words": ("house_words.yaml", guide.HouseWordsFile),
    "lexicon": ("conditions/*/lexicon.yaml", word_shapes.LexiconFile),
    "listener": ("conditions/*/listener.yaml", word_shapes.ListenerFile),
    "options": ("conditions/*/options.yaml", words.OptionsFile),
    "pathway": ("conditions/*/pathway.yaml", pathway.PathwayFile),
    "plain": ("conditions/*/plain.yaml", guide.PlainFile),
    "procedure": ("conditions/*/procedures/*.yaml", guide.ProcedureFile),
    "shorthand": ("shorthand.yaml", word_shapes.ShorthandFile),
    "sets": ("conditions/*/sets.yaml", word_shapes.SetsFile),
    "sources": (
        "sources.yaml",
        create_model("SourcesFile", __base__=claims.SourcesFile, sources=(list[claims.SourceShape], ...)),
    ),
    "spelling": ("conditions/*/spelling.yaml", word_shapes.SpellingFile),
    "timelines": ("conditions/*/timelines.yaml", words.TimelinesFile),
    "units": ("units.yaml", pathway.UnitsFile),
    "watches": ("conditions/*/watches.yaml", word_shapes.WatchesFile),
    "wording": ("conditions/*/wording/*/*.yaml", words.WordingFile),
}
"""By the name of its schema: where files of a kind lie below the knowledge folder, and their shape."""


def schemas() -> dict[str, str]:
    """Write out every schema, by the name of its file."""
    return {f"{name}.json": _written(shape) for name, (_, shape) in FILES.items()}


def first_lines(knowledge: Path) -> Iterator[tuple[Path, str]]:
    """Tell the first line of every knowledge file, which names its schema for the editor."""
    for name, (pattern, _) in FILES.items():
        for path in sorted(knowledge.glob(pattern)):
            up = "../" * (len(PurePosixPath(path.relative_to(knowledge).as_posix()).parts) - 1)
            yield path, f"# yaml-language-server: $schema={up}{FOLDER}/{name}.json"


def write(knowledge: Path) -> None:
    """Write the schemas, and their names into the knowledge files."""
    folder = knowledge / FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    for path, line in first_lines(knowledge):
        text = path.read_text(encoding="utf-8")
        if not text.startswith(f"{line}\n"):
            path.write_text(f"{line}\n{text}", encoding="utf-8")


def _written(shape: type[BaseModel]) -> str:
    return f"{json.dumps(shape.model_json_schema(by_alias=True), indent=1, ensure_ascii=False)}\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
