"""xlcheck: do different language versions of the same news say the same thing?"""

from xlcheck._version import __version__

__all__ = ["__version__"]
