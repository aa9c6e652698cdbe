"""Checks of what is claimed: which way, how many, how sure, on whose word."""
