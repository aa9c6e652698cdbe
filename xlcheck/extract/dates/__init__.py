"""Dates, weekdays, years, times of day and relative dates, each sort in a module of its own."""
