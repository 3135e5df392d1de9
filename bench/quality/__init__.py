"""Measures how much damage the rules find, and how often they are wrong on clean text."""
