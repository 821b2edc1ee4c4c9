"""What ranks passages by a library that only some installations have, one a file."""
