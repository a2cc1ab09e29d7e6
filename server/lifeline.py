"""Tie a process to its parent, so that none outlives the server; tell how long a process has run."""

import ctypes
import os
import signal
import time

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def die_with(parent: int) -> None:
    """Have the kernel end this process when the thread that started it ends; end now when the parent is gone."""
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def processor_time(pid: int) -> float:
    """The seconds of processor time a process has used, 0 when it is gone; numbered as by clock_getcpuclockid(3)."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0
