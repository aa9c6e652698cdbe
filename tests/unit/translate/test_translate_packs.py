from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from xlcheck.errors import TranslationError
from xlcheck.translate import broken_packs, install_command, install_file, list_packs
from xlcheck.translate.manifest import NAME
from xlcheck.translate.packs import (
    find_all_packs,
    find_packs,
    find_routes,
    pack_code,
    pack_folders,
    read_pack,
    route,
)


def fake_pack(folder: Path, *, language: str = "de", target: str = "en", version: str = "1.0", **more: object) -> Path:
    """Write the files that a pack must have, without a model that works."""
    (folder / "model").mkdir(parents=True)
    metadata = {"from_code": language, "to_code": target, "package_version": version, **more}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    (folder / "model" / "model.bin").write_bytes(version.encode())
    (folder / "sentencepiece.model").write_bytes(b"pieces")
    return folder


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({}, ["HOME/.local/share/argos-translate/packages"], id="default"),
        pytest.param({"XDG_DATA_HOME": "/data"}, ["/data/argos-translate/packages"], id="xdg"),
        pytest.param({"ARGOS_PACKAGES_DIR": "/argos", "XDG_DATA_HOME": "/data"}, ["/argos"], id="argos"),
        pytest.param({"SNAP_USER_DATA": "/snap"}, ["/snap/.local/share/argos-translate/packages"], id="snap"),
        pytest.param(
            {"XLCHECK_MODELS": os.pathsep.join(["/one", "", "/two", "/one"]), "ARGOS_PACKAGES_DIR": "/argos"},
            ["/one", "/two", "/argos"],
            id="own-first",
        ),
    ],
)
def test_folders(environment: dict[str, str], expected: list[str]) -> None:
    expected = [name.replace("HOME", str(Path.home())) for name in expected]
    # No settings file of the user's may count.
    environment = {"XDG_CONFIG_HOME": "/nowhere"} | environment
    assert [str(folder) for folder in pack_folders(environment)] == expected


def test_folder_from_argos_settings_file(tmp_path: Path) -> None:
    (tmp_path / "argos-translate").mkdir()
    settings = tmp_path / "argos-translate" / "settings.json"
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": "/from/file"}), encoding="utf-8")
    assert pack_folders({"XDG_CONFIG_HOME": str(tmp_path)}) == (Path("/from/file"),)
    settings.write_text("{broken", encoding="utf-8")
    assert pack_folders({"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": "/d"}) == (
        Path("/d/argos-translate/packages"),
    )


def test_highest_version_wins_and_the_first_folder_before_it(tmp_path: Path) -> None:
    fake_pack(tmp_path / "one" / "a", version="1.9")
    fake_pack(tmp_path / "one" / "b", version="1.10")
    fake_pack(tmp_path / "two" / "c", version="2.0")
    fake_pack(tmp_path / "two" / "d", language="fr")
    folders = os.pathsep.join([str(tmp_path / "one"), str(tmp_path / "two")])
    packs, broken = find_packs({"XLCHECK_MODELS": folders, "XDG_DATA_HOME": str(tmp_path)})
    assert [(pack.language, pack.version) for pack in packs] == [("de", "1.10"), ("fr", "1.0")]
    assert broken == ()


def test_a_folder_may_itself_be_a_pack(tmp_path: Path) -> None:
    pack = fake_pack(tmp_path / "pack")
    environment = {"XLCHECK_MODELS": str(pack), "XDG_DATA_HOME": str(tmp_path)}
    assert [item.folder for item in find_packs(environment)[0]] == [pack]


def test_packs_of_another_kind_are_neither_used_nor_broken(tmp_path: Path) -> None:
    assert read_pack(fake_pack(tmp_path / "pack", type="sbd")) is None


def test_a_pack_into_another_language_is_no_pack_into_english(models: Path) -> None:
    pack = read_pack(fake_pack(models / "pack", target="fr"))
    assert pack is not None
    assert (pack.language, pack.target, pack.identity[:10]) == ("de", "fr", "de_fr 1.0 ")
    assert (list_packs(), broken_packs()) == ((), ())


def test_a_broken_pack_into_another_language_does_not_stand_in_the_way(models: Path) -> None:
    (fake_pack(models / "de_fr", target="fr") / "model" / "model.bin").unlink()
    fake_pack(models / "de_en")
    assert [pack.language for pack in list_packs()] == ["de"]
    assert broken_packs() == ()
    assert [item.target for item in find_all_packs()[1]] == ["fr"]


