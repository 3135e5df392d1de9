"""Rules on what makes an article hard to read."""
