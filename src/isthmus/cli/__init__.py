"""The command line: a door, so it may read files, the clock and the environment, and print."""

__all__: list[str] = []
