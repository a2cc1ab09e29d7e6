"""What several commands share: the settings as flags, and folders given on the command line."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from quipreside.settings import SETTINGS, Settings, load_settings


def add_settings(parser: ArgumentParser, names: tuple[str, ...] | None = None) -> None:
    """Declare a flag for each setting, or for those named, and one for a settings file."""
    parser.add_argument("--settings", type=Path, metavar="FILE", help="a TOML file of settings")
    for setting in SETTINGS:
        if names is None or setting.name in names:
            flag = f"--{setting.name.replace('_', '-')}"
            parser.add_argument(flag, metavar=setting.unit.upper(), help=f"{setting.help} (default: {setting.default})")


def settings_from(arguments: Namespace) -> Settings:
    """The settings in force: flags over environment over file over default."""
    names = [setting.name for setting in SETTINGS]
    flags = {name: value for name in names if (value := getattr(arguments, name, None)) is not None}
    return load_settings(flags, file=arguments.settings)
