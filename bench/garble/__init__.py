"""Measures what the phrasing rules find of garbled sentences, and how often they are wrong."""
