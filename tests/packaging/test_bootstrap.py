"""The set-up script: what it says, what it leaves alone, and what it installs only once.

It runs in a small project of its own, whose ``uv`` and Python only write down what they are told.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

ROOT = Path(__file__).parents[2]
UV = """#!/bin/sh
echo "uv $*" >> "$LOG"
[ "$1" != "$UV_FAILS_AT" ] || exit 1
[ "$1" != venv ] && [ "$1" != sync ] || {
    mkdir -p "$PROJECT/.venv/bin"
    cp "$PROJECT/python" "$PROJECT/.venv/bin/python"
}
"""
PYTHON = """#!/bin/sh
echo "python $*" >> "$LOG"
pwd
exit 7
"""


class Project:
    """A copy of the script in a folder with a blank, and the commands that it gave."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "my project"
        self.log = folder / "log"
        self.elsewhere = folder / "elsewhere"
        for name in ("packaging/bootstrap.py", "smartgoals/screen.py", "smartgoals/__init__.py"):
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.folder / name)
        for name in ("pyproject.toml", "uv.lock"):
            (self.folder / name).write_text(name)
        self.elsewhere.mkdir()
        self.script("python", PYTHON)
        self.script(".tools/bin/uv", UV)

    def script(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def bootstrap(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("")
        settings = {"LOG": self.log, "PROJECT": self.folder, "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(
            [sys.executable, self.folder / "packaging" / "bootstrap.py", *arguments],
            env={**os.environ, **settings, **environment},
            cwd=self.elsewhere,
            capture_output=True,
            text=True,
            check=False,
        )

    def steps(self) -> list[str]:
        """The first two words of every command."""
        steps = [" ".join(line.split()[:2]) for line in self.log.read_text().splitlines()]
        return [step for step in steps if step != "uv --version"]


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.mark.parametrize("arguments", [[], ["install"], ["--help"]])
def test_other_words_than_run_and_test_are_bad_usage(project, arguments):
    done = project.bootstrap(*arguments)
    assert (done.returncode, done.stdout, project.steps()) == (2, "", [])
    assert done.stderr.startswith("Usage:")


def test_run_installs_and_becomes_the_program(project):
    done = project.bootstrap("run", "list", "--json")
    assert project.log.read_text().endswith("python -P -m smartgoals list --json\n")
    assert project.steps() == ["uv sync", "python -P"]
    assert done.returncode == 7


def test_standard_output_and_the_working_folder_are_the_programs(project):
    assert project.bootstrap("run").stdout == f"{project.elsewhere}\n"


def test_tests_run_in_the_project(project):
    done = project.bootstrap("test", "-q")
    assert project.log.read_text().endswith("python -P -m pytest -q\n")
    assert done.stdout == f"{project.folder}\n"


def test_all_tests_share_the_processors(project):
    project.bootstrap("test")
    command = project.log.read_text().splitlines()[-1]
    assert command.startswith("python -P -m pytest -n auto ")


def test_only_tests_need_the_tools_of_development(project):
    project.bootstrap("run")
    assert "--no-dev" in project.log.read_text()
    project.bootstrap("test")
    assert "uv sync" in project.log.read_text()
    assert "--no-dev" not in project.log.read_text()


def test_an_environment_in_step_is_left_alone(project):
    project.bootstrap("test")
    project.bootstrap("test")
    assert project.steps() == ["python -P"]
    project.bootstrap("run")
    assert project.steps() == ["python -P"]


@pytest.mark.parametrize("name", ["uv.lock", "pyproject.toml"])
def test_a_changed_project_is_installed_again(project, name):
    project.bootstrap("run")
    (project.folder / name).write_text("changed")
    project.bootstrap("run")
    assert project.steps() == ["uv sync", "python -P"]


def test_a_vanished_python_is_replaced(project):
    project.bootstrap("run")
    (project.folder / ".venv" / "bin" / "python").unlink()
    assert project.bootstrap("run").returncode == 7


def test_pip_steps_in_where_uv_finds_no_way(project):
    # The Python of this project takes pip's commands and fails at them.
    done = project.bootstrap("run", UV_FAILS_AT="sync")
    assert project.steps()[:4] == ["uv sync", "uv sync", "uv export", "uv venv"]
    assert "--no-dev" in project.log.read_text().splitlines()[3]
    assert "Trying another way" in done.stderr


def test_a_failed_set_up_is_a_sentence_and_is_tried_again(project):
    project.bootstrap("run")
    (project.folder / "uv.lock").write_text("changed")
    project.script(".tools/bin/uv", "#!/bin/sh\n[ $1 = --version ]\n")
    done = project.bootstrap("run")
    assert done.returncode == 1
    assert "could not be set up" in done.stderr
    assert "Traceback" not in done.stderr
    project.script(".tools/bin/uv", UV)
    project.bootstrap("run")
    assert project.steps() == ["uv sync", "python -P"]


class TestSystemLibraries:
    """On Linux, with a library missing that no machine has."""

    pytestmark = pytest.mark.skipif("not sys.platform.startswith('linux')")

    @pytest.fixture
    def path(self, project, tmp_path):
        """A search path with nothing but an apt that writes down what it is told."""
        screen = project.folder / "smartgoals" / "screen.py"
        screen.write_text(screen.read_text().replace("libEGL.so.1", "libnowhere.so.1"))
        folder = tmp_path / "commands"
        folder.mkdir()
        for name in ("sh", "cp", "mkdir", "pwd"):
            (folder / name).symlink_to(shutil.which(name))
        (folder / "apt-get").write_text('#!/bin/sh\nexit "${APT_EXIT:-0}"\n')
        (folder / "env").write_text('#!/bin/sh\necho "apt $*" >> "$LOG"\nshift; exec "$@"\n')
        (folder / "sudo").write_text('#!/bin/sh\nshift; exec "$@"\n')
        for name in ("apt-get", "env", "sudo"):
            (folder / name).chmod(0o755)
        return folder

    def test_are_installed_by_apt(self, project, path):
        done = project.bootstrap("run", PATH=str(path))
        apt = [line for line in project.log.read_text().splitlines() if line.startswith("apt")]
        assert apt[0].endswith("update")
        assert "install -y libegl1" in apt[1]
        assert "type:" not in done.stderr

    def test_are_a_line_to_type_where_apt_may_not(self, project, path):
        done = project.bootstrap("run", PATH=str(path), APT_EXIT="100")
        assert "    sudo apt-get install -y libegl1" in done.stderr
        assert done.returncode == 7

    def test_are_named_where_there_is_no_apt(self, project, path):
        (path / "apt-get").unlink()
        done = project.bootstrap("run", PATH=str(path))
        assert "libnowhere.so.1" in done.stderr
        assert done.returncode == 7
