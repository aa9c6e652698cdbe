"""How broken a text is, and how far two texts diverge: features and their calibrated combination."""
