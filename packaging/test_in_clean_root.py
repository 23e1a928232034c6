"""Try packages and set-up in bare Debian systems, as root, with debootstrap and Xvfb.

    sudo python3 packaging/test_in_clean_root.py FOLDER
    sudo python3 packaging/test_in_clean_root.py FOLDER --release trixie --only deb

FOLDER takes the systems, about 2 GB, and keeps the bare ones for the next time. ``deb`` installs
the package, starts it, upgrades it with plans in place and removes it; ``portable`` does so with
the archive; ``readme`` follows the two commands of the README from a clean copy of the last
commit, and ``checks`` runs ``.ci/run`` in one. Packages and archive are those in ``dist``.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from clean_root import USER, CleanRoot
from project import BUILD, DIST, ROOT, call, expect, fresh, say, version

RELEASES = ("bookworm", "trixie")
OLDER = "0.0.1"
OF_OLDER = "usr/lib/smartgoals/_internal/of-the-older-version"
PLACE = "/tmp"  # noqa: S108 - of a system that nobody else uses
PLANS = ".local/share/smartgoals/smartgoals.db"
DESKTOP = ("shared-mime-info", "desktop-file-utils")
SAMPLE = "resources/samples/cafe.json"
USE = """
$SMARTGOALS --version
$SMARTGOALS import cafe.json
$SMARTGOALS export cafe --to cafe.pdf
test "$(head -c 5 cafe.pdf)" = %PDF-
$SMARTGOALS export cafe --to cafe.png
$SMARTGOALS map --to map.pdf
$SMARTGOALS export cafe --to cafe.smartgoals
$SMARTGOALS import cafe.smartgoals
$SMARTGOALS show cafe --json >shown.json
$SMARTGOALS backup
$SMARTGOALS verify
"""
SHOW_LOG = "|| { tail -n 40 smartgoals/log; false; }; tail -n 1 smartgoals/log"
OPEN = "SMARTGOALS_QUIT_AFTER_PAINT=1 timeout 120 $SMARTGOALS"


def main(arguments: list[str]) -> None:
    """Try what is asked for in every release."""
    parser = argparse.ArgumentParser(description="Try packages and set-up in bare systems.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--release", nargs="+", default=RELEASES)
    parser.add_argument("--only", nargs="+", choices=sorted(TRIALS), default=sorted(TRIALS))
    parser.add_argument("--tests", default="", help="what to hand to the test command")
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        raise SystemExit("This has to run as root.")
    enter_own_mounts()
    options.folder.mkdir(parents=True, exist_ok=True)
    with screen() as display:
        for release in options.release:
            for name in options.only:
                started = time.monotonic()
                with CleanRoot(options.folder.absolute(), release) as root:
                    TRIALS[name](root, display, options.tests)
                say(f"{release}: {name} is fine ({time.monotonic() - started:.0f} s)")


def enter_own_mounts() -> None:
    """Go on in a name space of mounts that ends with this process."""
    if os.environ.get("SMARTGOALS_OWN_MOUNTS"):
        return
    os.environ["SMARTGOALS_OWN_MOUNTS"] = "1"
    own = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv]
    os.execvp(own[0], own)  # noqa: S606 - no shell is wanted


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Give the name of a screen that nobody sees."""
    Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)  # noqa: S108 - X11's own place
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-ac", "-screen", "0", "1280x900x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def try_deb(root: CleanRoot, display: str, _: str) -> None:
    """Install an older package, use it, upgrade, find the plans, remove, find nothing."""
    package = next(DIST.glob(f"smartgoals_{version()}_*.deb"))
    put(root, package, "new.deb")
    put(root, older(package), "old.deb")
    put_sample(root)
    before = packages(root)
    root.install(f"{PLACE}/old.deb")
    expect((root.path / OF_OLDER).exists(), "the older version is not what it should be")
    use(root, "smartgoals", display)
    root.install(f"{PLACE}/new.deb")
    expect(packages(root)["smartgoals"] == version(), "the upgrade did not happen")
    expect(not (root.path / OF_OLDER).exists(), "the older version left a file")
    find_plans(root, "smartgoals", display)
    try_desktop(root)
    root.run(f"apt-get purge -y -qq --autoremove smartgoals {' '.join(DESKTOP)}")
    expect(not root.traces(), f"left behind: {root.traces()}")
    expect((root.path / f"home/{USER}/{PLANS}").exists(), "the plans are gone")
    left = packages(root).keys() - before.keys()
    expect(not left, f"packages left behind: {left}")


def packages(root: CleanRoot) -> dict[str, str]:
    """Return the versions of what is installed, by the names."""
    lines = root.run("dpkg-query --show --showformat '${Package} ${Version}\\n'").splitlines()
    return dict(line.split(" ", 1) for line in lines)


def try_desktop(root: CleanRoot) -> None:
    """See the plan files known to the desktop."""
    root.install(*DESKTOP)
    known = (root.path / "usr/share/mime/globs2").read_text("utf-8")
    expect("application/x-smartgoals-plan:*.smartgoals" in known, "unknown kind of file")
    programs = (root.path / "usr/share/applications/mimeinfo.cache").read_text("utf-8")
    expect("smartgoals-plan=org.smartgoals.SmartGoals.desktop" in programs, "opens with nothing")


