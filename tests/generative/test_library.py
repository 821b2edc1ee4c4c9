"""Whatever is done to a library, in whatever order, it holds what a plain list of places and texts would hold."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.functional.killed import faults, follow

from isthmus.corpus import DocumentId, Library, Passage, Sources, forget, ingest, split

NAMES = st.sampled_from(["a.txt", "b.txt", "deep/c.txt", "deep/d.txt"])
BODY = " ".join(f"In week {week} the load grew by a tenth of what was borne on day {week * 7}." for week in range(12))
TEXTS = st.sampled_from(
    [
        "Rest helps.",
        "Time heals.",
        BODY,
        f"Reviewed in 2021.\n\n{BODY}",
        f"{BODY}\n\nReprinted in 2024.",
        f"{BODY} {BODY[::-1]}",
    ]
)


class Doings(RuleBasedStateMachine):
    """Files come, change, move and vanish; the library is asked to keep up, to forget, and is closed and opened."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())
        self.pages = self.top / "pages"
        self.pages.mkdir()
        self.library = Library.at(self.top / "library")
        self.held: dict[str, str] = {}
        self.copy: dict[DocumentId, tuple[Passage, ...]] = {}
        self.since = 0

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: str) -> None:
        path = self.pages / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        (self.pages / name).unlink(missing_ok=True)

    @rule()
    def ingest(self) -> None:
        ingest(self.library, Sources([str(self.pages)]))
        for path in self.pages.rglob("*.txt"):
            self.held[path.relative_to(self.pages).as_posix()] = path.read_text("utf-8")

    @rule(name=NAMES)
    def forget(self, name: str) -> None:
        if name in self.held:
            forget(self.library, [self.library.find(name)])
            gone = self.held[name]
            self.held = {place: text for place, text in self.held.items() if text != gone}

    @rule()
    def open_again(self) -> None:
        self.library.close()
        self.library = Library.at(self.top / "library")

    @invariant()
    def holds_what_a_list_would_hold(self) -> None:
        expected: dict[str, list[str]] = {}
        for place, text in sorted(self.held.items()):
            expected.setdefault(text, []).append(place)
        documents = [document for about in self.library.abouts() if (document := self.library.document(about.id))]
        assert {document.text: list(self.library.places(document.id)) for document in documents} == expected
        for document in documents:
            assert self.library.passages_of(document.id) == split(document)

    @invariant()
    def groups_are_those_of_a_library_made_afresh(self) -> None:
        afresh = Library.in_memory()
        with tempfile.TemporaryDirectory() as folder:
            for at, text in enumerate(dict.fromkeys(self.held.values())):
                Path(folder, f"{at}.txt").write_text(text, encoding="utf-8")
            ingest(afresh, Sources([folder]))
        groups, again = ({about.id: about.group for about in library.abouts()} for library in (self.library, afresh))
        assert groups == again

    @invariant()
    def an_index_that_follows_is_in_step(self) -> None:
        self.since = follow(self.library, self.copy, self.since)
        assert self.copy == {about.id: self.library.passages_of(about.id) for about in self.library.abouts()}

    def teardown(self) -> None:
        assert faults(self.library) == []
        self.library.close()
        shutil.rmtree(self.top)


TestDoings = Doings.TestCase
TestDoings.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
