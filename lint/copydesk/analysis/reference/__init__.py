"""Whom and what an article refers to, and where it says who that is."""
