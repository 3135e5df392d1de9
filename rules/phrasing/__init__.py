"""Word sequences that English grammar does not allow."""
