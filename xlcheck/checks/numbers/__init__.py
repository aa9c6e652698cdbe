"""Checks of numbers and dates."""
