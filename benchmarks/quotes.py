"""How well quotations, indirect speech and their speakers are found in German news with annotated quotations.

    python benchmarks/quotes.py QUOTES.jsonl.gz [--show missed|false|speakers|indirect]

The objects have `text` and `quotes`, each with `type`, `pieces` (offsets), `speaker` and `cue`. Direct quotations count
as found when their letters agree exactly; a piece of an interrupted one counts by itself. Indirect speech is counted
by letters, and as found where half of the letters of both together agree: annotators draw its borders by meaning. A
speaker is right when the annotated words contain the name, or lie in the words that were found.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

from common import read_set, share

from xlcheck.model import Quote, QuoteKind
from xlcheck.reading import plain_article, read_facts
from xlcheck.segment import segment_article

SPOKEN = (QuoteKind.DIRECT, QuoteKind.FRAGMENT)
INDIRECT = ("Indirect", "IndirectFreeIndirect")
ALSO_REPORTED = (*INDIRECT, "FreeIndirect", "Reported")
Range = tuple[int, int]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("quotes", type=Path)
    options.add_argument("--show", choices=("missed", "false", "speakers", "indirect"))
    arguments = options.parse_args()

    counts: Counter[str] = Counter()
    started = time.perf_counter()
    for item in read_set(arguments.quotes):
        article = plain_article(item["text"], name="text", language=item["lang"])
        facts = read_facts(article, segment_article(article))
        _direct(item, facts.quotes, counts, arguments.show)
        _indirect(item, facts.indirect, counts, arguments.show)
    seconds = time.perf_counter() - started
    print(_scores("direct quotations", counts, "direct"))
    print("speakers of direct quotations found:", share(counts["speaker right"], counts["speaker"]))
    print("  of those that are named here:     ", share(counts["speaker right"], counts["speaker named"]))
    print(_scores("indirect speech", counts, "indirect"))
    print(_scores("indirect speech, by letter", counts, "letters"))
    print("found clauses in indirect, free indirect or reported speech:", share(counts["reported"], counts["clauses"]))
    print("speakers of indirect speech found: ", share(counts["reporter right"], counts["reporter"]))
    print(f"{counts['texts']} texts, {seconds:.1f} s with all other facts")


def _direct(item: dict[str, Any], quotes: tuple[Quote, ...], counts: Counter[str], show: str | None) -> None:
    text = item["text"]
    counts["texts"] += 1
    annotated = {
        _letters(text, *piece): quote
        for quote in item["quotes"]
        if quote["type"] == "Direct"
        for piece in quote["pieces"]
    }
    found = {_letters(text, quote.content.start, quote.content.end): quote for quote in quotes if quote.kind in SPOKEN}
    counts["direct hits"] += len(found.keys() & annotated.keys())
    counts["direct found"] += len(found)
    counts["direct expected"] += len(annotated)
    for start, end in sorted(annotated.keys() ^ found.keys()):
        kind = "missed" if (start, end) in annotated else "false"
        if show == kind:
            print(f"{kind}: {text[max(start - 60, 0) : end + 40]!r}")
    for place in sorted(found.keys() & annotated.keys()):
        speaker, expected = found[place].speaker, annotated[place]["speaker"]
        if not expected:
            continue
        right = speaker is not None and _is_speaker(expected, speaker.name, speaker.span.text)
        counts["speaker"] += 1
        counts["speaker named"] += speaker is not None
        counts["speaker right"] += right
        if show == "speakers" and not right:
            named = (speaker.name, speaker.span.text, speaker.cue) if speaker else None
            print(f"{expected!r}, not {named}: {text[max(place[0] - 150, 0) : place[1] + 90]!r}\n")


def _indirect(item: dict[str, Any], found: tuple[Quote, ...], counts: Counter[str], show: str | None) -> None:
    text = item["text"]
    annotated = [quote for quote in item["quotes"] if quote["type"] in INDIRECT]
    letters = {place for quote in annotated for piece in quote["pieces"] for place in range(*piece)}
    anywhere = {
        place
        for quote in item["quotes"]
        if quote["type"] in ALSO_REPORTED
        for piece in quote["pieces"]
        for place in range(*piece)
    }
    ours = {place for quote in found for place in range(quote.span.start, quote.span.end)}
    counts["letters hits"] += len(letters & ours)
    counts["letters found"] += len(ours)
    counts["letters expected"] += len(letters)
    counts["indirect found"] += len(found)
    counts["indirect expected"] += len(annotated)
    taken: set[int] = set()
    for quote in found:
        places = set(range(quote.span.start, quote.span.end))
        counts["clauses"] += 1
        counts["reported"] += 2 * len(places & anywhere) >= len(places)
        shares = [(_overlap(places, other), -number) for number, other in enumerate(annotated) if number not in taken]
        best, number = max(shares, default=(0.0, 0))
        if best < 0.5:
            if show == "indirect":
                print(f"false: {quote.span.text!r} {quote.speaker and quote.speaker.cue!r}")
            continue
        taken.add(-number)
        counts["indirect hits"] += 1
        expected = annotated[-number]["speaker"]
        if expected and quote.speaker is not None:
            counts["reporter"] += 1
            counts["reporter right"] += _is_speaker(expected, quote.speaker.name, quote.speaker.span.text)
    if show == "indirect":
        for number, other in enumerate(annotated):
            if number not in taken:
                print(f"missed: {text[max(other['start'] - 70, 0) : other['end'] + 30]!r} [{other['cue']}]")


def _overlap(places: set[int], quote: dict[str, Any]) -> float:
    other = {place for piece in quote["pieces"] for place in range(*piece)}
    return len(places & other) / max(len(places | other), 1)


def _letters(text: str, start: int, end: int) -> Range:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _is_speaker(expected: str, name: str, surface: str) -> bool:
    folded = expected.casefold()
    if name and (name.casefold() in folded or folded in name.casefold()):
        return True
    return surface.casefold() in folded or folded in surface.casefold()


def _scores(title: str, counts: Counter[str], key: str) -> str:
    hits, found, expected = (counts[f"{key} {part}"] for part in ("hits", "found", "expected"))
    precision, recall = hits / max(found, 1), hits / max(expected, 1)
    score = 2 * hits / max(found + expected, 1)
    return (
        f"{title}: F1 {score:.3f} (precision {precision:.3f}, recall {recall:.3f}; {hits} of {expected}, {found} found)"
    )


if __name__ == "__main__":
    main()
