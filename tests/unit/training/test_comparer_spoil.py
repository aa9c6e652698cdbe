"""Learning to compare: errors know what they touched, noise does no harm, and both networks agree."""

from __future__ import annotations

import lzma
import math
import random
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[3] / "training" / "comparer"))

from choose import Pair, choose, is_clean, load_pairs, read_po, save_pairs
from draft import NEW, Draft
from encode import Store, encode_texts
from examples import NOISY, Example, load_examples, make_examples, noisy_group, save_examples, spoilt_group
from labels import UNKNOWN, Matches, label, word_tags
from neighbours import near_groups, neighbours
from noise import NOISES, add_noise, respelt
from spoil import ERRORS, contrary, figure, negation, spoil, spoil_foreign
from stock import Stock, gather

from xlcheck.embed.network import Network, Words

KINDS = [error for error, _ in ERRORS]
NAMES = [error.__name__ for error in KINDS]
TEXT = (
    "The mayor Kestrel never opened 14 new bridges, because (all) rivers were not deep; she said may, who will win 3.5 "
    "million in Norddamm and Altwasser without any help before Tuesday. don't few high prices"
)
SENTENCES = st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=14).map(" ".join)
ENGLISH = "The mayor of Norddamm never opened 14 new bridges, because all the rivers were deep on Tuesday."
FOREIGN = "Der Bürgermeister von Norddamm hat nie 14 neue Brücken eröffnet, weil am Dienstag alle Flüsse tief waren."
PAIR = Pair("own", "de", FOREIGN, ENGLISH)
OTHERS = [
    Pair("own", "de", "Die Bäckerin verkauft am Morgen frisches Brot.", "The baker sells fresh bread every morning."),
    Pair("own", "de", "Der Bäcker verkauft am Abend altes Brot.", "The baker sells old bread in the evening."),
    Pair("own", "de", "Ein Zug fährt im Winter nach Altwasser.", "One train runs to Altwasser in winter, they say."),
]


@pytest.fixture(scope="module")
def stock() -> Stock:
    return make_stock()


def make_stock() -> Stock:
    words = sorted({word for pair in (PAIR, *OTHERS) for word in pair.english.lower().strip(".").split()})
    return Stock(
        vocabulary=["bridge", "river", "bread", "price", "market"],
        english=frozenset(words),
        names=["Altwasser", "McKestrel"],
        near={"mayor": ["minister"], "bridges": ["tunnels"], "prices": ["wages"], "rivers": ["lakes"]},
        foreign={"de": ["Brot", "Zug"]},
        sentences=[pair.english.split() for pair in OTHERS],
    )


@pytest.mark.parametrize("error", KINDS, ids=NAMES)
@settings(max_examples=40)
@given(english=SENTENCES, seed=st.integers(0, 2**32))
def test_an_error_knows_what_it_touched(error: object, english: str, seed: int) -> None:
    draft, clean = Draft.of(english), english.split()
    done = error(draft, Pair("own", "de", FOREIGN, english), make_stock(), random.Random(seed))  # type: ignore[operator]
    assert len(draft.words) == len(draft.tags) == len(draft.origins)
    assert draft.text.split() == draft.words
    kept = [origin for origin in draft.origins if origin != NEW]
    assert len(kept) == len(set(kept))
    assert draft.lost == set(range(len(clean))) - set(kept)
    for word, tag, origin in zip(draft.words, draft.tags, draft.origins, strict=True):
        assert tag == 1 or origin != NEW
        if not tag:
            assert word.strip(".,;") == clean[origin].strip(".,;")
    if not done:
        assert draft == Draft.of(english)


@pytest.mark.parametrize("error", KINDS, ids=NAMES)
def test_each_error_happens(error: object, stock: Stock) -> None:
    found = []
    for seed in range(20):
        draft = Draft.of(ENGLISH.replace("the rivers", "the rivers in Altwasser"))
        error(draft, PAIR, stock, random.Random(seed))  # type: ignore[operator]
        found.append(any(draft.tags) or bool(draft.lost))
    assert any(found)


