"""What `isthmus check` proves about every pathway, and how a counterexample is found and replayed.

Imported by name: it brings Z3 with it, for which no plan waits.
"""

from isthmus.pathway.proofs.prove import Breach, Proof, Run, prove

__all__ = ["Breach", "Proof", "Run", "prove"]
