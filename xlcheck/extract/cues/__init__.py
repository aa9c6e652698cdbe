"""Words that carry or negate a claim."""
