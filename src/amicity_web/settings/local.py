"""One person's machine: ``make run`` serves 127.0.0.1 over plain HTTP."""

import os

from amicity_web.settings import sqlite
from amicity_web.settings.ground import *  # noqa: F403
from amicity_web.settings.ground import DATABASES, VAR

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("AMICITY_HOSTS", "").split(","))]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    sqlite.refuse_network_file_system(VAR)