def test_weights_of_errors_and_of_noise() -> None:
    assert len(set(NAMES)) == len(ERRORS)
    assert all(weight > 0 for _, weight in ERRORS)
    assert math.isclose(sum(weight for _, weight in NOISES), 1)


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("It is not deep.", "It is deep."),
        ("Nobody saw it.", "Everybody saw it."),
        ("He can't swim.", "He can swim."),
    ],
)
def test_a_negation_is_taken_away(stock: Stock, english: str, expected: str) -> None:
    draft = Draft.of(english)
    assert negation(draft, PAIR, stock, random.Random(1))
    assert draft.text == expected


def test_a_negation_that_is_put_in_is_the_only_wrong_word(stock: Stock) -> None:
    drafts = []
    for seed in range(10):
        draft = Draft.of("The bridge was deep.")
        assert negation(draft, PAIR, stock, random.Random(seed))
        drafts.append((draft.text, draft.tags))
    assert ("The bridge was not deep.", [0, 0, 0, 1, 0]) in drafts
    assert ("The bridge wasn't deep.", [0, 0, 1, 0]) in drafts


def test_only_a_figure_becomes_another(stock: Stock) -> None:
    draft = Draft.of("It took (1995) years.")
    assert figure(draft, PAIR, stock, random.Random(3))
    assert draft.tags == [0, 0, 1, 0]
    assert draft.words[2] != "(1995)"
    assert len(draft.words[2]) == 6


def test_a_contrary_keeps_the_marks_around_it(stock: Stock) -> None:
    draft = Draft.of("The river is (deep).")
    assert contrary(draft, PAIR, stock, random.Random(1))
    assert draft.words[3] == "(shallow)."
    assert draft.lost == {3}


@given(english=SENTENCES, seed=st.integers(0, 2**32))
def test_noise_is_no_error(english: str, seed: int) -> None:
    chance, draft = random.Random(seed), Draft.of(english)
    add_noise(draft, chance)
    assert not any(draft.tags)
    assert not draft.lost
    assert len(draft.words) == len(draft.tags) == len(draft.origins)
    assert draft.text.split() == draft.words
    assert respelt(english, chance).split()


@given(english=SENTENCES, seed=st.integers(0, 2**32))
def test_noise_leaves_wrong_words_wrong(english: str, seed: int) -> None:
    chance = random.Random(seed)
    found = spoil(Pair("own", "de", FOREIGN, english), make_stock(), chance, second=1)
    if found is not None:
        draft, lost = found[0], set(found[0].lost)
        wrong = sum(draft.tags)
        add_noise(draft, chance)
        assert sum(draft.tags) == wrong
        assert draft.lost == lost


def test_groups_begin_with_the_clean_pair(stock: Stock) -> None:
    chance = random.Random(2)
    for group in range(20):
        first, *others = spoilt_group(group, PAIR, stock, chance)
        assert (first.kind, first.divergent, first.english, first.foreign) == ("clean", False, ENGLISH, FOREIGN)
        assert sum(item.divergent for item in others) == 3
        for item in others:
            assert item.divergent == (item.kind != "respelt")
            if item.divergent:
                assert item.tags is not None
                assert len(item.tags) == len((item.english if item.changed == "english" else item.foreign).split())
                assert any(item.tags) or item.lost
        first, noisy, *others = noisy_group(group, PAIR, stock, chance)
        assert (first.family, noisy.divergent, noisy.tags) == (NOISY, False, None)
        assert [item.divergent for item in others] == [True]


def test_a_foreign_sentence_without_spaces_is_left_alone(stock: Stock) -> None:
    pair = Pair("own", "zh", "市长周二开通了河上的新桥。", ENGLISH)
    examples = [item for group in range(40) for item in spoilt_group(group, pair, stock, random.Random(group))]
    assert all(item.changed == "english" for item in examples)
    assert not any("untranslated_word" in item.kind for item in examples)


def test_a_foreign_sentence_is_spoilt(stock: Stock) -> None:
    drafts = [draft for seed in range(30) if (draft := spoil_foreign(PAIR, stock, random.Random(seed)))]
    assert any(len(draft.words) < len(FOREIGN.split()) for draft in drafts)
    assert any("Brot" in draft.words for draft in drafts)
    assert all(draft.text != FOREIGN for draft in drafts)


