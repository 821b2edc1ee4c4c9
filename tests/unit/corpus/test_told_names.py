import pytest

from isthmus.corpus.told_names import names_from


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Anna Smith", ("Anna Smith",)),
        ("Anna Smith; Jones, Ben ;", ("Anna Smith", "Jones, Ben")),
        ("A. Smith, B. Jones, and C. Brown", ("A. Smith", "B. Jones", "C. Brown")),
        ("Smith, Anna", ("Smith, Anna",)),
        ("Smith, Anna and Jones, Ben", ("Smith, Anna", "Jones, Ben")),
        ("Smith, A. and van Dyck, B.", ("Smith, A.", "van Dyck, B.")),
        ("Anna Smith, PhD & Ben Jones, MD, FRCS", ("Anna Smith, PhD", "Ben Jones, MD, FRCS")),
        ("Department of Health and Social Care", ("Department of Health and Social Care",)),
        ("Bone and Joint Clinic", ("Bone and Joint Clinic",)),
        ([" A. Smith", "", 7, None, {"name": 7}, {"given": "B.", "family": "Jones"}], ("A. Smith", "B. Jones")),
        ({"name": "A. Smith", "affiliation": "A clinic"}, ("A. Smith",)),
        ("", ()),
        (7, ()),
        (None, ()),
    ],
)
def test_the_names_of_authors_are_taken_from_a_line_a_list_or_mappings(told: object, names: tuple[str, ...]) -> None:
    assert names_from(told) == names
