"""The command line: files in, files out, JSON Lines between, so that commands pipe into each other.

One file a command, each with its ``COMMAND`` (a ``click`` command); the file's name is the command's, and a trailing
underscore only keeps Python's own words apart (``import_.py`` is ``amicity import``). A command's file is loaded when it is called.
"""

from amicity.cli._main import main

__all__ = ["main"]
