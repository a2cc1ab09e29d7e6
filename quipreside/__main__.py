"""Run the command line as `python -m quipreside`."""

from quipreside.cli import main

raise SystemExit(main())
