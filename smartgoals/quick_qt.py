"""Loads Qt's core without the import hook that PySide6 leaves behind; to be imported before Qt.

The hook reads the source of every module imported later, in search of ``from __feature__``, which
nobody here writes: with pydantic and SQLAlchemy that takes 160 ms and 37 MB. Imports are
Python's own again afterwards, so there is no star import from PySide6.
"""

import builtins

_plain_import = builtins.__import__
try:
    import PySide6.QtCore  # noqa: F401
finally:
    builtins.__import__ = _plain_import
