"""What can go wrong, as one tree:

    XlcheckError
    ├── UsageError          a bad option or argument
    ├── ConfigError         a configuration file that does not say what it should
    ├── InputError          a named input that cannot be read
    └── TranslationError    a language pack that is broken or cannot be used

Each carries a hint that tells the user how to go on. A user's mistake never shows a traceback.
"""

from __future__ import annotations


class XlcheckError(Exception):
    """Root of all errors that xlcheck raises on purpose.

    Attributes:
        hint: what the user can do about it, "" where nothing helps.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(XlcheckError):
    """A bad option or argument."""


class ConfigError(XlcheckError):
    """A configuration file that does not say what it should."""


class InputError(XlcheckError):
    """A named input that cannot be read."""


class TranslationError(XlcheckError):
    """A language pack that is broken or cannot be used."""
