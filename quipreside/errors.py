"""The one exception that a person sees: a sentence that says what was wrong, where, and what would work."""


class QuiPresideError(Exception):
    """An expected failure: its message is shown as it is, and the command exits with `exit_code`."""

    exit_code = 1


class UsageError(QuiPresideError):
    """The command line or a setting is wrong."""

    exit_code = 2