def try_portable(root: CleanRoot, display: str, _: str) -> None:
    """Unpack and install as a user, hear what is missing, install that, use it, remove it."""
    put(root, next(DIST.glob(f"smartgoals-{version()}-linux-*.tar.xz")), "portable.tar.xz")
    put_sample(root)
    root.install("xz-utils")
    root.run(f"tar -xf {PLACE}/portable.tar.xz && smartgoals-*/install.sh", user=USER)
    command = f"/home/{USER}/.local/bin/smartgoals"
    said = root.run(f"! {command} 2>&1", user=USER, DISPLAY=display)
    expect("sudo apt-get install" in said, f"no word on what is missing: {said}")
    line = next(line for line in said.splitlines() if "sudo apt-get install" in line)
    root.install(*line.rpartition("install -y ")[2].split())
    use(root, command, display)
    root.run("smartgoals-*/install.sh", user=USER)  # The same once more is an update.
    find_plans(root, command, display)
    root.run("smartgoals-*/install.sh --remove && rm -r smartgoals-*", user=USER)
    kept = root.run("find .local .cache -type f", user=USER).split()
    # What the font library notes, it notes for every program.
    outside = [path for path in kept if not {"smartgoals", "fontconfig"} & {*path.split("/")}]
    expect(not outside, f"left behind: {outside}")
    expect(PLANS in kept, "the plans are gone")


def try_readme(root: CleanRoot, display: str, tests: str) -> None:
    """Follow the README with only Python and pip: as root, then without network, then the tests."""
    put_source(root)
    start = "cd smartgoals && SMARTGOALS_QUIT_AFTER_PAINT=1 python3 packaging/bootstrap.py run"
    timed("first start", root, start, DISPLAY=display)
    timed("second start, without network", root, start, DISPLAY=display, network=False)
    test = f"cd smartgoals && python3 packaging/bootstrap.py test -q {tests} >log 2>&1"
    say(timed("tests", root, f"({test}) {SHOW_LOG}").strip())


def try_checks(root: CleanRoot, _: str, __: str) -> None:
    """Have all checks made, with what they install of the system by themselves."""
    put_source(root)
    check = "cd smartgoals && .ci/run >log 2>&1"
    say(timed("checks", root, f"({check}) {SHOW_LOG}").strip())


def put_source(root: CleanRoot) -> None:
    """Unpack the last commit in a system that has only Python and pip."""
    archive = BUILD / "last-commit.tar"
    BUILD.mkdir(exist_ok=True)
    call("git", "archive", "--output", archive, "HEAD", cwd=ROOT)
    put(root, archive, "source.tar")
    root.install("python3", "python3-pip")
    root.run(f"mkdir smartgoals && tar -xf {PLACE}/source.tar -C smartgoals")


def timed(
    what: str, root: CleanRoot, script: str, *, network: bool = True, **environment: str
) -> str:
    """Run the script as root and say how long it took."""
    started = time.monotonic()
    printed = root.run(script, network=network, **environment)
    say(f"{root.release}: {what}: {time.monotonic() - started:.1f} s")
    return printed


def use(root: CleanRoot, command: str, display: str) -> None:
    """Make and export a plan, and open the window on the screen; the network is not needed."""
    root.run(USE + OPEN, user=USER, SMARTGOALS=command, DISPLAY=display, network=False)


def find_plans(root: CleanRoot, command: str, display: str) -> None:
    """Find the plan that was made before, and open the window again."""
    again = "$SMARTGOALS show cafe --json | cmp - shown.json\n$SMARTGOALS verify\n"
    root.run(again + OPEN, user=USER, SMARTGOALS=command, DISPLAY=display, network=False)


def put(root: CleanRoot, file: Path, name: str) -> None:
    """Put the file into the system's folder for such things, for everybody."""
    call("cp", "--reflink=auto", file, root.path / "tmp" / name)
    (root.path / "tmp" / name).chmod(0o644)


def put_sample(root: CleanRoot) -> None:
    """Give the user a plan file."""
    call("cp", ROOT / SAMPLE, root.path / "home" / USER / "cafe.json")


def older(package: Path) -> Path:
    """Return the same package as an older version, with a file that the new one has no more."""
    tree = fresh(BUILD / "older") / "tree"
    call("dpkg-deb", "--raw-extract", package, tree)
    control = tree / "DEBIAN" / "control"
    text = control.read_text("utf-8").replace(f"Version: {version()}", f"Version: {OLDER}")
    control.write_text(text, "utf-8")
    (tree / OF_OLDER).touch()
    result = BUILD / "older" / "old.deb"
    call("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, result, stdout=sys.stderr)
    return result


TRIALS = {"checks": try_checks, "deb": try_deb, "portable": try_portable, "readme": try_readme}

if __name__ == "__main__":
    main(sys.argv[1:])
