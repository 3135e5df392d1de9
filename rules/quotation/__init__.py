"""Quotations that do not open, close or belong to a speaker."""
