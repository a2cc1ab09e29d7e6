"""The committed sources' release, falsified one statement at a time and held against shapes and checks."""

import shutil
from pathlib import Path

import page
import pytest

from quipreside.cli import main
from release.audit import audit
from release.folder import publish
from release.publication import Publication
from release.writing import write_release

BASE = page.IRIS.base


@pytest.fixture(scope="module")
def folder(publication: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    dist = tmp_path_factory.mktemp("audit")
    made = publish(dist, "0.2.0", lambda target: write_release(target, publication))
    (made / f"text-{page.SOURCE}-1.txt").write_text(page.TEXT, encoding="utf-8")
    return made


def test_check_true_release_has_no_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("shapes and checks passed; 0 finding(s)\n")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('"Elle représente la Ligue."@fr', '"Elle représente une Ligue."@fr', "quote-differs-from-text-violation"),
        ('"2024-10"^^', '"2024-11"^^', "fact-without-evidence-violation"),
        (f"<{BASE}ontology#GradeA>", f"<{BASE}ontology#GradeB>", "same-as-below-grade-a-violation"),
    ],
)
def test_audit_falsified_line_is_found(old: str, new: str, finding: str, folder: Path, tmp_path: Path) -> None:
    lines = (folder / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    graph = "source" if "fact" in finding else ""
    falsified = [line.replace(old, new) if graph in line.rpartition("> <")[2] else line for line in lines]
    assert falsified != lines
    (tmp_path / "all.nq").write_text("".join(falsified), encoding="utf-8")
    shutil.copy(folder / f"text-{page.SOURCE}-1.txt", tmp_path)
    found, passed = audit(tmp_path / "all.nq", BASE)
    _, all_passed = audit(folder / "all.nq", BASE)
    assert passed == all_passed - len({line.partition(":")[0] for line in found})
    assert any(line.startswith(f"{finding}: ") for line in found)
