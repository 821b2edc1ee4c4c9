"""The command line called in this process: arguments and standard input in, exit code and texts out."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from isthmus.cli.app import main


@dataclass(frozen=True)
class Called:
    code: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*arguments: str, stdin: bytes = b"") -> Called:
        monkeypatch.setattr("sys.argv", ["isthmus", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        texts = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Called(ended.value.code, texts.out, texts.err)

    return called
