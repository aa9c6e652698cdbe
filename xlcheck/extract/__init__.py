"""Segment to facts, always in the segment's own language; extractors say what stands there, never whether it agrees."""
