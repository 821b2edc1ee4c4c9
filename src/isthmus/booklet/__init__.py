"""A plan or a procedure as a booklet to print or to keep: one PDF that needs nothing else."""

from isthmus.booklet.typeset import booklet_of_plan, booklet_of_procedure, is_installed

__all__ = ["booklet_of_plan", "booklet_of_procedure", "is_installed"]
