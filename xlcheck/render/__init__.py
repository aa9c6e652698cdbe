"""Report → text: one module per output format, listed in `registry`.

A renderer only formats: what a finding is worth, and what is hidden, was decided before. `positions` and `excerpts`
hold what the formats share, `values` the shapes of the machine-readable ones.
"""
