"""On what the benchmark ran: the machine and the versions of what is measured."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "pydantic", "matplotlib", "typst")
_PEERS = (("keepassxc", "--version"), ("vorta", "--version"), ("soffice", "--version"))


def machine() -> dict[str, str]:
    """Return what to know of the machine, by name."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else ""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return {
        "system": _system(),
        "processor": f"{_processor()}, {os.cpu_count()} cores, {_memory_gb()} GB",
        "load at the start": load,
        "versions": f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        "packages": packages,
        "peers": ", ".join(filter(None, map(_peer, _PEERS))) or "none installed",
    }


def _system() -> str:
    release = getattr(platform, "freedesktop_os_release", dict)
    try:
        name = release().get("PRETTY_NAME", "")
    except OSError:
        name = ""
    return f"{name or platform.system()}, {platform.machine()}, kernel {platform.release()}"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _memory_gb() -> int:
    names = getattr(os, "sysconf_names", {})
    if "SC_PHYS_PAGES" not in names:
        return 0
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _peer(peer: tuple[str, str]) -> str:
    name, option = peer
    if shutil.which(name) is None:
        return ""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [name, option], capture_output=True, text=True, check=False, env=environment, timeout=60
    )
    return " ".join(done.stdout.split()[:3]) or name
