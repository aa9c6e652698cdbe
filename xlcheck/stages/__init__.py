"""The stages of a run, one file each; `pipeline` puts them in a line."""
