"""Progress on standard error: each step with its count and the time that it took."""

import sys
import time
from typing import TextIO


class Progress:
    """Write one line a step; the time is that since the step before."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._last = time.monotonic()

    def done(self, sentence: str) -> None:
        """Say that a step is done."""
        now = time.monotonic()
        self._stream.write(f"{now - self._last:7.2f} s  {sentence}\n")
        self._stream.flush()
        self._last = now
