import pytest
from httpx import Client


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("", 200),
        ("1", 200),
        ("0", 422),
        ("2", 422),
        ("x", 422),
        ("-1", 422),
        ("1" * 9, 422),
        ("\N{ARABIC-INDIC DIGIT ONE}", 422),
    ],
)
def test_a_page_is_a_number_that_is_there(page: str, status: int, client_with_library: Client) -> None:
    assert client_with_library.get("/library", params={"page": page}).status_code == status
