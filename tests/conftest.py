"""Shared fixtures: what may be skipped, and where the common material lies."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def require(name: str, present: bool, sentence: str) -> None:
    """Skip with a sentence where a thing is absent; fail instead when `REQUIRE` names it."""
    if present:
        return
    if name in os.environ.get("REQUIRE", "").split(","):
        pytest.fail(f"REQUIRE names {name}, but {sentence}")
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of common material beside the checkout."""
    require("shared", SHARED.is_dir(), "the folder of common material is not beside this checkout.")
    return SHARED
