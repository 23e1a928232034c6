"""The words of ``argparse`` itself, such as "usage", in the language of the command line."""

import argparse

from smartgoals.language import ngettext, tr


def speak_argparse() -> None:
    """Have ``argparse`` look up its words in our catalogue: it asks its own module for them."""
    vars(argparse).update(_=tr, ngettext=ngettext)


def argparse_texts() -> tuple[str, ...]:
    """Return what ``argparse`` says of our arguments, so that it is translated."""
    return (
        tr("usage: "),
        tr("options"),
        tr("positional arguments"),
        tr("show this help message and exit"),
        tr("%(prog)s: error: %(message)s\n"),
        tr("argument %(argument_name)s: %(message)s"),
        tr("the following arguments are required: %s"),
        tr("unrecognized arguments: %s"),
        tr("expected one argument"),
        tr("expected at least one argument"),
        tr("invalid choice: %(value)r (choose from %(choices)s)"),
    )
