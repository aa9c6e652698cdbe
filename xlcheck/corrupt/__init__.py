"""Spoil clean sentences on purpose, to learn what the checks find: rules, word lists as data, a fixed seed."""

from xlcheck.corrupt.apply import CATEGORIES, Corruption, corrupt_text

__all__ = ["CATEGORIES", "Corruption", "corrupt_text"]
