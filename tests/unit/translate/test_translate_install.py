from __future__ import annotations

import json
import os
import random
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xlcheck.errors import TranslationError
from xlcheck.translate import (
    broken_packs,
    install_file,
    install_language,
    list_packs,
    remove_pack,
    unpack,
    verify_packs,
)

if TYPE_CHECKING:
    from support.package_site import Site


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return path


GOOD = {
    "p/metadata.json": b'{"from_code": "de", "to_code": "en", "package_version": "1.0"}',
    "p/model/model.bin": b"model",
    "p/sentencepiece.model": b"pieces",
}


def test_install_list_verify_remove(models: Path, packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    assert pack.folder == models / "translate-de_en-1_0"
    assert list_packs() == (pack,)
    assert [(check.language, check.status) for check in verify_packs()] == [("de", "ok")]
    assert names(models) == ["translate-de_en-1_0"]
    assert remove_pack("de") == (pack.folder,)
    assert (names(models), list_packs()) == ([], ())


def test_what_a_killed_installation_left_is_swept_away(models: Path, packs: dict[str, Path]) -> None:
    for name in (".xlcheck-work-old", ".xlcheck-work-new", ".xlcheck-downloads"):
        (models / name).mkdir(parents=True)
        (models / name / "half").write_bytes(b"x")
    for name in (".xlcheck-work-old", ".xlcheck-downloads"):
        os.utime(models / name, (1, 1))
    install_file(packs["de"])
    assert names(models) == [".xlcheck-downloads", ".xlcheck-work-new", "translate-de_en-1_0"]


def test_a_killed_installation_leaves_nothing_half_installed(models: Path, packs: dict[str, Path]) -> None:
    code = (
        "import sys; from xlcheck.translate import install_file\n"
        "print('ready', flush=True)\n"
        "while True:\n    install_file(sys.argv[1])"
    )
    chance = random.Random(3)
    for _ in range(5):
        process = subprocess.Popen([sys.executable, "-c", code, str(packs["de"])], stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.communicate()
        assert broken_packs() == ()
        assert {check.status for check in verify_packs()} <= {"ok"}
    assert install_file(packs["de"]).folder == models / "translate-de_en-1_0"


def test_installing_again_replaces(models: Path, packs: dict[str, Path]) -> None:
    first = install_file(packs["de"])
    (first.folder / "stray.txt").write_text("x", encoding="utf-8")
    assert install_file(str(packs["de"])) == first
    assert not (first.folder / "stray.txt").exists()
    assert names(models) == ["translate-de_en-1_0"]


def test_a_newer_version_is_used_and_both_are_removed(models: Path, packs: dict[str, Path]) -> None:
    for name in ("de-new", "de"):
        install_file(packs[name])
    assert [pack.version for pack in list_packs()] == ["1.10"]
    assert [path.name for path in remove_pack("de")] == ["translate-de_en-1_0", "translate-de_en-1_10"]
    assert names(models) == []


def test_a_link_is_removed_and_what_it_points_at_stays(tmp_path: Path, models: Path, packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    pack.folder.rename(tmp_path / "elsewhere")
    pack.folder.symlink_to(tmp_path / "elsewhere")
    remove_pack("de")
    assert names(models) == []
    assert (tmp_path / "elsewhere" / "metadata.json").is_file()


def test_removing_what_is_not_there(packs: dict[str, Path]) -> None:
    install_file(packs["fr"])
    with pytest.raises(TranslationError, match="no pack is installed for de") as caught:
        remove_pack("de")
    assert caught.value.hint == "Installed: fr."


def test_verify_finds_damage(packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    model = pack.folder / "model" / "model.bin"
    content = bytearray(model.read_bytes())
    content[1000] ^= 1
    model.write_bytes(content)
    (pack.folder / "README.md").unlink()
    (check,) = verify_packs()
    assert check.status == "changed"
    assert check.problems == ("README.md is missing", "model/model.bin has changed")
    assert "models remove de" in check.hint


def test_verify_knows_packs_of_other_programs_and_broken_ones(models: Path, packs: dict[str, Path]) -> None:
    pack = install_file(packs["de"])
    (pack.folder / "xlcheck-manifest.json").unlink()
    (models / "half" / "model").mkdir(parents=True)
    (models / "photos").mkdir()
    assert [check.status for check in verify_packs()] == ["unverified", "broken"]


def test_pack_without_a_folder_of_its_own(tmp_path: Path) -> None:
    flat = archive(tmp_path / "flat.argosmodel", {name.removeprefix("p/"): data for name, data in GOOD.items()})
    assert install_file(flat).folder.name == "translate-de_en-1_0"


def _without(name: str) -> dict[str, bytes]:
    return {key: data for key, data in GOOD.items() if key != name}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(GOOD | {"../evil": b"x"}, "outside the pack", id="parent"),
        pytest.param(GOOD | {"p/../../evil": b"x"}, "outside the pack", id="parent-inside"),
        pytest.param(GOOD | {"/tmp/evil": b"x"}, "outside the pack", id="absolute"),
        pytest.param(GOOD | {"C:/evil": b"x"}, "outside the pack", id="drive"),
        pytest.param(GOOD | {"p\\..\\evil": b"x"}, "outside the pack", id="backslash"),
        pytest.param(GOOD | {"p/a\x1b[31m": b"x"}, "control characters", id="escape-in-name"),
        pytest.param(GOOD | {"p/MODEL/model.bin": b"x"}, "in it twice", id="same-name-other-case"),
        pytest.param(GOOD | {"p/bomb": bytes(30_000_000)}, "zip bomb", id="bomb"),
        pytest.param(_without("p/metadata.json"), "no metadata.json", id="no-metadata"),
        pytest.param(_without("p/model/model.bin"), "model/model.bin is missing", id="no-model"),
        pytest.param(_without("p/sentencepiece.model"), "the tokenizer", id="no-tokenizer"),
        pytest.param(GOOD | {"p/metadata.json": b"{"}, "cannot be read", id="bad-metadata"),
        pytest.param(GOOD | {"p/metadata.json": b'{"from_code": "/etc", "to_code": "en"}'}, "languages", id="bad-code"),
    ],
)
def test_bad_archives_leave_nothing(tmp_path: Path, models: Path, files: dict[str, bytes], message: str) -> None:
    path = archive(tmp_path / "bad.argosmodel", files)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(TranslationError, match=message) as caught:
        install_file(path)
    assert str(path) in str(caught.value)
    assert "\x1b" not in str(caught.value)
    assert names(models) == []
    assert sorted(tmp_path.iterdir()) == sorted({*before, models})


def test_symbolic_links_are_refused(tmp_path: Path, models: Path) -> None:
    path = archive(tmp_path / "link.argosmodel", GOOD)
    with zipfile.ZipFile(path, "a") as file:
        link = zipfile.ZipInfo("p/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    with pytest.raises(TranslationError, match="a link or a device"):
        install_file(path)
    assert names(models) == []


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "big.argosmodel", GOOD)
    monkeypatch.setattr(unpack, "MAX_FILES", 2)
    with pytest.raises(TranslationError, match="holds 3 files"):
        install_file(path)
    monkeypatch.setattr(unpack, "MAX_FILES", 3)
    monkeypatch.setattr(unpack, "MAX_BYTES", 10)
    with pytest.raises(TranslationError, match="more than 4 GB"):
        install_file(path)


def test_not_an_archive(tmp_path: Path, models: Path) -> None:
    path = tmp_path / "page.argosmodel"
    path.write_text("<html>404</html>", encoding="utf-8")
    with pytest.raises(TranslationError, match="not a whole zip archive"):
        install_file(path)
    with pytest.raises(TranslationError, match="is not a file"):
        install_file(tmp_path / "missing.argosmodel")
    assert names(models) == []


def test_a_truncated_file_is_refused_wherever_it_breaks_off(
    tmp_path: Path, models: Path, packs: dict[str, Path]
) -> None:
    whole = packs["de"].read_bytes()
    path = tmp_path / "cut.argosmodel"
    for share in (0, 0.1, 0.5, 0.9, 0.999):
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(TranslationError, match="not a whole zip archive"):
            install_file(path)
    assert names(models) == []


def test_a_flipped_byte_is_noticed(tmp_path: Path, models: Path, packs: dict[str, Path]) -> None:
    content = bytearray(packs["de"].read_bytes())
    content[len(content) // 2] ^= 0x55
    path = tmp_path / "flipped.argosmodel"
    path.write_bytes(content)
    with pytest.raises(TranslationError, match="not a whole zip archive"):
        install_file(path)
    assert names(models) == []


def test_the_wrong_direction_is_refused(models: Path, packs: dict[str, Path]) -> None:
    with pytest.raises(TranslationError, match="does not translate into English"):
        install_file(packs["en-de"])
    assert names(models) == []


def test_the_old_pack_survives_when_the_new_one_cannot_be_put_in_place(
    models: Path, packs: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = install_file(packs["de"])
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "pack":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(TranslationError, match="No space left"):
        install_file(packs["de"])
    assert list_packs() == (pack,)
    assert names(models) == ["translate-de_en-1_0"]


def test_half_of_a_way_is_installed_verified_and_removed(models: Path, packs: dict[str, Path]) -> None:
    assert install_file(packs["es-fr"]).target == "fr"
    assert names(models) == ["translate-es_fr-1_0"]
    assert list_packs() == ()
    assert [(check.language, check.status) for check in verify_packs()] == [("es", "ok")]
    remove_pack("es")
    assert names(models) == []


def publish(site: Site, *entries: dict[str, object]) -> str:
    return site.put("/index.json", json.dumps(entries).encode())


def entry(link: str, *, source: str = "de", target: str = "en", version: str = "1.0") -> dict[str, object]:
    return {"from_code": source, "to_code": target, "package_version": version, "links": ["ipfs://x", link]}


def test_download_takes_the_newest_direct_pack(site: Site, models: Path, packs: dict[str, Path]) -> None:
    new = site.put("/new.argosmodel", packs["de-new"].read_bytes())
    old = site.put("/old.argosmodel", packs["de"].read_bytes())
    other = entry(old, target="fr", version="9.0")
    index = publish(site, entry(old, version="1.9"), entry(new, version="1.10"), other)
    seen: list[tuple[int, int | None]] = []
    pack = install_language("de", index_url=index, progress=lambda done, total: seen.append((done, total)))
    assert pack.version == "1.10"
    size = packs["de-new"].stat().st_size
    assert seen[-1] == (size, size)
    assert seen == sorted(seen)
    assert site.asked == ["/index.json", "/new.argosmodel"]
    assert names(models) == ["translate-de_en-1_10"]


def test_index_address_from_the_environment_and_no_length(
    site: Site, packs: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    link = site.put("/fr.argosmodel", packs["fr"].read_bytes(), length=None)
    monkeypatch.setenv("XLCHECK_PACKAGE_INDEX", publish(site, entry(link, source="fr")))
    seen: list[int | None] = []
    assert install_language("fr-CA", progress=lambda _, total: seen.append(total)).language == "fr"
    assert set(seen) == {None}


def test_the_second_address_is_tried(site: Site, packs: dict[str, Path]) -> None:
    item = entry(site.address("/gone"))
    item["links"] = [site.address("/gone"), site.put("/de", packs["de"].read_bytes())]
    assert install_language("de", index_url=publish(site, item)).language == "de"


@pytest.mark.parametrize(
    ("body", "length", "status", "message"),
    [
        pytest.param(b"", 1000, 200, "broke off after 0 of 1000 bytes|IncompleteRead", id="nothing-came"),
        pytest.param(b"<html>", -1, 200, "not a whole zip archive", id="a-web-page"),
        pytest.param(b"no", -1, 503, "the server answers 503", id="server-error"),
    ],
)
def test_bad_downloads_leave_nothing(
    site: Site, models: Path, body: bytes, length: int, status: int, message: str
) -> None:
    link = site.put("/de", body, length=length, status=status)
    with pytest.raises(TranslationError, match=message) as caught:
        install_language("de", index_url=publish(site, entry(link)))
    assert caught.value.hint
    assert names(models) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"<html>", "is not an index of packs", id="web-page"),
        pytest.param(b'{"a": 1}', "is not an index of packs", id="object"),
        pytest.param(b"[]", "no pack that translates de", id="empty"),
        pytest.param(
            b'[{"from_code": "de", "to_code": "en", "links": ["file:///etc/passwd"]}]', "no address", id="file"
        ),
    ],
)
def test_bad_indexes(site: Site, content: bytes, message: str) -> None:
    with pytest.raises(TranslationError, match=message):
        install_language("de", index_url=site.put("/i", content))


def test_an_index_must_be_on_the_web(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("[]", encoding="utf-8")
    with pytest.raises(TranslationError, match="not an http or https address"):
        install_language("de", index_url=(tmp_path / "index.json").as_uri())


def test_without_network_the_way_by_hand_is_told(models: Path) -> None:
    with pytest.raises(TranslationError, match="no pack could be downloaded from") as caught:
        install_language("de")
    assert "\n" not in str(caught.value)
    assert "xlcheck models install FILE.argosmodel" in caught.value.hint
    assert names(models) == []
