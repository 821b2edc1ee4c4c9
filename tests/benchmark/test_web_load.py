import asyncio
import itertools
from collections import Counter, defaultdict

import pytest
from tests.benchmark.web_load import Generator, Load, main, processor_ms, resident_mb, serving, visitor
from tests.benchmark.web_visits import ORDER, Request, begin_visit, mixed


def test_pages_of_all_families_are_asked_for_in_their_shares() -> None:
    asked = Counter(request.family for request in itertools.islice(mixed(), 10 * len(ORDER)))
    assert asked == {family: 10 * count for family, count in Counter(ORDER).items()}


def test_a_request_is_written_as_a_browser_does() -> None:
    sent = Request("ask", "POST", "/ask", b"question=why").sent("127.0.0.1:8000", "a=b").decode()
    assert sent.startswith("POST /ask HTTP/1.1\r\nHost: 127.0.0.1:8000\r\n")
    assert sent.endswith("\r\n\r\nquestion=why")
    assert {"Cookie: a=b", "Content-Length: 12", "Origin: http://127.0.0.1:8000"} <= set(sent.split("\r\n"))


def test_shares_of_waits_and_the_growth_of_memory_are_read_from_what_was_measured() -> None:
    load = Load({"guide": [float(wait) for wait in range(1, 101)]}, memory=[100, 110, 200, 200, 204, 206, 210, 210])
    assert (load.share("guide", 50), load.share("guide", 99)) == (51, 100)
    assert load.growth() == pytest.approx(210 / 200)


def test_waiting_is_counted_from_the_moment_a_request_was_due() -> None:
    async def late() -> float:
        with serving() as (host, process):
            assert resident_mb(process) > 10
            generator = Generator(host, [await begin_visit(host, visitor(1))])
            load = await generator.run(rate=100, seconds=0.3, process=process)
            assert processor_ms(process) > 0
        assert load.failures == []
        assert sum(map(len, load.waits.values())) == 30
        return max(itertools.chain.from_iterable(load.waits.values()))

    assert asyncio.run(late()) > 0


def test_the_table_names_every_family_with_its_targets(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def measured(rate: float, seconds: float) -> Load:
        return Load(defaultdict(list, {family: [rate, seconds] for family in ORDER}), memory=[100.0] * 4)

    monkeypatch.setattr("tests.benchmark.web_load._measure", measured)
    assert main(["--seconds", "2"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("web pages, 100 a second for 2 s")
    assert all(f"\n{family} " in told for family in ORDER)
    assert "+0.0%" in told
