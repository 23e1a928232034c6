"""The command line: commands for scripts and checks, over the same functions as the window.

What a command needs is imported when it runs, so that ``--help`` needs next to nothing and Qt
never, and ``smartgoals FILE`` opens as fast as the window alone.
"""
