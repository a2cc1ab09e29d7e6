"""What tests ask of the kernel about a server's processes."""

import time
from collections.abc import Callable
from pathlib import Path


def descendants(pid: int) -> dict[int, str]:
    """The command lines of the living processes under a process, by pid."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(stat.parent.name)] = int(fields[1])
    found, layer = {}, {pid}
    while layer:
        layer = {child for child, parent in parents.items() if parent in layer}
        found.update({child: command(child) for child in layer})
    return found


def command(pid: int) -> str:
    """The command line of a process."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def zygote(pid: int) -> int:
    """The zygote of a server: the one process that runs the module and whose parent does not."""
    family = descendants(pid)
    children = {child for process in family for child in descendants(process) if "server.zygote" in family[process]}
    return next(process for process, line in family.items() if "server.zygote" in line and process not in children)


def worker(pid: int) -> int:
    """A granian worker of a server."""
    return next(process for process, line in descendants(pid).items() if "server.zygote" not in line)


def alive(pids: set[int]) -> set[int]:
    """Those of the processes that still run."""
    return {pid for pid in pids if Path(f"/proc/{pid}").exists() and state(pid) != "Z"}


def state(pid: int) -> str:
    """The state letter of a process; `Z` when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def eventually(condition: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether a condition comes true within some seconds."""
    end = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return met
