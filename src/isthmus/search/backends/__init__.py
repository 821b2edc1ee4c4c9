"""The ways to rank passages, one a file: by their words, and by an encoder."""
