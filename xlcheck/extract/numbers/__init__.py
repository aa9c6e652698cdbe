"""Numerals in figures and in words: their values, and where they stand in a text."""
