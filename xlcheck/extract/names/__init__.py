"""Names of persons, places and bodies, with the words and part-of-speech tags that tell them."""
