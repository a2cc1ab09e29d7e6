"""The front door of Qui préside: command line, settings, namespaces and errors shared by all rooms."""

__version__ = "0.1.0"
