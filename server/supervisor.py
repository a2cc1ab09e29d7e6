"""Keep a zygote running: start it as a program of its own, start it again when it ends, leave nothing behind."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from quipreside.errors import QuiPresideError
from quipreside.settings import Settings
from server.dataset import Release

PAUSE = 0.1
PREFIX = "quipreside-"


class Supervisor:
    """A zygote and the thread that watches it; its socket is in a folder that no other user can enter."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.command, self.folder, self.socket = command, folder, folder / "zygote"
        self.quads = 0
        self.process: subprocess.Popen[str] | None = None
        self.ready, self.stopping = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self.watch, name="zygote", daemon=True)

    @classmethod
    def start(cls, settings: Settings, release: Release) -> "Supervisor":
        """Start a zygote on a release and wait until it listens; raise QuiPresideError when it cannot."""
        sweep()
        folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
        limits = {
            "seconds": settings.number("deadline"),
            "memory": settings.count("child_memory"),
            "answer": settings.count("answer_size"),
            "parent": os.getpid(),
        }
        options = [f"--{name}={value}" for name, value in limits.items()]
        program = [sys.executable, "-m", "server.zygote", str(release.served), str(folder / "zygote"), *options]
        supervisor = cls(program, folder)
        atexit.register(supervisor.stop)
        supervisor.thread.start()
        supervisor.ready.wait()
        if not supervisor.quads:
            supervisor.stop()
            raise QuiPresideError(f"{release.served}: cannot be loaded; build the release again.")
        return supervisor

    def watch(self) -> None:
        """Run zygote after zygote until told to stop; the kernel ends the zygote when this thread ends."""
        while not self.stopping.is_set():
            with subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True) as process:
                self.process = process
                said = process.stdout.readline() if process.stdout else ""
                self.quads = int(said or 0)
                self.ready.set()
            if not self.quads:
                return
            time.sleep(PAUSE)

    def stop(self) -> None:
        """End the zygote, its processes and its folder."""
        self.stopping.set()
        if self.process:
            self.process.kill()
        self.thread.join()
        shutil.rmtree(self.folder, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of servers that were killed before they could."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        pid = folder.name.removeprefix(PREFIX).partition("-")[0]
        if pid.isdigit() and not Path(f"/proc/{pid}").exists():
            shutil.rmtree(folder, ignore_errors=True)
