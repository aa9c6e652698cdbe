"""Who said what: reporting verbs, the noun groups that are their subjects, and indirect speech."""
