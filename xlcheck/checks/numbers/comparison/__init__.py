"""How the numbers of linked sentences are compared; `differences.py` beside this folder is the door to it."""