def test_words_whose_counterpart_is_gone_are_wrong() -> None:
    matches = Matches(
        {"foreign": np.array([0, 1, 1, 2]), "english": np.array([0, 1, 3])}, {"foreign": True, "english": True}
    )
    texts = {"group": 0, "family": "spoilt", "foreign": "a b c d", "divergent": True}
    example = Example(kind="left_out_word", english="A D", tags=[0, 0], lost=[1], **texts)
    found = word_tags(example, matches, {"foreign": 4, "english": 2})
    assert found["english"].tolist() == [0, 0]
    assert found["foreign"].tolist() == [0, 1, UNKNOWN, 0]
    for unknown in (
        word_tags(example, matches, {"foreign": 4, "english": 3}),
        word_tags(
            Example(kind="near", english="A D", **texts | {"family": "near"}), matches, {"foreign": 4, "english": 2}
        ),
    ):
        assert all((own == UNKNOWN).all() for own in unknown.values())
    spoilt = Example(kind="foreign", english="A B D", changed="foreign", tags=[0, 1, 0], lost=[1, 2], **texts)
    found = word_tags(spoilt, matches, {"foreign": 3, "english": 3})
    assert found["foreign"].tolist() == [0, 1, 0]
    assert found["english"].tolist() == [0, 1, 0]


def test_neighbours_are_near_and_not_the_same() -> None:
    cosines = np.array([1.0, 0.5, 0.98, 0.9, 0.1, 0.8], dtype=np.float32)
    assert neighbours(cosines, {0, 3}) == [5, 1, 4]


def test_everything_but_learning(tmp_path: Path) -> None:
    """Examples, words and neighbours of four pairs, as they are written and read."""
    pairs = [PAIR, *OTHERS]
    save_pairs(pairs, tmp_path / "pairs.tsv")
    assert load_pairs(tmp_path / "pairs.tsv") == pairs
    chance = random.Random(1)

    def encode(words: object) -> np.ndarray:
        return np.random.default_rng(1).normal(size=(len(list(words)), 8)).astype(np.float32)  # type: ignore[call-overload]

    examples = list(make_examples(pairs, gather(pairs * 3, encode, chance), chance))
    save_examples(examples, tmp_path / "examples.jsonl")
    assert list(load_examples(tmp_path / "examples.jsonl")) == [
        item if item.lost else Example(**{name: getattr(item, name) for name in item.__slots__} | {"lost": []})
        for item in examples
    ]
    encode_texts([text for item in examples for text in (item.foreign, item.english)], tmp_path)
    store = Store(tmp_path)
    near = list(near_groups(pairs, store, 100, chance))
    assert {item.group for item in near} == {100, 101, 102, 103}
    of_bakers = [item for item in near if item.foreign == OTHERS[0].foreign]
    assert of_bakers[0].english == OTHERS[0].english
    assert OTHERS[1].english in {item.english for item in of_bakers[1:]}
    assert all(item.divergent == (item.kind == "near") for item in near)

    labels = label([*examples, *near], store)
    assert len(labels.foreign) == len(examples) + len(near)
    assert len(labels.foreign_tags) == store.counts[labels.foreign].sum()
    assert len(labels.english_tags) == store.counts[labels.english].sum()
    starts = np.cumsum([0, *store.counts[labels.english]])
    for place, item in enumerate(examples):
        tags = labels.english_tags[starts[place] : starts[place + 1]]
        if item.divergent and item.changed == "english" and UNKNOWN not in tags:
            assert tags.tolist() == list(item.tags or ())
        elif not item.divergent:
            assert not tags.any()
    vectors, traits, there = store.batch([0, 1])
    assert vectors.shape[:2] == traits.shape[:2] == there.shape
    assert np.linalg.norm(vectors[there], axis=1) == pytest.approx(1, abs=1e-5)


PO = r'''
msgid ""
msgstr "Project-Id-Version: none\n"

#. a comment
#: file.xhp
msgctxt ""
"file.xhp\n"
"help.text"
msgid ""
"Opens the \"new\" bridge "
"over the river."
msgstr "Ouvre le nouveau pont "
"sur la rivière."

#, c-format, fuzzy
msgid "A fuzzy one."
msgstr "Un flou."
msgid "Without an empty line."
msgstr "Sans ligne\nvide."

msgid "Not translated."
msgstr ""

msgid "One file"
msgid_plural "%d files"
msgstr[0] "Un fichier"
msgstr[1] "%d fichiers"

#~ msgid "Obsolete."
#~ msgstr "Obsolète."

msgid "The last one."
msgstr "La dernière."'''


