"""The proofs of the pathway that is served: worked out when somebody asks, once, beside the application and out of its way."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from threading import Lock
from time import monotonic, perf_counter
from types import MappingProxyType
from typing import Literal

from isthmus.condition import prove
from isthmus.pathway import Pathway
from isthmus.present import Proved

__all__ = ["Proofs", "Prover"]

_LEAST_PRIORITY = 19

State = Literal["not run", "running", "done", "broken off"]
"""Where the proofs stand; they are broken off where the process that works them out ended too early."""


def _sealed(held: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(held)


# A pathway holds mappings that nobody can change; they go to another process as what they hold.
ForkingPickler.register(MappingProxyType, lambda mapping: (_sealed, (dict(mapping),)))


@dataclass(frozen=True)
class Proofs:
    """What was proved so far of exactly one pathway, and whether more is to come."""

    state: State
    proved: tuple[Proved, ...]


class Prover:
    """Has the claims about one pathway proved in a process of its own, at the lowest priority.

    That process gets the very pathway that is served, so that nothing can be told of another one.
    """

    def __init__(self, pathway: Pathway) -> None:
        self._pathway = pathway
        self._lock = Lock()
        self._child: BaseProcess | None = None
        self._results: Connection | None = None
        self._proofs = Proofs("not run", ())

    def start(self, *, wait_seconds: float = 0.0) -> None:
        """Begin, unless it is under way or done; and wait a little, since it may take no longer."""
        with self._lock:
            if self._proofs.state in {"not run", "broken off"}:
                self._begin()
        until = monotonic() + wait_seconds
        while self.look(at_most_seconds=max(0.0, until - monotonic())).state == "running" and monotonic() < until:
            pass

    def look(self, *, at_most_seconds: float = 0.0) -> Proofs:
        """Take in what is there by now, and tell it.

        Args:
            at_most_seconds: How long to wait for the next proof where there is none yet.
        """
        with self._lock:
            while self._results is not None and self._results.poll(at_most_seconds):
                self._take_in(self._results)
                at_most_seconds = 0.0
            return self._proofs

    def stop(self) -> None:
        """End the process that proves, if there is one; what it did not send is not proved."""
        with self._lock:
            if self._child is not None:
                self._child.terminate()

    def _begin(self) -> None:
        spawn = get_context("spawn")  # a copy of this process would hold its threads and its visitors
        self._results, sending = spawn.Pipe(duplex=False)
        self._child = spawn.Process(target=_prove, args=(self._pathway, sending), daemon=True)
        self._child.start()
        sending.close()
        self._proofs = Proofs("running", ())

    def _take_in(self, results: Connection) -> None:
        try:
            proved: Proved | None = results.recv()
        except (EOFError, OSError):
            self._end("broken off")
            return
        if proved is None:
            self._end("done")
        else:
            self._proofs = Proofs("running", (*self._proofs.proved, proved))

    def _end(self, state: State) -> None:
        if self._results is not None:
            self._results.close()
        if self._child is not None:
            self._child.join()
        self._results = self._child = None
        self._proofs = Proofs(state, self._proofs.proved)


def _prove(pathway: Pathway, results: Connection) -> None:
    """Prove one claim after another and send each; None says that all are through."""
    if hasattr(os, "nice"):
        os.nice(_LEAST_PRIORITY)
    began = perf_counter()
    for proof in prove(pathway):
        faults = tuple(f"{breach.where}: {breach.what}." for breach in proof.breaches)
        results.send(Proved(proof.claim, proof.says, perf_counter() - began, faults))
        began = perf_counter()
    results.send(None)
