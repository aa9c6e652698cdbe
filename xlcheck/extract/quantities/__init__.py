"""Amounts: a numeral with the scale, unit, hedge and sign around it, ranges, and numbers that only name something."""