def test_po_files_are_read() -> None:
    assert list(read_po(PO.splitlines(keepends=True))) == [
        ('Opens the "new" bridge over the river.', "Ouvre le nouveau pont sur la rivière."),
        ("Without an empty line.", "Sans ligne vide."),
        ("The last one.", "La dernière."),
    ]


@pytest.mark.parametrize(
    ("english", "clean"),
    [
        (ENGLISH, True),
        ("Too short, this.", False),
        ("A heading without any mark at its end", False),
        ("Press <b>this</b> button to open the bridge.", False),
        ("It costs 100 000 000 000 000 000 000 000 now.", False),
        ("Go to https://example.org for all the news of today.", False),
        (" ".join(["many"] * 60) + ".", False),
    ],
)
def test_sentences_that_are_clean(english: str, clean: bool) -> None:
    assert is_clean(FOREIGN, english, 5) is clean


def test_pairs_are_chosen(tmp_path: Path) -> None:
    lines = [
        f"europarl\t{FOREIGN}\t{ENGLISH}",
        f"europarl\t{FOREIGN} Ja.\t{ENGLISH}",
        f"elsewhere\t{FOREIGN}\t{ENGLISH}",
    ]
    lines += [f"tatoeba\t{pair.foreign}\t{pair.english}" for pair in OTHERS]
    with lzma.open(tmp_path / "corpus.xz", "wt", encoding="utf-8") as target:
        target.write("\n".join(lines) + "\n")
    folder = tmp_path / "lo" / "fr" / "helpcontent2" / "source"
    folder.mkdir(parents=True)
    (folder / "a.po").write_text(PO, encoding="utf-8")
    found = choose(tmp_path / "corpus.xz", tmp_path / "lo", {OTHERS[0].foreign, OTHERS[1].english}, random.Random(1))
    assert sorted((pair.source, pair.language) for pair in found) == [
        ("europarl", "de"),
        ("europarl", "de"),
        ("lo", "fr"),
        ("tatoeba", "de"),
    ]
    assert OTHERS[2] in [Pair("own", "de", pair.foreign, pair.english) for pair in found]


def test_both_networks_agree(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from export import export
    from network import Network as Learner

    torch.manual_seed(1)
    learner = Learner(width=32, heads=4, blocks=2).eval()
    with torch.no_grad():
        for values in learner.parameters():
            values += 0.1 * torch.randn_like(values)
            values.copy_(values.half().float())
        learner.inp.weight.copy_((learner.inp.weight * 22.6).half().float() / 22.6)
    export(learner.state_dict(), tmp_path / "comparer.npz")
    with np.load(tmp_path / "comparer.npz") as stored:
        network = Network({name: stored[name].astype(np.float32) for name in stored.files})

    chance, pairs = np.random.default_rng(1), []
    for counts in ((5, 7), (9, 3), (1, 1), (12, 12)):
        rows = [chance.normal(size=(count, 512)).astype(np.float32) for count in counts]
        sides = [
            Words(own / np.linalg.norm(own, axis=1, keepdims=True), chance.random((len(own), 2), dtype=np.float32))
            for own in rows
        ]
        pairs.append((sides[0], sides[1]))
    for together in (pairs, pairs[2:3]):
        inputs = []
        for side in (0, 1):
            longest = max(len(pair[side].vectors) for pair in together)
            there = torch.tensor([[at < len(pair[side].vectors) for at in range(longest)] for pair in together])
            parts = [[getattr(pair[side], name) for pair in together] for name in ("vectors", "traits")]
            padded = [
                torch.stack([torch.nn.functional.pad(torch.tensor(own), (0, 0, 0, longest - len(own))) for own in part])
                for part in parts
            ]
            inputs.append((*padded, there))
        with torch.no_grad():
            foreign, english, odds = learner(*zip(*inputs, strict=True))
        for place, (pair, row) in enumerate(zip(together, network.read(together), strict=True)):
            counts = [len(side.vectors) for side in pair]
            expected = [odds[place], *counts, *foreign[place, : counts[0]], *english[place, : counts[1]]]
            assert row.tolist() == pytest.approx([float(value) for value in expected], abs=1e-3)
