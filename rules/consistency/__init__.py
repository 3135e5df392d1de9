"""Rules on what an article says in two ways that cannot both stand."""
