"""The script in the portable folder: it installs for one user and takes all away again."""

import os
import shutil
import subprocess

import pytest

from tests.packaging.scripts import PACKAGING

pytestmark = pytest.mark.skipif("not sys.platform.startswith('linux')")
ENTRY = ".local/share/applications/org.smartgoals.SmartGoals.desktop"


@pytest.fixture
def home(tmp_path):
    """A home folder with a blank in its name, and a plan in it."""
    plans = tmp_path / "my home" / ".local" / "share" / "smartgoals"
    plans.mkdir(parents=True)
    (plans / "smartgoals.db").write_text("plans")
    return tmp_path / "my home"


@pytest.fixture
def unpacked(tmp_path):
    """The unpacked archive, with a program that says where it is."""
    folder = tmp_path / "un packed"
    icons = folder / "share" / "icons" / "hicolor" / "48x48" / "apps"
    for place in (folder / "SmartGoals", folder / "share" / "applications", icons):
        place.mkdir(parents=True)
    program = folder / "SmartGoals" / "smartgoals"
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o755)
    (icons / "org.smartgoals.SmartGoals.png").write_text("")
    entry = PACKAGING / "linux" / "org.smartgoals.SmartGoals.desktop"
    shutil.copy(entry, folder / "share" / "applications")
    shutil.copy(PACKAGING / "linux" / "install.sh", folder)
    return folder


def install(home, unpacked, *arguments):
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(
        [unpacked / "install.sh", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def files(home):
    return {path.relative_to(home).as_posix() for path in home.rglob("*") if not path.is_dir()}


def test_the_program_is_a_command_afterwards(home, unpacked):
    assert install(home, unpacked).returncode == 0
    shutil.rmtree(unpacked)

    said = subprocess.check_output([home / ".local/bin/smartgoals"], text=True)
    assert said == "started\n"


def test_the_desktop_finds_the_program_without_a_path(home, unpacked):
    install(home, unpacked)

    lines = (home / ENTRY).read_text(encoding="utf-8").splitlines()
    assert f'Exec="{home}/.local/opt/smartgoals/smartgoals" %f' in lines


def test_an_update_leaves_no_file_of_the_older_version(home, unpacked):
    install(home, unpacked)
    (home / ".local/opt/smartgoals/of-the-older-version").write_text("")
    before = files(home)

    assert install(home, unpacked).returncode == 0
    assert before - files(home) == {".local/opt/smartgoals/of-the-older-version"}


def test_all_but_the_plans_is_removed(home, unpacked):
    install(home, unpacked)

    assert install(home, unpacked, "--remove").returncode == 0
    assert files(home) == {".local/share/smartgoals/smartgoals.db"}


def test_at_the_end_she_hears_where_the_plans_stay(home, unpacked):
    assert f"{home}/.local/share/smartgoals." in install(home, unpacked, "--remove").stdout
    (home / ".local/share/smartgoals/folder.txt").write_text("/her/own folder")

    assert "stay in /her/own folder." in install(home, unpacked, "--remove").stdout


def test_what_others_have_installed_stays(home, unpacked):
    other = home / ".local/share/applications/other.desktop"
    other.parent.mkdir()
    other.write_text("")
    install(home, unpacked)
    install(home, unpacked, "--remove")

    assert other.exists()


def test_other_arguments_are_refused(home, unpacked):
    assert install(home, unpacked, "--help").returncode == 2
    assert files(home) == {".local/share/smartgoals/smartgoals.db"}
