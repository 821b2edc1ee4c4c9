import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from tests.unit.answer.writing.chat_server import Handler, Model


@pytest.fixture
def model() -> Iterator[Model]:
    model = Model()
    handler = type("OwnHandler", (Handler,), {"model": model})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
        yield model
        model.stopped.set()
        server.shutdown()
        thread.join()
