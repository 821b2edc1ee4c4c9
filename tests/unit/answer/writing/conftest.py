from collections.abc import Iterator

import pytest
from tests.unit.answer.writing.chat_server import Model, serving


@pytest.fixture
def model() -> Iterator[Model]:
    model = Model()
    with serving(model):
        yield model
