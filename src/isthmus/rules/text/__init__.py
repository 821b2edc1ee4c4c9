"""From the text of a rule to its tree: the grammar, what each production builds, and what is refused on the way."""