@pytest.mark.parametrize(
    ("directions", "language", "expected"),
    [
        pytest.param(["de_en"], "de", ["de_en"], id="direct"),
        pytest.param(["de_en", "de_fr", "fr_en"], "de", ["de_en"], id="direct-before-any-other"),
        pytest.param(["gl_pt", "pt_en"], "gl", ["gl_pt", "pt_en"], id="through-one"),
        pytest.param(["gl_pt", "pt_en", "gl_es", "es_en"], "gl", ["gl_es", "es_en"], id="first-of-two-ways"),
        pytest.param(["gl_pt", "es_en"], "gl", [], id="no-way"),
        pytest.param(["gl_pt", "pt_es", "es_en"], "gl", [], id="three-steps-are-too-many"),
        pytest.param(["en_de", "de_en"], "en", [], id="english"),
        pytest.param(["pt_es", "es_en"], "pt-BR", ["pt_es", "es_en"], id="variety"),
    ],
)
def test_routes(models: Path, directions: list[str], language: str, expected: list[str]) -> None:
    for direction in directions:
        source, _, target = direction.partition("_")
        fake_pack(models / direction, language=source, target=target)
    assert [f"{pack.language}_{pack.target}" for pack in route(language)] == expected
    assert find_routes().get(pack_code(language), ()) == route(language)


@pytest.mark.parametrize(
    ("code", "language"),
    [("de", "de"), ("pt-BR", "pt"), ("zh_Hans", "zh"), ("no", "nb"), ("DE", "de")],
)
def test_install_command(code: str, language: str) -> None:
    assert install_command(code) == f"xlcheck models install {language}"


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(lambda pack: (pack / "model" / "model.bin").unlink(), "model/model.bin is missing", id="model"),
        pytest.param(lambda pack: (pack / "sentencepiece.model").unlink(), "the tokenizer", id="tokenizer"),
        pytest.param(lambda pack: (pack / "metadata.json").unlink(), "metadata.json is missing", id="no-metadata"),
        pytest.param(lambda pack: (pack / "metadata.json").write_text("{"), "metadata.json cannot be read", id="cut"),
        pytest.param(lambda pack: (pack / "metadata.json").write_bytes(b"\xff"), "cannot be read", id="not-text"),
        pytest.param(lambda pack: (pack / "metadata.json").write_text("[1]"), "cannot be read", id="not-an-object"),
        pytest.param(
            lambda pack: (pack / "metadata.json").write_text('{"from_code": "../x", "to_code": "en"}'),
            "does not name the languages",
            id="no-code",
        ),
    ],
)
def test_broken_pack_says_what_is_missing(models: Path, spoil: object, message: str) -> None:
    pack = fake_pack(models / "pack")
    spoil(pack)  # type: ignore[operator]
    with pytest.raises(TranslationError, match=message) as caught:
        read_pack(pack)
    assert str(pack) in str(caught.value)
    assert "xlcheck models install" in caught.value.hint
    assert list_packs() == ()
    assert [item.folder for item in broken_packs()] == [pack]


def test_half_installed_folders_are_not_seen(models: Path) -> None:
    (models / ".xlcheck-abc").mkdir(parents=True)
    assert (list_packs(), broken_packs()) == ((), ())


def test_identity_follows_the_content(models: Path) -> None:
    pack = read_pack(fake_pack(models / "pack"))
    assert pack is not None
    before = pack.identity
    assert before.startswith("de_en 1.0 ")
    (pack.folder / "model" / "model.bin").write_bytes(b"another")
    assert pack.identity != before
    (pack.folder / "model" / "model.bin").write_bytes(b"1.0")
    assert pack.identity == before


def test_digest_is_taken_from_the_manifest_while_the_file_is_unchanged(models: Path, packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    identity = pack.identity
    manifest = pack.folder / NAME
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["files"]["model/model.bin"]["sha256"] = "0" * 64
    manifest.write_text(json.dumps(content), encoding="utf-8")
    assert pack.identity != identity
    os.utime(pack.folder / "model" / "model.bin", ns=(1, 1))
    assert pack.identity == identity


def test_listing_creates_nothing_and_loads_nothing_heavy(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import sys; from xlcheck.translate import list_packs; assert list_packs() == ()\n"
        "print(sorted({'argostranslate', 'ctranslate2', 'sentencepiece', 'numpy'} & set(sys.modules)))"
    )
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert list(home.iterdir()) == []
