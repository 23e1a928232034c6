"""What the built program runs first: the entrance that the command ``smartgoals`` has, too."""

import os
import sys


def forget_the_folder() -> None:
    """Take back what the loader has set for this process alone.

    Handed on, it would make the programs that open our files load our libraries.
    """
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]


if __name__ == "__main__":
    if sys.platform.startswith("linux"):
        forget_the_folder()
    from smartgoals.__main__ import main

    sys.exit(main())
