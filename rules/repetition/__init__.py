"""Rules on what an article says twice."""
