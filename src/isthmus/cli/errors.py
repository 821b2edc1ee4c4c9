"""Every deliberate error as an exit code: one `match`, the command line's whole answer to what goes wrong."""

from isthmus.errors import (
    InputError,
    IsthmusError,
    KnowledgeError,
    MissingLibrary,
    PortTaken,
    RuleError,
    UnsupportedOperator,
)

__all__ = ["CHECK_FAILED", "DONE", "FAULT", "UNUSABLE", "exit_code"]

DONE, FAULT, UNUSABLE, CHECK_FAILED = 0, 1, 2, 3


def exit_code(error: IsthmusError) -> int:
    """Tell the exit code of an error.

    Returns:
        2 when the call, its input or its knowledge cannot be used; 1 for a fault in isthmus itself.
    """
    match error:
        case InputError() | KnowledgeError() | RuleError() | UnsupportedOperator() | MissingLibrary() | PortTaken():
            return UNUSABLE
        case _:
            return FAULT
