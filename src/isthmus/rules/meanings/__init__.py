"""What the backends take a rule to mean: a column, a formula, a term of SQL, a line of source, a phrase. None of them folds."""
