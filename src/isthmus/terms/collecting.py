"""Making much at once without Python looking through all of it, again and again, for what is no longer needed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collected_later"]


@contextmanager
def collected_later(*, kept: bool = False) -> Iterator[None]:
    """Keep Python from looking for cycles that can go, and let it look again afterwards; what has no cycle goes as ever.

    Whoever makes cycles without end inside has to call `gc.collect` now and then.

    Args:
        kept: Whether all there is stays to the end of the program, so that Python need never look through it.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if kept:
            gc.freeze()  # before anything is looked through again, which the first object made afterwards sets off
        if paused:
            gc.enable()
