"""The commands for a register on a site: ``amicity --register URL …``. One file a command, each with its ``COMMAND``.

A token is taken from the variable ``AMICITY_TOKEN``: on the command line others could see it.
"""
