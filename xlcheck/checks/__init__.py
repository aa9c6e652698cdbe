"""Checks: one file each, listed in `registry`."""
