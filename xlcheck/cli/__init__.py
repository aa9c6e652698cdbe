"""The command line: the only place that knows about options, standard output and exit statuses."""

from xlcheck.cli.main import main

__all__ = ["main"]
