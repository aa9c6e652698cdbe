"""Quotations that went missing or lost their marks: how many planted ones are found, how many correct pairs flagged.

    python benchmarks/planted_quotes.py PAIRS.jsonl.gz [--limit N]

Takes the correct pairs in which both sides quote exactly once, outside of any other quotation, and at least three
words. `mark` takes the closing mark of the English quotation away (XQ105 should speak), `dropped` the quotation and its
marks (XQ102). Each pair is one sure link; checks in preview count as well.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from common import read_set, share

from xlcheck.embed import Encoder
from xlcheck.model import Quote, QuoteKind
from xlcheck.pipeline import check_texts
from xlcheck.reading import plain_article, read_facts
from xlcheck.segment import segment_article

WORDS = 3
WANTED = {"mark": "XQ105", "dropped": "XQ102"}


def main() -> None:
    """Print recall of the planted errors and flags on the pairs as they are, by check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    encoder = Encoder()
    found: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    total = 0
    for item in read_set(options.pairs, limit=options.limit):
        source, english = only_quote(item["source"], item["lang"]), only_quote(item["english"], "en")
        if source is None or english is None:
            continue
        total += 1
        for name, wanted in WANTED.items():
            as_is = wanted in checks(item, item["english"], encoder)
            flagged[name] += as_is
            if as_is:
                print(f"{wanted}: {item['source']}\n       {item['english']}")
            found[name] += wanted in checks(item, planted(name, item["english"], english), encoder)
    for name, wanted in WANTED.items():
        print(f"{name:<8} {wanted} found    {share(found[name], total)}")
        print(f"{'as is':<8} {wanted} flagged  {share(flagged[name], total)}")


def only_quote(text: str, language: str) -> Quote | None:
    """Return the one quotation of a text, None where it has none, several or one of a word or two."""
    article = plain_article(text, name="text", language=language)
    quotes = read_facts(article, segment_article(article)).quotes
    long = len(quotes) == 1 and quotes[0].kind is not QuoteKind.SCARE
    return quotes[0] if long and (len(quotes[0].content.text.split()) >= WORDS or not text.isascii()) else None


def planted(name: str, text: str, quote: Quote) -> str:
    """Return a text without a quotation, or without its marks."""
    inside = text[quote.span.start : quote.content.end] if name == "mark" else ""
    return (text[: quote.span.start] + inside + text[quote.span.end :]).strip(" ,")


def checks(item: dict[str, str], english: str, encoder: Encoder) -> frozenset[str]:
    """Return the checks that speak on a pair."""
    findings = check_texts(item["source"], english, source_language=item["lang"], encoder=encoder, preview=True)
    return frozenset(finding.check for finding in findings if finding.confidence.value >= 0.5)


if __name__ == "__main__":
    main()
