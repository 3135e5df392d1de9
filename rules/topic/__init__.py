"""Passages that belong to another story."""
