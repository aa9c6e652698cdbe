"""Text from outside made harmless before anybody sees it: the one place that knows which characters act.

An article may hold terminal escapes, direction overrides, invisible characters, half a surrogate pair, or a line that a
build server takes for a command. Nothing of it may reach a screen or a log as it is. Three kinds of output need three
answers, and each has its function here:

* people read `printable`, `single_spaced` and `one_line`: what acts is shown as a symbol, what is invisible
  is left out;
* machines read `json_safe`: every such character is escaped, so that nothing is lost;
* build servers read `for_ci_log`: no line of ours can be taken for a command of theirs.

All functions are linear in the length of the text and do not depend on the Unicode version of the interpreter.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

_BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""What some program somewhere takes for the end of a line (the list of `str.splitlines`), as a regex class."""
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_ACTING = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff" + _NONCHARACTERS
"""Controls (C0, DEL, C1), line and paragraph separators, direction overrides, lone surrogates, noncharacters."""
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202c"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""Soft hyphen, direction marks, embeddings and isolates, zero-width spaces, annotation marks, tag characters."""
_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiner: needed in Persian, in Indic scripts and in emoji, a hiding place anywhere else."""
_FIRST_JOINING = "\N{HEBREW ACCENT ETNAHTA}"
"""All scripts that need joiners lie above Latin, Greek, Cyrillic and Armenian; this is the first code point there."""

FORBIDDEN = re.compile(f"[{_ACTING}{_INVISIBLE}]")
"""A character that no output for people may contain (line feeds and tabs excepted where they were asked for)."""

_PRINTABLE = re.compile(f"\r\n|[{_ACTING}{_INVISIBLE}{_JOINERS}]")
_IS_BREAK = re.compile(f"[{_BREAKS}]")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_SPACES = re.compile(r"\s{2,}")
"""A single space of any kind stays what it is: no-break before a French colon, wide in Japanese."""
_ESCAPED_IN_JSON = re.compile(f"[{_ACTING}{_INVISIBLE}]|#(?=#[A-Za-z]*\\[)")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference (section 2.2)."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]|~$^]|^(?:[#+=-]|\d+(?=[.)]))")
"""What formats text anywhere, and what makes a heading, a list or a rule at the beginning of a line."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
"""Beginnings that make a spreadsheet compute a cell (OWASP, CSV injection), full-width forms included."""
_LOG_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)")


def printable(text: str, *, keep: str = "") -> str:
    r"""Return text that does nothing but show itself; ordinary text in any script comes back unchanged.

    Line breaks and tabs become spaces, other control characters their control pictures (ESC reads ␛), what has no
    picture becomes the replacement character, and invisible characters are left out. A zero-width joiner stays where
    the character before it belongs to a script that needs joiners.

    Args:
        text: any string, lone surrogates included.
        keep: "\n", "\t" or both; every kind of line break is kept as a line feed.

    >>> printable("red \x1b[31malert")
    'red ␛[31malert'
    """

    def shown(match: re.Match[str]) -> str:
        char = match[0]
        if char[0] in _JOINERS:
            return char if _may_join(text, match.start()) else ""
        if char == "\t":
            return "\t" if "\t" in keep else " "
        if _IS_BREAK.match(char):
            return "\n" if "\n" in keep else " "
        if _IS_INVISIBLE.match(char):
            return ""
        if char < " ":
            return chr(ord("\N{SYMBOL FOR NULL}") + ord(char))
        return "\N{SYMBOL FOR DELETE}" if char == "\x7f" else REPLACEMENT

    return _PRINTABLE.sub(shown, text)


def single_spaced(text: str) -> str:
    """Return printable text in which every run of white space, line breaks included, is one space."""
    return _SPACES.sub(" ", printable(text))


def one_line(text: str, limit: int) -> str:
    """Return printable text on one line of at most `limit` code points, single-spaced, cut with an ellipsis.

    Args:
        text: any string.
        limit: at least 1.

    >>> one_line("Two  lines,\\none report", 14)
    'Two lines, on…'
    """
    line = single_spaced(text).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + ELLIPSIS


def for_ci_log(line: str) -> str:
    """Return a line that no build server takes for a command, changed only where it could be.

    GitHub and compatible runners obey a line that begins with `::`, and `##[…]` anywhere in it; Azure Pipelines obeys
    `##vso[…]` and TeamCity `##teamcity[…]`. A space between the two marks disarms them and still reads the same.

    >>> for_ci_log("::error::It was us")
    ': :error::It was us'
    """
    line = _LOG_COMMAND.sub("# ", printable(line))
    body = line.lstrip()
    if body.startswith("::"):
        return line[: len(line) - len(body)] + ": " + body[1:]
    return line


def json_safe(serialised: str) -> str:
    r"""Return JSON text with every acting or invisible character written as an escape; its value stays the same.

    Args:
        serialised: well-formed JSON; line feeds and spaces between its tokens are kept.

    >>> json_safe('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _ESCAPED_IN_JSON.sub(_json_escape, serialised)


def xml_text(text: str) -> str:
    """Return the content of an XML element; what XML cannot hold is left out, a carriage return kept."""
    return escape(_NOT_IN_XML.sub("", text), {"\r": "&#13;"})


def xml_attribute(text: str) -> str:
    """Return the value of an XML attribute with its quotation marks."""
    return quoteattr(_NOT_IN_XML.sub("", text))


def markdown_text(text: str) -> str:
    """Return text as one line of Markdown that shows just itself: no link, image, heading, mention or HTML in it.

    >>> markdown_text("[x](http://y) @all <b>")
    '\\\\[x\\\\](http&#58;//y) &#64;all &lt;b&gt;'
    """
    safe = _MARKDOWN.sub(_markdown_escape, for_ci_log(single_spaced(text)))
    return (
        safe.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("://", "&#58;//")
        .replace("www.", "www&#46;")
    )


def _markdown_escape(match: re.Match[str]) -> str:
    # A backslash before a figure would show; the figure as an entity begins no list.
    return f"&#{ord(match[0][0])};{match[0][1:]}" if match[0][0].isdigit() else "\\" + match[0]


def csv_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one.

    >>> csv_cell("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    cell = printable(text, keep="\n")
    return "'" + cell if cell.lstrip(" \N{NO-BREAK SPACE}").startswith(_FORMULA) else cell


def _json_escape(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\n":
        # JSON strings hold no raw line feed, so this one stands between two tokens.
        return char
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _may_join(text: str, index: int) -> bool:
    """Tell whether the joiner at `index` follows a character of a script, or an emoji, that can be joined."""
    before = text[index - 1] if index else ""
    return before >= _FIRST_JOINING and not before.isspace() and not _PRINTABLE.match(before)
