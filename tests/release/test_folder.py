from pathlib import Path

import pytest

from release.folder import publish


def filler(words: str):
    return lambda folder: (folder / "facts.ttl").write_text(words, encoding="utf-8")


def broken(folder: Path) -> None:
    (folder / "facts.ttl").write_text("half", encoding="utf-8")
    raise OSError("disk full")


def test_publish_points_version_and_latest_at_the_new_folder(tmp_path: Path) -> None:
    publish(tmp_path, "0.1.0", filler("one"))
    publish(tmp_path, "0.2.0", filler("two"))
    assert (tmp_path / "0.1.0" / "facts.ttl").read_text() == "one"
    assert (tmp_path / "latest" / "facts.ttl").read_text() == "two"


def test_publish_replaces_a_version_and_leaves_nothing_behind(tmp_path: Path) -> None:
    publish(tmp_path, "0.1.0", filler("one"))
    publish(tmp_path, "0.1.0", filler("two"))
    assert (tmp_path / "latest" / "facts.ttl").read_text() == "two"
    assert len(list((tmp_path / ".builds").iterdir())) == 1


def test_publish_that_fails_leaves_the_previous_release(tmp_path: Path) -> None:
    publish(tmp_path, "0.1.0", filler("one"))
    with pytest.raises(OSError, match="disk full"):
        publish(tmp_path, "0.1.0", broken)
    assert (tmp_path / "latest" / "facts.ttl").read_text() == "one"
    assert len(list((tmp_path / ".builds").iterdir())) == 1
