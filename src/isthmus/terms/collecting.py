"""Making much at once without Python looking through all of it, again and again, for what is no longer needed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collected_later"]


@contextmanager
def collected_later() -> Iterator[None]:
    """Keep Python from looking for cycles that can go, and let it look again afterwards; what has no cycle goes as ever.

    Whoever makes cycles without end inside has to call `gc.collect` now and then.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
