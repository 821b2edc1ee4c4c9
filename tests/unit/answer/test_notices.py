from pathlib import Path

import pytest

from isthmus.answer.notices import Notices
from isthmus.corpus import read_library

OLD = "A brace helps a pars defect when it is worn for a year."


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# Pars defect\n\nEditor's note: the advice below is outdated, see our new page.\n\n## Bracing\n\n{}", False),
        (
            "# Pars defect\n\n## Editor's note\n\nWhat follows: all advice below is withdrawn.\n\n## Bracing\n\n{}",
            False,
        ),
        ("# Pars defect\n\nThis leaflet has been superseded by another one.\n\n## Care\n\n### Bracing\n\n{}", False),
        ("# Pars defect\n\n## Care\n\nThe times below are out of date.\n\n### Bracing\n\n{}", False),
        ("# Pars defect\n\n## Surgery\n\nThe advice below is out of date.\n\n## Bracing\n\n{}", True),
        ("# Pars defect\n\n## Bracing\n\n{}\n\n## Surgery\n\nThe advice below is out of date.", True),
        (
            "# Pars defect\n\nOlder leaflets are out of date; the advice below is of this year.\n\n## Bracing\n\n{}",
            True,
        ),
    ],
)
def test_what_a_note_in_an_earlier_passage_takes_back_is_not_said(tmp_path: Path, page: str, said: bool) -> None:
    (tmp_path / "page.md").write_text(page.format(OLD), encoding="utf-8")
    library, _ = read_library(tmp_path)
    (about,) = library.abouts()
    (passage,) = (passage for passage in library.passages_of(about.id) if OLD in passage.text)
    notices = Notices(library)
    assert [notices.take_back(passage, about) for _ in range(2)] == [not said] * 2
