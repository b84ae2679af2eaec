"""The tests: a database in a temporary folder, quick password hashing, no throttle of sign-ins but where a test asks for it."""

import os
import tempfile

_var = tempfile.TemporaryDirectory(prefix="amicity-test-")
os.environ.setdefault("AMICITY_VAR", _var.name)

from amicity_web.settings.ground import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = True
