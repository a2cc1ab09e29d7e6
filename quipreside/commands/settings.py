"""`quipreside settings`: the settings in force, with unit and origin."""

from argparse import ArgumentParser, Namespace

from quipreside.commands.common import add_settings, settings_from
from quipreside.settings import SETTINGS


def configure(parser: ArgumentParser) -> None:
    """Accept every setting as a flag."""
    add_settings(parser)


def run(arguments: Namespace) -> int:
    """Print one setting a line: name, value, unit, origin."""
    settings = settings_from(arguments)
    for setting in SETTINGS:
        value, origin = settings.values[setting.name], settings.origins[setting.name]
        print(f"{setting.name}\t{value}\t{setting.unit}\t{origin}")
    return 0
