from pathlib import Path

import pytest

from quipreside.errors import UsageError
from quipreside.settings import load_settings


def test_load_settings_flags_win_over_environment_over_file_over_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('port = 1\nworkers = 2\nhost = "::1"\n', encoding="utf-8")
    settings = load_settings({"port": "3"}, {"QUIPRESIDE_PORT": "2", "QUIPRESIDE_WORKERS": "4"}, file)
    assert (settings.count("port"), settings.count("workers"), settings.text("host")) == (3, 4, "::1")
    assert settings.origins["port"] == "--port"
    assert settings.origins["workers"] == "QUIPRESIDE_WORKERS"
    assert settings.origins["host"] == str(file)
    assert settings.origins["deadline"] == "default"


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"QUIPRESIDE_PORT": "eighty"}, "QUIPRESIDE_PORT: 'eighty' is not a number of port"),
        ({"QUIPRESIDE_DEADLINE": "0"}, "'deadline' must be at least 0.01 seconds"),
        ({"QUIPRESIDE_DEADLINE": "inf"}, "'deadline' must be at least"),
        ({"QUIPRESIDE_BASE_IRI": "w3id.org/x"}, "base_iri must be an absolute"),
        ({"QUIPRESIDE_BASE_IRI": "https://example.org/a b/"}, "base_iri must be an absolute"),
    ],
)
def test_load_settings_wrong_value_is_a_sentence(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        load_settings({}, environment)


def test_load_settings_unknown_name_lists_the_known(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("prot = 1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no setting 'prot'; the settings are base_iri"):
        load_settings({}, {}, file)
