"""Comparing facts: each module decides whether two facts of one kind agree, and why not."""
