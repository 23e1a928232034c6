"""A bare Debian system in a folder, to try in it what a fresh machine would say.

As root only, and on Debian or Ubuntu with debootstrap: the system is made once for each release
and copied for each trial.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

from project import call

MIRROR = "http://deb.debian.org/debian"
USER = "anna"
PASSED_ON = ("http_proxy", "https_proxy", "no_proxy")
CERTIFICATES = ("SSL_CERT_FILE", "PIP_CERT")
"""How this machine reaches the network; a new one would know it by itself."""
_CERTIFICATES_INSIDE = Path("/etc/certificates-of-the-host.crt")
LAST = 4000
"""Characters of what a failing command said that are shown."""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class CleanRoot:
    """A fresh copy of a bare system, with one user; gone again when the block ends."""

    def __init__(self, folder: Path, release: str) -> None:
        self.release = release
        self.path = folder / f"trial-{release}"
        self._bare = folder / f"bare-{release}"

    def __enter__(self) -> Self:
        """Make the copy, and the bare system before it where there is none yet."""
        if not (self._bare / "complete").exists():
            shutil.rmtree(self._bare, ignore_errors=True)
            call("debootstrap", "--variant=minbase", self.release, self._bare, MIRROR)
            (self._bare / "complete").touch()
        self._remove()
        call("cp", "--archive", "--reflink=auto", self._bare, self.path)
        (self.path / "complete").unlink()
        shutil.copy("/etc/resolv.conf", self.path / "etc" / "resolv.conf")
        self._copy_certificates()
        self._mount()
        self.run(f"useradd --create-home {USER}")
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the copy."""
        self._remove()

    def run(self, script: str, *, user: str = "root", network: bool = True, **more: str) -> str:
        """Run the shell script inside and return what it prints; end with it when it fails."""
        home = "/root" if user == "root" else f"/home/{user}"
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        kept |= {name: str(_CERTIFICATES_INSIDE) for name in CERTIFICATES if name in os.environ}
        command = [
            *([] if network else ["unshare", "--net"]),
            *("chroot", f"--userspec={user}:{user}", str(self.path)),
            *("/bin/sh", "-euc", f"cd {home}\n{script}"),
        ]
        environment = {**kept, "HOME": home, "PATH": _PATH, "LANG": "C.UTF-8", **more}
        environment["DEBIAN_FRONTEND"] = "noninteractive"
        done = subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode != 0:
            said = done.stdout[-LAST:] + done.stderr[-LAST:]
            raise SystemExit(f"{self.release}: {script}\n{said}")
        return done.stdout

    def install(self, *packages: str) -> None:
        """Install packages and what they need, and nothing that they only recommend."""
        options = "-qq --no-install-recommends -o DPkg::Use-Pty=0"
        self.run(f"apt-get update -qq; apt-get install -y {options} {' '.join(packages)}")

    def traces(self) -> list[str]:
        """Return the files of the system that are named after the program."""
        places = "/bin /boot /etc /lib /opt /srv /usr /var"
        found = self.run(f"find {places} -xdev -iname '*smartgoals*' -not -path '/var/log/*'")
        return found.split()

    def _copy_certificates(self) -> None:
        files = {os.environ[name] for name in CERTIFICATES if name in os.environ}
        text = "".join(Path(file).read_text("utf-8") for file in sorted(files))
        (self.path / _CERTIFICATES_INSIDE.relative_to("/")).write_text(text, "utf-8")

    def _mount(self) -> None:
        """Give the system its view of processes, and the sockets of this machine's screens."""
        # The mounts end with this process: it runs in a name space of its own.
        call("mount", "-t", "proc", "proc", self.path / "proc")
        screens = self.path / "tmp" / ".X11-unix"
        screens.mkdir()
        call("mount", "--bind", "/tmp/.X11-unix", screens)  # noqa: S108 - X11's own place

    def _remove(self) -> None:
        if not self.path.exists():
            return
        for place in ("tmp/.X11-unix", "proc"):
            subprocess.run(["umount", self.path / place], capture_output=True, check=False)
        call("rm", "--recursive", "--force", "--one-file-system", self.path)
