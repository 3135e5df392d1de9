"""Spaces and punctuation marks in the wrong place."""
