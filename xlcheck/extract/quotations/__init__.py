"""Quotations: which marks belong together, what each pair does, and the facts that come of it."""
