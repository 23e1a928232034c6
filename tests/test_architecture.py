"""The rules of the code base that no other tool holds: layers, light imports, safe words."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import smartgoals

PACKAGE = Path(smartgoals.__file__).parent
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
HEAVY = {"pydantic", "sqlalchemy", "matplotlib", "numpy", "typst", "alembic", "icalendar"}


def places(find, *folders, but=()):
    """Where in the modules of the folders something is found, such as ``ui/labels.py:12``."""
    trees = {n: tree for n, tree in TREES.items() if n.startswith(folders or "") and n not in but}
    return [f"{name}:{node.lineno}" for name, tree in trees.items() for node in find(tree)]


def functions(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda)]


def calls(tree, *names):
    """The calls of these functions or methods."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else None
            name = function.id if isinstance(function, ast.Name) else name
            found += [node] if name in names else []
    return found


def imported(tree):
    """The full names of all that is imported, wherever it stands."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def loaded_by(*modules):
    """The names of the modules that a fresh Python has loaded after importing these."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_the_arrows_point_down():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache", "--no-logo"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_first_window_needs_nothing_heavy():
    assert not loaded_by("smartgoals.__main__", "smartgoals.app") & HEAVY


def test_a_file_to_open_brings_nothing_heavy():
    assert not loaded_by("smartgoals.cli.arguments") & {*HEAVY, "PySide6"}


def test_words_need_nothing_heavy():
    names = [name.removesuffix(".py").replace("/", ".") for name in TREES if "words/" in name]
    assert (
        not loaded_by(*(f"smartgoals.{name.removesuffix('.__init__')}" for name in names)) & HEAVY
    )


def test_modules_are_short():
    lengths = {n: len(path.read_text(encoding="utf-8").splitlines()) for n, path in MODULES.items()}
    assert not {name: length for name, length in lengths.items() if length > 400}


def test_modules_are_named_by_what_they_own():
    vague = {"utils", "helpers", "common", "manager"}
    assert not [name for name in MODULES if vague & set(name.removesuffix(".py").split("/"))]


def test_words_are_translated_when_they_are_used_not_when_they_are_imported():
    def at_import(tree):
        inside = [call for f in functions(tree) for call in calls(f, "tr", "ngettext")]
        return [call for call in calls(tree, "tr", "ngettext") if call not in inside]

    assert not places(at_import)


def test_translated_words_can_be_extracted():
    def composed(tree):
        texts = [argument for call in calls(tree, "tr") for argument in call.args]
        return [text for text in texts if not isinstance(text, ast.Constant)]

    # The names of the catalogue are data and extracted from there; Qt's own words come from Qt.
    assert not places(composed, but=["words/catalogue.py", "ui/speaking.py"])


def test_one_module_speaks_the_language():
    speakers = [name for name, tree in TREES.items() if "gettext" in imported(tree)]
    assert speakers == ["language.py"]


def test_the_underscore_is_no_function():
    def underscores(tree):
        return [n for n in ast.walk(tree) if isinstance(n, ast.alias) and n.asname == "_"]

    assert not places(underscores)


def test_nothing_talks_to_a_network():
    talkers = {"ssl", "http.client", "urllib.request", "requests", "ftplib", "smtplib"}
    assert not [name for name, tree in TREES.items() if imported(tree) & talkers]
    assert not places(lambda tree: calls(tree, "socket", "create_connection", "QTcpSocket"))


def test_charts_are_drawn_without_global_state():
    assert not [name for name, tree in TREES.items() if "matplotlib.pyplot" in imported(tree)]


def test_numbers_are_never_binary_fractions():
    def fractions(tree):
        return [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and type(n.value) is float]

    assert not places(fractions, "domain/", "formats/")
    assert not places(lambda tree: calls(tree, "float"), "domain/", "formats/", "storage/")


def test_texts_are_shown_plain():
    """What Qt would read as HTML passes through ``ui/labels.py``."""

    def open_sinks(tree):
        sinks = ("QLabel", "setToolTip", "setWhatsThis", "setHtml", "insertHtml", "showText")
        return [call for call in calls(tree, *sinks) if not calls(call, "literal_tip")]

    assert not places(open_sinks, "ui/", "app.py", but=["ui/labels.py"])


def test_boxes_show_their_text_plain():
    """The system's boxes guess whether a text is HTML, unless they are told."""
    boxes = ("QMessageBox", "QInputDialog", "QProgressDialog", "QErrorMessage", "QSplashScreen")
    guessing = [
        name
        for name, tree in TREES.items()
        if calls(tree, *boxes) and not calls(tree, "setTextFormat")
    ]
    assert not guessing


def test_titles_of_wizard_pages_are_our_own_words():
    """Qt reads them as HTML."""

    def composed(tree):
        titles = [call for call in calls(tree, "setTitle", "setSubTitle") if call.args]
        return [call for call in titles if calls(call.args[0], "format") or calls(call, "join")]

    assert not places(composed, "ui/")


def subclasses(*roots):
    """The classes of the domain that are built on these, however far, by name."""
    names, known = set(roots), set()
    while names != known:
        known = set(names)
        for name, tree in TREES.items():
            if name.startswith("domain/"):
                classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
                names |= {n.name for n in classes if known & {ast.unparse(b) for b in n.bases}}
    return names


def test_text_of_a_plan_is_cleaned_where_it_enters():
    """A field is a ``Line`` or a ``Text``, or a ``str`` of a pattern; never just a ``str``."""
    values = subclasses("Value")
    assert {"Plan", "Tactic", "Reading", "Target"} <= values

    def bare(tree):
        classes = [n for n in ast.walk(tree) if isinstance(n, ast.ClassDef) and n.name in values]
        fields = [n for c in classes for n in c.body if isinstance(n, ast.AnnAssign)]
        texts = [n for n in fields if uses(n.annotation, "str")]
        return [
            n
            for n in texts
            if "pattern" not in {k.arg for c in calls(n, "Field") for k in c.keywords}
        ]

    assert not places(bare, "domain/")


def uses(tree, name):
    return [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name]


def test_tips_of_tables_and_menus_are_literal():
    """What a model or an action gives for a tooltip is read as HTML as well."""

    def roles(tree):
        return [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in TIP_ROLES]

    for name in {place.split(":")[0] for place in places(roles, "ui/")}:
        assert calls(TREES[name], "literal_tip"), name


TIP_ROLES = {"ToolTipRole", "WhatsThisRole", "StatusTipRole"}
NOT_VIRTUAL = {"setText", "setChecked", "setValue"}


def ui_classes():
    package = importlib.import_module("smartgoals.ui")
    found = pkgutil.walk_packages(package.__path__, "smartgoals.ui.")
    for name in ["smartgoals.app", *(module.name for module in found)]:
        module = importlib.import_module(name)
        for _, value in inspect.getmembers(module, inspect.isclass):
            if value.__module__ == name:
                yield value


def test_no_exception_leaves_what_qt_calls():
    """Every override of a Qt virtual carries ``@guard``, outermost under ``@override``."""
    open_ones = []
    for owner in ui_classes():
        qt = [base for base in owner.__mro__ if base.__module__.startswith("PySide6.")]
        for name, member in vars(owner).items():
            overrides = any(name in vars(base) for base in qt) and not name.startswith("_")
            fenced = inspect.isfunction(member) and member.__code__.co_name == "fenced"
            if overrides and inspect.isfunction(member) and not fenced | (name in NOT_VIRTUAL):
                open_ones.append(f"{owner.__qualname__}.{name}")
    assert not open_ones
